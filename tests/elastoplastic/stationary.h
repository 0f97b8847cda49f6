// Stationary statistics of the lattice, defined as in the reference they are compared with.
#pragma once

#include <cmath>
#include <cstdint>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "elastoplastic/lattice_specimen.h"
#include "record/history.h"
#include "rig/drive.h"

namespace vitrum::elastoplastic::test {

/// The parameters with which the reference was made.
inline LatticeSettings reference_settings() {
  LatticeSettings settings;
  settings.mode = Mode::mepls;
  settings.threshold_shape = 2.1818;
  settings.threshold_scale = 2.0517;
  return settings;
}

/// Shears by `strain`, of either sign, in increments of 1e-4 from where the specimen is.
inline History shear_by(rig::Specimen& specimen, double strain) {
  rig::Program program;
  program.increment = 1e-4;
  const auto kind = strain > 0 ? rig::LegKind::reload_forward : rig::LegKind::reload_backward;
  program.legs.push_back({kind, std::abs(strain), 1});
  rig::Drive drive(specimen, program);
  while (!drive.finished()) drive.advance();
  return drive.history();
}

using Quantities = std::map<std::string, double>;

inline double mean(const std::vector<double>& x) {
  double sum = 0;
  for (const double value : x) sum += value;
  return sum / static_cast<double>(x.size());
}

inline double deviation(const std::vector<double>& x) {
  const double m = mean(x);
  double sum = 0;
  for (const double value : x) sum += (value - m) * (value - m);
  return std::sqrt(sum / static_cast<double>(x.size()));
}

/// Standard deviation in windows of `width` + 1 grid points, averaged over all of them.
inline double roughness(const std::vector<double>& grid, std::size_t width) {
  const auto n = static_cast<double>(width + 1);
  const double centre = mean(grid);
  double sum = 0, square = 0, total = 0;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    sum += grid[i] - centre, square += std::pow(grid[i] - centre, 2);
    if (i < width) continue;
    total += std::sqrt(std::max(0.0, square / n - (sum / n) * (sum / n)));
    sum -= grid[i - width] - centre, square -= std::pow(grid[i - width] - centre, 2);
  }
  return total / static_cast<double>(grid.size() - width);
}

/// Stress after relaxation at the grid points first .. last of a leg that began at the strain `origin`.
inline std::vector<double> stress_on_grid(const History& history, double shear_modulus, int first, int last) {
  const double origin = history.states.front().strain;
  std::vector<double> grid;
  std::size_t next = 0;
  for (int k = first; k <= last; ++k) {
    const double strain = origin + k * 1e-4;
    while (next + 1 < history.states.size() && history.states[next + 1].strain <= strain + 1e-9) ++next;
    const State& state = history.states[next];
    grid.push_back(state.stress.xy + shear_modulus * (strain - state.strain));
  }
  return grid;
}

/// Statistics of one realization, strains 0.5 to 2 from where the history begins.
inline Quantities stationary(const History& history, double shear_modulus) {
  const double origin = history.states.front().strain;
  std::vector<double> drops, rises;
  double slips = 0, steps = 0, negative = 0;
  for (std::size_t i = 0; i < history.events.size(); ++i) {
    const Event& event = history.events[i];
    if (event.strain - origin < 0.5 + 5e-5 || event.strain - origin > 2 + 5e-5) continue;
    if (!drops.empty()) rises.push_back(event.stress_before - history.events[i - 1].stress_after);
    drops.push_back(event.drop());
    slips += static_cast<double>(event.slips);
    steps += static_cast<double>(event.duration);
    negative += event.drop() < 0 ? 1 : 0;
  }
  const auto grid = stress_on_grid(history, shear_modulus, 5000, 20000);
  const auto count = static_cast<double>(drops.size());
  return {{"stress_mean", mean(grid)},
          {"stress_std", deviation(grid)},
          {"aval_per_step", count / 15000},
          {"slips_per_aval", slips / count},
          {"relaxsteps_per_aval", steps / count},
          {"drop_mean", mean(drops)},
          {"drop_std", deviation(drops)},
          {"frac_negative_drop", negative / count},
          {"incr_mean", mean(rises)},
          {"incr_std", deviation(rises)},
          {"r_0.001", roughness(grid, 10)},
          {"r_0.01", roughness(grid, 100)},
          {"r_0.1", roughness(grid, 1000)}};
}

struct Measured {
  double mean;
  double error;
};

/// Mean and standard error over realizations.
inline std::map<std::string, Measured> summary(const std::vector<Quantities>& realizations) {
  std::map<std::string, Measured> result;
  const auto n = static_cast<double>(realizations.size());
  for (const auto& [name, unused] : realizations.front()) {
    std::vector<double> values;
    for (const Quantities& one : realizations) values.push_back(one.at(name));
    result[name] = {mean(values), deviation(values) / std::sqrt(n - 1)};
  }
  return result;
}

/// tests/reference/lattice/mepls_stationary.csv
inline std::map<std::string, Measured> reference() {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/mepls_stationary.csv");
  std::map<std::string, Measured> result;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto first = line.find(','), second = line.find(',', first + 1);
    result[line.substr(0, first)] = {std::stod(line.substr(first + 1)), std::stod(line.substr(second + 1))};
  }
  return result;
}

/// Difference in combined standard errors.
inline double standard_errors(const Measured& a, const Measured& b) {
  return (a.mean - b.mean) / std::hypot(a.error, b.error);
}

}  // namespace vitrum::elastoplastic::test
