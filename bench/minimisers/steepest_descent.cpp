#include "minimisers/steepest_descent.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/error.h"

namespace vitrum::bench {

using namespace atomistic;

namespace {

constexpr int most_steps = 10000000;

[[noreturn]] void give_up(double residual) {
  throw PhysicsError("Steepest descent found no minimum; the largest force is still " +
                     std::to_string(residual) + ".");
}

/// Stages, an odd number, that keep a step stable: h <= (s^2 + s - 2) / (2 stiffness), and a tenth less.
int stages_for(double h, double stiffness) {
  const double need = 2 + 2.2 * h * stiffness;
  const int s = static_cast<int>(std::ceil((std::sqrt(1 + 4 * need) - 1) / 2));
  return std::max(3, s + (s + 1) % 2);
}

double legendre_b(int j) { return j < 2 ? 1.0 / 3 : (j * j + j - 2.0) / (2.0 * j * (j + 1)); }

/// One step of RKL2 from y0 with forces f0; `at` holds its end, `f` is scratch.
void legendre_step(PairForceField& force_field, const std::vector<double>& y0, const std::vector<double>& f0,
                   double h, int s, Configuration& at, std::vector<double>& f) {
  const double w = 4.0 / (s * s + s - 2.0);
  std::vector<double>& y = at.positions;
  std::vector<double> before = y0;
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = y0[i] + legendre_b(1) * w * h * f0[i];
  for (int j = 2; j <= s; ++j) {
    force_field.evaluate(at, f);
    const double mu = (2.0 * j - 1) / j * legendre_b(j) / legendre_b(j - 1);
    const double nu = -(j - 1.0) / j * legendre_b(j) / legendre_b(j - 2);
    const double mu_force = mu * w * h;
    const double gamma_force = -(1 - legendre_b(j - 1)) * mu_force;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double stage =
          mu * y[i] + nu * before[i] + (1 - mu - nu) * y0[i] + mu_force * f[i] + gamma_force * f0[i];
      before[i] = y[i];
      y[i] = stage;
    }
  }
}

/// Tries to end the flow at its present point; lowers `deep` when the minimum is not near yet.
bool at_rest(PairForceField& force_field, Descent& descent, const SteepestDescentSettings& settings,
             double& deep) {
  if (descent.residual > deep) return false;
  deep = descent.residual / 3;
  return settle(force_field, descent, settings.near);
}

}  // namespace

Descent steepest_descent(PairForceField& force_field, const Configuration& start,
                         const SteepestDescentSettings& settings) {
  Descent descent{start, {}, 0, 1, true};
  std::vector<double> forces, end_forces;
  descent.evaluation = force_field.evaluate(start, forces);
  descent.residual = largest_component(forces);
  double deep = settings.deep;
  double h = 1e-3;
  Configuration trial = start;
  for (int step = 0; step < most_steps; ++step) {
    if (at_rest(force_field, descent, settings, deep)) return descent;
    const double stiffness = force_field.largest_stiffness(descent.end);
    while (stages_for(h, stiffness) > settings.most_stages) h *= 0.9;
    const int stages = stages_for(h, stiffness);
    trial = descent.end;
    const std::vector<double>& y0 = descent.end.positions;
    legendre_step(force_field, y0, forces, h, stages, trial, end_forces);
    const Evaluation evaluation = force_field.evaluate(trial, end_forces);
    descent.evaluations += stages;
    // The mean of the end points' velocities against the way gone, as in all Chebyshev codes.
    double error = 0;
    for (std::size_t i = 0; i < y0.size(); ++i)
      error = std::max(error,
                       std::abs(0.8 * (y0[i] - trial.positions[i]) + 0.4 * h * (forces[i] + end_forces[i])));
    const bool rises = evaluation.energy > descent.evaluation.energy + 1e-13 * std::abs(evaluation.energy);
    const double factor = 0.8 * std::cbrt(settings.tolerance / std::max(error, 1e-300));
    if (!(error <= settings.tolerance) || rises) {
      h *= std::isfinite(factor) ? std::clamp(factor, 0.1, 0.5) : 0.1;
      continue;
    }
    h *= std::clamp(factor, 0.3, 2.0);
    descent.end = trial;
    descent.evaluation = evaluation;
    forces.swap(end_forces);
    descent.residual = largest_component(forces);
  }
  give_up(descent.residual);
}

Descent euler_descent(PairForceField& force_field, const Configuration& start, double share) {
  const SteepestDescentSettings settings;
  Descent descent{start, {}, 0, 0, true};
  std::vector<double> forces;
  double deep = settings.deep, h = 0;
  for (int step = 0; step < most_steps; ++step) {
    if (step % 100 == 0) h = share / force_field.largest_stiffness(descent.end);
    descent.evaluation = force_field.evaluate(descent.end, forces);
    ++descent.evaluations;
    descent.residual = largest_component(forces);
    if (at_rest(force_field, descent, settings, deep)) return descent;
    for (std::size_t i = 0; i < forces.size(); ++i) descent.end.positions[i] += h * forces[i];
  }
  give_up(descent.residual);
}

}  // namespace vitrum::bench
