// The elastic kernel of the lattice for elements whose rule was harvested.
#pragma once

#include <memory>

#include "seem/element_coupling.h"

namespace vitrum::study {

/// That of paper 1 for shear (elastoplastic::ShearRedistribution).
/// @throws InputError as it does.
std::unique_ptr<seem::ElementCoupling> elastic_coupling(int columns, int rows, double bulk_to_shear);

}  // namespace vitrum::study
