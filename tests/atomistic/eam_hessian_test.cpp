#include "atomistic/eam_hessian.h"

#include <gtest/gtest.h>

#include <cmath>

#include "eam_samples.h"
#include "math/sparse_product.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

std::vector<double> wave(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform(-1, 1);
  std::vector<double> u(size);
  for (double& v : u) v = uniform(random);
  return u;
}

double largest(const std::vector<double>& v) {
  double size = 0;
  for (const double x : v) size = std::max(size, std::abs(x));
  return size;
}

/// -(f(x + h u) - f(x - h u)) / 2h.
std::vector<double> difference(EamForceField& field, Configuration c, const std::vector<double>& u,
                               double h) {
  const std::vector<double> x = c.positions;
  std::vector<double> up, down;
  for (std::size_t k = 0; k < x.size(); ++k) c.positions[k] = x[k] + h * u[k];
  field.evaluate(c, up);
  for (std::size_t k = 0; k < x.size(); ++k) c.positions[k] = x[k] - h * u[k];
  field.evaluate(c, down);
  for (std::size_t k = 0; k < x.size(); ++k) up[k] = -(up[k] - down[k]) / (2 * h);
  return up;
}

class EamHessianOf : public testing::TestWithParam<std::string> {};

TEST_P(EamHessianOf, times_a_vector_equals_differences_of_the_forces) {
  EamForceField field(test::closed_form_within(GetParam()));
  const Box boxes[] = {{3, {0, 0, 0}, 9, 8, 9, 3, -2, 2}, {3, {0, 0, 0}, 2.6, 9, 9, 0.4, 0, 3}};
  const std::size_t atoms[] = {50, 14};
  for (std::size_t k = 0; k < 2; ++k) {
    Configuration c = test::scattered(boxes[k], atoms[k], 1.8, 7);
    for (std::size_t i = 0; i < c.atoms(); ++i) c.species[i] = static_cast<int>(i % 3);
    EamHessian hessian;
    hessian.set(field, c);
    for (unsigned seed = 1; seed < 4; ++seed) {
      const auto u = wave(c.positions.size(), seed);
      std::vector<double> found;
      hessian.multiply(u, found);
      const auto expected = difference(field, c, u, 1e-6);
      for (std::size_t q = 0; q < u.size(); ++q) EXPECT_NEAR(found[q], expected[q], 3e-7 * largest(expected));
    }
  }
}

TEST_P(EamHessianOf, assembled_is_the_same_as_its_products) {
  EamForceField field(test::closed_form_within(GetParam()));
  const Box boxes[] = {{3, {0, 0, 0}, 9, 8, 9, 3, -2, 2},
                       {3, {0, 0, 0}, 2.6, 9, 9, 0.4, 0, 3},
                       {3, {0, 0, 0}, 24, 24, 24, 0, 0, 0}};
  const std::size_t atoms[] = {50, 14, 60};  // the last ones are far apart: most blocks are empty
  for (std::size_t k = 0; k < 3; ++k) {
    Configuration c = test::scattered(boxes[k], atoms[k], 1.8, 7);
    for (std::size_t i = 0; i < c.atoms(); ++i) c.species[i] = static_cast<int>(i % 3);
    EamHessian hessian;
    hessian.set(field, c);
    const SparseSymmetric matrix = hessian.assemble();
    ASSERT_EQ(matrix.size(), c.positions.size());
    for (std::size_t q = 0; q < matrix.size(); ++q) {
      const int begin = matrix.column_begin[q], end = matrix.column_begin[q + 1];
      ASSERT_LT(begin, end);
      EXPECT_EQ(matrix.row[static_cast<std::size_t>(begin)], static_cast<int>(q));
      EXPECT_TRUE(std::is_sorted(matrix.row.begin() + begin, matrix.row.begin() + end));
    }
    const std::size_t full = matrix.size() * (matrix.size() + 1) / 2;
    if (k == 2) {
      EXPECT_LT(matrix.row.size(), full / 2);
    }
    const auto u = wave(matrix.size(), 3);
    std::vector<double> expected;
    hessian.multiply(u, expected);
    const auto found = product(matrix, u);
    for (std::size_t q = 0; q < u.size(); ++q) EXPECT_NEAR(found[q], expected[q], 1e-13 * largest(expected));
  }
}

TEST_P(EamHessianOf, is_blind_to_translations) {
  EamForceField field(test::closed_form_within(GetParam()));
  const Configuration c = test::scattered({3, {0, 0, 0}, 9, 8, 9, 3, -2, 2}, 50, 1.8, 7);
  EamHessian hessian;
  hessian.set(field, c);
  std::vector<double> u(c.positions.size()), found;
  for (std::size_t q = 0; q < u.size(); ++q) u[q] = static_cast<double>(q % 3) - 0.4;
  hessian.multiply(u, found);
  EXPECT_EQ(largest(found), 0);
}

INSTANTIATE_TEST_SUITE_P(tables, EamHessianOf, testing::Values("alloy", "fs"));

TEST(EamHessian, of_copper_and_zirconium_equals_differences_of_the_forces) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  EamForceField field(test::read_potential(test::copper_zirconium));
  const Configuration c = test::read_eam_data("tilted_108");
  EamHessian hessian;
  hessian.set(field, c);
  const auto u = wave(c.positions.size(), 1);
  std::vector<double> found;
  hessian.multiply(u, found);
  const auto expected = difference(field, c, u, 1e-6);
  for (std::size_t q = 0; q < u.size(); ++q) EXPECT_NEAR(found[q], expected[q], 1e-5 * largest(expected));
}

}  // namespace
}  // namespace vitrum::atomistic
