#include "atomistic/metal_relaxation.h"

#include <sstream>
#include <string>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// What a try to finish costs, in evaluations of the forces, while the flow is followed.
constexpr int finish_price = 60;

}  // namespace

RelaxationSettings metal_relaxation_settings() {
  RelaxationSettings settings;
  settings.force_tolerance = 1e-6;
  settings.patience = 300;
  settings.stale = 40;
  // Some hundredth of the distance of neighbours, as in the reduced units of pairs.
  settings.farthest = 0.03;
  // Thrice as much and a third of it lead to the same minima along 40 events of 1000 atoms.
  settings.flow.tolerance = 1e-3;
  return settings;
}

bool MetalRelaxation::renew(const Configuration& configuration) {
  shell_.renew(configuration);
  return true;  // the factor always exists: whether the basin is convex, the minimiser has to find out
}

MinimiserReport MetalRelaxation::fast(Configuration& configuration, std::vector<double>& forces) {
  const MinimiserReport found = minimise(
      force_field_, configuration, forces, minimiser_settings(settings().patience),
      [this](std::vector<double>& vector) { shell_.apply(vector); }, &memory_);
  if (found.outcome != Outcome::converged) memory_ = {};
  return found;
}

int MetalRelaxation::price() const { return finish_price; }

MinimiserReport MetalRelaxation::quench(Configuration& configuration) {
  constexpr int most_evaluations = 200000, between_factors = 200;
  memory_ = {};
  std::vector<double> forces;
  MinimiserReport report;
  int evaluations = 0;
  MinimiserSettings with = minimiser_settings(between_factors);
  with.longest_step = 0.1;
  with.farthest = 1;
  while (evaluations < most_evaluations) {
    shell_.renew(configuration);
    report = minimise(force_field_, configuration, forces, with,
                      [this](std::vector<double>& vector) { shell_.apply(vector); });
    evaluations += report.evaluations;
    report.evaluations = evaluations;
    if (report.outcome == Outcome::converged) return report;
    if (report.outcome == Outcome::stuck) break;
  }
  std::ostringstream message;
  message << "The quench found no equilibrium: after " << evaluations << " evaluations the forces are still "
          << report.residual << " eV/A (wanted: " << settings().force_tolerance
          << "). Use a larger force tolerance; below some 1e-10 it is lost in rounding.";
  throw PhysicsError(message.str());
}

Group MetalRelaxation::snapshot() const {
  Group group = shell_.snapshot();
  group.put("memory_length", static_cast<std::int64_t>(memory_.steps.size()));
  for (std::size_t k = 0; k < memory_.steps.size(); ++k) {
    group.put("s" + std::to_string(k), memory_.steps[k].s);
    group.put("y" + std::to_string(k), memory_.steps[k].y);
    group.put("inverse_sy" + std::to_string(k), memory_.steps[k].inverse_sy);
  }
  return group;
}

void MetalRelaxation::restore(const Group& snapshot, const Configuration& like) {
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
  shell_.restore(snapshot, like);
  memory_ = std::move(memory);
}

}  // namespace vitrum::atomistic
