#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

FigurePanel localisation_panel(const std::string& name, const std::string& title, const std::string& label,
                               const std::vector<ElementSet>& sets, compare::MeanCurve ElementSet::*which,
                               double factor = 1) {
  FigurePanel out = panel(name, title, "<gamma>", label);
  out.x_label = "strain";
  for (const ElementSet& set : sets) {
    const compare::MeanCurve& curve = set.*which;
    FigureSeries one = series(set.label, set.label, Mark::line);
    for (std::size_t i = 0; i < curve.x.size(); ++i)
      add_point(one, curve.x[i], {factor * curve.value[i], factor * curve.error[i]});
    out.series.push_back(one);
  }
  return out;
}

FigurePanel map_panel(const std::string& name, const ElementSet& set, const std::string& what,
                      const std::vector<double>& values, const std::string& label) {
  FigurePanel out = panel(name, what + " at a strain of " + in_words(set.map.strain) + ", " + set.label,
                          "x / elements", "y / elements");
  for (std::size_t i = 0; i <= set.map.columns; ++i) out.map.x.push_back(static_cast<double>(i));
  for (std::size_t i = 0; i <= set.map.rows; ++i) out.map.y.push_back(static_cast<double>(i));
  for (std::size_t column = 0; column < set.map.columns; ++column)
    for (std::size_t row = 0; row < set.map.rows; ++row)
      out.map.values.push_back(values[row * set.map.columns + column]);
  out.map.label = label;
  return out;
}

Estimate last_of(const compare::MeanCurve& curve) { return {curve.value.back(), curve.error.back()}; }

PaperClaim localises(const std::vector<ElementSet>& sets, const std::string& what,
                     compare::MeanCurve ElementSet::*which) {
  const std::string statement = "The first set, if most slowly cooled, localises more than the last: " + what;
  if (sets.size() < 2) return claim_unknown(statement, "there is one set only");
  if ((sets.front().*which).x.empty() || (sets.back().*which).x.empty())
    return claim_unknown(statement, "there are no maps");
  return claim_larger(statement, sets.front().label, last_of(sets.front().*which), sets.back().label,
                      last_of(sets.back().*which));
}

}  // namespace

PaperFigure figure_elements(const std::vector<ElementSet>& sets) {
  PaperFigure out;
  const Units units = units_of(sets.front().units);
  out.paper = "the idea";
  out.number = "Fig. 7";
  out.title = "Beyond the paper: lattices of harvested elements";
  out.note =
      "Each element is a specimen of the map; what it yields strains the others by the elastic kernel of "
      "paper "
      "1. Deviation: of local strains, over their mean (Cheng, Cao and Ma 2009). Participation: share of "
      "elements strained more than the mean (Shi and Falk 2005). Banding: variance of means of rows or "
      "columns "
      "times their length over that of elements, 1 where elements are independent.";
  out.panels = {
      localisation_panel("7a", "Mean stress", "τ" + units.stress, sets, &ElementSet::stress,
                         units.stress_factor),
      localisation_panel("7b", "Deviation of local strains", "deviation / mean", sets,
                         &ElementSet::deviation),
      localisation_panel("7c", "Participation", "share of elements", sets, &ElementSet::participation),
      localisation_panel("7d", "Banding", "variance of lines, relative", sets, &ElementSet::banding)};
  char name = 'e';
  for (const ElementSet& set : sets) {
    if (set.map.plastic.empty()) continue;
    out.panels.push_back(
        map_panel("7" + std::string(1, name++), set, "Plastic strain", set.map.plastic, "plastic strain"));
    out.panels.push_back(
        map_panel("7" + std::string(1, name++), set, "X_1", set.map.inelastic, "X_1" + units.energy));
  }
  out.claims = {localises(sets, "deviation of local strains", &ElementSet::deviation),
                localises(sets, "banding", &ElementSet::banding)};
  return out;
}

}  // namespace vitrum::study::seem2024
