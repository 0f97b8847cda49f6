#include <cmath>

#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

FigurePanel visits_panel(const Harvested& harvested, const Units& units) {
  FigurePanel out = state_panel("3a", "Events harvested, and one replay", units);
  out.map = map_of(harvested.library.grid(), units, "events", [&](std::size_t bin) {
    const auto events = harvested.library[bin].jumps.size();
    return events > 0 ? static_cast<double>(events) : unknown;
  });
  out.map.logarithmic = true;
  if (!harvested.sets.empty())
    out.series = {path_of("a walker of " + harvested.sets.front().label, "lattice", units,
                          harvested.sets.front().walker.states)};
  return out;
}

FigurePanel jumps_panel(const Harvested& harvested, const Units& units) {
  const seem::JumpHistogram& jumps = harvested.jumps;
  const seem::StatePoint centre = harvested.library.grid().centre(harvested.most_visited);
  FigurePanel out = panel("3b",
                          "Events of the most visited bin, about X_1 = " + in_words(centre.inelastic) +
                              " and τ = " + in_words(units.stress_factor * centre.stress),
                          "Delta X_1" + units.energy, "stress drop" + units.stress);
  out.map.x = jumps.inelastic_edges;
  for (const double edge : jumps.drop_edges) out.map.y.push_back(units.stress_factor * edge);
  for (const std::int64_t count : jumps.counts)
    out.map.values.push_back(count > 0 ? static_cast<double>(count) : unknown);
  out.map.label = "events";
  FigureSeries bound = series("reversible: ΔS = 0", "theory", Mark::path);
  for (std::size_t i = 0; i < jumps.bound.size(); ++i) {
    bound.x.push_back(jumps.bound[i]);
    bound.y.push_back(units.stress_factor * jumps.drop_edges[i]);
  }
  FigureSeries zero = series("ΔX_1 = 0", "theory", Mark::path);
  zero.stroke = Stroke::dotted;
  zero.x = {0, 0};
  zero.y = {out.map.y.front(), out.map.y.back()};
  out.series = {bound, zero};
  return out;
}

/// Mean of -Delta X_1 of ageing events over half of its largest: 1 when they are uniform.
Estimate uniformity(const std::vector<seem::Jump>& jumps) {
  double sum = 0, squares = 0, largest = 0, number = 0;
  for (const seem::Jump& jump : jumps) {
    if (jump.inelastic >= 0) continue;
    sum -= jump.inelastic;
    squares += jump.inelastic * jump.inelastic;
    largest = std::max(largest, -jump.inelastic);
    number += 1;
  }
  if (number < 2) return {unknown, unknown};
  const double mean = sum / number, deviation = std::sqrt(std::max(0.0, squares / number - mean * mean));
  return {2 * mean / largest, 2 * deviation / std::sqrt(number) / largest};
}

}  // namespace

PaperFigure figure_3(const Harvested& harvested) {
  const Units units = units_of(harvested);
  PaperFigure out;
  out.number = "Fig. 3";
  out.title = "Events, and those of the most visited bin";
  out.panels = {visits_panel(harvested, units), jumps_panel(harvested, units)};
  const double beyond = harvested.beyond_bound, nearest = harvested.nearest_tenth;
  const Estimate uniform = uniformity(harvested.library[harvested.most_visited].jumps);
  out.claims = {
      {"Rejuvenating events are bounded by a line, at which no energy becomes heat.",
       "no event is beyond the bound of its own state (what takes heat up is no event, so this only "
       "checks the records), and events come near: a tenth of those that rejuvenate store at least half of "
       "what "
       "their drop sets free",
       in_percent({beyond, 0}) +
           " of the events are beyond it; the nearest tenth of the rejuvenating "
           "ones store " +
           in_percent({nearest, 0}) + " or more",
       !(nearest >= 0)                 ? Verdict::unknown
       : beyond == 0 && nearest >= 0.5 ? Verdict::holds
       : beyond <= 0.01                ? Verdict::partly
                                       : Verdict::fails},
      claim_near("Ageing events are somewhat uniformly distributed.", "mean ageing over half of the largest",
                 uniform, 1, quantitative, paper_2)};
  return out;
}

}  // namespace vitrum::study::seem2024
