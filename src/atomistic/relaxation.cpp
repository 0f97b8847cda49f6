#include "atomistic/relaxation.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

std::string scientific(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

/// A finish is tried after so many times its price at the latest.
constexpr int overdue = 20;
/// What a look for the minimum may cost, in that price.
constexpr double look = 0.2;

}  // namespace

Relaxation::Relaxation(ForceField& force_field, const RelaxationSettings& settings)
    : force_field_(force_field), settings_(settings) {
  if (!(settings.force_tolerance > 0) || !(settings.farthest > 0) || settings.patience < 1)
    throw InputError("A relaxation needs a positive force tolerance, distance and patience.");
}

MinimiserSettings Relaxation::minimiser_settings(int evaluations) const {
  MinimiserSettings settings;
  settings.force_tolerance = settings_.force_tolerance;
  settings.norm = settings_.norm;
  settings.evaluations = evaluations;
  settings.longest_step = settings_.farthest;
  settings.farthest = settings_.farthest;
  return settings;
}

RelaxationReport Relaxation::relax(Configuration& configuration, const std::vector<double>& guess) {
  begin(configuration);
  RelaxationReport report;
  const auto accept = [&](const MinimiserReport& found, Configuration& at) {
    report.evaluations += found.evaluations;
    if (found.outcome != Outcome::converged) return false;
    report.evaluation = found.evaluation;
    report.residual = found.residual;
    configuration.positions = at.positions;
    return true;
  };

  // Where a branch has ended the fast solver slides along the one mode that has lost its stiffness: the way
  // along which the flow creeps for long before it falls. The flow goes on from there.
  Configuration trial = configuration;
  if (ready()) {
    for (std::size_t i = 0; i < guess.size(); ++i) trial.positions[i] += guess[i];
    const MinimiserReport found = fast(trial, forces_);
    if (found.outcome == Outcome::too_far) {
      report.evaluations += found.evaluations;
      configuration.positions = trial.positions;
      follow_flow(configuration, report);
      return report;
    }
    // What is stale is renewed where it will be used, not when it has failed. An equilibrium whose stiffness
    // is not positive definite is no minimum.
    const bool stale = is_stale(found.evaluations);
    const bool stable = found.outcome == Outcome::converged && (!stale || renew(trial));
    if (stable && accept(found, trial)) {
      // A new factor may come with a new neighbour list, whose sums differ in rounding.
      if (stale) {
        report.evaluation = force_field_.evaluate(configuration, forces_);
        report.residual = size_of(forces_, settings_.norm);
      }
      return report;
    }
    trial = configuration;
  }
  if (renew(configuration) && accept(fast(trial, forces_), trial)) return report;
  configuration.positions = trial.positions;
  follow_flow(configuration, report);
  return report;
}

void Relaxation::follow_flow(Configuration& configuration, RelaxationReport& report) {
  report.followed_flow = true;
  const int price = this->price();
  GradientFlow flow(force_field_, stiffness_product(), settings_.flow);
  flow.begin(configuration);
  forget_neighbours();
  double tried = -price;  // what the flow had cost when a finish was last tried
  while (flow.advance()) {
    // A finish is tried when a minimum seems near, and now and then anyway.
    const double since = flow.cost() - tried;
    if (since < price) continue;
    const bool near = flow.distance_to_rest(look * price, settings_.farthest) <= settings_.farthest;
    if (!near && since < overdue * price) continue;
    tried = flow.cost();
    Configuration trial = flow.point().configuration;
    const bool convex = renew(trial);
    // Only a convex basin's minimum can be near; beyond `farthest` the flow has to decide.
    if (!convex) continue;
    const MinimiserReport found = fast(trial, forces_);
    report.evaluations += found.evaluations;
    if (found.outcome != Outcome::converged) continue;
    configuration.positions = trial.positions;
    report.evaluation = found.evaluation;
    report.residual = found.residual;
    report.flow_steps = flow.steps();
    return;
  }
  throw PhysicsError("The sample found no equilibrium: after " + std::to_string(flow.steps()) +
                     " steps of gradient flow the largest force is still " + scientific(flow.residual()) +
                     " (wanted: " + scientific(settings_.force_tolerance) +
                     "). Take smaller strain increments or a larger force tolerance.");
}

RelaxationReport Relaxation::relax_by_flow(Configuration& configuration) {
  begin(configuration);
  RelaxationReport report;
  follow_flow(configuration, report);
  return report;
}

}  // namespace vitrum::atomistic
