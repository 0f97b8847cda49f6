#include "study/slip_system_scale.h"

#include <cmath>
#include <cstdio>
#include <numbers>

#include "compare/quadratic_fit.h"
#include "study/trial_lattice.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

// Trials at log10 of the weakest threshold from -width to +width around the expected one.
constexpr int trials = trials_of_systems;
constexpr double width = 0.12;
constexpr std::size_t scale_coordinate = 1;

std::string name_of(int systems, int trial) {
  char out[48];
  std::snprintf(out, sizeof out, "systems-%04d-%02d", systems, trial);
  return out;
}

ScaleOfSystems least(const std::vector<compare::Trial>& tried, const elastoplastic::LatticeSettings& rules) {
  std::vector<double> x, value;
  for (const compare::Trial& trial : tried) {
    x.push_back(trial.at[scale_coordinate]);
    value.push_back(trial.stat);
  }
  const auto [a, b, c] = compare::quadratic_fit(x, value);
  ScaleOfSystems out{rules.slip_systems, {std::nan(""), std::nan("")}};
  if (c <= 0) return out;
  double residual = 0;
  for (std::size_t i = 0; i < x.size(); ++i) residual += std::pow(value[i] - a - x[i] * (b + x[i] * c), 2);
  residual = std::sqrt(residual / static_cast<double>(x.size() - 3));
  // The least of a parabola through n evenly spaced points, |x - centre| <= w, of noise s: its slope is known
  // to s / (w sqrt(n/3)), the place of zero slope to that over 2c.
  const double half = (x.back() - x.front()) / 2;
  const double error = residual / (half * std::sqrt(static_cast<double>(x.size()) / 3)) / (2 * c);
  compare::Point best = tried.front().at;
  best[scale_coordinate] = -b / (2 * c);
  if (best[scale_coordinate] < x.front() || best[scale_coordinate] > x.back()) return out;
  const double scale = lattice_at(best, rules).threshold_scale;
  out.scale = {scale, scale * std::numbers::ln10 * error};
  return out;
}

}  // namespace

std::vector<ScaleOfSystems> scales_of_systems(const elastoplastic::LatticeSettings& lattice, Rounds& rounds) {
  const Calibration& asked = rounds.settings().calibrate;
  const compare::Point centre = coordinates_of(lattice);
  std::vector<TrialRequest> requests;
  std::vector<compare::Point> points;
  for (const int systems : asked.slip_systems)
    for (int i = 0; i < trials; ++i) {
      elastoplastic::LatticeSettings rules = lattice;
      rules.slip_systems = systems;
      compare::Point at = centre;
      at[scale_coordinate] += width * (2.0 * i / (trials - 1) - 1);
      requests.push_back({name_of(systems, i),
                          trial_lattice(lattice_at(at, rules), asked, rounds.reference().yardstick),
                          asked.samples, rounds.settings().study.seed, false, false, optimum_lines(lattice)});
      points.push_back(at);
    }
  const auto samples = rounds.samples_of(requests);
  std::vector<ScaleOfSystems> out;
  for (std::size_t n = 0; n < asked.slip_systems.size(); ++n) {
    std::vector<compare::Trial> tried;
    for (std::size_t i = n * trials; i < (n + 1) * trials; ++i)
      tried.push_back(trial_of(points[i], samples[i], rounds.reference()));
    elastoplastic::LatticeSettings rules = lattice;
    rules.slip_systems = asked.slip_systems[n];
    out.push_back(least(tried, rules));
  }
  return out;
}

}  // namespace vitrum::study
