// Energy, forces and stress of a configuration: the interface that every potential stands behind.
#pragma once

#include <cstdint>
#include <vector>

#include "atomistic/configuration.h"
#include "math/tensor.h"

namespace vitrum::atomistic {

struct Evaluation {
  double energy = 0;
  SymmetricTensor stress;  ///< virial stress / volume, tension positive, no kinetic part
  std::int64_t pairs = 0;  ///< pairs of atoms within the cut-off
};

/// A potential together with its neighbour list. One object serves one sample at a time.
class ForceField {
 public:
  virtual ~ForceField() = default;

  virtual double cutoff() const = 0;
  virtual int species() const = 0;

  /// Energy, stress and forces (dimension * atoms numbers, written over). Rebuilds the neighbour list
  /// when atoms or box have moved more than the skin allows.
  /// @throws InputError when the box is too thin for the cut-off or a species is unknown;
  /// @throws PhysicsError when two atoms coincide or a position is not finite.
  virtual Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) = 0;
};

}  // namespace vitrum::atomistic
