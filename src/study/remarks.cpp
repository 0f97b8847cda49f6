#include <algorithm>
#include <cmath>

#include "study/glass_former.h"
#include "study/liquid_relaxation.h"
#include "study/local_yield.h"
#include "study/setting_remarks.h"
#include "study/tables.h"
#include "study/with_numbers.h"

namespace vitrum::study {

namespace {

// In increments of 1e-4 it is a few per cent.
constexpr double usual_raising_share = 0.05;

/// A drift of the stress by more than chance explains.
void add_drift(std::vector<std::string>& out, const Results& results, const std::string& model) {
  for (const QuantityTable& table : results.tables)
    for (const Quantity& row : table.rows)
      if (row.key == model + ".stress_drift" && std::abs(row.value) > 2 * row.error)
        out.push_back(with_numbers(
            "Not stationary yet: within the window the stress of the %s drifts by %.3f, which is "
            "%.1f standard errors. Shear it further and let compare.from begin later.",
            model.c_str(), row.value, std::abs(row.value) / row.error));
}

/// Liquids that did not forget how they began.
void add_unrelaxed(std::vector<std::string>& out, const Results& results) {
  const LiquidRelaxation relaxation = liquid_relaxation(results.glass);
  if (relaxation.never > 0)
    out.push_back(with_numbers(
        "Not quenched from equilibrium: the structure of %zu of %zu liquids never relaxed while they "
        "were held. These glasses remember how they were cooled to there.",
        relaxation.never, relaxation.watched));
  else if (relaxation.short_holds() > 0)
    out.push_back(with_numbers(
        "Short holds: %zu of %zu liquids were held for less than %g relaxation times, and may not have "
        "been in equilibrium.",
        relaxation.short_holds(), relaxation.watched, equilibrium_hold));
}

const Quantity* row_of(const Results& results, const std::string& key) {
  for (const QuantityTable& table : results.tables)
    for (const Quantity& row : table.rows)
      if (row.key == key) return &row;
  return nullptr;
}

/// Numbers that no glass has, whatever it is.
void add_implausible(std::vector<std::string>& out, const Results& results, const std::string& model) {
  const char* const smaller = "Take a smaller increment.";
  if (const Quantity* slope = row_of(results, model + ".slope"); slope && slope->value < 0)
    out.push_back(
        with_numbers("Steps too large: the elastic slope of the %s is %.3g, and no stable branch falls. %s",
                     model.c_str(), slope->value, smaller));
  const Quantity* raising = row_of(results, model + ".raising_share");
  if (model == "glass" && raising && raising->value > usual_raising_share)
    out.push_back(
        with_numbers("Steps too large, perhaps: %.0f %% of the events of the glass raise the stress. Such "
                     "events are mostly bends of elastic branches that one increment does not resolve. %s",
                     100 * raising->value, smaller));
}

/// Local tests that came to no result.
void add_failures(std::vector<std::string>& out, const std::string& model,
                  const std::vector<SampleRecord>& records) {
  std::int64_t failed = 0, all = 0;
  std::string first;
  for (const SampleRecord& record : records)
    for (const LocalYieldSurvey& survey : record.surveys) {
      failed += survey.failed;
      all += survey.failed + static_cast<std::int64_t>(survey.tests.size());
      if (first.empty()) first = survey.failure;
    }
  if (failed == 0) return;
  out.push_back(std::to_string(failed) + " of " + std::to_string(all) + " local tests of the " + model +
                " came to no result and are left out. The first of them: " + first);
}

/// Local tests of atoms by earlier versions.
void add_strain_of_drops(std::vector<std::string>& out, const std::vector<SampleRecord>& glasses) {
  const auto is_old = [](const LocalYieldSurvey& survey) {
    return !survey.held_strain && !survey.tests.empty();
  };
  for (const SampleRecord& glass : glasses) {
    if (std::none_of(glass.surveys.begin(), glass.surveys.end(), is_old)) continue;
    out.push_back(
        "Drops of local tests of the glass are too small: an earlier version measured them, with the stress "
        "behind the avalanche one increment of strain further than tau_c, not at held strain as in the "
        "lattice. What the stress rises elastically meanwhile is missing, on the mean about 0.0008 in the "
        "glasses of paper 1 at increments of 1e-4, and never more than the shear modulus times the increment "
        "(0.0013). Drops against the load are as small as that. Nothing is corrected on this page; tests "
        "made anew are at held strain (docs/conventions.md).");
    return;
  }
}

/// Where fluctuations of both models differ by their width alone.
void add_finite_size(std::vector<std::string>& out, const Settings& settings, const Results& results) {
  if (results.glass.empty() || results.lattice.empty()) return;
  const Lattice& lattice = settings.lattice;
  const double known = sample_width(results.glass.front());
  const double glass_size = known > 0 ? known : cell_width(settings.glass);
  const double lattice_size =
      lattice.model.element_length * std::sqrt(double(lattice.model.columns) * lattice.model.rows);
  const double ratio = std::pow(lattice_size / glass_size, 0.94);
  if (std::abs(ratio - 1) < 0.05) return;
  out.push_back(with_numbers(
      "Finite size: the glasses are %.1f wide, the lattices %.1f. Stress fluctuations fall with size as "
      "L^-0.94 (paper 1, fig. 5b), so those of the glass are expected to be %.2f times as large for this "
      "reason alone, and stress drops, which share one strain energy among fewer atoms, larger likewise. "
      "L[P] on this page measures that difference of size together with the difference of the models; "
      "paper 1 compares both at a width of 98.8 (10^4 atoms).",
      glass_size, lattice_size, ratio));
}

std::string initial_state(const elastoplastic::LatticeSettings& model) {
  using elastoplastic::Initial;
  const std::string stationary =
      " The stationary state does not depend on it; the rise of the stress before it does";
  switch (model.initial) {
    case Initial::liquid:
      return with_numbers(
          "Initial state of the lattices: each is quenched from a parent liquid of its own at the "
          "temperature "
          "%g (paper 1, A.3).%s.",
          model.temperature, stationary.c_str());
    case Initial::stressed:
      return with_numbers(
          "Initial state of the lattices: thresholds at random, under a random stress in balance whose mean "
          "von "
          "Mises stress is %g before it relaxes.%s, and is not to be compared with a glass.",
          model.initial_stress, stationary.c_str());
    default:
      return "Initial state of the lattices: no stress, thresholds at random." + stationary +
             ", and is not to be compared with a glass.";
  }
}

}  // namespace

std::vector<std::string> remarks(const Settings& settings, const Results& results) {
  std::vector<std::string> out;
  const Lattice& lattice = settings.lattice;
  for (const std::string& remark : setting_remarks(settings)) out.push_back(remark);
  add_unrelaxed(out, results);
  add_finite_size(out, settings, results);
  for (const char* model : {"glass", "lattice"}) {
    add_implausible(out, results, model);
    add_drift(out, results, model);
  }
  add_failures(out, "glass", results.glass);
  add_failures(out, "lattice", results.lattice);
  add_strain_of_drops(out, results.glass);
  if (results.glass.size() == 1)
    out.push_back("Statistics: one glass. Nothing tells how much another one would differ.");
  else if (!results.glass.empty())
    out.push_back(with_numbers(
        "Statistics: %zu glasses. Errors are standard errors over realizations, which are independent; an "
        "error estimated from so few is itself uncertain by about %.0f %%.",
        results.glass.size(), 100 / std::sqrt(2.0 * (double(results.glass.size()) - 1))));
  if (!results.calibration.models.empty() && settings.reference.blocks > 1)
    out.push_back(with_numbers(
        "Calibration: every sample of the reference is cut into %d windows, which count as realizations. "
        "Windows of one sample do not know how another one would differ, so errors of calibrated parameters, "
        "and their posterior, are too small where the samples are few.",
        settings.reference.blocks));
  if (!results.lattice.empty()) out.push_back(initial_state(lattice.model));
  if (results.compared)
    out.push_back(with_numbers(
        "Densities have %d bins, common to both models. Finite samples of the same density would differ by "
        "the floor that stands beside each L[P]; only what exceeds it is a difference between the models.",
        settings.compare.bins));
  return out;
}

}  // namespace vitrum::study
