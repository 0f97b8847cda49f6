#include "atomistic/quench.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "atomistic/stiffness_factor.h"
#include "base/error.h"

namespace vitrum::atomistic {

MinimiserReport quench(PairForceField& force_field, Configuration& configuration, double force_tolerance) {
  constexpr int most_evaluations = 1000000;
  StiffnessFactor factor(force_field);
  std::vector<double> forces;
  MinimiserReport report;
  int evaluations = 0;
  const auto approach = [&](MinimiserSettings settings, const Preconditioner& precondition) {
    settings.evaluations = std::max(1, std::min(settings.evaluations, most_evaluations - evaluations));
    report = minimise(force_field, configuration, forces, settings, precondition);
    evaluations += report.evaluations;
    report.evaluations = evaluations;
    return report.outcome == Outcome::converged && report.residual <= force_tolerance;
  };

  for (double goal = 1e-2; goal > 0.01 * force_tolerance && evaluations < most_evaluations; goal *= 0.1) {
    MinimiserSettings settings;
    settings.force_tolerance = std::max(goal, force_tolerance);
    if (approach(settings, {})) return report;
    if (!factor.renew(configuration)) continue;
    // The factor serves near the place it was made for.
    settings.force_tolerance = force_tolerance;
    settings.evaluations = 200;
    settings.farthest = settings.longest_step;
    if (approach(settings, [&](std::vector<double>& vector) { factor.apply(vector); })) return report;
  }
  std::ostringstream message;
  message << "The quench found no equilibrium: after " << evaluations
          << " evaluations the largest force is still " << report.residual << " (wanted: " << force_tolerance
          << "). Use a larger force tolerance; below some 1e-11 it is lost in rounding.";
  throw PhysicsError(message.str());
}

}  // namespace vitrum::atomistic
