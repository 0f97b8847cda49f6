// How well several numbers are known together that are made from independent parts, however they are made.
#pragma once

#include <Eigen/Core>
#include <functional>

namespace vitrum {

/// Covariance of numbers by leaving out one part after the other (Efron and Stein 1981): (n - 1)/n times the
/// sum of (value without i - their mean)(...)^T. Not a number where a value is not, and for fewer than two
/// parts.
/// @param without the numbers that the other parts give, always as many
Eigen::MatrixXd leave_one_out(std::size_t parts,
                              const std::function<Eigen::VectorXd(std::size_t left_out)>& without);

}  // namespace vitrum
