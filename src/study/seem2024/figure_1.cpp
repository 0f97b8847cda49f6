#include <algorithm>
#include <cmath>
#include <utility>

#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

/// " GPa" of " / GPa".
std::string words_of_unit(const std::string& of_axis) {
  return of_axis.find('(') != std::string::npos ? "" : of_axis.substr(of_axis.find('/') + 1);
}

/// G_0/G_t - 1/(1 - X_1/u_A) of the fitted law.
double excess_of(const seem::ElasticLaw& law, double stress) {
  return 2 * std::pow(stress / law.tau_a, 2) + 3 * std::pow(stress / law.tau_b, 4);
}

FigurePanel modulus_panel(const Harvested& harvested, const Units& units) {
  FigurePanel out = panel("S1a", "Shear modulus at small strain", "X_1" + units.energy, "G" + units.stress);
  FigureSeries points = series("specimens", "glass", Mark::cloud);
  FigureSeries line = series("G_0 (1 - X_1/u_A)", "theory", Mark::line);
  for (const seem::ModulusPoint& one : harvested.fit.moduli) {
    points.x.push_back(one.inelastic);
    points.y.push_back(units.stress_factor * one.modulus);
  }
  line.x = points.x;
  std::sort(line.x.begin(), line.x.end());
  for (const double inelastic : line.x)
    line.y.push_back(units.stress_factor * harvested.fit.law.shear_modulus(inelastic));
  out.series = {points, line};
  return out;
}

FigurePanel compliance_panel(const Harvested& harvested, const Units& units) {
  FigurePanel out = panel("S1b", "Softening under stress", "tau" + units.stress, "G_0/G_t - 1/(1 - X_1/u_A)");
  FigureSeries points = series("increments without events", "glass", Mark::points);
  FigureSeries line = series("2 (τ/τ_A)^2 + 3 (τ/τ_B)^4", "theory", Mark::line);
  for (const seem::CompliancePoint& one : harvested.fit.compliance) {
    add_point(points, units.stress_factor * one.stress, one.excess);
    line.x.push_back(units.stress_factor * one.stress);
    line.y.push_back(excess_of(harvested.fit.law, one.stress));
  }
  out.series = {points, line};
  return out;
}

/// Where the study has left u_A out, by a large number, eqs. 7 and 8 are the same.
bool softens(const Harvested& harvested) {
  constexpr double negligible = 1e3;
  return harvested.fit.law.softening < negligible * harvested.library.grid().inelastic_edges().back();
}

/// What eq. 8 makes of states whose X_1 is known, at shares of the highest stress on the grid.
FigurePanel approximation_panel(const Harvested& harvested, const Units& units) {
  constexpr int points = 21;
  FigurePanel out =
      panel("S1c", "X_1 by eq. 8 less X_1 by eq. 7", "X_1" + units.energy, "difference" + units.energy);
  const seem::ElasticLaw& law = harvested.fit.law;
  const auto& grid = harvested.library.grid();
  const double highest = grid.stress_edges().back(), least = std::max(0.0, grid.inelastic_edges().front()),
               most = grid.inelastic_edges().back();
  for (const auto& [share, stroke] :
       {std::pair(1 / 3.0, Stroke::dotted), {2 / 3.0, Stroke::dashed}, {1.0, Stroke::solid}}) {
    const double stress = share * highest;
    const std::string name = "τ = " + in_words(units.stress_factor * stress) + words_of_unit(units.stress);
    FigureSeries line = series(name, "theory", Mark::line);
    line.stroke = stroke;
    for (int i = 0; i < points; ++i) {
      const double inelastic = least + (most - least) * i / (points - 1);
      if (inelastic >= law.softening) break;
      line.x.push_back(inelastic);
      line.y.push_back(law.approximate_inelastic_energy(stress, law.energy({stress, inelastic})) - inelastic);
    }
    out.series.push_back(line);
  }
  return out;
}

PaperClaim table_claim(const Harvested& harvested, const std::string& name, const std::string& text,
                       const Estimate& value, double paper, double factor) {
  const std::string statement = name + " = " + text + " (table I).";
  if (value.error == 0)
    return claim_unknown(statement, "given or left out by the study, not read off the records");
  if (harvested.units != "metal")
    return claim_unknown(statement, "another material: " + in_words(value) + " in its own units");
  return claim_near(statement, name, {factor * value.value, factor * value.error}, paper, quantitative,
                    paper_2);
}

PaperClaim softening_claim(const Estimate& softening) {
  const std::string statement = "The modulus falls with the inelastic energy.";
  if (softening.error == 0) return claim_unknown(statement, "u_A is given by the study");
  return claim_sign(statement, "1/u_A", {1 / softening.value, softening.error / std::pow(softening.value, 2)},
                    true);
}

}  // namespace

PaperFigure figure_1(const Harvested& harvested) {
  const Units units = units_of(harvested);
  PaperFigure out;
  out.number = "Fig. 1";
  out.title = "One specimen under athermal quasi-static shear";
  FigurePanel stress = panel("1a", "Stress against strain", "gamma", "tau" + units.stress);
  FigurePanel energy = panel("1b", "Potential energy per atom", "gamma", "u - u_0" + units.energy);
  for (const HarvestedSet& set : harvested.sets) {
    FigureSeries curve = series(set.label, set.label, Mark::line), rise = curve;
    for (std::size_t i = 0; i < set.specimen.states.size(); ++i) {
      const seem::StatePoint& at = set.specimen.states[i];
      curve.x.push_back(set.specimen.strain[i]);
      curve.y.push_back(units.stress_factor * at.stress);
      rise.x.push_back(set.specimen.strain[i]);
      rise.y.push_back(harvested.fit.law.energy(at) - harvested.fit.law.reference);
    }
    stress.series.push_back(curve);
    energy.series.push_back(rise);
  }
  out.panels = {stress, energy};
  out.note = "At a hundred strains, so that small events do not show.";
  return out;
}

PaperFigure figure_s1(const Harvested& harvested) {
  const Units units = units_of(harvested);
  const seem::ElasticFit& fit = harvested.fit;
  PaperFigure out;
  out.number = "Fig. S1";
  out.title = "Elastic law, and table I";
  out.panels = {modulus_panel(harvested, units), compliance_panel(harvested, units)};
  if (softens(harvested)) out.panels.push_back(approximation_panel(harvested, units));
  out.claims = {table_claim(harvested, "G_0", "25.90 GPa", fit.modulus, 25.90, units.stress_factor),
                table_claim(harvested, "u_A", "0.101 eV per atom", fit.softening, 0.101, 1),
                table_claim(harvested, "τ_A", "8.4 GPa", fit.tau_a, 8.4, units.stress_factor),
                table_claim(harvested, "τ_B", "2.90 GPa", fit.tau_b, 2.90, units.stress_factor),
                softening_claim(fit.softening)};
  return out;
}

}  // namespace vitrum::study::seem2024
