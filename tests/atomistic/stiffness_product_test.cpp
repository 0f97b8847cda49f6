#include "atomistic/stiffness_product.h"

#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/eam_hessian.h"
#include "eam_samples.h"
#include "metal_path.h"
#include "samples.h"

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

/// Densities that differ both ways and ones that do not, images of an atom beside itself, a tilted cell.
TEST(StiffnessProduct, of_metals_knows_every_kind_of_table) {
  for (const auto& potential : {test::closed_form_within("fs"), test::closed_form_within("alloy"),
                                test::closed_form_symmetric(5.9)}) {
    Configuration c = test::scattered({3, {0, 0, 0}, 2.6, 9, 9, 0.4, 0, 3}, 14, 1.8, 7);
    for (std::size_t i = 0; i < c.atoms(); ++i) c.species[i] = static_cast<int>(i % 3);
    EamForceField field(potential);
    const auto stiffness = eam_stiffness_product(field);
    stiffness->set(c);
    EamHessian hessian;
    hessian.set(field, c);
    std::vector<double> u(c.positions.size()), expected, found(c.positions.size(), 0.0);
    for (std::size_t i = 0; i < u.size(); ++i) u[i] = std::sin(1.7 * static_cast<double>(i * i));
    hessian.multiply(u, expected);
    const std::vector<float> rows = stiffness->rows_of(u);
    std::vector<float> pulls(rows.size());
    stiffness->pull(rows.data(), pulls.data());
    stiffness->add_rows(pulls, found);
    double largest = 0;
    for (const double f : expected) largest = std::max(largest, std::abs(f));
    for (std::size_t i = 0; i < u.size(); ++i) EXPECT_NEAR(found[i], -expected[i], 2e-6 * largest) << i;
  }
}

}  // namespace
}  // namespace vitrum::atomistic
