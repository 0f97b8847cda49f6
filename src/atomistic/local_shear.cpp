#include "atomistic/local_shear.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <utility>

#include "atomistic/box_geometry.h"
#include "atomistic/local_strain.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// Frozen atoms are taken from so far around the patch: a cut-off, what the strain brings nearer, and room
/// for free atoms that move outwards.
double reach_of(double cutoff, double most_strain) { return (cutoff + 1) * std::exp(0.5 * most_strain); }

constexpr double smallest_increment = 1e-9, largest_tolerance = 1e-7;

/// The last point of the grid.
double most_on_grid(const LocalShearSettings& s) {
  return s.increment * std::floor(s.most_strain / s.increment * (1 + 1e-12));
}

/// Where less energy than this is dissipated, the branch goes on.
constexpr double smallest_event = 1e-6;

/// How far behind the end of a branch, in increments, it is seen whether there was one.
constexpr double just_beyond = 0.02;

void check(const Configuration& sample, const PairPotentials& potentials, const LocalShearSettings& s) {
  if (sample.box.dimension != 2)
    throw InputError("Local shear tests of atoms are made in two dimensions; this sample has " +
                     std::to_string(sample.box.dimension) + ".");
  check(sample.box);
  if (sample.positions.size() != static_cast<std::size_t>(sample.box.dimension) * sample.atoms())
    throw InputError("The sample has " + std::to_string(sample.positions.size()) + " coordinates of " +
                     std::to_string(sample.atoms()) + " atoms.");
  for (std::size_t i = 0; i < sample.atoms(); ++i)
    if (sample.species[i] < 0 || sample.species[i] >= potentials.species())
      throw InputError("Atom " + std::to_string(i + 1) + " is of species number " +
                       std::to_string(sample.species[i] + 1) + ", but the potential knows only " +
                       std::to_string(potentials.species()) + ". Choose another potential.");
  if (!potentials.are_smooth())
    throw InputError(
        "Local shear tests need potentials that end smoothly: where a force jumps, every pair that crosses "
        "the cut-off is an instability. Choose the potential with a tail.");
  if (!(s.increment >= smallest_increment) || !(s.most_strain >= s.increment) || !(s.most_strain <= 1))
    throw InputError("A local shear test needs 1e-9 <= increment <= most_strain <= 1; got increment = " +
                     std::to_string(s.increment) + ", most_strain = " + std::to_string(s.most_strain) + ".");
  if (!(s.force_tolerance > 0) || !(s.force_tolerance <= largest_tolerance) || !(s.flow_tolerance > 0))
    throw InputError(
        "The tolerances of a local shear test must be positive, that of forces at most 1e-7: what looser "
        "equilibria release later would be taken for events.");
  if (s.environment == Environment::elastic && !(s.shell > 0))
    throw InputError("An elastic environment needs a shell of positive width; got " +
                     std::to_string(s.shell) + ".");
}

/// From where the branch ended to behind the avalanche. In the last bit of strain the surroundings work,
/// before the avalanche or after it, while their load grows as it did on the mean.
struct Heat {
  double before, behind;
};
Heat heat(const PatchRest& start, const PatchRest& end, const PatchRest& after) {
  const double rest = after.point.strain - end.point.strain;
  const double way = end.point.strain - start.point.strain;
  const double slope = way > 0 ? (end.state.work - start.state.work) / way : 0;
  const double grown = 0.5 * slope * rest * rest, stored = after.state.energy - end.state.energy;
  return {rest * end.state.work + grown - stored, rest * after.state.work - grown - stored};
}

}  // namespace

LocalShear::LocalShear(const Configuration& sample, const PairPotentials& potentials,
                       const LocalShearSettings& settings)
    : sample_(sample),
      potentials_(potentials),
      settings_(settings),
      patch_(potentials),
      stiffness_(patch_),
      branch_(patch_, stiffness_, {settings.increment, settings.force_tolerance, most_on_grid(settings)}),
      flow_(patch_, stiffness_, {settings.flow_tolerance, 0.01, 20000, {settings.force_tolerance, 0.01}}) {
  check(sample, potentials, settings);
}

