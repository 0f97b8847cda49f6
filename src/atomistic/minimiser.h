// Local minimisation of the energy at fixed box: L-BFGS, with or without a preconditioner.
#pragma once

#include <deque>
#include <functional>
#include <limits>
#include <vector>

#include "atomistic/force_field.h"

namespace vitrum::atomistic {

/// Which size of all forces together is compared with a tolerance: their largest component, or the 2-norm
/// over all components of all atoms (LAMMPS' default).
enum class ForceNorm { largest, two_norm };

struct MinimiserSettings {
  double force_tolerance = 1e-10;  ///< size of the forces at the end
  ForceNorm norm = ForceNorm::largest;
  int evaluations = 100000;   ///< most evaluations of the force field
  int memory = 10;            ///< pairs of displacements and force changes that are remembered
  double longest_step = 0.1;  ///< largest change of a coordinate in one step
  /// Gives up when a coordinate is further than this from the start.
  double farthest = std::numeric_limits<double>::infinity();
};

enum class Outcome { converged, out_of_evaluations, too_far, stuck };

struct MinimiserReport {
  Outcome outcome = Outcome::stuck;
  Evaluation evaluation;  ///< at the end
  double residual = 0;    ///< size of the forces at the end, in the norm of the settings
  int evaluations = 0;
};

/// Replaces a vector of forces by displacements, in place: an approximate inverse of the stiffness.
using Preconditioner = std::function<void(std::vector<double>&)>;

/// What L-BFGS remembers of its last steps: displacements s and changes of the gradient y.
struct MinimiserMemory {
  struct Step {
    std::vector<double> s, y;
    double inverse_sy = 0;
  };
  std::deque<Step> steps;
};

/// Minimises from `configuration`, which holds the best state at the end, and `forces` its forces. Near the
/// minimum only forces decide, for changes of energy are then lost in rounding.
/// @param memory of earlier minimisations with nearly the same stiffness, which this one goes on with and
/// adds to; dropped when the line search fails. nullptr: begins without.
MinimiserReport minimise(ForceField& force_field, Configuration& configuration, std::vector<double>& forces,
                         const MinimiserSettings& settings, const Preconditioner& precondition = {},
                         MinimiserMemory* memory = nullptr);

/// Largest absolute value of a vector's components.
double largest_component(const std::vector<double>& vector);
/// Their size in a norm.
double size_of(const std::vector<double>& forces, ForceNorm norm);
double dot(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace vitrum::atomistic
