#include "elastoplastic/patch_finite_elements.h"

#include "base/error.h"
#include "elastoplastic/square_element.h"

namespace vitrum::elastoplastic {

PatchFiniteElements::PatchFiniteElements(std::size_t size, std::span<const Stiffness> stiffness)
    : size_(size), stiffness_(stiffness) {
  if (unknowns() == 0) return;
  std::vector<Eigen::Triplet<double>> entries;
  entries.reserve(64 * elements());
  for (std::size_t e = 0; e < elements(); ++e) {
    const auto unknown = corners(e);
    for (std::size_t a = 0; a < 4; ++a)
      for (std::size_t b = 0; b < 4; ++b) {
        const Eigen::Index i = unknown[a], j = unknown[b];
        if (i == held || j == held) continue;
        const CornerStiffness k = corner_stiffness(stiffness_[e], a, b);
        entries.emplace_back(i, j, k.xx), entries.emplace_back(i, j + 1, k.xy);
        entries.emplace_back(i + 1, j, k.yx), entries.emplace_back(i + 1, j + 1, k.yy);
      }
  }
  Eigen::SparseMatrix<double> matrix(unknowns(), unknowns());
  matrix.setFromTriplets(entries.begin(), entries.end());
  factor_.compute(matrix);
  if (factor_.info() != Eigen::Success)
    throw PhysicsError(
        "a patch of elements cannot be solved for: their moduli differ by more than double precision can "
        "tell "
        "apart; check modulus_shape");
}

std::array<Eigen::Index, 4> PatchFiniteElements::corners(std::size_t element) const {
  const std::size_t column = element % size_, row = element / size_;
  const auto unknown = [&](std::size_t x, std::size_t y) {
    if (x == 0 || y == 0 || x == size_ || y == size_) return held;
    return static_cast<Eigen::Index>(2 * ((y - 1) * (size_ - 1) + x - 1));
  };
  return {unknown(column, row), unknown(column + 1, row), unknown(column + 1, row + 1),
          unknown(column, row + 1)};
}

void PatchFiniteElements::add_forces(std::size_t element, const SymmetricTensor& stress,
                                     Eigen::MatrixXd& forces, Eigen::Index column) const {
  const auto unknown = corners(element);
  for (std::size_t a = 0; a < 4; ++a) {
    if (unknown[a] == held) continue;
    const double x = SquareElement::gradient_x[a], y = SquareElement::gradient_y[a];
    forces(unknown[a], column) += x * stress.xx + y * stress.xy;
    forces(unknown[a] + 1, column) += x * stress.xy + y * stress.yy;
  }
}

Eigen::MatrixXd PatchFiniteElements::solve(const Eigen::MatrixXd& forces) const {
  if (unknowns() == 0) return forces;
  return factor_.solve(forces);
}

SymmetricTensor PatchFiniteElements::strain(std::size_t element, const Eigen::MatrixXd& displacement,
                                            Eigen::Index column) const {
  const auto unknown = corners(element);
  SymmetricTensor strain;
  for (std::size_t a = 0; a < 4; ++a) {
    if (unknown[a] == held) continue;
    const double u = displacement(unknown[a], column), v = displacement(unknown[a] + 1, column);
    strain.xx += SquareElement::gradient_x[a] * u;
    strain.yy += SquareElement::gradient_y[a] * v;
    strain.xy += 0.5 * (SquareElement::gradient_y[a] * u + SquareElement::gradient_x[a] * v);
  }
  return strain;
}

}  // namespace vitrum::elastoplastic
