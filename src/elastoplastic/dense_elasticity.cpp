#include "elastoplastic/dense_elasticity.h"

#include <string>
#include <utility>

#include "base/error.h"

namespace vitrum::elastoplastic {

DenseElasticity::DenseElasticity(ResponseTable responses, Loading loading)
    : responses_(std::move(responses)), loading_(std::move(loading)) {}

void DenseElasticity::add(std::span<const ElementSlip> slips, StressField& stress) {
  if (stress.elements() != elements())
    throw InputError("a stress field of " + std::to_string(stress.elements()) +
                     " elements does not belong to a table of " + std::to_string(elements()));
  if (stress.has_pressure() && !responses_.has_pressure())
    throw InputError(
        "the pressure that slips cause was asked for, but the table was made without: ask for it "
        "where the table is made");
  add_responses(responses_, slips, stress);
}

double DenseElasticity::self_stress(std::size_t element, const Deviator& direction) const {
  return elastoplastic::self_stress(responses_, element, direction);
}

}  // namespace vitrum::elastoplastic
