#include <algorithm>
#include <cmath>
#include <limits>

#include "compare/power_law.h"
#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/local_states.h"
#include "study/castellanos2021/macroscale.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double paper_exponent = -0.94;
constexpr double finest_strain = 1e-3;  // below it the paper's two curves part
constexpr double infinity = std::numeric_limits<double>::infinity();

FigurePanel deviation_panel(const MacroscaleFigures& found) {
  FigurePanel out = panel("5a", "Stress within strain intervals", "Delta gamma", "r");
  out.log_x = out.log_y = true;
  FigureSeries glass = series("glass", "glass", Mark::points),
               lattice = series("lattice", "lattice", Mark::points);
  for (const auto& one : found.deviation) {
    add_point(glass, one.width, one.first);
    add_point(lattice, one.width, one.second);
  }
  for (const auto& one : found.deviation_alone)
    add_point(found.model == "glass" ? glass : lattice, one.width, one.value);
  for (const FigureSeries& one : {glass, lattice})
    if (!one.x.empty()) out.series.push_back(one);
  if (out.series.size() < 2) out.note = found.note;
  return out;
}

const FigureSeries* of(const FigurePanel& panel, const std::string& role) {
  for (const FigureSeries& one : panel.series)
    if (one.role == role && one.x.size() > 1) return &one;
  return nullptr;
}

void add_deviation_claims(const FigurePanel& panel, const Results& results, std::vector<PaperClaim>& claims) {
  const std::string agree =
      "The deviation of the stress within strain intervals agrees for intervals above 0.001.";
  const std::string part = "Below intervals of 0.001 the two deviate.";
  const FigureSeries *glass = of(panel, "glass"), *lattice = of(panel, "lattice");
  if (glass == nullptr || lattice == nullptr) {
    for (const std::string& statement : {agree, part}) claims.push_back(claim_unknown(statement, panel.note));
    return;
  }
  const Estimate coarse = relative_difference(*glass, *lattice, finest_strain, infinity);
  const Estimate fine = relative_difference(*glass, *lattice, 0, finest_strain * (1 - 1e-9));
  claims.push_back(
      of_equal_sizes(claim_small(agree, "mean relative difference", coarse, excellent), results));
  claims.push_back(
      of_equal_sizes(claim_larger(part, "relative difference below 0.001", fine, "above", coarse), results));
}

/// A line through the points of a panel, and what the exponent says.
void add_size_law(const std::vector<StressDeviationOfSize>& sizes, const std::string& model,
                  FigurePanel& panel, std::vector<PaperClaim>& claims) {
  const std::string statement =
      "Stress fluctuations of the " + model + " decrease with system size as L^-0.94.";
  FigureSeries points = series(model, model, Mark::points);
  std::vector<double> widths;
  std::vector<Estimate> values;
  for (const auto& one : sizes) {
    add_point(points, one.width, one.deviation);
    widths.push_back(one.width);
    values.push_back(one.deviation);
  }
  if (!points.x.empty()) panel.series.push_back(points);
  if (sizes.size() < 2) {
    const std::string why = sizes.empty() ? "no sizes of the " + model + " were measured"
                                          : "the " + model + " was measured at one size only";
    panel.note += (panel.note.empty() ? "" : "; ") + why;
    claims.push_back(claim_unknown(statement, why));
    return;
  }
  const compare::PowerLaw law = compare::fit_power_law(widths, values);
  FigureSeries line = series(model + ", L^" + in_words(law.exponent), model, Mark::line);
  line.stroke = Stroke::dashed;
  for (const double width :
       {*std::min_element(widths.begin(), widths.end()), *std::max_element(widths.begin(), widths.end())}) {
    line.x.push_back(width);
    line.y.push_back(law.amplitude.value * std::pow(width, law.exponent.value));
  }
  panel.series.push_back(line);
  claims.push_back(claim_near(statement, "exponent", law.exponent, paper_exponent, excellent));
}

struct State {
  LocalState state;
  double direction;
  const char* label;
  Stroke stroke;
};
constexpr State states[]{{LocalState::quenched, 0, "as quenched", Stroke::dotted},
                         {LocalState::stationary, 0, "stationary", Stroke::solid},
                         {LocalState::stationary, 90, "stationary, backward", Stroke::dashed}};

