#include <algorithm>
#include <cmath>

#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

// Means that differ by less than two of their standard errors are alike; five is no chance.
constexpr double alike = 2, surely_apart = 5;
constexpr double least_known = 0.15;  // share of the way in bins that are known

FigureSeries leg_series(const std::string& label, const Units& units, const compare::MeanCurve& curve) {
  FigureSeries out = series(label, label, Mark::line);
  for (std::size_t i = 0; i < curve.x.size(); ++i)
    add_point(out, curve.x[i], {units.stress_factor * curve.value[i], units.stress_factor * curve.error[i]});
  return out;
}

FigureSeries deviation_series(const std::string& label, const Units& units, const compare::MeanCurve& curve) {
  FigureSeries out = series(label + ", deviation", label, Mark::line);
  out.stroke = Stroke::dotted;
  const double root = std::sqrt(static_cast<double>(curve.realizations));
  for (std::size_t i = 0; i < curve.x.size(); ++i) {
    out.x.push_back(curve.x[i]);
    out.y.push_back(units.stress_factor * root * curve.error[i]);
  }
  return out;
}

PaperClaim leg_claim(const std::string& set, const LegComparison& leg) {
  const std::string statement = set + ", " + leg.label + ": specimens do what those of the map do" +
                                (leg.reversed ? ", which knows no sense of its past" : "");
  if (!(leg.z >= 0) || leg.measured.realizations < 2)
    return claim_unknown(statement, "fewer than two records have this leg");
  return {statement,
          "root mean square of the difference of mean stresses over the leg: holds up to 2 standard errors, "
          "partly up to 5",
          in_words(leg.z) + " standard errors, " + in_percent({leg.relative, 0}) + " of the largest stress",
          leg.z <= alike          ? Verdict::holds
          : leg.z <= surely_apart ? Verdict::partly
                                  : Verdict::fails};
}

PaperClaim memory_claim(const HarvestedSet& set) {
  const std::string statement =
      set.label + ", sheared back: in bins that forward loading knows events are as frequent";
  if (set.memory.empty()) return claim_unknown(statement, set.without_memory);
  // Before it fades, but not where next to nothing is known.
  const auto first =
      std::find_if(set.memory.begin(), set.memory.end(),
                   [](const seem::DirectionMemory& part) { return part.known >= least_known; });
  if (first == set.memory.end())
    return claim_unknown(statement, "forward loading has hardly been where reversed was");
  const Estimate& rate = first->rate;
  const double z = std::abs(rate.value - 1) / rate.error;
  return {
      statement,
      "their number over that expected from the same bins on forward loading is 1: holds up to 2 standard "
      "errors, partly up to 5",
      in_words(rate.value) + " times as many, " + in_words(z) + " standard errors from 1",
      z <= alike          ? Verdict::holds
      : z <= surely_apart ? Verdict::partly
                          : Verdict::fails};
}

}  // namespace

PaperFigure figure_legs(const Harvested& harvested) {
  const Units units = units_of(harvested);
  PaperFigure out;
  out.paper = "the map";
  out.number = "Fig. 6";
  out.title = "Beyond the paper: unloaded and reversed";
  out.note =
      "Mean stress along each leg of the loading program, in the sense of the leg, with standard errors, and "
      "its deviation from specimen to specimen. Under a falling strain the map is used mirrored: it does not "
      "know in which sense a specimen was loaded before.";
  int number = 0;
  for (const HarvestedSet& set : harvested.sets)
    for (const LegComparison& leg : set.legs) {
      FigurePanel one = panel("6" + std::string(1, static_cast<char>('a' + number++ % 26)),
                              set.label + ", " + leg.label, "strain gone in this leg", "τ" + units.stress);
      if (!leg.measured.x.empty()) {
        one.series.push_back(leg_series("specimens", units, leg.measured));
        one.series.push_back(deviation_series("specimens", units, leg.measured));
      }
      one.series.push_back(leg_series("of the map", units, leg.walked));
      one.series.push_back(deviation_series("of the map", units, leg.walked));
      out.panels.push_back(one);
      out.claims.push_back(leg_claim(set.label, leg));
    }
  for (const HarvestedSet& set : harvested.sets)
    if (!set.memory.empty() || !set.without_memory.empty()) out.claims.push_back(memory_claim(set));
  return out;
}

}  // namespace vitrum::study::seem2024
