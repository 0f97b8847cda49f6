#include "atomistic/specimen.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <sstream>
#include <utility>

#include "atomistic/box_geometry.h"
#include "atomistic/minimiser.h"
#include "atomistic/stiffness_factor.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// How far displacements are extrapolated, in increments; and which share of an increment tells no rate.
constexpr double most_ahead = 2, shortest_share = 1e-2;

}  // namespace

AtomisticSpecimen::AtomisticSpecimen(Configuration configuration, PairPotentials potentials,
                                     RelaxationSettings settings, double skin, AppliedShear shear)
    : AtomisticSpecimen(std::move(configuration), pair_material(std::move(potentials), settings, skin),
                        settings, shear) {}

AtomisticSpecimen::AtomisticSpecimen(Configuration configuration,
                                     const std::shared_ptr<const EamPotential>& potential,
                                     const RelaxationSettings& settings, double skin, AppliedShear shear)
    : AtomisticSpecimen(std::move(configuration), metal_material(potential, settings, skin), settings,
                        shear) {}

AtomisticSpecimen::AtomisticSpecimen(Configuration configuration, std::unique_ptr<Material> material,
                                     const RelaxationSettings& settings, AppliedShear shear)
    : shear_(shear), material_(std::move(material)), farthest_(settings.farthest) {
  if (shear.angle && !std::isfinite(*shear.angle))
    throw InputError("The angle of a pure shear must be a finite number.");
  const MinimiserReport found = material_->quench(configuration);
  last_.evaluation = found.evaluation;
  last_.residual = found.residual;
  initial_ = configuration;
  configuration_ = std::make_shared<const Configuration>(std::move(configuration));
}

State AtomisticSpecimen::state() const { return state_of(strain_, last_.evaluation); }

State AtomisticSpecimen::state_of(double strain, const Evaluation& evaluation) const {
  if (!shear_.angle) return {strain, evaluation.stress, evaluation.energy};
  return {strain, in_turned_frame(evaluation.stress, turn_of_loading(shear_, strain)), evaluation.energy};
}

/// The external work V (tau_0 + tau_1)/2 dgamma covers the rise of the energy, but for the curvature of the
/// branch, which grows as the cube of the increment.
bool AtomisticSpecimen::gains_energy(const State& after) const {
  const auto least = material_->least_dissipation();
  if (!least) return false;
  constexpr double curvature = 0.02;  // of the branch, in shares of its elastic energy
  const State before = state();
  const double step = after.strain - before.strain;
  const double work = volume() * (before.stress.xy + after.stress.xy) / 2 * step;
  const double elastic = std::abs(volume() * (after.stress.xy - before.stress.xy) * step);
  return work - (after.energy - before.energy) < *least - curvature * elastic;
}

void AtomisticSpecimen::relax(Configuration& next, double strain) {
  const Configuration affine = next;
  RelaxationReport found = material_->relaxation().relax(next, expected_);
  if (gains_energy(state_of(strain, found.evaluation))) {
    next = affine;
    found = material_->relaxation().relax_by_flow(next);
    ++repeated_;
    if (gains_energy(state_of(strain, found.evaluation))) ++unexplained_;
  }
  last_ = found;
}

rig::Response AtomisticSpecimen::strain_to(double strain) {
  if (!std::isfinite(strain))
    throw InputError("A specimen cannot be strained to a value that is not finite.");
  const double step = strain - strain_;
  Configuration next = *configuration_;
  const CellShear there = cell_shear(shear_, strain);
  shear_positions(next.positions, next.box.dimension, cell_shear(shear_, strain_), there);
  // From the initial cell, not from the last one: no rounding adds up.
  next.box = reduced(sheared(initial_.box, there));
  std::vector<double> affine = next.positions;
  affine_ = affine;
  expected_ = expected_displacement(step);

  try {
    relax(next, strain);
  } catch (const PhysicsError& error) {
    std::ostringstream where;
    where << "At strain " << strain << ": " << error.what();
    throw PhysicsError(where.str());
  }
  for (std::size_t i = 0; i < affine.size(); ++i) affine[i] = next.positions[i] - affine[i];
  remember_displacement(step, std::move(affine));
  configuration_ = std::make_shared<const Configuration>(std::move(next));
  strain_ = strain;
  rig::Response response;
  response.residual = last_.residual;
  return response;
}

std::vector<double> AtomisticSpecimen::expected_displacement(double step) const {
  std::vector<double> guess = rate_;
  // Rates belong to the middle of their increments.
  const bool curved = !rate_before_.empty() && step_ * step_before_ > 0 && step_ * step > 0;
  const double ahead = curved ? std::min((step_ + step) / (step_ + step_before_), most_ahead) : 0;
  for (std::size_t i = 0; i < guess.size(); ++i) {
    if (curved) guess[i] += ahead * (rate_[i] - rate_before_[i]);
    guess[i] *= step;
  }
  // Near the end of a branch displacements grow without bound, and so do their extrapolations.
  const double longest = largest_component(guess);
  if (longest > farthest_)
    for (double& u : guess) u *= farthest_ / longest;
  return guess;
}

