#include "atomistic/stiffness_solver.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/minimiser.h"
#include "atomistic/stiffness_factor.h"
#include "math/sparse_product.h"

namespace vitrum::atomistic {

namespace {

/// Stiffness that holds the uniform translation; refinement removes what it does to other modes.
constexpr double hold = 1e-7;
constexpr double exact = 1e-13;
constexpr int most_refinements = 60;

}  // namespace

StiffnessSolver::StiffnessSolver(PairForceField& force_field, const Configuration& configuration)
    : dimension_(configuration.box.dimension) {
  force_field.build_list(configuration);
  hessian_.assemble(force_field, configuration);
  cholesky_.prepare(hessian_.matrix(), elimination_order(hessian_.matrix(), dimension_));
}

bool StiffnessSolver::factorise(double shift) {
  shift_ = shift;
  return cholesky_.factorise(hessian_.matrix(), shift + hold);
}

std::vector<double> StiffnessSolver::solve(std::vector<double> b) {
  remove_translation(b, dimension_);
  const double size = std::sqrt(dot(b, b));
  std::vector<double> x(b.size(), 0.0), residual = b, best = x;
  double smallest = size;
  for (int k = 0; k < most_refinements && smallest > exact * size; ++k) {
    cholesky_.solve(residual);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += residual[i];
    remove_translation(x, dimension_);
    residual = stiffness_times(x);
    for (std::size_t i = 0; i < x.size(); ++i) residual[i] = b[i] - residual[i] - shift_ * x[i];
    const double left = std::sqrt(dot(residual, residual));
    if (!(left < smallest)) break;
    const bool slow = left > 0.5 * smallest;
    smallest = left;
    best = x;
    if (slow) break;
  }
  return best;
}

std::vector<double> StiffnessSolver::stiffness_times(const std::vector<double>& x) const {
  return product(hessian_.matrix(), x);
}

double StiffnessSolver::norm() const {
  const SparseSymmetric& matrix = hessian_.matrix();
  std::vector<double> sums(matrix.size(), 0.0);
  for (std::size_t column = 0; column < matrix.size(); ++column)
    for (int k = matrix.column_begin[column]; k < matrix.column_begin[column + 1]; ++k) {
      const auto row = static_cast<std::size_t>(matrix.row[static_cast<std::size_t>(k)]);
      const double size = std::abs(matrix.value[static_cast<std::size_t>(k)]);
      sums[row] += size;
      if (row != column) sums[column] += size;
    }
  return *std::max_element(sums.begin(), sums.end());
}

}  // namespace vitrum::atomistic
