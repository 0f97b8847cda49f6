#include "atomistic/stiffness_product.h"

#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/eam_hessian.h"
#include "metal_path.h"

namespace vitrum::atomistic {
namespace {

TEST(StiffnessProduct, of_metals_is_that_of_the_hessian) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  const Configuration c = test::read_eam_data("glass_1000");
  EamForceField field(test::metal_potential());
  const auto stiffness = eam_stiffness_product(field);
  stiffness->set(c);
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
  double largest = 0;
  for (const double f : expected) largest = std::max(largest, std::abs(f));
  for (std::size_t i = 0; i < u.size(); ++i) EXPECT_NEAR(found[i], -expected[i], 2e-6 * largest) << i;

  std::fill(rows.begin(), rows.end(), 0.0F);
  stiffness->pull(rows.data(), pulls.data());
  for (const float p : pulls) EXPECT_EQ(p, 0.0F);
}

}  // namespace
}  // namespace vitrum::atomistic
