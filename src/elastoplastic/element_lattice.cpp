#include "elastoplastic/element_lattice.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/error.h"
#include "elastoplastic/square_element.h"

namespace vitrum::elastoplastic {

namespace {

void require(int columns, int rows, const std::vector<Stiffness>& stiffness) {
  const std::string size = std::to_string(columns) + " x " + std::to_string(rows);
  if (columns < 2 || rows < 2)
    throw InputError("a lattice of " + size +
                     " elements is too small (periodic elements need a neighbour): use at least 2 x 2");
  if (stiffness.size() != static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))
    throw InputError("a lattice of " + size + " elements needs one stiffness for each of them, not " +
                     std::to_string(stiffness.size()));
  const auto positive = [](double value) { return std::isfinite(value) && value > 0; };
  for (std::size_t e = 0; e < stiffness.size(); ++e)
    if (!positive(stiffness[e].shear_modulus) || !positive(stiffness[e].bulk_modulus))
      throw InputError("element " + std::to_string(e) + " has the shear modulus " +
                       std::to_string(stiffness[e].shear_modulus) + " and the bulk modulus " +
                       std::to_string(stiffness[e].bulk_modulus) + ": both must be positive and finite");
}

/// How the displacements of one node pull at those around it.
struct Coupling {
  std::size_t node = 0;
  CornerStiffness stiffness;
};

/// At most nine: a node and those around it, each once, in ascending order.
class Couplings {
 public:
  void add(std::size_t node, const CornerStiffness& stiffness) {
    const auto at = std::lower_bound(list_.begin(), list_.end(), node,
                                     [](const Coupling& c, std::size_t n) { return c.node < n; });
    if (at == list_.end() || at->node != node) {
      list_.insert(at, {node, stiffness});
      return;
    }
    at->stiffness.xx += stiffness.xx, at->stiffness.xy += stiffness.xy;
    at->stiffness.yx += stiffness.yx, at->stiffness.yy += stiffness.yy;
  }
  void clear() { list_.clear(); }
  const std::vector<Coupling>& list() const { return list_; }

 private:
  std::vector<Coupling> list_;
};

/// The two columns of the matrix that belong to `node`, from the diagonal down.
void append(const std::vector<Coupling>& couplings, std::size_t node, SparseSymmetric& matrix) {
  const auto entry = [&](std::size_t row, double value) {
    matrix.row.push_back(static_cast<int>(row));
    matrix.value.push_back(value);
  };
  for (const bool y : {false, true}) {
    for (const Coupling& c : couplings) {
      if (c.node < node) continue;
      const std::size_t row = 2 * (c.node - 1);
      if (!y || c.node != node) entry(row, y ? c.stiffness.xy : c.stiffness.xx);
      entry(row + 1, y ? c.stiffness.yy : c.stiffness.yx);
    }
    matrix.column_begin.push_back(static_cast<int>(matrix.row.size()));
  }
}

}  // namespace

ElementLattice::ElementLattice(int columns, int rows, std::vector<Stiffness> stiffness)
    : columns_((require(columns, rows, stiffness), static_cast<std::size_t>(columns))),
      rows_(static_cast<std::size_t>(rows)),
      stiffness_(std::move(stiffness)) {}

std::array<std::size_t, 4> ElementLattice::corners(std::size_t element) const {
  const std::size_t column = element % columns_, low = element - column;
  const std::size_t right = column + 1 == columns_ ? 0 : column + 1;
  const std::size_t high = low + columns_ == elements() ? 0 : low + columns_;
  return {low + column, low + right, high + right, high + column};
}

TensorField ElementLattice::strain(const NodeField& displacement) const {
  TensorField result(elements());
  const double* x = displacement.x.data();
  const double* y = displacement.y.data();
  for (std::size_t low = 0; low < elements(); low += columns_) {
    const std::size_t high = low + columns_ == elements() ? 0 : low + columns_;
    double* __restrict__ xx = &result.xx[low];
    double* __restrict__ yy = &result.yy[low];
    double* __restrict__ xy = &result.xy[low];
    const auto element = [&](std::size_t left, std::size_t right) {
      const double rising_x = x[high + right] - x[low + left], falling_x = x[low + right] - x[high + left];
      const double rising_y = y[high + right] - y[low + left], falling_y = y[low + right] - y[high + left];
      xx[left] = 0.5 * (rising_x + falling_x);
      yy[left] = 0.5 * (rising_y - falling_y);
      xy[left] = 0.25 * ((rising_x - falling_x) + (rising_y + falling_y));
    };
    for (std::size_t left = 0; left + 1 < columns_; ++left) element(left, left + 1);
    element(columns_ - 1, 0);
  }
  return result;
}

void ElementLattice::add_forces(std::size_t element, double stress_xx, double stress_yy, double stress_xy,
                                NodeField& forces) const {
  const auto nodes = corners(element);
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const double x = SquareElement::gradient_x[corner], y = SquareElement::gradient_y[corner];
    forces.x[nodes[corner]] += x * stress_xx + y * stress_xy;
    forces.y[nodes[corner]] += x * stress_xy + y * stress_yy;
  }
}

NodeField ElementLattice::forces(const TensorField& stress) const {
  NodeField result(elements());
  for (std::size_t e = 0; e < elements(); ++e)
    add_forces(e, stress.xx[e], stress.yy[e], stress.xy[e], result);
  return result;
}

SparseSymmetric ElementLattice::pinned_matrix() const {
  SparseSymmetric matrix;
  matrix.column_begin.reserve(2 * elements());
  matrix.row.reserve(20 * elements());
  matrix.value.reserve(20 * elements());
  Couplings couplings;
  for (std::size_t node = 1; node < elements(); ++node) {
    // The node is lower left corner of the element of its number, lower right of the one before, and so on.
    const std::size_t column = node % columns_, row = node / columns_;
    const std::size_t left = column == 0 ? columns_ - 1 : column - 1, below = row == 0 ? rows_ - 1 : row - 1;
    const std::array<std::size_t, 4> around{row * columns_ + column, row * columns_ + left,
                                            below * columns_ + left, below * columns_ + column};
    couplings.clear();
    for (std::size_t here = 0; here < 4; ++here) {
      const auto nodes = corners(around[here]);
      for (std::size_t there = 0; there < 4; ++there)
        if (nodes[there] != 0)
          couplings.add(nodes[there], corner_stiffness(stiffness_[around[here]], there, here));
    }
    append(couplings.list(), node, matrix);
  }
  return matrix;
}

}  // namespace vitrum::elastoplastic
