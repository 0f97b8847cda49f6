#include "math/leave_one_out.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace vitrum {
namespace {

TEST(LeaveOneOut, OfMeansIsTheirCovariance) {
  const std::vector<double> x{0.5, 2, -1, 4.25, 3}, y{1, -2, 0, 7, 5};
  const auto n = static_cast<double>(x.size());
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) mean_x += x[i] / n, mean_y += y[i] / n;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x) / (n - 1) / n;
    xy += (x[i] - mean_x) * (y[i] - mean_y) / (n - 1) / n;
    yy += (y[i] - mean_y) * (y[i] - mean_y) / (n - 1) / n;
  }
  const Eigen::MatrixXd found = leave_one_out(x.size(), [&](std::size_t left_out) {
    return Eigen::VectorXd(
        Eigen::Vector2d((n * mean_x - x[left_out]) / (n - 1), (n * mean_y - y[left_out]) / (n - 1)));
  });
  EXPECT_NEAR(found(0, 0), xx, 1e-14);
  EXPECT_NEAR(found(0, 1), xy, 1e-14);
  EXPECT_NEAR(found(1, 0), xy, 1e-14);
  EXPECT_NEAR(found(1, 1), yy, 1e-14);
}

TEST(LeaveOneOut, KnowsNothingFromOnePart) {
  const auto found = leave_one_out(1, [](std::size_t) { return Eigen::VectorXd(Eigen::VectorXd::Ones(3)); });
  EXPECT_EQ(found.rows(), 3);
  EXPECT_TRUE(std::isnan(found(2, 2)));
}

}  // namespace
}  // namespace vitrum
