#include <cstdio>

#include "study/tables.h"

namespace vitrum::study {

namespace {

std::string window_note(double from) {
  char text[64];
  std::snprintf(text, sizeof text, "strain %g to the end of the shear", from);
  return text;
}

}  // namespace

QuantityTable stationary_table(const std::string& key, const std::string& title,
                               const compare::StationarySummary& summary, double from) {
  QuantityTable table;
  table.title = title;
  table.caption =
      "Means over realizations, " + window_note(from) + "; errors are standard errors over realizations.";
  const std::string stress = "eps/sigma^2";
  const auto add = [&](const char* name, const char* label, const char* symbol, const std::string& unit,
                       const compare::Estimate& estimate, const char* note) {
    table.rows.push_back({key + "." + name, label, symbol, unit, estimate.value, estimate.error, note});
  };
  table.rows.push_back(
      {key + ".realizations", "Realizations", "", "", static_cast<double>(summary.realizations), -1, ""});
  table.rows.push_back(
      {key + ".events", "Plastic events in all", "", "", static_cast<double>(summary.events), -1, ""});
  add("stress_mean", "Mean shear stress", "<Sigma_xy>", stress, summary.stress_mean,
      "on the uniform strain grid");
  add("stress_drift", "Drift of the stress", "", stress, summary.stress_drift,
      "second half of the window less the first; nothing beyond its error in stationary flow");
  add("stress_std", "Standard deviation of the stress", "std(Sigma_xy)", stress, summary.stress_std,
      "within a realization; falls with size as L^-0.94 (paper 1, fig. 5b)");
  add("events_per_strain", "Events per unit strain", "", "", summary.events_per_strain, "");
  add("drop_mean", "Mean stress drop of an event", "<delta Sigma_xy>", stress, summary.drop_mean, "");
  add("increment_mean", "Mean stress rise between events", "<Delta Sigma_xy>", stress, summary.increment_mean,
      "");
  add("slope", "Elastic slope", "dSigma_xy/dgamma", stress, summary.slope,
      "paper 1: G = 13.2 for the glass, and so set for the lattice");
  add("raising_share", "Share of events that raise the stress", "", "", summary.raising_share,
      "negative drops: the densities of drops leave them out");
  if (summary.slips_per_event.value > 0)
    add("slips_per_event", "Slips per event", "", "", summary.slips_per_event, "all of one avalanche");
  if (summary.duration_per_event.value > 0)
    add("duration_per_event", "Relaxation steps per event", "", "", summary.duration_per_event,
        "the duration of an avalanche (paper 1, sec. 3.4)");
  if (summary.participation_per_event.value > 0)
    add("participation_per_event",
        summary.slips_per_event.value > 0 ? "Elements per event" : "Atoms per event", "", "",
        summary.participation_per_event, "that took part");
  return table;
}

QuantityTable mismatch_table(const compare::MacroscaleComparison& comparison) {
  QuantityTable table;
  table.title = "How far apart the two models are";
  table.caption =
      "L[P] of paper 1, eq. 8: 0 when two densities are the same, 1 when they do not overlap. Two finite "
      "sets of realizations of one and the same model would already differ by the floor.";
  for (const auto& pair : comparison.quantities) {
    char floor[64];
    std::snprintf(floor, sizeof floor, "floor of samples of this size: %.3f", pair.floor);
    table.rows.push_back({"mismatch." + pair.quantity, "L[P] of stress " + pair.quantity + "s", "", "",
                          pair.mismatch.value, pair.mismatch.error, floor});
    if (pair.quantity == "stress") table.rows.back().label = "L[P] of stress";
  }
  char floor[64];
  std::snprintf(floor, sizeof floor, "mean of the three; floor %.3f", comparison.floor);
  table.rows.push_back({"mismatch.macro", "Macroscale error", "L_macro", "", comparison.macro.value,
                        comparison.macro.error, floor});
  for (const auto& pair : comparison.quantities)
    table.rows.push_back({"mismatch." + pair.quantity + "_floor", "Finite-sample floor, " + pair.quantity, "",
                          "", pair.floor, -1, "bootstrap of one model against itself"});
  table.rows.push_back({"mismatch.macro_floor", "Finite-sample floor, L_macro", "", "", comparison.floor, -1,
                        "mean of the three"});
  return table;
}

}  // namespace vitrum::study
