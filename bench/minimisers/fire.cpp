#include "minimisers/fire.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vitrum::bench {

using namespace atomistic;

Descent fire(PairForceField& force_field, const Configuration& start, const FireSettings& settings) {
  Descent descent{start, {}, 0, 1, false};
  std::vector<double>& x = descent.end.positions;
  std::vector<double> forces, velocity(x.size(), 0.0);
  descent.evaluation = force_field.evaluate(descent.end, forces);
  descent.residual = largest_component(forces);
  double dt = settings.timestep, mixing = settings.mixing;
  std::int64_t last_uphill = 0;
  for (std::int64_t step = 1; descent.residual > settings.force_tolerance; ++step) {
    if (descent.evaluations >= settings.evaluations) return descent;
    const double power = dot(forces, velocity);
    double keep = 1, turn = 0;
    if (power > 0) {
      keep = 1 - mixing;
      turn = mixing * std::sqrt(dot(velocity, velocity) / dot(forces, forces));
      if (step - last_uphill > settings.delay) {
        dt = std::min(dt * settings.growth, settings.most_timesteps * settings.timestep);
        mixing *= settings.mixing_decay;
      }
    } else {
      last_uphill = step;
      if (step > settings.delay) {  // at the beginning there is no velocity to judge
        mixing = settings.mixing;
        dt = std::max(dt * settings.shortening, settings.least_timesteps * settings.timestep);
      }
      for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] -= 0.5 * dt * velocity[i];
        velocity[i] = 0;
      }
    }
    const double fastest = largest_component(velocity);
    const double h = fastest * dt > settings.longest_step ? settings.longest_step / fastest : dt;
    for (std::size_t i = 0; i < x.size(); ++i) {
      velocity[i] = keep * (velocity[i] + h * forces[i]) + turn * forces[i];
      x[i] += h * velocity[i];
    }
    descent.evaluation = force_field.evaluate(descent.end, forces);
    ++descent.evaluations;
    descent.residual = largest_component(forces);
  }
  descent.reached = true;
  return descent;
}

}  // namespace vitrum::bench
