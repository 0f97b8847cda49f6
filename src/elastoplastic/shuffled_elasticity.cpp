#include "elastoplastic/shuffled_elasticity.h"

#include <numeric>
#include <utility>

namespace vitrum::elastoplastic {

ShuffledElasticity::ShuffledElasticity(int columns, int rows, const Stiffness& stiffness, bool with_pressure,
                                       const RandomStream& random)
    : kernel_(GreenOperator(columns, rows, stiffness), with_pressure),
      to_diagonal_(kernel_.response({1, 0})),
      to_shear_(kernel_.response({0, 1})),
      random_(random),
      order_(kernel_.elements()) {
  loading_.mean.shear = stiffness.shear_modulus;
}

// Fisher and Yates, of the entries 1, 2, ...; entry 0 is the slipping element itself.
void ShuffledElasticity::shuffle_others() {
  std::iota(order_.begin(), order_.end(), std::uint32_t{0});
  for (std::size_t last = order_.size() - 1; last > 1; --last) {
    // 32 random bits times the number of elements: some are likelier than others by elements / 2^32.
    const std::uint64_t pick = 1 + (((random_.next() >> 32) * last) >> 32);
    std::swap(order_[last], order_[pick]);
  }
}

void ShuffledElasticity::add(std::span<const ElementSlip> slips, StressField& stress) {
  for (const auto& [source, slip] : slips) {
    shuffle_others();
    for (std::size_t offset = 0; offset < order_.size(); ++offset) {
      const std::size_t from = order_[offset];
      const std::size_t to =
          offset + source < order_.size() ? offset + source : offset + source - order_.size();
      stress.diagonal[to] +=
          slip.diagonal * to_diagonal_.diagonal[from] + slip.shear * to_shear_.diagonal[from];
      stress.shear[to] += slip.diagonal * to_diagonal_.shear[from] + slip.shear * to_shear_.shear[from];
      if (stress.has_pressure())
        stress.pressure[to] +=
            slip.diagonal * to_diagonal_.pressure[from] + slip.shear * to_shear_.pressure[from];
    }
  }
}

double ShuffledElasticity::self_stress(std::size_t element, const Deviator& direction) const {
  (void)element;
  return kernel_.self_stress(direction);
}

}  // namespace vitrum::elastoplastic
