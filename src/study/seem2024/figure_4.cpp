#include <algorithm>
#include <limits>

#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

using Component = Estimate seem::StateMoments::*;
using Deviation = double seem::StateMoments::*;

void add_paths(const HarvestedSet& set, double seem::StatePoint::*coordinate, double factor,
               FigurePanel& out) {
  const auto add = [&](const std::string& label, const std::string& role, const StatePath& path,
                       Stroke stroke) {
    FigureSeries curve = series(label, role, Mark::line);
    curve.stroke = stroke;
    for (std::size_t i = 0; i < path.states.size(); ++i) {
      curve.x.push_back(path.strain[i]);
      curve.y.push_back(factor * path.states[i].*coordinate);
    }
    out.series.push_back(curve);
  };
  add("a specimen", "glass", set.specimen, Stroke::dashed);
  add("a walker", "lattice", set.walker, Stroke::solid);
}

/// The mean with its deviation over specimens as a band.
void add_means(const HarvestedSet& set, Component mean, Deviation deviation, double factor,
               FigurePanel& out) {
  const auto add = [&](const std::string& label, const std::string& role,
                       const std::vector<seem::StateMoments>& moments, Stroke stroke) {
    FigureSeries curve = series(label, role, Mark::line);
    curve.stroke = stroke;
    for (const seem::StateMoments& at : moments)
      add_point(curve, at.strain, {factor * (at.*mean).value, factor * at.*deviation});
    out.series.push_back(curve);
  };
  add("specimens: mean and standard deviation", "glass", set.measured, Stroke::dashed);
  add("walkers: mean and standard deviation", "lattice", set.replayed, Stroke::solid);
}

/// How far the loading moves the mean of specimens.
double range_of(const HarvestedSet& set, Component mean) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const seem::StateMoments& at : set.measured) {
    low = std::min(low, (at.*mean).value);
    high = std::max(high, (at.*mean).value);
  }
  return high - low;
}

/// Root mean square of a difference of means over how far the loading moves the mean: of the worst set.
PaperClaim captured(const std::vector<HarvestedSet>& sets, const std::string& what,
                    seem::Discrepancy::Component seem::Discrepancy::*which, Component mean) {
  const std::string statement = "The map captures " + what + " of a sheared glass surprisingly well.";
  double worst = 0;
  std::string found;
  for (const HarvestedSet& set : sets) {
    if (!set.discrepancy)
      return claim_unknown(statement, "fewer than two specimens of " + set.label + " were held out");
    const double share = ((*set.discrepancy).*which).mean / range_of(set, mean);
    worst = std::max(worst, share);
    found += (found.empty() ? "" : ", ") + set.label + " " + in_percent({share, 0});
  }
  PaperClaim claim = claim_small(
      statement, "rms difference of means, over the range of the mean of specimens, of the worst set",
      {worst, 0}, excellent);
  claim.here = found;
  return claim;
}

}  // namespace

PaperFigure figure_4(const Harvested& harvested) {
  const Units units = units_of(harvested);
  PaperFigure out;
  out.number = "Fig. 4";
  out.title = "Predictions of held-out specimens";
  const HarvestedSet& set = harvested.sets.front();
  FigurePanel energy = panel("4a", "Inelastic energy: one replay", "gamma", "X_1" + units.energy);
  add_paths(set, &seem::StatePoint::inelastic, 1, energy);
  FigurePanel stress = panel("4b", "Stress: one replay", "gamma", "tau" + units.stress);
  add_paths(set, &seem::StatePoint::stress, units.stress_factor, stress);
  FigurePanel mean_energy = panel("4c", "Inelastic energy: all", "gamma", "X_1" + units.energy);
  add_means(set, &seem::StateMoments::inelastic, &seem::StateMoments::inelastic_deviation, 1, mean_energy);
  FigurePanel mean_stress = panel("4d", "Stress: all", "gamma", "tau" + units.stress);
  add_means(set, &seem::StateMoments::stress, &seem::StateMoments::stress_deviation, units.stress_factor,
            mean_stress);
  out.panels = {energy, stress, mean_energy, mean_stress};
  out.note = "Of " + set.label + ". Panels c and d are not in the paper: single replays say little.";
  using seem::Discrepancy;
  out.claims = {captured(harvested.sets, "the stress", &Discrepancy::stress, &seem::StateMoments::stress),
                captured(harvested.sets, "the inelastic energy", &Discrepancy::inelastic,
                         &seem::StateMoments::inelastic)};
  return out;
}

}  // namespace vitrum::study::seem2024
