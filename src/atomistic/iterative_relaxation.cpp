#include "atomistic/iterative_relaxation.h"

#include <sstream>
#include <string>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// What a try to finish costs, in evaluations of the forces, while the flow is followed.
constexpr int finish_price = 60;

}  // namespace

RelaxationSettings iterative_relaxation_settings() {
  RelaxationSettings settings;
  settings.patience = 300;
  settings.stale = 60;
  return settings;
}

bool IterativeRelaxation::renew(const Configuration& configuration) {
  approximate_->renew(configuration);
  return true;  // it always exists: whether the basin is convex, the minimiser has to find out
}

MinimiserReport IterativeRelaxation::fast(Configuration& configuration, std::vector<double>& forces) {
  const MinimiserReport found = minimise(
      force_field_, configuration, forces, minimiser_settings(settings().patience),
      [this](std::vector<double>& vector) { approximate_->apply(vector); }, &memory_);
  if (found.outcome != Outcome::converged) memory_ = {};
  return found;
}

int IterativeRelaxation::price() const { return finish_price; }

MinimiserReport IterativeRelaxation::quench(Configuration& configuration) {
  constexpr int most_evaluations = 200000, between_factors = 200;
  memory_ = {};
  std::vector<double> forces;
  MinimiserReport report;
  int evaluations = 0;
  MinimiserSettings with = minimiser_settings(between_factors);
  with.longest_step = 0.1;
  with.farthest = 1;
  while (evaluations < most_evaluations) {
    approximate_->renew(configuration);
    report = minimise(force_field_, configuration, forces, with,
                      [this](std::vector<double>& vector) { approximate_->apply(vector); });
    evaluations += report.evaluations;
    report.evaluations = evaluations;
    if (report.outcome == Outcome::converged) return report;
    if (report.outcome == Outcome::stuck) break;
  }
  std::ostringstream message;
  message << "The quench found no equilibrium: after " << evaluations << " evaluations the forces are still "
          << report.residual << " (wanted: " << settings().force_tolerance
          << "). Use a larger force tolerance; below some 1e-10 it is lost in rounding.";
  throw PhysicsError(message.str());
}

Group IterativeRelaxation::snapshot() const {
  Group group = approximate_->snapshot();
  group.put("memory_length", static_cast<std::int64_t>(memory_.steps.size()));
  for (std::size_t k = 0; k < memory_.steps.size(); ++k) {
    group.put("s" + std::to_string(k), memory_.steps[k].s);
    group.put("y" + std::to_string(k), memory_.steps[k].y);
    group.put("inverse_sy" + std::to_string(k), memory_.steps[k].inverse_sy);
  }
  return group;
}

void IterativeRelaxation::restore(const Group& snapshot, const Configuration& like) {
  MinimiserMemory memory;
  const std::int64_t length = snapshot.integer("memory_length");
  for (std::int64_t k = 0; k < length; ++k) {
    const std::string number = std::to_string(k);
    MinimiserMemory::Step step{snapshot.doubles("s" + number), snapshot.doubles("y" + number),
                               snapshot.number("inverse_sy" + number)};
    if (step.s.size() != like.positions.size() || step.y.size() != like.positions.size())
      throw InputError("The snapshot's memory is that of another number of atoms.");
    memory.steps.push_back(std::move(step));
  }
  approximate_->restore(snapshot, like);
  memory_ = std::move(memory);
}

}  // namespace vitrum::atomistic
