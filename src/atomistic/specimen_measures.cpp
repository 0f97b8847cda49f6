// What an atomistic specimen tells beyond its state: what moved in an event, and its elastic moduli.
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "atomistic/rearrangement.h"
#include "atomistic/specimen.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// The components xx, yy, (zz, yz, xz,) xy in both directions.
void put_stiffness(Group& group, const std::string& name, const ElasticTensor& c, int dimension,
                   const std::string& note) {
  const std::vector<std::size_t> chosen =
      dimension == 2 ? std::vector<std::size_t>{0, 1, 5} : std::vector<std::size_t>{0, 1, 2, 3, 4, 5};
  std::vector<double> values;
  for (const std::size_t p : chosen)
    for (const std::size_t q : chosen) values.push_back(c.value[p][q]);
  group.put_shaped(name, {chosen.size(), chosen.size()}, std::move(values), "model units", note);
}

}  // namespace

std::optional<rig::Rearrangement> AtomisticSpecimen::last_rearrangement() const {
  if (affine_.empty()) return std::nullopt;
  Configuration before = *configuration_;
  before.positions = affine_;
  std::vector<double> displacement = configuration_->positions;
  for (std::size_t i = 0; i < displacement.size(); ++i) {
    displacement[i] -= affine_[i];
    if (!expected_.empty()) displacement[i] -= expected_[i];
  }
  rig::Rearrangement moved =
      rearrangement(before, std::move(displacement), material_->force_field().cutoff());
  if (shear_.angle) {
    moved.direction = std::fmod(moved.direction - turn_of_loading(shear_, strain_), 180.0);
    if (moved.direction < 0) moved.direction += 180;
    if (moved.direction >= 180) moved.direction = 0;  // a tiny negative angle, rounded
  }
  return moved;
}

std::optional<double> AtomisticSpecimen::stability() const {
  try {
    const auto mode = material_->lowest_mode(*configuration_);
    if (mode.eigenvalue > 0) return mode.eigenvalue * mode.eigenvalue;
  } catch (const PhysicsError&) {  // no mode found: no hint
  }
  return std::nullopt;
}

Group AtomisticSpecimen::moduli() const {
  const ElasticModuli found = material_->moduli(*configuration_);
  if (!found.stable) return {};
  const int d = found.dimension;
  Group group;
  const auto put = [&](const char* name, double value, const char* note) {
    group.put(name, value, "model units", note);
  };
  put("shear_modulus", mean_shear_modulus(found.relaxed, found.stress, d), "G, mean over directions");
  if (!shear_.angle)
    put("simple_shear_modulus", simple_shear_modulus(found.relaxed, found.stress), "d stress_xy / d gamma");
  put("bulk_modulus", bulk_modulus(found.relaxed, found.stress, d), "B = -V dp/dV");
  put("affine_shear_modulus", mean_shear_modulus(found.affine, found.stress, d), "G without relaxation");
  put("affine_bulk_modulus", bulk_modulus(found.affine, found.stress, d), "B without relaxation");
  put("pressure", pressure(found.stress, d), "");
  if (!shear_.angle) {
    put_stiffness(group, "stiffness", found.relaxed, d, "d2u / d eta_p d eta_q, atoms relaxed");
    put_stiffness(group, "affine_stiffness", found.affine, d, "the same, atoms follow the strain");
  }
  LowestMode mode;
  try {
    mode = material_->lowest_mode(*configuration_);
  } catch (const PhysicsError&) {  // the moduli stand without it
    mode.eigenvalue = mode.participation = std::numeric_limits<double>::quiet_NaN();
  }
  put("lowest_eigenvalue", mode.eigenvalue, "of the Hessian, translations left out; NaN: not found");
  group.put("lowest_mode_participation", mode.participation, "1", "atoms in the mode of that eigenvalue");
  return group;
}

}  // namespace vitrum::atomistic
