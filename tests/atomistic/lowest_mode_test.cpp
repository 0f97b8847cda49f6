#include "atomistic/lowest_mode.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>

#include "atomistic/hessian.h"
#include "atomistic/quench.h"
#include "atomistic/specimen.h"
#include "base/error.h"
#include "lammps_reference.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

Eigen::MatrixXd dense_hessian(PairForceField& field, const Configuration& c) {
  Hessian hessian;
  hessian.assemble(field, c);
  const SparseSymmetric& m = hessian.matrix();
  const auto n = static_cast<Eigen::Index>(m.size());
  Eigen::MatrixXd full = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index column = 0; column < n; ++column)
    for (int k = m.column_begin[static_cast<std::size_t>(column)];
         k < m.column_begin[static_cast<std::size_t>(column) + 1]; ++k) {
      const int row = m.row[static_cast<std::size_t>(k)];
      full(row, column) = full(column, row) = m.value[static_cast<std::size_t>(k)];
    }
  return full;
}

/// Translations, which have the eigenvalue 0, are moved out of the way.
void expect_lowest_of_dense(const Configuration& c) {
  PairForceField field(paper_glass());
  Eigen::MatrixXd full = dense_hessian(field, c);
  const int d = c.box.dimension;
  const double atoms = static_cast<double>(c.atoms());
  for (Eigen::Index i = 0; i < full.rows(); ++i)
    for (Eigen::Index j = i % d; j < full.cols(); j += d) full(i, j) += 1e5 / atoms;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(full);
  const LowestMode found = lowest_mode(field, c);
  EXPECT_NEAR(found.eigenvalue, solver.eigenvalues()[0], 1e-9 * (1 + std::abs(solver.eigenvalues()[0])));
  EXPECT_LT(found.residual, 1e-6);
  double overlap = 0;
  for (Eigen::Index i = 0; i < full.rows(); ++i)
    overlap += solver.eigenvectors()(i, 0) * found.mode[static_cast<std::size_t>(i)];
  EXPECT_NEAR(std::abs(overlap), 1, 1e-8);
}

TEST(LowestMode, is_that_of_a_dense_solver_in_equilibrium) {
  Configuration c = test::scattered({2, {0, 0, 0}, 12, 12, 1, 3, 0, 0}, 140, 0.75, 4);
  PairForceField field(paper_glass());
  quench(field, c, 1e-10);
  expect_lowest_of_dense(c);
  EXPECT_GT(lowest_mode(field, c).eigenvalue, 0);
}

TEST(LowestMode, is_that_of_a_dense_solver_where_the_stiffness_is_indefinite) {
  expect_lowest_of_dense(test::scattered({2, {0, 0, 0}, 11, 11, 1, 0, 0, 0}, 100, 0.75, 7));
  expect_lowest_of_dense(test::scattered({3, {0, 0, 0}, 6, 5, 5, 1, 0, 0}, 100, 0.75, 8));
}

// A saddle-node instability: lambda^2 falls linearly to zero at the critical strain (paper 1's sample, whose
// first event lies between increments 75 and 76).
TEST(LowestMode, falls_as_the_square_root_of_the_distance_to_an_instability) {
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes half a minute with sanitizers, which see the same code in the tests before";
#endif
  AtomisticSpecimen specimen(test::read_data("esl_1k_1.dat"), paper_glass());
  for (int k = 1; k <= 75; ++k) specimen.strain_to(k * 1e-4);
  PairForceField field(paper_glass());
  // Steps that shrink towards the instability; the last one before it is found by trying.
  double strain = 75e-4, step = 2e-5;
  std::vector<double> strains, squares;
  while (step > 1e-8) {
    const Group back = specimen.snapshot();
    specimen.strain_to(strain + step);
    if (specimen.last_relaxation().followed_flow) {
      specimen.restore(back);
      step /= 4;
      continue;
    }
    strain += step;
    strains.push_back(strain);
    squares.push_back(std::pow(lowest_mode(field, specimen.configuration()).eigenvalue, 2));
  }
  const double critical = strain;  // to 1e-8
  const auto slope_from = [&](double distance) {
    std::size_t k = 0;
    while (k + 1 < strains.size() && critical - strains[k] > distance) ++k;
    return squares[k] / (critical + 5e-9 - strains[k]);
  };
  EXPECT_NEAR(slope_from(1e-6) / slope_from(4e-6), 1, 0.05);
  EXPECT_NEAR(slope_from(4e-7) / slope_from(1e-6), 1, 0.05);
}

TEST(ParticipationNumber, counts_the_atoms_that_move) {
  std::vector<double> u(40, 0.0);
  EXPECT_EQ(participation_number(u, 2), 0);
  u[6] = 0.3;
  EXPECT_DOUBLE_EQ(participation_number(u, 2), 1);
  for (std::size_t i = 0; i < 40; i += 2) u[i] = 0.6, u[i + 1] = -0.8;
  EXPECT_NEAR(participation_number(u, 2), 20, 1e-12);
}

TEST(LowestMode, refuses_a_single_atom) {
  Configuration c;
  c.box = {2, {0, 0, 0}, 9, 9, 1, 0, 0, 0};
  c.positions = {1, 1};
  c.species = {0};
  PairForceField field(paper_glass());
  EXPECT_THROW(lowest_mode(field, c), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
