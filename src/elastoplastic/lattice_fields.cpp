// What a lattice shows and stores: maps, the last event, snapshots.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "base/error.h"
#include "elastoplastic/green_operator.h"
#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/slip_system.h"
#include "elastoplastic/tensor_field.h"

namespace vitrum::elastoplastic {

namespace {

constexpr int directions = 8;

/// The pressure of a lattice of equal elements, which follows from its plastic strain. Slip is driven by the
/// deviator alone; the pressure is worked out here, where somebody looks at it.
std::vector<double> pressure_of(const LatticeSettings& settings, const Lattice& lattice) {
  const GreenOperator green(settings.columns, settings.rows, {settings.shear_modulus, settings.bulk_modulus});
  TensorField plastic(lattice.elements());
  for (std::size_t i = 0; i < lattice.elements(); ++i) {
    plastic.xx[i] = -0.5 * lattice.plastic_diagonal()[i];
    plastic.yy[i] = 0.5 * lattice.plastic_diagonal()[i];
    plastic.xy[i] = 0.5 * lattice.plastic_shear()[i];
  }
  const TensorField stress = green.stress(plastic);
  std::vector<double> pressure;
  for (std::size_t i = 0; i < lattice.elements(); ++i)
    pressure.push_back(-0.5 * (stress.xx[i] + stress.yy[i]));
  return pressure;
}

}  // namespace

StressField LatticeSpecimen::stress() const {
  StressField stress = lattice_.stress();
  if (!stress.has_pressure()) stress.pressure = pressure_of(settings_, lattice_);
  add(lattice_.elasticity().loading(), strain_ - relaxed_.strain, stress);
  return stress;
}

Group LatticeSpecimen::fields() const {
  const StressField stress = this->stress();
  std::vector<double> xx, yy, plastic_xx, plastic_shear, slips, distance;
  for (std::size_t i = 0; i < elements(); ++i) {
    xx.push_back(-stress.pressure[i] - stress.diagonal[i]);
    yy.push_back(-stress.pressure[i] + stress.diagonal[i]);
    plastic_xx.push_back(-0.5 * (lattice_.plastic_diagonal()[i] - initial_plastic_diagonal_[i]));
    plastic_shear.push_back(lattice_.plastic_shear()[i] - initial_plastic_shear_[i]);
    slips.push_back(static_cast<double>(lattice_.slip_counts()[i] - initial_slips_[i]));
    distance.push_back(lattice_.systems().lowest_distance(i, stress.deviator(i),
                                                          lattice_.threshold_shift(stress.pressure[i])));
  }
  const std::vector<std::size_t> shape{static_cast<std::size_t>(settings_.rows),
                                       static_cast<std::size_t>(settings_.columns)};
  Group group;
  group.put_shaped("stress_xx", shape, std::move(xx), "stress", "element stress, tension positive");
  group.put_shaped("stress_yy", shape, std::move(yy), "stress", "element stress, tension positive");
  group.put_shaped("stress_xy", shape, stress.shear, "stress", "element shear stress");
  group.put_shaped("plastic_strain_xx", shape, std::move(plastic_xx), "1", "equals -plastic_strain_yy");
  group.put_shaped("plastic_shear", shape, std::move(plastic_shear), "1",
                   "engineering plastic shear, 2 eps_pl,xy");
  group.put_shaped("slips", shape, std::move(slips), "1", "slip events since the beginning");
  group.put_shaped("smallest_distance", shape, std::move(distance), "stress",
                   "smallest distance to threshold among the slip systems of the element");
  put_directional_distance(group, stress);
  return group;
}

// How much shear stress along alpha the weakest system of every element still bears.
void LatticeSpecimen::put_directional_distance(Group& group, const StressField& stress) const {
  std::vector<double> distance;
  for (int direction = 0; direction < directions; ++direction) {
    const Deviator along = slip_direction(std::numbers::pi * direction / directions);
    for (std::size_t i = 0; i < elements(); ++i)
      distance.push_back(lattice_.systems().steps_to_threshold(
          i, stress.deviator(i), lattice_.threshold_shift(stress.pressure[i]), along, 0));
  }
  group.put_shaped("directional_distance",
                   {static_cast<std::size_t>(directions), static_cast<std::size_t>(settings_.rows),
                    static_cast<std::size_t>(settings_.columns)},
                   std::move(distance), "stress",
                   "shear stress along alpha = 0, 22.5, ..., 157.5 degrees that would activate the element");
}

std::optional<rig::Rearrangement> LatticeSpecimen::last_rearrangement() const {
  if (sites_.empty()) return std::nullopt;
  std::vector<std::int64_t> distinct = sites_;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  rig::Rearrangement moved;
  moved.participation = static_cast<double>(distinct.size());
  // Where the avalanche began: the mean place of its elements is often one that never slipped.
  const std::int64_t column = sites_.front() % settings_.columns, row = sites_.front() / settings_.columns;
  moved.centre[0] = (static_cast<double>(column) + 0.5) * settings_.element_length;
  moved.centre[1] = (static_cast<double>(row) + 0.5) * settings_.element_length;
  moved.fields = [this] {
    std::vector<double> slips(elements());
    for (const std::int64_t site : sites_) slips[static_cast<std::size_t>(site)] += 1;
    Group fields;
    fields.put_shaped("slips",
                      {static_cast<std::size_t>(settings_.rows), static_cast<std::size_t>(settings_.columns)},
                      std::move(slips), "1", "slips of the event");
    return fields;
  };
  return moved;
}

Group LatticeSpecimen::snapshot() const {
  Group group = lattice_.snapshot();
  group.put("strain", strain_);
  group.put("relaxed_strain", relaxed_.strain, "1", "strain at which the last avalanche ended");
  group.put("time", time_);
  group.put("energy", energy_);
  group.put("initial_plastic_diagonal", initial_plastic_diagonal_);
  group.put("initial_plastic_shear", initial_plastic_shear_);
  group.put("initial_slips", initial_slips_);
  group.groups["thermal"] = thermal_.snapshot();
  return group;
}

void LatticeSpecimen::restore(const Group& snapshot) {
  const double strain = snapshot.number("strain");
  const double relaxed_strain = snapshot.number("relaxed_strain");
  const double time = snapshot.number("time");
  auto plastic_diagonal = snapshot.doubles("initial_plastic_diagonal");
  auto plastic_shear = snapshot.doubles("initial_plastic_shear");
  auto slips = snapshot.integers("initial_slips");
  if (plastic_diagonal.size() != elements() || plastic_shear.size() != elements() ||
      slips.size() != elements())
    throw InputError("lattice snapshot: the plastic strain at the beginning is that of another size");
  const double energy = snapshot.number("energy");
  ThermalActivation thermal = thermal_;
  thermal.restore(snapshot.group("thermal"));
  lattice_.restore(snapshot);
  thermal_ = std::move(thermal);
  energy_ = energy;
  initial_plastic_diagonal_ = std::move(plastic_diagonal);
  initial_plastic_shear_ = std::move(plastic_shear);
  initial_slips_ = std::move(slips);
  sites_.clear();
  settle(relaxed_strain);
  strain_ = strain;
  time_ = time;
}

}  // namespace vitrum::elastoplastic
