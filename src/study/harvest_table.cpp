#include <cmath>

#include "atomistic/eam_force_field.h"
#include "study/tables.h"
#include "study/verdicts.h"

namespace vitrum::study {

namespace {

/// How a stress and an energy of the records are shown.
struct Units {
  double stress_factor = 1;
  std::string stress, energy;
};

Units units_of(const Harvested& harvested) {
  if (harvested.units == "metal") return {atomistic::gigapascals, "GPa", "eV"};
  return {1, "eps/sigma^d", "eps"};
}

Quantity row(const std::string& key, const std::string& label, const std::string& symbol,
             const std::string& unit, const Estimate& value, const std::string& note, double factor = 1) {
  // A given number has no error; one that cannot be told is none.
  const double error = value.error == 0 ? -1 : factor * value.error;
  return {"harvest." + key, label, symbol, unit, factor * value.value, error, note};
}

/// What paper 2 found, where it is about the same material.
std::string of_paper(const Harvested& harvested, const std::string& text) {
  return harvested.units == "metal" ? "paper 2, table I: " + text : "";
}

/// Terms of eq. 7 that the study leaves out have parameters far beyond any state.
bool is_left_out(double parameter, double highest) { return parameter > 1e3 * highest; }

QuantityTable law_table(const Harvested& harvested) {
  const seem::ElasticFit& fit = harvested.fit;
  const Units units = units_of(harvested);
  QuantityTable table;
  table.title = "Elastic law of the records";
  table.caption =
      "Parameters of eqs. 6 and 7 of paper 2 (its table I), from increments without events; errors from " +
      std::string(fit.pieces ? "pieces of the loading of the one specimen"
                             : "leaving out one specimen after the other") +
      ". Without an error: given by the study.";
  const double f = units.stress_factor;
  const double highest_stress = harvested.library.grid().stress_edges().back();
  const double highest_energy = harvested.library.grid().inelastic_edges().back();
  const std::vector<bool> without{false, is_left_out(fit.law.softening, highest_energy),
                                  is_left_out(fit.law.tau_a, highest_stress),
                                  is_left_out(fit.law.tau_b, highest_stress)};
  const std::vector<Quantity> rows{
      row("G_0", "Shear modulus at no inelastic energy", "G_0", units.stress, fit.modulus,
          of_paper(harvested, "25.90(6) GPa"), f),
      row("u_A", "Inelastic energy at which it would vanish", "u_A", units.energy + " per atom",
          fit.softening, of_paper(harvested, "0.101(2) eV")),
      row("tau_A", "Stress of the cubic term", "tau_A", units.stress, fit.tau_a,
          of_paper(harvested, "8.4(5) GPa"), f),
      row("tau_B", "Stress of the quintic term", "tau_B", units.stress, fit.tau_b,
          of_paper(harvested, "2.90(3) GPa"), f)};
  std::string left_out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (without[i])
      left_out += (left_out.empty() ? "" : " and ") + rows[i].symbol;
    else
      table.rows.push_back(rows[i]);
  if (!left_out.empty()) table.caption += " The study leaves the terms of " + left_out + " out.";
  return table;
}

QuantityTable events_table(const Harvested& harvested) {
  const Units units = units_of(harvested);
  const auto events = static_cast<double>(harvested.library.events());
  const double exposure = harvested.library.exposure(), none = -1;
  QuantityTable table;
  table.title = "Harvest";
  table.caption =
      "Events of forward loading in the space of stress and inelastic energy (paper 2, figs. 2 and 3).";
  table.rows = {
      {"harvest.events", "Events", "", "", events, none,
       "of specimens loaded by a strain of " + in_words(exposure) + " together"},
      row("rate", "Mean event rate", "lambda", "per unit strain",
          {events / exposure, std::sqrt(events) / exposure}, ""),
      {"harvest.visited", "Visited bins", "", "", static_cast<double>(harvested.library.visited()), none,
       "of " + std::to_string(harvested.library.grid().bins())},
      {"harvest.beyond_bound", "Share of events beyond the reversible bound", "", "", harvested.beyond_bound,
       none,
       "at the bound all elastic energy set free becomes inelastic energy and nothing heat (paper "
       "2, fig. 3b); 0 by definition, as what takes heat up is no event"},
      {"harvest.nearest_tenth", "Stored by the tenth of rejuvenating events nearest to it", "", "",
       harvested.nearest_tenth, none, "or more, as a share of the elastic energy that their drop sets free"}};
  if (!harvested.attractor) return table;
  const seem::AttractorEstimate& found = *harvested.attractor;
  const std::string note = found.draws == 0 ? "of one specimen: without an error"
                                            : "of " + std::to_string(found.draws) + " draws of specimens " +
                                                  std::to_string(found.found) + " have one; correlation " +
                                                  in_words(found.correlation);
  table.rows.push_back(row("attractor.stress", "Attractor: stress", "tau", units.stress, found.stress, note,
                           units.stress_factor));
  table.rows.push_back(row("attractor.inelastic", "Attractor: inelastic energy", "X_1",
                           units.energy + " per atom", found.inelastic, "paper 2, fig. 2d"));
  return table;
}

QuantityTable replay_table(const Harvested& harvested) {
  const Units units = units_of(harvested);
  QuantityTable table;
  table.title = "Prediction of held-out specimens";
  table.caption =
      "Root mean square over strain of what walkers through the map differ by from specimens (paper 2, figs. "
      "4 "
      "and 5). z: in units of the standard error of the difference of means; 1 where nothing but chance "
      "differs.";
  int number = 0;
  for (const HarvestedSet& set : harvested.sets) {
    const std::string key = "replay." + std::to_string(number++) + ".";
    const std::string sizes = std::to_string(set.harvested) + " harvested, " +
                              (set.held_out > 0 ? std::to_string(set.held_out) + " held out"
                                                : "none held out: compared with the same");
    table.rows.push_back({"harvest." + key + "start", set.label + ": inelastic energy at the beginning",
                          "X_1", units.energy + " per atom", set.start.inelastic, -1, sizes});
    table.rows.push_back(row(key + "path_drift", set.label + ": drift of X_1 along elastic paths", "",
                             units.energy + " per atom and strain", set.path_drift,
                             "0 where the elastic law holds; neither the mean flow nor walkers have it"));
    if (!set.discrepancy) continue;
    const auto add = [&](const std::string& what, const std::string& name, const std::string& unit,
                         const seem::Discrepancy::Component& part, double factor) {
      table.rows.push_back({"harvest." + key + what, set.label + ": " + name, "", unit, factor * part.mean,
                            -1,
                            "z = " + in_words(part.z) + "; " + in_percent({part.relative, 0}) +
                                " of the deviation over specimens; deviations differ by a factor of " +
                                in_words(std::exp(part.deviation))});
    };
    add("stress", "rms difference of mean stress, walkers − specimens", units.stress, set.discrepancy->stress,
        units.stress_factor);
    add("inelastic", "rms difference of mean inelastic energy, walkers − specimens",
        units.energy + " per atom", set.discrepancy->inelastic, 1);
    table.rows.push_back({"harvest." + key + "unvisited", set.label + ": strain of walkers in bins not known",
                          "", "", set.unvisited, -1,
                          "share; there the map extrapolates, as harvest.unvisited says"});
  }
  number = 0;
  for (const SetCrossing& pair : harvested.crossings)
    table.rows.push_back(
        {"harvest.crossing." + std::to_string(number++),
         "Mean curves of " + pair.first + " and " + pair.second + " cross", "", "standard errors",
         pair.measured.strength, -1,
         "in the replay " + in_words(pair.replayed.strength) +
             "; two variables determine what follows only where curves that meet stay together"});
  if (harvested.scores) {
    const auto &binned = harvested.scores->binned, &smooth = harvested.scores->smooth;
    table.rows.push_back(
        {"harvest.smooth", "Log-likelihood of the map without bins less that of the binned one", "",
         "per unit strain", smooth.per_strain() - binned.per_strain(), -1,
         std::string("of what was held out; above 0: bins lose something") +
             (harvested.scores->at_edge ? "; its bandwidth is the least or largest that was tried" : "") +
             (harvested.scores->smooth.left_out > 0
                  ? "; " + in_percent({harvested.scores->smooth.left_out, 0}) +
                        " of the events have no drop or no heat, and their sizes are not scored"
                  : "")});
  }
  return table;
}

QuantityTable variables_table(const Harvested& harvested) {
  QuantityTable table;
  table.title = "Further variables beside stress and inelastic energy";
  table.caption =
      "What each tells of events in specimens that the prediction was not fitted to: the question that paper "
      "2 "
      "ends with. Rates and sizes are predicted by polynomials of second order, with the variable and "
      "without "
      "it; one that says nothing loses a little. Errors are over specimens.";
  for (const FurtherVariable& variable : harvested.variables) {
    const std::string key = "variable." + variable.name + ".", name = variable.name + ": ";
    if (!variable.gain) {
      table.rows.push_back(
          {"harvest." + key + "rate", name + "not told", "", "", std::nan(""), -1, variable.without_gain});
      continue;
    }
    const seem::VariableGain& gain = *variable.gain;
    table.rows.push_back(row(key + "rate", name + "log-likelihood of when events happen", "",
                             "per unit strain", gain.rate, "above 0: more is known"));
    table.rows.push_back(row(key + "drop", name + "mean square error of the stress drop's logarithm removed",
                             "", "share", gain.drop, ""));
    table.rows.push_back(row(key + "inelastic", name + "that of the inelastic energy's change", "", "share",
                             gain.inelastic, ""));
  }
  return table;
}

}  // namespace

std::vector<QuantityTable> harvest_tables(const Harvested& harvested) {
  std::vector<QuantityTable> tables{law_table(harvested), events_table(harvested), replay_table(harvested)};
  if (!harvested.variables.empty()) tables.push_back(variables_table(harvested));
  return tables;
}

}  // namespace vitrum::study
