#include "atomistic/foreign_local_shear.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "atomistic/difference_product.h"
#include "atomistic/iterative_relaxation.h"
#include "atomistic/local_strain.h"
#include "atomistic/near_stiffness.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

constexpr double list_skin = 0.3;
constexpr double least_heat = 1e-6;  // as in LocalShear
/// What seems to dissipate is gone through again in so many parts; of an event this share of the heat is
/// left.
constexpr int parts = 8;
constexpr double left_share = 0.25;

void check(const Configuration& sample, const LocalShearSettings& s) {
  if (sample.box.dimension != 2)
    throw InputError("Local shear tests of atoms are made in two dimensions; this sample has " +
                     std::to_string(sample.box.dimension) + ".");
  if (s.environment != Environment::frozen)
    throw InputError(
        "Local shear tests by another program know frozen surroundings only: an elastic shell needs the "
        "stiffness of pairs. Set environment = \"frozen\".");
  if (!(s.increment > 0) || !(s.most_strain >= s.increment) || !(s.force_tolerance > 0))
    throw InputError("A local shear test needs positive tolerances and 0 < increment <= most_strain.");
}

RelaxationSettings relaxation_of(const LocalShearSettings& s) {
  RelaxationSettings out = iterative_relaxation_settings();
  out.force_tolerance = s.force_tolerance;
  out.flow.tolerance = s.flow_tolerance;
  return out;
}

/// As rearrangement() does: the mean position, before the test, with the fourth power of the local shear.
std::array<double, 2> event_centre(const PatchAtoms& atoms, const Configuration& before,
                                   const Configuration& after, double reach) {
  std::vector<double> moved = after.positions;
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i] -= before.positions[i];
  const LocalStrain local = local_strain(before, moved, reach);
  double sum = 0, x = 0, y = 0;
  for (std::size_t i = 0; i < atoms.disc; ++i) {
    const double weight = std::pow(shear_size(local.strain[i], 2), 4);
    sum += weight;
    x += weight * atoms.positions[2 * i];
    y += weight * atoms.positions[2 * i + 1];
  }
  if (!(sum > 0)) return {0, 0};
  return {x / sum, y / sum};
}

}  // namespace

ForeignLocalShear::ForeignLocalShear(const Configuration& sample,
                                     const std::shared_ptr<const ForeignPotential>& potential,
                                     const LocalShearSettings& settings)
    : sample_(sample),
      settings_(settings),
      all_(potential->force_field(list_skin)),
      field_(*all_),
      reach_((2 * potential->cutoff() + 1) * std::exp(0.5 * settings.most_strain)) {
  check(sample, settings);
}

/// In a cell that is so large that the cluster does not meet its images.
Configuration ForeignLocalShear::cluster(const PatchAtoms& atoms, double strain) const {
  double farthest = 0;
  for (const double x : atoms.positions) farthest = std::max(farthest, std::abs(x));
  const double edge = 2 * farthest * std::exp(0.5 * settings_.most_strain) + field_.cutoff() + 2;
  Configuration out;
  out.box = {2, {-edge / 2, -edge / 2, 0}, edge, edge, 1, 0, 0, 0};
  out.species = atoms.species;
  out.positions = atoms.positions;
  const PlaneMap map = stretch_of(shear_, strain);
  for (std::size_t i = 0; i < out.atoms(); ++i) {
    out.positions[2 * i] = map.x(atoms.positions[2 * i], atoms.positions[2 * i + 1]);
    out.positions[2 * i + 1] = map.y(atoms.positions[2 * i], atoms.positions[2 * i + 1]);
  }
  return out;
}

/// Of the whole cluster: what is frozen follows the strain and dissipates nothing.
ForeignLocalShear::Rest ForeignLocalShear::measured(Configuration at, const Evaluation& evaluation) const {
  const double work = at.box.volume() * resolved(shear_, evaluation.stress);
  return {std::move(at), evaluation.energy, work, 0, {}};
}

double ForeignLocalShear::tau(const Configuration& at, std::size_t disc, SymmetricTensor* stress) {
  const std::vector<SymmetricTensor> virials = all_->atom_virials(at);
  SymmetricTensor sum;
  for (std::size_t i = 0; i < disc; ++i) sum += virials[i];
  if (stress) *stress = (1 / area_) * sum;
  return resolved(shear_, sum) / area_;
}

Configuration ForeignLocalShear::unstrained(Configuration at, double strain) const {
  const PlaneMap back = stretch_of(shear_, -strain);
  for (std::size_t i = 0; i < at.atoms(); ++i) {
    const double x = at.positions[2 * i], y = at.positions[2 * i + 1];
    at.positions[2 * i] = back.x(x, y);
    at.positions[2 * i + 1] = back.y(x, y);
  }
  return at;
}

