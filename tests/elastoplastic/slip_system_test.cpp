#include "elastoplastic/slip_system.h"

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <set>
#include <vector>

#include "elastoplastic/slip_rule.h"
#include "elastoplastic/slip_systems.h"
#include "kolmogorov_smirnov.h"

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

RandomAngles paper_rule(std::size_t groups) {
  return {groups, std::make_shared<WeibullThresholds>(2.18, 2.05)};
}

TEST(SlipSystems, ComeInGroupsOfFourAngles45DegreesApart) {
  SlipSystems systems(3, 6);
  RandomStream random(5, 0, Purpose::test);
  std::set<double> angles;
  for (std::size_t element = 0; element < 3; ++element) {
    paper_rule(3).draw(random, systems.of(element));
    for (std::size_t first = 0; first < 12; first += 4) {
      std::vector<double> group;
      for (std::size_t j = 0; j < 4; ++j) {
        const Deviator d = systems.direction(element, first + j);
        EXPECT_NEAR(length(d), 1, 1e-15);
        group.push_back(0.5 * std::atan2(d.diagonal, d.shear));
        angles.insert(group.back());
        EXPECT_GT(systems.threshold(element, first + j), 0);
      }
      std::sort(group.begin(), group.end());
      for (std::size_t j = 1; j < 4; ++j) EXPECT_NEAR(group[j] - group[j - 1], std::numbers::pi / 4, 1e-14);
      // The second of a pair is the reverse of the first.
      for (const std::size_t forward : {first, first + 2}) {
        const Deviator d = systems.direction(element, forward), r = systems.direction(element, forward + 1);
        EXPECT_EQ(d, (Deviator{-r.diagonal, -r.shear}));
      }
    }
  }
  EXPECT_EQ(angles.size(), 36u);
}

TEST(SlipSystems, ThetaIsUniform) {
  // A group of four leaves theta open up to 45 degrees.
  SlipSystems systems(1, 2);
  RandomStream random(6, 0, Purpose::test);
  std::vector<double> angles;
  for (int i = 0; i < 20000; ++i) {
    paper_rule(1).draw(random, systems.of(0));
    const Deviator d = systems.direction(0, 0);
    const double turns = std::atan2(d.diagonal, d.shear) / (std::numbers::pi / 2) + 0.5;
    ASSERT_GE(turns, 0);
    ASSERT_LE(turns, 1);
    angles.push_back(turns);
  }
  EXPECT_LT(test::kolmogorov_smirnov(angles, [](double x) { return x; }), 1.95);  // error rate 1e-3
}

TEST(SlipSystems, FixedAnglesShareOneThreshold) {
  SlipSystems systems(1, 1);
  RandomStream random(6, 0, Purpose::test);
  FixedAngles(std::make_shared<WeibullThresholds>(1.17, 0.38)).draw(random, systems.of(0));
  EXPECT_EQ(systems.per_element(), 2u);
  EXPECT_EQ(systems.direction(0, 0), (Deviator{0, 1}));      // 0 degrees
  EXPECT_EQ(systems.direction(0, 1), (Deviator{-0.0, -1}));  // 90 degrees
  EXPECT_EQ(systems.threshold(0, 0), systems.threshold(0, 1));
}

/// Element 1: planes at 0 and 90 degrees with thresholds 1.0 and 0.5, at 22.5 degrees with 2.0 and at
/// -22.5 degrees with `last`; what is not named never slips.
SlipSystems planted(double last) {
  SlipSystems systems(2, 3);
  const double h = std::sqrt(0.5), never = 1e6;
  const SlipPairs pairs = systems.of(1);
  const double diagonal[] = {0, h, -h}, shear[] = {1, h, h};
  const double forward[] = {1.0, 2.0, last}, backward[] = {0.5, never, never};
  for (std::size_t i = 0; i < 3; ++i) {
    pairs.diagonal[i] = diagonal[i], pairs.shear[i] = shear[i];
    pairs.forward[i] = forward[i], pairs.backward[i] = backward[i];
  }
  return systems;
}

TEST(SlipSystems, WeakestAndStepsToThreshold) {
  const double h = std::sqrt(0.5);
  const Deviator stress{0.2, 0.4}, forth{0, 1}, back{0, -1};
  const SlipSystems strong = planted(0.8);
  EXPECT_EQ(strong.weakest(1, stress, {}), 0u);
  EXPECT_DOUBLE_EQ(strong.lowest_distance(1, stress, {}), 0.6);
  EXPECT_DOUBLE_EQ(strong.steps_to_threshold(1, stress, {}, forth, 0), 0.6);
  EXPECT_DOUBLE_EQ(strong.steps_to_threshold(1, stress, {}, back, 0), 0.9);
  EXPECT_DOUBLE_EQ(strong.steps_to_threshold(1, stress, {}, {0, 13.2}, 0), 0.6 / 13.2);
  // The plane at -22.5 degrees: 0.8 - h (x - 0.2) = 0 at x = 1.33; with tau_c = 0.3 it comes first.
  const SlipSystems weak = planted(0.3);
  EXPECT_NEAR(weak.steps_to_threshold(1, stress, {}, forth, 0), 0.3 / h - 0.2, 1e-15);
  // Beyond the threshold: how far back.
  EXPECT_NEAR(weak.steps_to_threshold(1, {0.0, 1.5}, {}, forth, 0), 0.3 / h - 1.5, 1e-15);
  std::vector<double> distances(6);
  weak.distances(1, stress, {}, distances);
  EXPECT_NEAR(distances[0], 0.6, 1e-15);
  EXPECT_NEAR(distances[1], 0.9, 1e-15);
  EXPECT_NEAR(distances[2], 2.0 - 0.6 * h, 1e-15);
  EXPECT_NEAR(distances[4], 0.3 - 0.2 * h, 1e-15);
  EXPECT_EQ(*std::min_element(distances.begin(), distances.end()), weak.lowest_distance(1, stress, {}));
}

// Paper 1, A.8.2: pressure p raises thresholds by alpha p, here by 0.5, and never below the floor.
TEST(SlipSystems, PressureShiftsThresholds) {
  const SlipSystems systems = planted(0.8);
  const Deviator stress{0.2, 0.4};
  EXPECT_NEAR(systems.lowest_distance(1, stress, {0.5, 1e-3}), 1.1, 1e-15);
  EXPECT_NEAR(systems.lowest_distance(1, stress, {-0.7, 1e-3}), 0.3 - 0.4, 1e-15);
  EXPECT_NEAR(systems.lowest_distance(1, {0, 0}, {-3, 1e-3}), 1e-3, 1e-15);
  // Thresholds that fall while the stress rises are met earlier: 0.6 - x + (-0.2) x = 0.
  EXPECT_NEAR(systems.steps_to_threshold(1, stress, {}, {0, 1}, -0.2), 0.5, 1e-15);
}

}  // namespace
}  // namespace vitrum::elastoplastic
