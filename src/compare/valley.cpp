#include "compare/valley.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace vitrum::compare {
namespace {

// No axis is narrower than this part of the box: few points lie in a plane by chance.
constexpr double narrowest = 0.02;

}  // namespace

ValleyCoordinates::ValleyCoordinates(const std::vector<Point>& low)
    : centre_(low.front().size(), 0.0), spread_(centre_.size()), bend_(centre_.size(), 0.0) {
  const std::size_t d = centre_.size();
  const auto n = static_cast<double>(low.size());
  for (const Point& point : low)
    for (std::size_t i = 0; i < d; ++i) centre_[i] += point[i] / n;
  const auto size = static_cast<Eigen::Index>(d);
  Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(size, size);
  for (const Point& point : low) {
    Eigen::VectorXd away(size);
    for (std::size_t i = 0; i < d; ++i) away[static_cast<Eigen::Index>(i)] = point[i] - centre_[i];
    covariance += away * away.transpose() / n;
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> axes(covariance);
  for (Eigen::Index k = size; k-- > 0;) {
    const Eigen::VectorXd axis = axes.eigenvectors().col(k);
    axis_.emplace_back(axis.begin(), axis.end());
    spread_[axis_.size() - 1] = std::hypot(narrowest, std::sqrt(std::max(0.0, axes.eigenvalues()[k])));
  }
  // Parabola of each axis over the first one, by least squares; less of it where points are few.
  const std::vector<Point> straight = along(low);
  double fourth = n / 10, second = 0;
  for (const Point& z : straight) second += z[0] * z[0] / n;
  for (const Point& z : straight) fourth += (z[0] * z[0] - second) * (z[0] * z[0] - second);
  Point bend(d, 0.0);
  for (std::size_t i = 1; i < d; ++i) {
    for (const Point& z : straight) bend[i] += (z[0] * z[0] - second) * z[i];
    bend[i] /= fourth;
  }
  bend_ = bend;
}

Point ValleyCoordinates::along(const Point& unit) const {
  const std::size_t d = centre_.size();
  Point z(d, 0.0);
  for (std::size_t k = 0; k < d; ++k) {
    for (std::size_t i = 0; i < d; ++i) z[k] += axis_[k][i] * (unit[i] - centre_[i]);
    z[k] /= spread_[k];
  }
  for (std::size_t k = 1; k < d; ++k) z[k] -= bend_[k] * z[0] * z[0];
  return z;
}

Point ValleyCoordinates::back(const Point& along) const {
  const std::size_t d = centre_.size();
  Point unit = centre_;
  for (std::size_t k = 0; k < d; ++k) {
    const double z = along[k] + (k > 0 ? bend_[k] * along[0] * along[0] : 0);
    for (std::size_t i = 0; i < d; ++i) unit[i] += axis_[k][i] * spread_[k] * z;
  }
  return unit;
}

std::vector<Point> ValleyCoordinates::along(const std::vector<Point>& units) const {
  std::vector<Point> result;
  for (const Point& unit : units) result.push_back(along(unit));
  return result;
}

}  // namespace vitrum::compare
