// Elasticity of a lattice of unequal elements that is too large for a table.
#pragma once

#include <vector>

#include "elastoplastic/elasticity.h"
#include "elastoplastic/heterogeneous_finite_elements.h"

namespace vitrum::elastoplastic {

/// Solves for the displacements anew for every call of add(), whatever the number of slips. What an element's
/// slip does to the element itself costs two solutions; they are made when first asked for, and kept.
class SolvedElasticity : public Elasticity {
 public:
  explicit SolvedElasticity(HeterogeneousFiniteElements finite_elements);

  std::size_t elements() const override { return finite_elements_.lattice().elements(); }
  void add(std::span<const ElementSlip> slips, StressField& stress) override;
  double self_stress(std::size_t element, const Deviator& direction) const override;
  const Loading& loading() const override { return loading_; }

 private:
  /// Stress on a system of direction (d, s) in its own element: d^2 * diagonal + d s * mixed + s^2 * shear.
  struct SelfResponse {
    double diagonal = 0, mixed = 0, shear = 0;
  };
  SelfResponse solve_self_response(std::size_t element) const;

  HeterogeneousFiniteElements finite_elements_;
  Loading loading_;
  NodeField field_;                          // work space
  mutable std::vector<SelfResponse> known_;  // by element; shear is 0 where not known yet
};

}  // namespace vitrum::elastoplastic
