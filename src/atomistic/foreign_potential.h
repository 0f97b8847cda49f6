// Potentials that another program computes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "atomistic/force_field.h"

namespace vitrum::atomistic {

/// A force field of such a potential, with a neighbour list of its own.
class ForeignForceField : public ForceField {
 public:
  /// The configuration for which the list was built last. It decides the order of all sums:
  /// build_list(built_for()) restores it to the same bits.
  virtual const Configuration& built_for() const = 0;
  /// @throws InputError, PhysicsError as evaluate() does.
  virtual void build_list(const Configuration& configuration) = 0;
  /// Each atom's share of volume * stress, as the program deals it out. Slow: builds the list anew.
  virtual std::vector<SymmetricTensor> atom_virials(const Configuration& configuration) = 0;
};

/// Black box that makes force fields; nothing is known of its stiffness.
class ForeignPotential {
 public:
  virtual ~ForeignPotential() = default;

  virtual int dimension() const = 0;
  virtual int species() const = 0;
  virtual double cutoff() const = 0;
  /// Text that is another one for another potential: it decides which records can be gone on with.
  virtual std::string identity() const = 0;
  /// Each serves one sample. May be called by several threads at once. @param skin see NeighbourList.
  virtual std::unique_ptr<ForeignForceField> force_field(double skin) const = 0;
};

}  // namespace vitrum::atomistic