void AtomisticSpecimen::remember_displacement(double step, std::vector<double> displacement) {
  // Of a very short step the rate is mostly rounding; the former one is the better guess.
  if (!rate_.empty() && std::abs(step) < shortest_share * std::abs(step_) && !last_.followed_flow) return;
  if (last_.followed_flow || step == 0) {
    rate_.clear();
    rate_before_.clear();
    return;
  }
  for (double& u : displacement) u /= step;
  rate_before_ = std::move(rate_);
  step_before_ = step_;
  rate_ = std::move(displacement);
  step_ = step;
}

Group AtomisticSpecimen::fields() const {
  const auto d = static_cast<std::size_t>(configuration_->box.dimension);
  const std::size_t n = configuration_->atoms();
  const CellShear applied = cell_shear(shear_, strain_);
  Group group;
  for (std::size_t c = 0; c < d; ++c) {
    std::vector<double> position(n), displacement(n);
    for (std::size_t i = 0; i < n; ++i) {
      position[i] = configuration_->positions[d * i + c];
      const double* const start = &initial_.positions[d * i];
      const double share = c == 0 ? applied.stretch : (c == 1 ? 1 / applied.stretch : 1);
      displacement[i] = position[i] - share * start[c];
      if (c == 0) displacement[i] -= applied.tilt * start[1];
    }
    const std::string name(1, "xyz"[c]);
    group.put(name, std::move(position), "length", "position, followed through the periodic images");
    group.put("d" + name, std::move(displacement), "length", "non-affine displacement since the beginning");
  }
  group.put("species",
            std::vector<std::int64_t>(configuration_->species.begin(), configuration_->species.end()), "",
            "number of the species, from 0");
  return group;
}

Group AtomisticSpecimen::snapshot() const {
  Group group;
  group.put("strain", strain_);
  if (shear_.angle) group.put("angle", *shear_.angle);
  group.put("species",
            std::vector<std::int64_t>(configuration_->species.begin(), configuration_->species.end()));
  group.groups["initial"] = place_of(initial_);
  group.groups["present"] = place_of(*configuration_);
  group.groups["list_built_for"] = place_of(material_->built_for());
  group.groups["relaxation"] = material_->relaxation().snapshot();
  group.put("rate", rate_);
  group.put("rate_before", rate_before_);
  group.put("steps", std::vector<double>{step_, step_before_});
  group.put("residual", last_.residual);
  group.put("repeats", std::vector<std::int64_t>{repeated_, unexplained_});
  return group;
}

void AtomisticSpecimen::restore(const Group& snapshot) {
  const auto& species = snapshot.integers("species");
  if (!std::equal(species.begin(), species.end(), configuration_->species.begin(),
                  configuration_->species.end()))
    throw InputError("The snapshot's atoms are not those of this specimen (" +
                     std::to_string(species.size()) + " atoms against " +
                     std::to_string(configuration_->atoms()) + ", or other species).");
  const bool pure = snapshot.has_array("angle");
  if (pure != shear_.angle.has_value() || (pure && snapshot.number("angle") != *shear_.angle))
    throw InputError("The snapshot is one of another kind or angle of shear than this specimen's.");
  // Everything is read, and the relaxation has agreed, before the atoms change.
  const Configuration like = *configuration_;
  Configuration initial = placed(snapshot.group("initial"), like);
  Configuration present = placed(snapshot.group("present"), like);
  const Configuration list_built_for = placed(snapshot.group("list_built_for"), like);
  const double strain = snapshot.number("strain"), residual = snapshot.number("residual");
  std::vector<double> rate = snapshot.doubles("rate"), rate_before = snapshot.doubles("rate_before");
  const auto& steps = snapshot.doubles("steps");
  if (steps.size() != 2) throw InputError("The snapshot's steps are not two.");
  std::vector<std::int64_t> repeats{0, 0};  // not in snapshots of earlier versions
  if (snapshot.has_array("repeats")) repeats = snapshot.integers("repeats");
  if (repeats.size() != 2) throw InputError("The snapshot's repeats are not two.");
  material_->relaxation().restore(snapshot.group("relaxation"), like);
  affine_.clear();
  initial_ = std::move(initial);
  configuration_ = std::make_shared<const Configuration>(std::move(present));
  strain_ = strain;
  rate_ = std::move(rate);
  rate_before_ = std::move(rate_before);
  step_ = steps[0], step_before_ = steps[1];
  repeated_ = repeats[0], unexplained_ = repeats[1];
  // Last, so that the list, and with it the order of all sums, is what it was.
  material_->build_list(list_built_for);
  last_ = {};
  std::vector<double> forces;
  last_.evaluation = material_->force_field().evaluate(*configuration_, forces);
  last_.residual = residual;
}

}  // namespace vitrum::atomistic
