#include "atomistic/largest_stiffness.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>

#include "atomistic/hessian.h"
#include "atomistic/quench.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

double largest_eigenvalue(const SparseSymmetric& matrix) {
  const auto n = static_cast<Eigen::Index>(matrix.size());
  Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(n, n);
  for (std::size_t c = 0; c < matrix.size(); ++c)
    for (int e = matrix.column_begin[c]; e < matrix.column_begin[c + 1]; ++e)
      dense(matrix.row[static_cast<std::size_t>(e)], static_cast<Eigen::Index>(c)) =
          matrix.value[static_cast<std::size_t>(e)];
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(dense, Eigen::EigenvaluesOnly).eigenvalues()[n - 1];
}

TEST(LargestStiffness, approaches_the_largest_eigenvalue_from_below) {
  Configuration glass = test::scattered({2, {0, 0, 0}, 8, 8, 1, 0.7, 0, 0}, 40, 0.8, 3);
  PairForceField field(paper_glass());
  quench(field, glass);
  Hessian hessian;
  hessian.assemble(field, glass);
  const double exact = largest_eigenvalue(hessian.matrix());

  std::vector<double> forces;
  field.evaluate(glass, forces);
  LargestStiffness estimate(field);
  const double early = estimate.iterate(glass, forces, 20);
  EXPECT_GT(early, 0.95 * exact);
  EXPECT_LT(early, exact * (1 + 1e-3));
  // It goes on where it was, and a small motion does not disturb it.
  EXPECT_NEAR(estimate.iterate(glass, forces, 300), exact, 1e-3 * exact);
  for (double& x : glass.positions) x *= 1 - 1e-4;
  glass.box.lx *= 1 - 1e-4, glass.box.ly *= 1 - 1e-4, glass.box.xy *= 1 - 1e-4;
  hessian.assemble(field, glass);
  field.evaluate(glass, forces);
  EXPECT_NEAR(estimate.iterate(glass, forces, 1), largest_eigenvalue(hessian.matrix()), 2e-3 * exact);
}

}  // namespace
}  // namespace vitrum::atomistic
