#include "atomistic/applied_shear.h"

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <cmath>
#include <numbers>
#include <unsupported/Eigen/MatrixFunctions>

#include "atomistic/pair_force_field.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

constexpr double degree = std::numbers::pi / 180;

/// M of paper 1, eq. 3, from its direction s and normal n.
Eigen::Matrix3d slip_tensor(double angle) {
  const Eigen::Vector3d s(std::cos(angle * degree), std::sin(angle * degree), 0), n(-s.y(), s.x(), 0);
  return 0.5 * (s * n.transpose() + n * s.transpose());
}

Eigen::Matrix3d edges(const Box& box) {
  Eigen::Matrix3d h;
  h << box.lx, box.xy, box.xz, 0, box.ly, box.yz, 0, 0, box.lz;
  return h;
}

const Box oblique{3, {1, 2, 3}, 6, 5, 4, 2.5, -2.0, 2.2};

// The deformed cell and the turned one differ by a rotation: lengths and angles of the edges are the same.
TEST(AppliedShear, deforms_the_cell_by_the_exponential_of_the_slip_tensor) {
  for (const double angle : {0.0, 17.0, 45.0, 90.0, 133.0, -20.0})
    for (const double strain : {-0.8, 1e-4, 0.3, 1.5}) {
      const Eigen::Matrix3d f = (strain * slip_tensor(angle)).exp();
      const Eigen::Matrix3d h = f * edges(oblique);
      const Box there = sheared(oblique, cell_shear({angle}, strain));
      const Eigen::Matrix3d t = edges(there);
      EXPECT_LT((h.transpose() * h - t.transpose() * t).norm(), 1e-12 * h.squaredNorm());
      EXPECT_NEAR(there.volume(), oblique.volume(), 1e-12 * oblique.volume());
      EXPECT_GT(there.lx, 0);
      EXPECT_GT(there.ly, 0);
      // The rotation takes the edge a back to the x axis; the loading frame stays where the angle points.
      const double turned = std::atan2(h(1, 0), h(0, 0)) / degree;
      EXPECT_NEAR(std::remainder(angle - turned - turn_of_loading({angle}, strain), 180.0), 0, 1e-11);
    }
}

TEST(AppliedShear, is_simple_shear_without_an_angle) {
  const Box there = sheared(oblique, cell_shear({}, 0.3));
  Box expected = oblique;
  expected.xy += 0.3 * oblique.ly;
  expected.xz += 0.3 * oblique.yz;
  EXPECT_EQ(there, expected);
  EXPECT_EQ(turn_of_loading({}, 0.3), 0);
  std::vector<double> positions{1, 2, 3, -4};
  shear_positions(positions, 2, cell_shear({}, 0.1), cell_shear({}, 0.3));
  EXPECT_DOUBLE_EQ(positions[0], 1 + 0.2 * 2);
  EXPECT_DOUBLE_EQ(positions[2], 3 - 0.2 * 4);
  EXPECT_EQ(positions[1], 2);
  EXPECT_EQ(positions[3], -4);
}

TEST(AppliedShear, moves_positions_with_the_cell) {
  for (const double angle : {0.0, 31.0, 90.0, 140.0}) {
    const CellShear from = cell_shear({angle}, 0.2), to = cell_shear({angle}, -0.4);
    const Box before = sheared(oblique, from), after = sheared(oblique, to);
    std::vector<double> positions{1.3, -2.2, 0.7};
    const Vector3 expected = affine_image(before, after, {1.3, -2.2, 0.7});
    shear_positions(positions, 3, from, to);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(positions[k], expected[k], 1e-14);
  }
}

TEST(AppliedShear, does_not_know_half_turns_of_the_angle) {
  for (const double angle : {0.0, 30.0, 77.5})
    for (const double strain : {-0.3, 0.01, 0.7}) {
      const CellShear one = cell_shear({angle}, strain), other = cell_shear({angle + 180}, strain);
      EXPECT_EQ(one.stretch, other.stretch);
      EXPECT_EQ(one.tilt, other.tilt);
      EXPECT_EQ(turn_of_loading({angle}, strain), turn_of_loading({angle + 180}, strain));
    }
}

TEST(AppliedShear, turns_a_tensor_like_a_matrix) {
  const SymmetricTensor s{1, -2, 3, 0.4, -0.5, 0.6};
  Eigen::Matrix3d m;
  m << s.xx, s.xy, s.xz, s.xy, s.yy, s.yz, s.xz, s.yz, s.zz;
  const double angle = 37;
  const Eigen::Matrix3d axes = Eigen::AngleAxisd(angle * degree, Eigen::Vector3d::UnitZ()).matrix();
  const Eigen::Matrix3d t = axes.transpose() * m * axes;
  const SymmetricTensor turned = in_turned_frame(s, angle);
  EXPECT_NEAR(turned.xx, t(0, 0), 1e-15);
  EXPECT_NEAR(turned.yy, t(1, 1), 1e-15);
  EXPECT_NEAR(turned.zz, t(2, 2), 1e-15);
  EXPECT_NEAR(turned.yz, t(1, 2), 1e-15);
  EXPECT_NEAR(turned.xz, t(0, 2), 1e-15);
  EXPECT_NEAR(turned.xy, t(0, 1), 1e-15);
}

// Atoms that follow the cell, far from equilibrium and at large strain.
TEST(AppliedShear, is_conjugate_to_the_shear_stress_in_the_frame_of_the_loading) {
  for (const int dimension : {2, 3}) {
    const Box box =
        dimension == 2 ? Box{2, {0, 0, 0}, 9, 8, 1, 2, 0, 0} : Box{3, {0, 0, 0}, 5, 5.5, 5, 1, 2, -2};
    const Configuration c = test::scattered(box, dimension == 2 ? 60 : 110, 0.75, 31);
    for (const double angle : {0.0, 33.0, 90.0, 118.0})
      for (const double strain : {0.0, 0.2, -0.5}) {
        PairForceField field(paper_glass());
        std::vector<double> forces;
        const auto at = [&](double gamma) {
          Configuration there = c;
          there.box = reduced(sheared(c.box, cell_shear({angle}, gamma)));
          shear_positions(there.positions, dimension, {}, cell_shear({angle}, gamma));
          return field.evaluate(there, forces);
        };
        const double h = 1e-5;
        const Evaluation up = at(strain + h), down = at(strain - h), here = at(strain);
        const double slope = (up.energy - down.energy) / (2 * h * box.volume());
        const SymmetricTensor stress = in_turned_frame(here.stress, turn_of_loading({angle}, strain));
        EXPECT_NEAR(stress.xy, slope, 1e-6 * (std::abs(here.stress.xx) + std::abs(here.stress.yy)))
            << angle << " " << strain;
      }
  }
}

}  // namespace
}  // namespace vitrum::atomistic
