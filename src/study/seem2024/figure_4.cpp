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

/// Root mean square of a difference of means over how far the loading moves the mean.
PaperClaim captured(const HarvestedSet& set, const std::string& what, double difference, Component mean) {
  const std::string statement = "The map captures " + what + " of a sheared glass surprisingly well.";
  if (!set.discrepancy)
    return claim_unknown(statement, "fewer than two specimens of " + set.label + " were held out");
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const seem::StateMoments& at : set.measured) {
    low = std::min(low, (at.*mean).value);
    high = std::max(high, (at.*mean).value);
  }
  return claim_small(statement, "rms difference of means, over the range of the mean of specimens",
                     {difference / (high - low), 0}, excellent);
}

}  // namespace

PaperFigure figure_4(const Harvested& harvested) {
  const Units units = units_of(harvested);
  PaperFigure out;
  out.number = "Fig. 4";
  out.title = "Replays against specimens that were not harvested";
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
  const double off_stress = set.discrepancy ? set.discrepancy->stress.mean : 0;
  const double off_energy = set.discrepancy ? set.discrepancy->inelastic.mean : 0;
  out.claims = {captured(set, "the stress", off_stress, &seem::StateMoments::stress),
                captured(set, "the inelastic energy", off_energy, &seem::StateMoments::inelastic)};
  return out;
}

}  // namespace vitrum::study::seem2024
