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

/// Without a factor: evaluations after which L-BFGS is taken to have failed, and the price of a try to
/// finish.
constexpr int plain_patience = 20000, plain_price = 500;
/// A finish is tried after so many times its price at the latest.
constexpr int overdue = 20;
/// What a look for the minimum may cost, in that price.
constexpr double look = 0.2;

}  // namespace

Relaxation::Relaxation(PairForceField& force_field, RelaxationSettings settings)
    : force_field_(force_field), settings_(settings), factor_(force_field) {
  if (!(settings.force_tolerance > 0) || !(settings.farthest > 0) || settings.patience < 1)
    throw InputError("A relaxation needs a positive force tolerance, distance and patience.");
}

/// By counting: 200 operations of a factorisation take about as long as a pair of atoms, and what comes with
/// a factor (list, pattern, order) as long as twenty evaluations.
int Relaxation::price_of(double operations) const {
  const auto pairs = static_cast<double>(force_field_.list().neighbour().size());
  return 20 + static_cast<int>(std::min(operations / (200 * std::max(pairs, 1.0)), 1e8));
}

void Relaxation::choose_method(const Configuration& configuration) {
  const bool dear = price_of(factor_.expected_operations(configuration)) > settings_.dearest_factor;
  method_ = dear ? Method::plain : Method::factor;
}

bool Relaxation::renew_factor(const Configuration& configuration) {
  return plain() || factor_.renew(configuration);
}

MinimiserReport Relaxation::fast(Configuration& configuration) {
  MinimiserSettings settings;
  settings.force_tolerance = settings_.force_tolerance;
  settings.evaluations = plain() ? plain_patience : settings_.patience;
  settings.longest_step = settings_.farthest;
  settings.farthest = settings_.farthest;
  if (plain()) return minimise(force_field_, configuration, forces_, settings);
  return minimise(force_field_, configuration, forces_, settings,
                  [this](std::vector<double>& vector) { factor_.apply(vector); });
}

RelaxationReport Relaxation::relax(Configuration& configuration, const std::vector<double>& guess) {
  if (method_ == Method::undecided) choose_method(configuration);
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
  if (plain() || factor_.ready()) {
    for (std::size_t i = 0; i < guess.size(); ++i) trial.positions[i] += guess[i];
    const MinimiserReport found = fast(trial);
    if (found.outcome == Outcome::too_far) {
      report.evaluations += found.evaluations;
      configuration.positions = trial.positions;
      follow_flow(configuration, report);
      return report;
    }
    // A stale factor is renewed where it will be used, not when it has failed. An equilibrium without a
    // factor is no minimum.
    const bool stale = !plain() && found.evaluations > settings_.stale;
    const bool stable = found.outcome == Outcome::converged && (!stale || factor_.renew(trial));
    if (stable && accept(found, trial)) {
      // The new factor came with a new neighbour list, whose sums differ in rounding.
      if (stale) {
        report.evaluation = force_field_.evaluate(configuration, forces_);
        report.residual = largest_component(forces_);
      }
      return report;
    }
    trial = configuration;
  }
  if (renew_factor(configuration) && accept(fast(trial), trial)) return report;
  configuration.positions = trial.positions;
  follow_flow(configuration, report);
  return report;
}

void Relaxation::follow_flow(Configuration& configuration, RelaxationReport& report) {
  report.followed_flow = true;
  const int price = plain() ? plain_price : price_of(factor_.operations());
  GradientFlow flow(force_field_, settings_.flow);
  flow.begin(configuration);
  // The next factors are for new neighbours; the old order would slowly fill them up.
  factor_.forget_order();
  double tried = -price;  // what the flow had cost when a finish was last tried
  while (flow.advance()) {
    // A finish is tried when a minimum seems near, and now and then anyway.
    const double since = flow.cost() - tried;
    if (since < price) continue;
    const bool near = flow.distance_to_rest(look * price, settings_.farthest) <= settings_.farthest;
    if (!near && since < overdue * price) continue;
    tried = flow.cost();
    Configuration trial = flow.point().configuration;
    const bool convex = renew_factor(trial);
    // Only a convex basin's minimum can be near; beyond `farthest` the flow has to decide.
    if (!convex) continue;
    const MinimiserReport found = fast(trial);
    report.evaluations += found.evaluations;
    if (found.outcome != Outcome::converged) continue;
    configuration.positions = trial.positions;
    report.evaluation = found.evaluation;
    report.residual = found.residual;
    report.flow_steps = flow.steps();
    report.flow_evaluations = static_cast<int>(std::min(flow.cost(), 1e9));
    return;
  }
  throw PhysicsError("The sample found no equilibrium: after " + std::to_string(flow.steps()) +
                     " steps of gradient flow the largest force is still " + scientific(flow.residual()) +
                     " (wanted: " + scientific(settings_.force_tolerance) +
                     "). Take smaller strain increments or a larger force tolerance.");
}

Group Relaxation::snapshot() const {
  Group group = factor_.snapshot();
  group.put("method", static_cast<std::int64_t>(method_));
  return group;
}

void Relaxation::restore(const Group& snapshot, const Configuration& like) {
  method_ = static_cast<Method>(snapshot.integer("method"));
  factor_.restore(snapshot, like);
}

}  // namespace vitrum::atomistic
