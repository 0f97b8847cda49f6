// The coefficients at which a log-linear model fits best.
#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <optional>

namespace vitrum::seem {

/// Newton's steps on the coefficients, none of them longer than 1 in any; nothing when they do not come to
/// rest.
/// @param change_at the step from these coefficients
template <typename Change>
std::optional<Eigen::VectorXd> settled(Eigen::VectorXd found, Change&& change_at) {
  for (int step = 0; step < 100; ++step) {
    const Eigen::VectorXd change = change_at(found);
    if (!change.allFinite()) return std::nullopt;
    const double largest = change.cwiseAbs().maxCoeff();
    found += change * std::min(1.0, 1 / largest);
    if (largest < 1e-9) return found;
  }
  return std::nullopt;
}

}  // namespace vitrum::seem
