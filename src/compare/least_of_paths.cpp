#include "compare/least_of_paths.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "compare/search_box.h"

namespace vitrum::compare {
namespace {

using Eigen::Index;

std::vector<Point> least_points(const ErrorModel& model, const std::vector<Point>& candidates,
                                std::size_t count, RandomStream& random) {
  std::vector<Point> minima;
  for (const auto& path : draws_of(model.joint(candidates), count, random))
    minima.push_back(
        candidates[static_cast<std::size_t>(std::min_element(path.begin(), path.end()) - path.begin())]);
  return minima;
}

}  // namespace

std::vector<std::vector<double>> draws_of(const JointNormal& normal, std::size_t count,
                                          RandomStream& random) {
  const auto n = static_cast<Index>(normal.mean.size());
  Eigen::MatrixXd covariance = Eigen::Map<const Eigen::MatrixXd>(normal.covariance.data(), n, n);
  const double scale = covariance.diagonal().maxCoeff();
  Eigen::LLT<Eigen::MatrixXd> factor;
  for (double more = 1e-9; more < 1e-2; more *= 10) {
    covariance.diagonal().array() += more * scale;
    factor.compute(covariance);
    if (factor.info() == Eigen::Success) break;
  }
  if (factor.info() != Eigen::Success)
    throw PhysicsError("the covariance of a model's predictions is not positive definite");
  Eigen::MatrixXd noise(n, static_cast<Index>(count));
  for (Index k = 0; k < noise.cols(); ++k)
    for (Index i = 0; i < n; ++i) noise(i, k) = random.normal();
  const Eigen::MatrixXd moved = factor.matrixL() * noise;
  std::vector<std::vector<double>> draws(count, normal.mean);
  for (std::size_t k = 0; k < count; ++k)
    for (std::size_t i = 0; i < normal.mean.size(); ++i)
      draws[k][i] += moved(static_cast<Index>(i), static_cast<Index>(k));
  return draws;
}

std::vector<Point> minima_of_paths(const ErrorModel& model, const Point& around, std::size_t count,
                                   RandomStream& random) {
  std::vector<Point> candidates = space_filling(250, around.size(), random);
  candidates.push_back(around);
  for (const double width : {0.1, 0.3, 1.0})
    for (int k = 0; k < 60; ++k) candidates.push_back(model.near(around, width, random));
  std::vector<Point> minima = least_points(model, candidates, count, random);
  for (const double width : {0.3, 0.2, 0.15}) {
    candidates.assign(1, around);
    for (std::size_t k = 0; k < 400; ++k)
      candidates.push_back(model.near(minima[k % minima.size()], width, random));
    minima = least_points(model, candidates, count, random);
  }
  return minima;
}

}  // namespace vitrum::compare