FigurePanel drops_panel(const LocalComparison& local, std::vector<PaperClaim>& claims) {
  FigurePanel out = panel("5c", "Local stress drop against yield stress", "<tau_c>", "<delta tau_c>");
  for (const State& state : states) {
    std::vector<FigureSeries> pair;
    for (const std::string model : model_names) {
      FigureSeries one = local.of(model, state.state).drops(local.radius(model), state.direction);
      one.label = model + ", " + state.label;
      one.role = model;
      one.mark = Mark::points;
      one.stroke = state.stroke;
      pair.push_back(one);
      if (!one.x.empty()) out.series.push_back(one);
    }
    const std::string statement =
        std::string("The relation between local stress drop and yield stress is reproduced, ") + state.label +
        ".";
    if (!local.comparable() || pair[0].x.empty() || pair[1].x.empty())
      claims.push_back(
          claim_unknown(statement, "there are no local tests of both models at one radius in this state"));
    else
      claims.push_back(local.about_paper_radius(
          claim_small(statement, "mean relative difference of drops at equal yield stress",
                      relative_difference(pair[0], pair[1]), quantitative)));
  }
  out.note = local.note();
  return out;
}

/// The reloading of a model forward or backward, as drawn.
FigureSeries reload_of(const Results& results, const std::string& model, const std::string& direction) {
  for (const LegCurve& leg : results.reloads)
    if (leg.model == model && leg.label == "reloaded " + direction && leg.curve.x.size() > 1) {
      FigureSeries out = curve_series(model + ", " + direction, model, leg.curve);
      if (direction == "backward") out.stroke = Stroke::dashed;
      return out;
    }
  return {};
}

/// At a share of the strain that both curves cover.
Estimate stress_at(const FigureSeries& curve, double strain) {
  const auto above = std::lower_bound(curve.x.begin(), curve.x.end(), strain);
  const auto at = static_cast<std::size_t>(
      std::min(above - curve.x.begin(), static_cast<std::ptrdiff_t>(curve.x.size()) - 1));
  return {curve.y[at], curve.error[at]};
}

void add_reload_claims(const std::string& model, const FigureSeries& forward, const FigureSeries& backward,
                       std::vector<PaperClaim>& claims) {
  const std::string statement =
      "Reloaded backward the " + model + " is much softer than forward (Bauschinger effect).";
  if (forward.x.empty() || backward.x.empty()) {
    claims.push_back(
        claim_unknown(statement, "the " + model + " was not reloaded in both directions after an unloading"));
    return;
  }
  const double strain = std::min({forward.x.back(), backward.x.back(), 0.04});
  claims.push_back(claim_larger(statement, "stress forward at a strain of " + in_words(strain),
                                stress_at(forward, strain), "backward", stress_at(backward, strain)));
}

FigurePanel reload_panel(const Results& results, std::vector<PaperClaim>& claims) {
  FigurePanel out = panel("5d", "Reloading after unloading", "gamma", "Sigma_xy");
  std::vector<FigureSeries> forward, backward;
  for (const std::string model : model_names) {
    forward.push_back(reload_of(results, model, "forward"));
    backward.push_back(reload_of(results, model, "backward"));
    for (const FigureSeries& one : {forward.back(), backward.back()})
      if (!one.x.empty()) out.series.push_back(one);
    if (forward.back().x.empty() || backward.back().x.empty())
      out.note += "The " + model + " was not reloaded in both directions after an unloading. ";
    add_reload_claims(model, forward.back(), backward.back(), claims);
  }
  for (const auto& [name, pair] : {std::pair{"forward", forward}, std::pair{"backward", backward}}) {
    const std::string statement =
        std::string("The lattice predicts the stress of reloading ") + name + " quantitatively.";
    const Estimate apart = relative_difference(pair[0], pair[1]);
    claims.push_back(claim_small(statement, "mean relative difference of the curves", apart, excellent));
    if (!std::isfinite(apart.value) && !out.note.empty()) claims.back().here = out.note;
  }
  return out;
}

}  // namespace

PaperFigure figure_5(const Settings& settings, const Results& results) {
  PaperFigure out{"Fig. 5", "What emerges without having been fitted", {}, {}, ""};
  out.panels.push_back(deviation_panel(macroscale_figures(settings, results)));
  add_deviation_claims(out.panels.back(), results, out.claims);
  FigurePanel sizes = panel("5b", "Stress fluctuations against size", "L", "std(Sigma_xy)");
  sizes.log_x = sizes.log_y = true;
  add_size_law(results.glass_sizes, "glass", sizes, out.claims);
  add_size_law(results.calibration.sizes, "lattice", sizes, out.claims);
  out.panels.push_back(sizes);
  out.panels.push_back(drops_panel(LocalComparison(settings, results), out.claims));
  out.panels.push_back(reload_panel(results, out.claims));
  return out;
}

}  // namespace vitrum::study::castellanos2021
