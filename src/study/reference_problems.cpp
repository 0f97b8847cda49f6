#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "compare/calibration_sample.h"
#include "study/reference.h"

namespace vitrum::study {
namespace {

constexpr double other_units = 30;  // no glass is so much stiffer or softer than its model

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

std::string list_of(const std::set<double>& values) {
  std::string text;
  for (const double value : values) text += (text.empty() ? "" : ", ") + number(value);
  return text;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Slope of the stress over the first twenty rises of each realization: mostly elastic. 0: not known.
double first_slope(const ReferenceTables::Stress& stress) {
  std::map<std::int64_t, std::vector<double>> slopes;
  for (std::size_t row = 1; row < stress.realization.size(); ++row) {
    auto& mine = slopes[stress.realization[row]];
    if (stress.realization[row - 1] != stress.realization[row] || mine.size() == 20) continue;
    mine.push_back((stress.stress[row] - stress.stress[row - 1]) /
                   (stress.strain[row] - stress.strain[row - 1]));
  }
  std::vector<double> medians;
  for (const auto& [realization, values] : slopes)
    if (!values.empty()) medians.push_back(median(values));
  return medians.empty() ? 0 : median(medians);
}

/// Realizations, and the largest strain of each.
std::map<std::int64_t, double> ends_of(const ReferenceTables& tables) {
  std::map<std::int64_t, double> ends;
  const auto reach = [&ends](std::int64_t realization, double strain) {
    auto& end = ends.try_emplace(realization, -INFINITY).first->second;
    end = std::max(end, strain);
  };
  for (std::size_t row = 0; row < tables.stress.realization.size(); ++row)
    reach(tables.stress.realization[row], tables.stress.strain[row]);
  for (std::size_t row = 0; row < tables.events.realization.size(); ++row)
    if (tables.stress.realization.empty()) reach(tables.events.realization[row], tables.events.strain[row]);
  return ends;
}

void check_number(const ReferenceTables& tables, int blocks, std::vector<std::string>& problems) {
  std::set<std::int64_t> numbers;
  for (const auto* column :
       {&tables.stress.realization, &tables.events.realization, &tables.local.realization})
    numbers.insert(column->begin(), column->end());
  if (numbers.empty())
    problems.push_back("the reference holds neither stresses nor events nor local tests; name other files");
  if (numbers.size() == 1 && blocks < 2)
    problems.push_back(
        "the reference has one realization (errors are told from how realizations differ); add realizations, "
        "or "
        "set reference.blocks to 2 or more, which takes parts of its window for realizations");
}

void check_window(const ReferenceTables& tables, double from, std::vector<std::string>& problems) {
  int short_ones = 0;
  double furthest = -INFINITY;
  std::int64_t first = 0;
  for (const auto& [realization, end] : ends_of(tables)) {
    if (end > from) continue;
    if (short_ones++ == 0) first = realization;
    furthest = std::max(furthest, end);
  }
  if (short_ones == 0) return;
  problems.push_back(
      "reference.from is " + number(from) + " (" + std::to_string(short_ones) +
      (short_ones == 1 ? " realization, number " : " realizations, the first of them number ") +
      std::to_string(first) + ", end at a strain of at most " + number(furthest) +
      "); begin the window earlier, or leave them out");
}

/// Strains in decimals may be a quarter of a step off.
void check_grid(const ReferenceTables::Stress& stress, std::vector<std::string>& problems) {
  std::map<std::int64_t, std::vector<double>> strains;
  for (std::size_t row = 0; row < stress.realization.size(); ++row)
    strains[stress.realization[row]].push_back(stress.strain[row]);
  for (const auto& [realization, mine] : strains) {
    if (mine.size() < 3) continue;
    const double step = (mine.back() - mine.front()) / static_cast<double>(mine.size() - 1);
    for (std::size_t k = 0; k < mine.size(); ++k) {
      if (std::abs(mine[k] - mine.front() - static_cast<double>(k) * step) <= 0.25 * step) continue;
      problems.push_back("stress: the strains of realization " + std::to_string(realization) +
                         " are not evenly spaced (row " + std::to_string(k + 1) + " of it is at " +
                         number(mine[k]) + ", an even spacing from " + number(mine.front()) + " to " +
                         number(mine.back()) + " has " +
                         number(mine.front() + static_cast<double>(k) * step) +
                         " there); give the stress after every increment of strain");
      return;
    }
  }
}

void check_angles(const ReferenceTables::Local& local, std::vector<std::string>& problems) {
  std::set<double> angles;
  std::array<std::set<double>, 2> radii;
  for (std::size_t row = 0; row < local.angle.size(); ++row) {
    angles.insert(local.angle[row]);
    for (std::size_t which = 0; which < radii.size(); ++which)
      if (compare::same_angle(local.angle[row], which)) radii[which].insert(local.radius[row]);
  }
  if (angles.empty()) return;
  for (std::size_t which = 0; which < radii.size(); ++which)
    if (radii[which].empty())
      problems.push_back("the local tests lack the angle " + number(compare::calibration_angles[which]) +
                         " degrees, which a calibration needs (they have " + list_of(angles) +
                         "); add such tests, or leave local tests out");
  const bool common = std::any_of(radii[0].begin(), radii[0].end(),
                                  [&](double radius) { return radii[1].count(radius) != 0; });
  if (!radii[0].empty() && !radii[1].empty() && !common)
    problems.push_back("no radius was tested along both 0 and 90 degrees (along 0: " + list_of(radii[0]) +
                       "; along 90: " + list_of(radii[1]) + "); test one radius along both");
}

void check_units(const ReferenceTables::Stress& stress, double shear_modulus,
                 std::vector<std::string>& problems) {
  const double slope = first_slope(stress);
  if (!(shear_modulus > 0) || !(slope > 0)) return;
  const double ratio = slope / shear_modulus;
  if (ratio < other_units && ratio > 1 / other_units) return;
  problems.push_back(
      "the stress of the reference rises by " + number(slope) +
      " per strain at first (lattice.shear_modulus is " + number(shear_modulus) + "): " +
      (ratio > 1 ? "is the stress in MPa or GPa? give it in the units of the lattice"
                 : "is the strain in percent? give it as gamma = 2 eps_xy, and stress in the units of the "
                   "lattice") +
      ", or set lattice.shear_modulus to that of the reference");
}

double largest(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = std::max(most, std::abs(value));
  return most;
}

}  // namespace

std::vector<std::string> reference_problems(const ReferenceTables& tables, const ReferenceSettings& settings,
                                            double shear_modulus) {
  std::vector<std::string> problems;
  check_number(tables, settings.blocks, problems);
  check_window(tables, settings.from, problems);
  check_grid(tables.stress, problems);
  check_angles(tables.local, problems);
  check_units(tables.stress, shear_modulus, problems);
  return problems;
}

std::vector<std::string> reference_remarks(const ReferenceTables& tables) {
  std::vector<std::string> remarks;
  const auto beyond = [&](const char* what, const std::vector<double>& values, double limit,
                          const char* ask) {
    if (const double most = largest(values); most > limit)
      remarks.push_back(std::string(what) + " of the reference reach " + number(most) + ": " + ask);
  };
  beyond("stresses", tables.stress.stress, 10, "in MPa or GPa? reduced units are needed");
  beyond("strains", tables.stress.strain, 100, "in percent? gamma = 2 eps_xy is needed");
  beyond("stress drops", tables.events.drop, 10, "in MPa or GPa? reduced units are needed");
  beyond("yield stresses of local tests", tables.local.tau_c, 100, "in MPa or GPa? reduced units are needed");
  std::set<std::int64_t> with_stress(tables.stress.realization.begin(), tables.stress.realization.end());
  std::set<std::int64_t> with_tests(tables.local.realization.begin(), tables.local.realization.end());
  if (!with_stress.empty() && with_tests.size() == 1)
    remarks.push_back(
        "one realization of the reference has local tests: how these differ between realizations is not "
        "known");
  return remarks;
}

}  // namespace vitrum::study
