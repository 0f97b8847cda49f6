#include "minimisers/descent.h"

#include <vector>

#include "atomistic/box_geometry.h"
#include "atomistic/stiffness_factor.h"

namespace vitrum::bench {

using namespace atomistic;

Configuration strained(const Configuration& configuration, double step) {
  Configuration next = configuration;
  const auto d = static_cast<std::size_t>(next.box.dimension);
  for (std::size_t i = 0; i < next.positions.size(); i += d)
    next.positions[i] += step * next.positions[i + 1];
  next.box.xy += step * next.box.ly;
  next.box = reduced(next.box);
  return next;
}

bool settle(PairForceField& force_field, Descent& descent, double farthest, double force_tolerance) {
  StiffnessFactor factor(force_field);
  if (!factor.renew(descent.end)) return false;
  std::vector<double> forces;
  force_field.evaluate(descent.end, forces);
  std::vector<double> newton = forces;
  factor.apply(newton);
  const double distance = largest_component(newton);
  if (!(distance < farthest)) return false;
  MinimiserSettings settings;
  settings.force_tolerance = force_tolerance;
  settings.evaluations = 200;
  settings.farthest = 3 * distance + 1e-6;
  Configuration trial = descent.end;
  const MinimiserReport found =
      minimise(force_field, trial, forces, settings, [&](std::vector<double>& v) { factor.apply(v); });
  if (found.outcome != Outcome::converged) return false;
  descent.end = std::move(trial);
  descent.evaluation = found.evaluation;
  descent.residual = found.residual;
  return true;
}

}  // namespace vitrum::bench
