// Products with a stiffness of which only forces are known.
#pragma once

#include <memory>

#include "atomistic/stiffness_product.h"

namespace vitrum::atomistic {

/// -K u = (f(x + h u) - f(x)) / h, h so that the largest displacement is 1e-6 lengths: the curvature of the
/// forces and their rounding both leave some 1e-6 of it wrong, as single precision does. One evaluation each.
/// The force field must outlive it.
std::unique_ptr<StiffnessProduct> difference_product(ForceField& force_field);

}  // namespace vitrum::atomistic