LocalYield LocalShear::test(const std::array<double, 2>& place, double radius, double angle) {
  if (!(radius > 0) || !std::isfinite(place[0] + place[1] + angle))
    throw InputError("A local shear test needs a positive radius and finite numbers; got radius = " +
                     std::to_string(radius) + ".");
  const double shell = settings_.environment == Environment::elastic ? settings_.shell : 0;
  PatchAtoms atoms;
  cut_patch(sample_, {place, radius, shell, reach_of(potentials_.cutoff(), settings_.most_strain)},
            potentials_.cutoff(), atoms);
  if (atoms.disc == 0)
    throw InputError("There is no atom within " + std::to_string(radius) + " of the place (" +
                     std::to_string(place[0]) + ", " + std::to_string(place[1]) + "). Take a larger radius.");
  patch_.begin(std::move(atoms), angle);
  stiffness_.forget_order();
  flow_steps_ = 0;
  fallen_stress_ = std::numeric_limits<double>::quiet_NaN();
  const double area = std::numbers::pi * radius * radius;
  const auto tau = [&](const PatchPoint& point) {
    return resolved(patch_.shear(), patch_.virial(point)) / area;
  };

  const PatchRest start = branch_.begin();
  LocalYield record;
  record.place = place;
  record.radius = radius;
  record.angle = angle;
  record.stress = (1 / area) * patch_.virial(start.point);
  record.tau_i = resolved(patch_.shear(), record.stress);
  PatchRest last = start;
  while (true) {
    const BranchEnd end =
        settings_.increments == Increments::adaptive ? branch_.follow(last) : branch_.follow_increments(last);
    last = end.last;
    record.tau_c = record.tau_f = tau(last.point);
    record.critical_strain = last.point.strain;
    record.found = end.found;
    if (!end.found) return record;
    if (end.goes_on) continue;

    PatchRest after{end.fall, {}};
    const bool is_event = end.located || dissipates(start, end);
    fall(after);
    const double drop = heat(start, end.end, after).before;
    if (is_event && drop > smallest_event) {
      record.critical_strain = after.point.strain;
      fallen_stress_ = tau(after.point);
      record.energy_drop = drop;
      locate_event(last.point, after.point, record);
      const double beyond = after.point.strain - end.end.point.strain;
      record.tau_f = record.tau_c - (tau(end.end.point) - (fallen_stress_ - beyond * slope_of(after, tau)));
      return record;
    }
    last = after;
    if (last.point.strain + 0.5 * settings_.increment > settings_.most_strain) {
      record.found = false;
      record.tau_c = record.tau_f = tau(last.point);
      record.critical_strain = last.point.strain;
      return record;
    }
  }
}

/// Of the stress against strain, behind an avalanche: it is carried back to the strain of the instability
/// along it. Relaxed back instead, one small event in ten would undo itself.
double LocalShear::slope_of(const PatchRest& after, const std::function<double(const PatchPoint&)>& tau) {
  PatchRest next = after;
  next.point.strain += slope_step * settings_.increment;
  fall(next);
  return (tau(next.point) - tau(after.point)) / (slope_step * settings_.increment);
}

void LocalShear::fall(PatchRest& rest) {
  rest.state = flow_.fall(rest.point);
  flow_steps_ += flow_.steps();
}

/// Whether the branch ends where its instability was not seen. Just beyond, the work of the last bit of
/// strain hardly matters; where there is no heat before it or none behind it, the load only changed quickly.
bool LocalShear::dissipates(const PatchRest& start, const BranchEnd& end) {
  PatchRest just{end.fall, {}};
  just.point.strain = std::min(end.fall.strain, end.end.point.strain + just_beyond * settings_.increment);
  fall(just);
  const Heat found = heat(start, end.end, just);
  return std::min(found.before, found.behind) > smallest_event;
}

/// As rearrangement() does: the mean position, before the test, with the fourth power of the local shear.
void LocalShear::locate_event(const PatchPoint& before, const PatchPoint& after, LocalYield& record) const {
  const PatchAtoms& atoms = patch_.atoms();
  Configuration patch;
  const double room = 4 * (record.radius + settings_.shell + reach_of(potentials_.cutoff(), 1));
  patch.box.lx = patch.box.ly = room;
  patch.species = atoms.species;
  patch.positions = atoms.positions;
  std::copy(before.positions.begin(), before.positions.end(), patch.positions.begin());
  std::vector<double> moved(patch.positions.size(), 0.0);
  for (std::size_t k = 0; k < before.positions.size(); ++k)
    moved[k] = after.positions[k] - before.positions[k];
  const LocalStrain local = local_strain(patch, moved, potentials_.cutoff());
  double sum = 0, x = 0, y = 0;
  for (std::size_t i = 0; i < atoms.disc; ++i) {
    const double weight = std::pow(shear_size(local.strain[i], 2), 4);
    sum += weight;
    x += weight * atoms.positions[2 * i];
    y += weight * atoms.positions[2 * i + 1];
  }
  record.event = record.place;
  if (sum > 0) record.event = {record.place[0] + x / sum, record.place[1] + y / sum};
}

}  // namespace vitrum::atomistic
