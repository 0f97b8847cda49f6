// Energy, forces and stress of metals by the embedded-atom method.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "atomistic/eam_potential.h"
#include "atomistic/force_field.h"
#include "atomistic/neighbour_list.h"

namespace vitrum::atomistic {

/// An embedded-atom potential on a neighbour list, in three dimensions. Units are those of the tables:
/// energies in eV, forces in eV per angstrom, stresses in eV per cubic angstrom, which is 160.2176634 GPa.
class EamForceField : public ForceField {
 public:
  /// @param skin see NeighbourList.
  explicit EamForceField(std::shared_ptr<const EamPotential> potential, double skin = 0.3);

  double cutoff() const override { return potential_->cutoff(); }
  int species() const override { return potential_->species(); }
  /// `pairs` are those within the reach of any of their functions, EamPotential::reach().
  /// @throws InputError also when the configuration has two dimensions.
  Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) override;

  const EamPotential& potential() const { return *potential_; }
  /// The density rho_i at each atom in the last evaluation.
  const std::vector<double>& densities() const { return densities_; }
  /// Brings the list up to date with this configuration. @throws InputError, PhysicsError as evaluate() does.
  void prepare(const Configuration& configuration);
  /// The list, and the coordinates of its slots as of the last prepare() or evaluate().
  const NeighbourList& list() const { return list_; }
  const std::vector<double>& rows() const { return rows_; }

 private:
  void build_list(const Configuration& configuration);
  [[noreturn]] void explain_failure() const;

  std::shared_ptr<const EamPotential> potential_;
  NeighbourList list_;
  std::vector<double> rows_, force_rows_;  // coordinates and forces of slots
  std::vector<double> densities_;
};

}  // namespace vitrum::atomistic
