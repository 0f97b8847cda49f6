#include "math/quasi_newton.h"

#include <cmath>

namespace vitrum {

SmoothMinimum quasi_newton_minimum(const SmoothFunction& function, const Eigen::VectorXd& start,
                                   double tolerance, int steps) {
  const Eigen::Index n = start.size();
  Eigen::VectorXd x = start, gradient(n), next_gradient(n);
  double value = function(x, gradient);
  if (!std::isfinite(value)) return {x, value};
  Eigen::MatrixXd inverse = Eigen::MatrixXd::Identity(n, n);
  bool fresh = true;
  for (int step = 0; step < steps && gradient.lpNorm<Eigen::Infinity>() > tolerance; ++step) {
    Eigen::VectorXd direction = -inverse * gradient;
    if (direction.dot(gradient) >= 0) direction = -gradient;
    if (const double longest = direction.lpNorm<Eigen::Infinity>(); longest > 1) direction /= longest;
    double fraction = 1, next_value = 0;
    Eigen::VectorXd next;
    bool lower = false;
    for (int attempt = 0; attempt < 20 && !lower; ++attempt, fraction /= 2) {
      next = x + fraction * direction;
      next_value = function(next, next_gradient);
      lower = next_value <= value + 1e-4 * fraction * direction.dot(gradient);
    }
    if (!lower) {
      if (fresh) break;
      inverse.setIdentity();  // what was learnt of the curvature does not hold here
      fresh = true;
      continue;
    }
    const Eigen::VectorXd moved = next - x, change = next_gradient - gradient;
    const double curvature = moved.dot(change);
    if (curvature > 1e-12 * moved.norm() * change.norm()) {
      if (fresh) inverse *= curvature / change.squaredNorm();
      const Eigen::VectorXd turned = inverse * change;
      inverse += (1 + change.dot(turned) / curvature) / curvature * moved * moved.transpose() -
                 (turned * moved.transpose() + moved * turned.transpose()) / curvature;
      fresh = false;
    }
    x = next;
    gradient = next_gradient;
    value = next_value;
  }
  return {x, value};
}

}  // namespace vitrum
