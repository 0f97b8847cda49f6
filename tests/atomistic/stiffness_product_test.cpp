#include "atomistic/stiffness_product.h"

#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/eam_hessian.h"
#include "metal_path.h"

namespace vitrum::atomistic {
namespace {

TEST(StiffnessProduct, by_differences_is_that_of_the_hessian) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  const Configuration c = test::read_eam_data("glass_1000");
  EamForceField field(test::metal_potential());
  std::vector<double> forces;
  field.evaluate(c, forces);
  const auto stiffness = difference_stiffness_product(field);
  stiffness->set(c, forces);
  EamHessian hessian;
  hessian.set(field, c);
  std::vector<double> u(c.positions.size());
  for (std::size_t i = 0; i < u.size(); ++i) u[i] = std::sin(1.7 * static_cast<double>(i * i));
  std::vector<double> expected;
  hessian.multiply(u, expected);
  std::vector<float> rows = stiffness->rows_of(u), pulls(rows.size());
  stiffness->pull(rows.data(), pulls.data());
  std::vector<double> found(u.size(), 0.0);
  stiffness->add_rows(pulls, found);
  // Second derivatives of the tables jump at their knots, which one pair in a hundred thousand meets on its
  // way: single components may differ by more.
  double difference = 0, all = 0;
  for (std::size_t i = 0; i < u.size(); ++i) {
    difference += std::pow(found[i] + expected[i], 2);
    all += std::pow(expected[i], 2);
  }
  EXPECT_LT(std::sqrt(difference / all), 1e-5);

  std::fill(rows.begin(), rows.end(), 0.0F);
  stiffness->pull(rows.data(), pulls.data());
  for (const float p : pulls) EXPECT_EQ(p, 0.0F);
}

}  // namespace
}  // namespace vitrum::atomistic