ForeignLocalShear::Rest ForeignLocalShear::strained(Relaxation& relaxation, const PatchAtoms& atoms,
                                                    const Rest& last, double from, double step) const {
  Configuration next = cluster(atoms, from + step);
  const PlaneMap once = stretch_of(shear_, step);
  for (std::size_t i = 0; i < atoms.disc; ++i) {
    const double x = last.at.positions[2 * i], y = last.at.positions[2 * i + 1];
    next.positions[2 * i] = once.x(x, y);
    next.positions[2 * i + 1] = once.y(x, y);
  }
  const std::vector<double> affine = next.positions;
  std::vector<double> guess = last.rate;
  for (double& u : guess) u *= step;
  const RelaxationReport found = relaxation.relax(next, guess);
  Rest rest = measured(std::move(next), found.evaluation);
  rest.heat = step * (last.work + rest.work) / 2 - (rest.energy - last.energy);
  if (found.followed_flow) return rest;
  rest.rate.resize(affine.size());
  for (std::size_t i = 0; i < affine.size(); ++i) rest.rate[i] = (rest.at.positions[i] - affine[i]) / step;
  return rest;
}

LocalYield ForeignLocalShear::test(const std::array<double, 2>& place, double radius, double angle) {
  if (!(radius > 0) || !std::isfinite(place[0] + place[1] + angle))
    throw InputError("A local shear test needs a positive radius and finite numbers.");
  PatchAtoms atoms;
  cut_patch(sample_, {place, radius, 0, reach_}, field_.cutoff(), atoms);
  if (atoms.disc == 0)
    throw InputError("There is no atom within " + std::to_string(radius) + " of the place (" +
                     std::to_string(place[0]) + ", " + std::to_string(place[1]) + "). Take a larger radius.");
  shear_ = shear_of(angle);
  area_ = std::numbers::pi * radius * radius;
  field_.hold_beyond(atoms.disc);
  IterativeRelaxation relaxation(
      field_, held_stiffness(std::make_unique<NearStiffness>(*all_), 2, atoms.disc),
      [this] { return difference_product(field_); }, relaxation_of(settings_));

  Configuration at = cluster(atoms, 0);
  const Evaluation begin = relaxation.quench(at).evaluation;
  Rest last = measured(std::move(at), begin);
  LocalYield record;
  record.place = place;
  record.radius = radius;
  record.angle = angle;
  record.tau_i = tau(last.at, atoms.disc, &record.stress);
  const auto most = std::lround(std::floor(settings_.most_strain / settings_.increment * (1 + 1e-12)));
  for (long k = 1; k <= most; ++k) {
    const double from = static_cast<double>(k - 1) * settings_.increment;
    Rest rest = strained(relaxation, atoms, last, from, settings_.increment);
    double heat = rest.heat, brink_strain = from;
    Rest brink = last;  // the last one seen before the event
    if (heat > least_heat) {
      // Where the load only changes quickly, this is less and less in finer steps.
      Rest fine = last;
      heat = 0;
      double most_heat = 0;
      for (int part = 0; part < parts; ++part) {
        const Rest before = fine;
        fine = strained(relaxation, atoms, fine, from + part * settings_.increment / parts,
                        settings_.increment / parts);
        heat += fine.heat;
        if (fine.heat <= most_heat) continue;
        most_heat = fine.heat;
        brink = before;
        brink_strain = from + part * settings_.increment / parts;
      }
      if (!(heat > least_heat && heat > left_share * rest.heat)) rest = fine, heat = 0;
    }
    if (heat > least_heat) {
      record.critical_strain = from + settings_.increment;
      record.tau_c = tau(last.at, atoms.disc);
      // At the strain of the event, as in LocalShear: the load does not grow meanwhile.
      record.energy_drop = rest.heat + settings_.increment * (last.work - rest.work) / 2;
      record.event = event_centre(atoms, unstrained(last.at, from),
                                  unstrained(rest.at, record.critical_strain), field_.cutoff());
      for (std::size_t c = 0; c < 2; ++c) record.event[c] += place[c];
      // Held at the strain of the instability, as in LocalShear, which is known to a part of the increment.
      // What moved in the event says nothing of how it goes on.
      rest.rate.clear();
      const Rest next =
          strained(relaxation, atoms, rest, record.critical_strain, slope_step * settings_.increment);
      const double fallen = fallen_stress_ = tau(rest.at, atoms.disc);
      const double slope = (tau(next.at, atoms.disc) - fallen) / (slope_step * settings_.increment);
      const double behind = fallen - slope * (record.critical_strain - brink_strain);
      record.tau_f = record.tau_c - (tau(brink.at, atoms.disc) - behind);
      return record;
    }
    last = std::move(rest);
  }
  record.found = false;
  record.critical_strain = static_cast<double>(most) * settings_.increment;
  record.tau_c = record.tau_f = tau(last.at, atoms.disc);
  return record;
}

}  // namespace vitrum::atomistic
