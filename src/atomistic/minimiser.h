// Local minimisation of the energy at fixed box: L-BFGS, with or without a preconditioner.
#pragma once

#include <functional>
#include <limits>
#include <vector>

#include "atomistic/force_field.h"

namespace vitrum::atomistic {

struct MinimiserSettings {
  double force_tolerance = 1e-10;  ///< largest force component at the end
  int evaluations = 100000;        ///< most evaluations of the force field
  int memory = 10;                 ///< pairs of displacements and force changes that are remembered
  double longest_step = 0.1;       ///< largest change of a coordinate in one step
  /// Gives up when a coordinate is further than this from the start.
  double farthest = std::numeric_limits<double>::infinity();
};

enum class Outcome { converged, out_of_evaluations, too_far, stuck };

struct MinimiserReport {
  Outcome outcome = Outcome::stuck;
  Evaluation evaluation;  ///< at the end
  double residual = 0;    ///< largest force component at the end
  int evaluations = 0;
};

/// Replaces a vector of forces by displacements, in place: an approximate inverse of the stiffness.
using Preconditioner = std::function<void(std::vector<double>&)>;

/// Minimises from `configuration`, which holds the best state at the end, and `forces` its forces. Near the
/// minimum only forces decide, for changes of energy are then lost in rounding.
MinimiserReport minimise(ForceField& force_field, Configuration& configuration, std::vector<double>& forces,
                         const MinimiserSettings& settings, const Preconditioner& precondition = {});

/// Largest absolute value of a vector's components.
double largest_component(const std::vector<double>& vector);
double dot(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace vitrum::atomistic
