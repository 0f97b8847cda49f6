#include <cmath>

#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

// Means that differ by less than two of their standard errors are alike; five is no chance.
constexpr double alike = 2, surely_apart = 5;

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
  return out;
}

}  // namespace vitrum::study::seem2024
