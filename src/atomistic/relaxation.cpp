#include "atomistic/relaxation.h"

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

}  // namespace

Relaxation::Relaxation(PairForceField& force_field, RelaxationSettings settings)
    : force_field_(force_field), settings_(settings), factor_(force_field) {
  if (!(settings.force_tolerance > 0) || !(settings.farthest > 0) || settings.patience < 1)
    throw InputError("A relaxation needs a positive force tolerance, distance and patience.");
}

MinimiserReport Relaxation::fast(Configuration& configuration, double farthest, int evaluations) {
  MinimiserSettings settings;
  settings.force_tolerance = settings_.force_tolerance;
  settings.evaluations = evaluations;
  settings.longest_step = farthest;
  settings.farthest = farthest;
  return minimise(force_field_, configuration, forces_, settings,
                  [this](std::vector<double>& vector) { factor_.apply(vector); });
}

RelaxationReport Relaxation::relax(Configuration& configuration, const std::vector<double>& guess) {
  RelaxationReport report;
  const auto accept = [&](const MinimiserReport& found, Configuration& at) {
    report.evaluations += found.evaluations;
    if (found.outcome != Outcome::converged) return false;
    report.evaluation = found.evaluation;
    report.residual = found.residual;
    configuration.positions = at.positions;
    return true;
  };

  if (factor_.ready()) {
    Configuration trial = configuration;
    for (std::size_t i = 0; i < guess.size(); ++i) trial.positions[i] += guess[i];
    const MinimiserReport found = fast(trial, settings_.farthest, settings_.patience);
    // A stale factor is renewed where it will be used, not when it has failed. An equilibrium without a
    // factor is no minimum.
    const bool stale = found.evaluations > settings_.stale;
    const bool stable = found.outcome == Outcome::converged && (!stale || factor_.renew(trial));
    if (stable && accept(found, trial)) {
      // The new factor came with a new neighbour list, whose sums differ in rounding.
      if (stale) report.evaluation = force_field_.evaluate(configuration, forces_);
      return report;
    }
  }
  if (factor_.renew(configuration)) {
    Configuration trial = configuration;
    const MinimiserReport found = fast(trial, settings_.farthest, settings_.patience);
    if (accept(found, trial)) return report;
  }
  follow_flow(configuration, report);
  return report;
}

void Relaxation::follow_flow(Configuration& configuration, RelaxationReport& report) {
  report.followed_flow = true;
  GradientFlow flow(force_field_, settings_.flow, factor_.order());
  flow.begin(configuration);
  // The next factors are for new neighbours; the old order would slowly fill them up.
  factor_.forget_order();
  while (flow.run_to_rest()) {
    Configuration trial = flow.point().configuration;
    // Only a convex basin's minimum can be near; beyond `farthest` the flow has to decide.
    if (!factor_.renew(trial)) continue;
    const MinimiserReport found = fast(trial, settings_.farthest, 4 * settings_.patience);
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

}  // namespace vitrum::atomistic
