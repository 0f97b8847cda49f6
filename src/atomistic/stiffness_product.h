// How the flow knows the stiffness: by its products with displacements.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "atomistic/pair_force_field.h"

namespace vitrum::atomistic {

/// The stiffness K at one configuration, in single precision, in rows of the implementation's own order.
class StiffnessProduct {
 public:
  virtual ~StiffnessProduct() = default;

  /// Forgets everything, so that what follows does not depend on what was before.
  virtual void reset() = 0;
  virtual void set(const Configuration& configuration) = 0;
  /// -K u for rows u. Both are as long as rows_of() makes them.
  virtual void pull(const float* displacements, float* forces) = 0;

  virtual std::vector<float> rows_of(const std::vector<double>& by_atom) const = 0;
  /// Adds rows to a vector of dimension * atoms numbers.
  virtual void add_rows(const std::vector<float>& rows, std::vector<double>& by_atom) const = 0;

  /// Of set() and of pull() with what Lanczos does to its vectors, in evaluations of the forces.
  virtual double cost_of_set() const = 0;
  virtual double cost_of_product() const = 0;
};

/// Of atoms that interact in pairs (SpringNetwork). The force field must outlive it.
std::unique_ptr<StiffnessProduct> pair_stiffness_product(PairForceField& force_field);

/// Of metals (EamSprings). The force field must outlive it.
std::unique_ptr<StiffnessProduct> eam_stiffness_product(EamForceField& force_field);

}  // namespace vitrum::atomistic
