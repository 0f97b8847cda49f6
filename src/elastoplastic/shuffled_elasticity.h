// The interaction of model D of paper 1, A.8.4: the right strengths in the wrong places.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.h"
#include "elastoplastic/elasticity.h"
#include "elastoplastic/slip_kernel.h"

namespace vitrum::elastoplastic {

/// Every slip changes the stress of its own element as it should, and that of the others by the right values
/// handed out in a random order, a new one for every slip. The tensor given to an element stays together.
class ShuffledElasticity : public Elasticity {
 public:
  ShuffledElasticity(int columns, int rows, const Stiffness& stiffness, bool with_pressure,
                     const RandomStream& random);

  std::size_t elements() const override { return kernel_.elements(); }
  void add(std::span<const ElementSlip> slips, StressField& stress) override;
  double self_stress(std::size_t element, const Deviator& direction) const override;
  const Loading& loading() const override { return loading_; }
  bool is_in_balance() const override { return false; }
  std::uint64_t random_counter() const override { return random_.counter(); }
  void seek(std::uint64_t random_counter) override { random_.seek(random_counter); }

 private:
  void shuffle_others();

  SlipKernel kernel_;
  StressField to_diagonal_, to_shear_;
  Loading loading_;
  RandomStream random_;
  std::vector<std::uint32_t> order_;
};

}  // namespace vitrum::elastoplastic
