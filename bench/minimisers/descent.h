// What every method of this study gives back, and how all of them are brought to the same tolerance.
#pragma once

#include "atomistic/minimiser.h"
#include "atomistic/pair_force_field.h"

namespace vitrum::bench {

/// Where a method came to rest.
struct Descent {
  atomistic::Configuration end;
  atomistic::Evaluation evaluation;
  double residual = 0;           ///< largest force component at the end
  std::int64_t evaluations = 0;  ///< of the forces, by the method itself
  bool reached = false;          ///< it reached the force tolerance by itself
};

/// The configuration after an affine simple shear by `step` along x.
atomistic::Configuration strained(const atomistic::Configuration& configuration, double step);

/// Takes a point deep in a convex basin to the basin's minimum by Newton's method. False, and nothing
/// changed, when the stiffness is not positive definite, when the minimum of its quadratic form is further
/// than `farthest` in any coordinate, or when the true one is not found within three times that distance.
bool settle(atomistic::PairForceField& force_field, Descent& descent, double farthest,
            double force_tolerance = 1e-10);

}  // namespace vitrum::bench
