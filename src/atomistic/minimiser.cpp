#include "atomistic/minimiser.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrum::atomistic {

namespace {

/// Without a preconditioner: a stiffness at the upper end of what pairs have, so that the first step is
/// short.
constexpr double first_stiffness = 100;
/// Relative rounding error of an energy that is a sum over many pairs.
constexpr double energy_noise = 1e-13;

/// Steps without any progress, of energy or force, after which rounding has won.
constexpr int futile_steps = 100;

using Steps = std::deque<MinimiserMemory::Step>;

/// The two-loop recursion (Nocedal and Wright, Numerical Optimization, alg. 7.4).
std::vector<double> direction(const std::vector<double>& forces, const Steps& memory,
                              const Preconditioner& precondition) {
  std::vector<double> q = forces;
  std::vector<double> weight(memory.size());
  for (std::size_t k = memory.size(); k-- > 0;) {
    weight[k] = memory[k].inverse_sy * dot(memory[k].s, q);
    for (std::size_t i = 0; i < q.size(); ++i) q[i] -= weight[k] * memory[k].y[i];
  }
  if (precondition) {
    precondition(q);
  } else {
    const double scale = memory.empty()
                             ? 1 / first_stiffness
                             : 1 / (memory.back().inverse_sy * dot(memory.back().y, memory.back().y));
    for (double& v : q) v *= scale;
  }
  for (std::size_t k = 0; k < memory.size(); ++k) {
    const double b = memory[k].inverse_sy * dot(memory[k].y, q);
    for (std::size_t i = 0; i < q.size(); ++i) q[i] += (weight[k] - b) * memory[k].s[i];
  }
  return q;
}

double farthest_from(const std::vector<double>& start, const std::vector<double>& now) {
  double far = 0;
  for (std::size_t i = 0; i < now.size(); ++i) far = std::max(far, std::abs(now[i] - start[i]));
  return far;
}

}  // namespace

double largest_component(const std::vector<double>& vector) {
  double largest = 0;
  for (const double v : vector) largest = std::max(largest, std::abs(v));
  return largest;
}

double size_of(const std::vector<double>& forces, ForceNorm norm) {
  return norm == ForceNorm::largest ? largest_component(forces) : std::sqrt(dot(forces, forces));
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

MinimiserReport minimise(ForceField& force_field, Configuration& configuration, std::vector<double>& forces,
                         const MinimiserSettings& settings, const Preconditioner& precondition,
                         MinimiserMemory* kept) {
  MinimiserReport report;
  const auto residual_of = [&](const std::vector<double>& f) { return size_of(f, settings.norm); };
  const std::vector<double> start = configuration.positions;
  report.evaluation = force_field.evaluate(configuration, forces);
  report.evaluations = 1;
  report.residual = residual_of(forces);
  MinimiserMemory own;
  Steps& memory = (kept ? *kept : own).steps;
  Configuration trial = configuration;
  std::vector<double> trial_forces;
  double lowest_residual = report.residual, lowest_energy = report.evaluation.energy;
  int futile = 0;

  while (report.residual > settings.force_tolerance) {
    if (report.evaluations >= settings.evaluations) {
      report.outcome = Outcome::out_of_evaluations;
      return report;
    }
    std::vector<double> step = direction(forces, memory, precondition);
    double descent = dot(forces, step);
    if (!(descent > 0)) {
      if (memory.empty()) return report;
      memory.clear();
      continue;
    }
    const double length = largest_component(step);
    double share = length > settings.longest_step ? settings.longest_step / length : 1.0;

    // Shorten the step until the energy falls, or as far as rounding lets it be seen, until the force
    // along the step has not turned into a larger one against it.
    bool accepted = false;
    Evaluation evaluation;
    for (int attempt = 0; attempt < 12 && !accepted; ++attempt) {
      for (std::size_t i = 0; i < step.size(); ++i)
        trial.positions[i] = configuration.positions[i] + share * step[i];
      evaluation = force_field.evaluate(trial, trial_forces);
      ++report.evaluations;
      const double left = dot(trial_forces, step);
      const double rise = evaluation.energy - report.evaluation.energy;
      const double noise = energy_noise * std::abs(report.evaluation.energy);
      accepted = rise <= -1e-4 * share * descent || (rise <= noise && std::abs(left) <= 0.9 * descent);
      if (!accepted) share *= std::clamp(descent / (descent - left), 0.1, 0.5);
    }
    if (!accepted) {
      if (memory.empty()) return report;
      memory.clear();
      continue;
    }

    MinimiserMemory::Step fresh;
    fresh.s.resize(step.size());
    fresh.y.resize(step.size());
    for (std::size_t i = 0; i < step.size(); ++i) {
      fresh.s[i] = trial.positions[i] - configuration.positions[i];
      fresh.y[i] = forces[i] - trial_forces[i];
    }
    const double sy = dot(fresh.s, fresh.y);
    if (sy > 1e-12 * share * descent) {
      fresh.inverse_sy = 1 / sy;
      memory.push_back(std::move(fresh));
      if (memory.size() > static_cast<std::size_t>(settings.memory)) memory.pop_front();
    }
    configuration.positions.swap(trial.positions);
    forces.swap(trial_forces);
    report.evaluation = evaluation;
    report.residual = residual_of(forces);
    const double noise = energy_noise * std::abs(lowest_energy);
    futile = report.residual < lowest_residual || evaluation.energy < lowest_energy - noise ? 0 : futile + 1;
    lowest_residual = std::min(lowest_residual, report.residual);
    lowest_energy = std::min(lowest_energy, evaluation.energy);
    if (futile > futile_steps) return report;
    if (farthest_from(start, configuration.positions) > settings.farthest) {
      report.outcome = Outcome::too_far;
      return report;
    }
  }
  report.outcome = Outcome::converged;
  return report;
}

}  // namespace vitrum::atomistic
