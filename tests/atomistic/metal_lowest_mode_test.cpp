#include "atomistic/metal_lowest_mode.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>

#include "atomistic/eam_hessian.h"
#include "base/error.h"
#include "metal_path.h"

namespace vitrum::atomistic {
namespace {

/// Translations, which have the eigenvalue 0, are moved out of the way.
void expect_lowest_of_dense_metal(const std::shared_ptr<const EamPotential>& potential,
                                  const Configuration& c) {
  EamForceField field(potential);
  EamHessian hessian;
  hessian.set(field, c);
  const SparseSymmetric m = hessian.assemble();
  const auto n = static_cast<Eigen::Index>(m.size());
  Eigen::MatrixXd full = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index column = 0; column < n; ++column)
    for (int k = m.column_begin[static_cast<std::size_t>(column)];
         k < m.column_begin[static_cast<std::size_t>(column) + 1]; ++k) {
      const int row = m.row[static_cast<std::size_t>(k)];
      full(row, column) = full(column, row) = m.value[static_cast<std::size_t>(k)];
    }
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = i % 3; j < n; j += 3) full(i, j) += 1e5 / static_cast<double>(c.atoms());
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(full);
  const LowestMode found = metal_lowest_mode(potential, c);
  EXPECT_NEAR(found.eigenvalue, solver.eigenvalues()[0], 1e-9 * (1 + std::abs(solver.eigenvalues()[0])));
  EXPECT_LT(found.residual, 1e-6);
  double overlap = 0;
  for (Eigen::Index i = 0; i < n; ++i)
    overlap += solver.eigenvectors()(i, 0) * found.mode[static_cast<std::size_t>(i)];
  EXPECT_NEAR(std::abs(overlap), 1, 1e-6);
}

TEST(MetalLowestMode, is_that_of_a_dense_solver) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  // 108 atoms as they lie, the stiffness indefinite; and thinner than two cut-offs.
  expect_lowest_of_dense_metal(test::metal_potential(), test::read_eam_data("tilted_108"));
  expect_lowest_of_dense_metal(test::closed_form_within("fs"), test::read_eam_data("three_90"));
}

// In equilibrium: positive, the second derivative of the energy along the mode, and no other direction that
// the mode of the same glass strained a little takes is softer.
TEST(MetalLowestMode, is_the_curvature_of_the_energy_along_the_mode) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  RelaxationSettings tight = metal_relaxation_settings();
  tight.force_tolerance = 1e-9;
  AtomisticSpecimen specimen(test::read_eam_data("shear_1000"), test::metal_potential(), tight);
  const Configuration c = specimen.configuration();
  const LowestMode found = metal_lowest_mode(test::metal_potential(), c);
  EXPECT_GT(found.eigenvalue, 0);
  EXPECT_LT(found.residual, 1e-6);
  EXPECT_GT(found.participation, 1);
  EXPECT_LT(found.participation, 1000);
  EamForceField field(test::metal_potential());
  std::vector<double> forward, backward;
  constexpr double step = 1e-4;  // angstrom
  Configuration moved = c;
  for (std::size_t i = 0; i < moved.positions.size(); ++i) moved.positions[i] += step * found.mode[i];
  field.evaluate(moved, forward);
  for (std::size_t i = 0; i < moved.positions.size(); ++i) moved.positions[i] -= 2 * step * found.mode[i];
  field.evaluate(moved, backward);
  double curvature = 0;
  for (std::size_t i = 0; i < forward.size(); ++i)
    curvature -= found.mode[i] * (forward[i] - backward[i]) / (2 * step);
  EXPECT_NEAR(curvature, found.eigenvalue, 1e-3 * found.eigenvalue + 1e-4);
}

// The first event of this glass lies in increment 98 (MetalSpecimen): its mode softens until then.
TEST(MetalLowestMode, falls_to_zero_at_an_instability_and_is_recorded) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes minutes with sanitizers, which see the same code in the tests before";
#endif
  AtomisticSpecimen specimen = test::metal_specimen();
  const double quenched = specimen.moduli().number("lowest_eigenvalue");
  for (int k = 1; k <= 97; ++k) specimen.strain_to(k * 1e-4);
  const Group before = specimen.moduli();
  specimen.strain_to(98e-4);
  const Group after = specimen.moduli();
  EXPECT_GT(quenched, 0);
  EXPECT_LT(before.number("lowest_eigenvalue"), 0.5 * quenched);
  EXPECT_GT(before.number("lowest_eigenvalue"), 0);
  EXPECT_GT(after.number("lowest_eigenvalue"), before.number("lowest_eigenvalue"));
  EXPECT_LT(before.number("lowest_mode_participation"), 300);
}

TEST(MetalLowestMode, refuses_a_few_atoms) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  Configuration c;
  c.box = {3, {0, 0, 0}, 9, 9, 9, 0, 0, 0};
  c.positions = {1, 1, 1};
  c.species = {0};
  EXPECT_THROW(metal_lowest_mode(test::metal_potential(), c), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
