// Energy, forces and stress of metals by the embedded-atom method.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "atomistic/eam_kernel.h"
#include "atomistic/eam_potential.h"
#include "atomistic/eam_runs.h"
#include "atomistic/force_field.h"
#include "atomistic/neighbour_list.h"
#include "base/gigapascals.h"

namespace vitrum::atomistic {

using vitrum::gigapascals;

/// An embedded-atom potential on a neighbour list, in three dimensions. Units are those of the tables:
/// energies in eV, forces in eV per angstrom, stresses in eV per cubic angstrom (times `gigapascals`).
class EamForceField : public ForceField {
 public:
  /// @param skin see NeighbourList.
  explicit EamForceField(std::shared_ptr<const EamPotential> potential, double skin = 0.3);

  double cutoff() const override { return potential_->cutoff(); }
  int species() const override { return potential_->species(); }
  /// `pairs` are those that interact: tables often end with zeros before the cut-off.
  /// @throws InputError also when the configuration has two dimensions.
  Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) override;

  const EamPotential& potential() const { return *potential_; }
  /// The density rho_i at each atom in the last evaluation.
  const std::vector<double>& densities() const { return densities_; }
  /// Brings the list up to date with this configuration. @throws InputError, PhysicsError as evaluate() does.
  void prepare(const Configuration& configuration);
  /// The list decides the order of all sums: build_list(list().built_for()) restores it to the same bits.
  void build_list(const Configuration& configuration);
  /// The list, and the coordinates of its slots as of the last prepare() or evaluate().
  const NeighbourList& list() const { return list_; }
  /// After evaluate() the fourth number of each is F' of its atom.
  const std::vector<SlotRow>& rows() const { return rows_; }
  /// Of each slot that of the atom itself, which it is an image of.
  const std::vector<std::size_t>& home() const { return home_; }
  const EamRuns& runs() const { return runs_; }

 private:
  void arrange();
  double embed();

  std::shared_ptr<const EamPotential> potential_;
  double skin_;
  NeighbourList list_;
  std::uint64_t arranged_ = 0;  // the build of the list that the following are of
  EamRuns runs_;
  std::vector<std::size_t> home_;
  std::vector<SlotRow> rows_, sums_;  // coordinates of slots and F'; forces and densities
  std::vector<EightNumbers> slopes_;  // of near pairs
  std::vector<double> densities_;
};

}  // namespace vitrum::atomistic
