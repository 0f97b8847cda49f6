// The minimum of a smooth function of a few variables.
#pragma once

#include <Eigen/Core>
#include <functional>

namespace vitrum {

/// @returns the value at x and writes the gradient there; infinity where the function cannot be computed
using SmoothFunction = std::function<double(const Eigen::VectorXd& x, Eigen::VectorXd& gradient)>;

struct SmoothMinimum {
  Eigen::VectorXd at;
  double value = 0;
};

/// BFGS with a backtracking line search (Nocedal and Wright 2006, algorithm 6.1). No step is longer than 1 in
/// any variable, which are logarithms here.
/// @param tolerance largest component of the gradient at which the search ends; also ends after `steps`
SmoothMinimum quasi_newton_minimum(const SmoothFunction& function, const Eigen::VectorXd& start,
                                   double tolerance, int steps);

}  // namespace vitrum
