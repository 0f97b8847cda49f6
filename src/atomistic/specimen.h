// A glass of atoms on the test rig.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "atomistic/applied_shear.h"
#include "atomistic/material.h"
#include "rig/specimen.h"

namespace vitrum::atomistic {

/// A periodic sample under athermal quasi-static shear (paper 1, sec. 2.1), simple shear unless told
/// otherwise: each strain_to() moves the atoms affinely, x += (gamma - gamma_before) * y, tilts the box with
/// them, and relaxes them at fixed box. Strain is counted from the configuration it was made of. The
/// configuration is always in the frame in which the cell's edge a lies along x; stresses and the direction
/// of a rearrangement are in the frame of the loading, see turn_of_loading().
class AtomisticSpecimen : public rig::Specimen {
 public:
  /// Relaxes `configuration` to the force tolerance of `settings`.
  /// @throws InputError for a bad configuration, PhysicsError when it finds no equilibrium.
  AtomisticSpecimen(Configuration configuration, PairPotentials potentials, RelaxationSettings settings = {},
                    double skin = 0.3, AppliedShear shear = {});
  /// @param settings those of the material.
  AtomisticSpecimen(Configuration configuration, std::unique_ptr<Material> material,
                    const RelaxationSettings& settings, AppliedShear shear = {});
  /// Metals: see EamForceField for units.
  AtomisticSpecimen(Configuration configuration, const std::shared_ptr<const EamPotential>& potential,
                    const RelaxationSettings& settings, double skin = 0.3, AppliedShear shear = {});

  State state() const override;
  double volume() const override { return configuration_->box.volume(); }
  rig::Response strain_to(double strain) override;

  /// Per atom: "x", "y" (, "z") positions that follow each atom through the periodic images; "dx", "dy"
  /// (, "dz") its non-affine displacement x - F x_0 since the beginning, F the applied shear;
  /// "species".
  Group fields() const override;
  /// Square of the lowest eigenvalue of the Hessian, see Modes in docs/conventions.md.
  std::optional<double> stability() const override;
  /// What moved relaxing, beyond the uniform strain and the elastic motion that was expected.
  std::optional<rig::Rearrangement> last_rearrangement() const override;
  /// Of elastic_moduli(), as numbers and arrays; under pure shear without those that belong to the axes.
  Group moduli() const override;
  Group snapshot() const override;
  void restore(const Group& snapshot) override;

  /// In the frame of the cell.
  const Configuration& configuration() const { return *configuration_; }
  /// The same, for whoever wants to keep it: it stays as it is when the specimen goes on.
  std::shared_ptr<const Configuration> shared_configuration() const { return configuration_; }
  /// How the last relaxation went.
  const RelaxationReport& last_relaxation() const { return last_; }
  /// Relaxations that gained energy, see Material::least_dissipation(), and were repeated by steepest descent
  /// all the way; and those that still gained it then, so that the state before them was no equilibrium.
  std::int64_t repeated_relaxations() const { return repeated_; }
  std::int64_t unexplained_gains() const { return unexplained_; }

 private:
  std::vector<double> expected_displacement(double step) const;
  State state_of(double strain, const Evaluation& evaluation) const;
  bool gains_energy(const State& after) const;
  void relax(Configuration& next, double strain);
  void remember_displacement(double step, std::vector<double> displacement);

  Configuration initial_;
  std::shared_ptr<const Configuration> configuration_;
  double strain_ = 0;
  AppliedShear shear_;
  std::unique_ptr<Material> material_;
  double farthest_;  ///< longest first guess of a displacement
  RelaxationReport last_;
  std::int64_t repeated_ = 0, unexplained_ = 0;
  /// Non-affine displacement per unit strain in the last two elastic increments; empty after an event.
  std::vector<double> rate_, rate_before_;
  double step_ = 0, step_before_ = 0;
  /// The last strain_to(): positions strained affinely, and the elastic displacement expected from there.
  std::vector<double> affine_, expected_;
};

}  // namespace vitrum::atomistic
