#include <algorithm>
#include <cmath>
#include <limits>

#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/macroscale.h"
#include "study/castellanos2021/stress_strain.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

struct Quantity {
  const char *name, *panel, *title, *symbol, *words;
};
constexpr Quantity quantities[]{
    {"stress", "2b", "External stress", "Sigma_xy", "the stress"},
    {"drop", "2c", "Stress drops", "delta Sigma_xy", "stress drops"},
    {"increment", "2d", "Stress increments", "Delta Sigma_xy", "stress increments"},
};

FigurePanel curves_panel(const Results& results) {
  FigurePanel out = panel("2a", "Stress against strain", "gamma", "Sigma_xy");
  for (const std::string model : model_names) {
    FirstLeg leg = first_leg(model == "glass" ? results.glass : results.lattice, model);
    if (leg.samples == 0) {
      out.note += "No " + model + " was sheared forward on a uniform grid of strains. ";
      continue;
    }
    out.series.push_back(std::move(leg.trace));
    if (leg.samples < 2) continue;
    FigureSeries mean = curve_series("mean of " + std::to_string(leg.samples), model, leg.mean);
    mean.stroke = Stroke::dashed;
    out.series.push_back(std::move(mean));
  }
  return out;
}

FigurePanel density_panel(const Quantity& quantity, const MacroscaleFigures& found) {
  FigurePanel out =
      panel(quantity.panel, quantity.title, quantity.symbol, std::string("P(") + quantity.symbol + ")");
  const auto add = [&](const std::string& model, const compare::Density& density, bool logarithmic) {
    FigureSeries curve = density_series(model, model, density, logarithmic);
    curve.mark = Mark::points;
    out.series.push_back(std::move(curve));
    out.log_x = out.log_y = logarithmic;
  };
  for (const auto& pair : found.pairs)
    if (pair.quantity == quantity.name) {
      add("glass", pair.first, pair.logarithmic);
      add("lattice", pair.second, pair.logarithmic);
    }
  for (const auto& one : found.alone)
    if (one.quantity == quantity.name) add(found.model, one.density, one.logarithmic);
  if (out.series.size() < 2) out.note = found.note;
  return out;
}

PaperClaim overlap_claim(const Quantity& quantity, const MacroscaleFigures& found) {
  const std::string statement =
      std::string("The density of ") + quantity.words + " is reproduced with excellent agreement.";
  for (const auto& pair : found.pairs) {
    if (pair.quantity != quantity.name) continue;
    PaperClaim claim = claim_small(statement, "L[P] beyond what finite samples give",
                                   {pair.mismatch.value - pair.floor, pair.mismatch.error}, excellent);
    claim.here = "L[P] = " + in_words(pair.mismatch) + ", of which " + in_words(pair.floor) +
                 " by finite samples; mean " + in_words(pair.mean_first) + " in the glass, " +
                 in_words(pair.mean_second) + " in the lattice; standard deviation " +
                 in_words(pair.std_first) + " and " + in_words(pair.std_second);
    return claim;
  }
  return claim_unknown(statement, found.note);
}

/// Second half of the window minus the first, over realizations.
Estimate drift_of(const std::vector<compare::MacroscaleSample>& samples) {
  std::vector<double> drifts;
  for (const auto& sample : samples) {
    double halves[2]{0, 0}, numbers[2]{0, 0};
    for (std::size_t i = 0; i < sample.stress.size(); ++i) {
      const std::size_t half = 2 * i < sample.stress.size() ? 0 : 1;
      halves[half] += sample.stress[i];
      numbers[half] += 1;
    }
    if (numbers[1] > 0) drifts.push_back(halves[1] / numbers[1] - halves[0] / numbers[0]);
  }
  return compare::mean_of_realizations(drifts);
}

double mean_stress(const std::vector<compare::MacroscaleSample>& samples) {
  double sum = 0, number = 0;
  for (const auto& sample : samples)
    for (const double stress : sample.stress) {
      sum += stress;
      number += 1;
    }
  return sum / number;
}

PaperClaim plateau_claim(const Settings& settings, const Results& results) {
  PaperClaim claim = claim_unknown("Past a strain of 0.5 the stress fluctuates about a plateau.", "");
  claim.criterion =
      "the mean stress of the two halves of the window differs by less than two standard errors, or by less "
      "than 2 %; partly by less than 5 %";
  bool first = true;
  for (const std::string model : model_names) {
    const auto samples = windows(settings, results, model);
    if (samples.empty()) continue;
    const Estimate drift = drift_of(samples);
    const double share = std::abs(drift.value) / mean_stress(samples);
    Verdict verdict = share <= 0.05 ? Verdict::partly : Verdict::fails;
    if (share <= 0.02 || std::abs(drift.value) < 2 * drift.error) verdict = Verdict::holds;
    claim.verdict = first ? verdict : both(claim.verdict, verdict);
    claim.here += (first ? "" : "; ") + model + ": second half minus first " + in_words(drift) + " of " +
                  in_words(mean_stress(samples));
    first = false;
  }
  claim.here += first ? "no sample was sheared past the beginning of the window"
                      : "; from a strain of " + in_words(settings.compare.from) + " on";
  return claim;
}

