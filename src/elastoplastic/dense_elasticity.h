// Elasticity of a small set of elements by a table of all responses.
#pragma once

#include "elastoplastic/elasticity.h"
#include "elastoplastic/response_table.h"

namespace vitrum::elastoplastic {

/// Any linear elasticity whose responses fit into memory: lattices of unequal elements, patches cut out of a
/// lattice. A slip costs one pass over the rows of its element, the exact floor of a table.
class DenseElasticity : public Elasticity {
 public:
  /// @param loading stress per unit of the external strain that the lattice will be sheared by.
  DenseElasticity(ResponseTable responses, Loading loading);

  std::size_t elements() const override { return responses_.elements(); }

  /// @throws InputError when the field has pressure and the table has none, or another number of elements.
  void add(std::span<const ElementSlip> slips, StressField& stress) override;

  double self_stress(std::size_t element, const Deviator& direction) const override;

  const Loading& loading() const override { return loading_; }
  const ResponseTable& responses() const { return responses_; }

 private:
  ResponseTable responses_;
  Loading loading_;
};

}  // namespace vitrum::elastoplastic
