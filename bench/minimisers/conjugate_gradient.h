// Nonlinear conjugate gradients as LAMMPS' min_style cg makes them.
#pragma once

#include "minimisers/descent.h"

namespace vitrum::bench {

enum class LineSearch {
  backtracking,  ///< halve the step until the energy falls by 0.4 of what the slope promises
  quadratic      ///< the same, after a secant step to where the force along the line vanishes (the default)
};

struct ConjugateGradientSettings {
  double force_tolerance = 1e-10;  ///< largest force component
  LineSearch line_search = LineSearch::quadratic;
  double longest_step = 0.1;  ///< LAMMPS' dmax: largest change of a coordinate in one line search
  std::int64_t evaluations = 1000000;
};

/// Polak-Ribiere with restarts where the direction is no descent (Polak and Ribiere 1969; Shewchuk 1994,
/// sec. 14), written from the description in LAMMPS' manual (minimize, min_style, min_modify) with its
/// constants. Like LAMMPS it stops when a line search finds nothing.
Descent conjugate_gradient(atomistic::PairForceField& force_field, const atomistic::Configuration& start,
                           const ConjugateGradientSettings& settings = {});

}  // namespace vitrum::bench