PaperClaim overshoot_claim(const Settings& settings, const Results& results) {
  const std::string statement = "Glasses quenched from this liquid show no stress overshoot when strained.";
  const FirstLeg leg = first_leg(results.glass, "glass");
  const auto samples = windows(settings, results, "glass");
  if (leg.samples == 0 || samples.empty() || leg.mean.value.empty())
    return claim_unknown(statement, "no glass was sheared into the stationary window");
  if (leg.samples < 2)
    return claim_unknown(statement,
                         "the stress of a single glass fluctuates by more than an overshoot would be");
  const double plateau = mean_stress(samples);
  std::size_t highest = 0;
  for (std::size_t i = 0; i < leg.mean.x.size() && leg.mean.x[i] < settings.compare.from; ++i)
    if (leg.mean.value[i] > leg.mean.value[highest]) highest = i;
  const Estimate excess{leg.mean.value[highest] / plateau - 1, leg.mean.error[highest] / plateau};
  PaperClaim claim = claim_small(
      statement, "largest mean stress before the window above the plateau, less two standard errors", excess,
      excellent);
  claim.verdict = judge_small({excess.value - 2 * excess.error, 0}, excellent);
  claim.here = "the mean of " + std::to_string(leg.samples) + " exceeds the plateau by at most " +
               in_percent(excess) + ", at a strain of " + in_words(leg.mean.x[highest]);
  return claim;
}

/// Share of the small increments that are whole multiples of the elastic rise over one strain increment, to a
/// tenth of it; a smooth distribution has a fifth of them there.
double discrete_share(const std::vector<compare::MacroscaleSample>& samples, double modulus) {
  double discrete = 0, number = 0;
  for (const auto& sample : samples)
    for (const double rise : sample.increments) {
      const double steps = rise / (modulus * sample.increment);
      if (steps < 0.5 || steps > 5.5) continue;
      number += 1;
      if (std::abs(steps - std::round(steps)) < 0.1) discrete += 1;
    }
  return number < 20 ? std::numeric_limits<double>::quiet_NaN() : discrete / number;
}

PaperClaim discrete_claim(const Settings& settings, const Results& results) {
  PaperClaim claim = claim_unknown(
      "Small stress increments are multiples of one elastic step in the lattice, and smoothed out in the "
      "glass.",
      "fewer than 20 increments of up to 5 elastic steps in the glass or the lattice");
  claim.criterion =
      "share of increments of up to 5 elastic steps that are whole multiples to a tenth of a step (a smooth "
      "density has 20 %): above 80 % in the lattice and below 50 % in the glass; partly if only one of them";
  const double modulus = settings.lattice.model.shear_modulus;
  const double glass = discrete_share(windows(settings, results, "glass"), modulus);
  const double lattice = discrete_share(windows(settings, results, "lattice"), modulus);
  if (!std::isfinite(glass) || !std::isfinite(lattice)) return claim;
  claim.here = in_percent({lattice, 0}) + " in the lattice, " + in_percent({glass, 0}) + " in the glass";
  claim.verdict =
      both(lattice > 0.8 ? Verdict::holds : Verdict::fails, glass < 0.5 ? Verdict::holds : Verdict::fails);
  return claim;
}

}  // namespace

PaperFigure figure_2(const Settings& settings, const Results& results) {
  PaperFigure out{"Fig. 2", "The macroscale in stationary flow", {}, {}, ""};
  const MacroscaleFigures found = macroscale_figures(settings, results);
  out.panels.push_back(curves_panel(results));
  for (const Quantity& quantity : quantities) out.panels.push_back(density_panel(quantity, found));
  out.claims.push_back(plateau_claim(settings, results));
  out.claims.push_back(overshoot_claim(settings, results));
  for (const Quantity& quantity : quantities)
    out.claims.push_back(of_equal_sizes(overlap_claim(quantity, found), results));
  out.claims.push_back(discrete_claim(settings, results));
  out.note = "Dashed: means over all samples.";
  return out;
}

}  // namespace vitrum::study::castellanos2021
