#include "elastoplastic/slip_system.h"

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <cmath>
#include <numbers>
#include <set>

#include "elastoplastic/slip_systems.h"

namespace vitrum::elastoplastic {
namespace {

// Paper 1, eq. 2: M = (s n + n s) / 2 with s along the plane and n its normal.
TEST(SlipSystem, TensorIsTheSymmetricProductOfPlaneAndNormal) {
  for (const double angle : {0.0, 0.3, 1.2, -0.7, std::numbers::pi / 2}) {
    const Eigen::Vector2d s(std::cos(angle), std::sin(angle)), n(-std::sin(angle), std::cos(angle));
    const Eigen::Matrix2d m = 0.5 * (s * n.transpose() + n * s.transpose());
    const SymmetricTensor tensor = slip_tensor(angle);
    EXPECT_NEAR(tensor.xx, m(0, 0), 1e-15);
    EXPECT_NEAR(tensor.yy, m(1, 1), 1e-15);
    EXPECT_NEAR(tensor.xy, m(0, 1), 1e-15);
  }
}

// Paper 1, eq. 4: the force on the plane along the slip direction, s . stress . n.
TEST(SlipSystem, ResolvedStressIsTheTractionAlongThePlane) {
  SymmetricTensor stress;
  stress.xx = 0.7, stress.yy = -0.4, stress.xy = 0.9;
  Eigen::Matrix2d sigma;
  sigma << 0.7, 0.9, 0.9, -0.4;
  for (const double angle : {0.0, 0.3, 1.2, -0.7}) {
    const Eigen::Vector2d s(std::cos(angle), std::sin(angle)), n(-std::sin(angle), std::cos(angle));
    EXPECT_NEAR(resolved_shear_stress(slip_direction(angle), deviator(stress)), s.dot(sigma * n), 1e-15);
  }
}

TEST(SlipSystems, ComeInGroupsOfFourAngles45DegreesApart) {
  SlipSystems systems(3, 12);
  RandomStream random(5, 0, Purpose::test);
  const ThresholdLaw law(2.18, 2.05);
  std::set<double> angles;
  for (std::size_t element = 0; element < 3; ++element) {
    systems.renew(element, law, random);
    for (std::size_t first = 0; first < 12; first += 4) {
      const Deviator d = systems.direction(element, first);
      const double angle = 0.5 * std::atan2(d.diagonal, d.shear);
      angles.insert(angle);
      for (std::size_t j = 0; j < 4; ++j) {
        const Deviator expected = slip_direction(angle + static_cast<double>(j) * std::numbers::pi / 4);
        EXPECT_NEAR(systems.direction(element, first + j).diagonal, expected.diagonal, 1e-14);
        EXPECT_NEAR(systems.direction(element, first + j).shear, expected.shear, 1e-14);
      }
    }
  }
  EXPECT_EQ(angles.size(), 9u);
  EXPECT_LT(*angles.begin(), -0.5);
  EXPECT_GT(*angles.rbegin(), 0.5);
}

TEST(SlipSystems, ThetaIsUniform) {
  // The mean of cos(4 theta) over groups of four vanishes whatever theta is; test theta modulo 45 degrees.
  SlipSystems systems(1, 4);
  RandomStream random(6, 0, Purpose::test);
  const ThresholdLaw law(2.18, 2.05);
  std::vector<double> angles;
  for (int i = 0; i < 20000; ++i) {
    systems.renew(0, law, random);
    const Deviator d = systems.direction(0, 0);
    angles.push_back(0.5 + std::atan2(d.diagonal, d.shear) / (2 * std::numbers::pi));
  }
  std::sort(angles.begin(), angles.end());
  double largest = 0;
  for (std::size_t i = 0; i < angles.size(); ++i)
    largest = std::max(largest, std::abs(angles[i] - (static_cast<double>(i) + 0.5) / 20000));
  EXPECT_LT(largest * std::sqrt(20000.0), 1.95);  // Kolmogorov-Smirnov, error rate 1e-3
}

TEST(SlipSystems, WeakestAndShearToThreshold) {
  SlipSystems systems(2, 4);
  const double h = std::sqrt(0.5);
  // Element 1: planes at 0 and 90 degrees, at 22.5 and at -22.5 degrees.
  systems.assign({0, 0, 0, 0, 0, 0, h, -h}, {1, -1, 1, -1, 1, -1, h, h}, {9, 9, 9, 9, 1.0, 0.5, 2.0, 0.8});
  const Deviator stress{0.2, 0.4};
  const auto weakest = systems.weakest(1, stress);
  EXPECT_EQ(weakest.system, 0u);
  EXPECT_DOUBLE_EQ(weakest.distance, 0.6);
  EXPECT_DOUBLE_EQ(systems.shear_to_threshold(1, stress, +1), 0.6);
  EXPECT_DOUBLE_EQ(systems.shear_to_threshold(1, stress, -1), 0.9);
  // The plane at -22.5 degrees: 0.8 - h (x - 0.3) = 0 at x = 1.43; with tau_c = 0.3 it comes first.
  systems.assign({0, 0, 0, 0, 0, 0, h, -h}, {1, -1, 1, -1, 1, -1, h, h}, {9, 9, 9, 9, 1.0, 0.5, 2.0, 0.3});
  EXPECT_NEAR(systems.shear_to_threshold(1, stress, +1), 0.3 / h - 0.2, 1e-15);
  // Beyond the threshold: how far back.
  EXPECT_NEAR(systems.shear_to_threshold(1, {0.0, 1.5}, +1), 0.3 / h - 1.5, 1e-15);
}

}  // namespace
}  // namespace vitrum::elastoplastic
