#include "math/local_source_cholesky.h"

#include <cblas.h>

#include <algorithm>

#include "base/error.h"
#include "math/blas_turn.h"
#include "math/cholmod_session.h"
#include "math/elimination.h"
#include "math/one_thread.h"

namespace vitrum {

namespace {

/// Columns first .. + columns of the factor as a dense block of `height` rows; the first `columns` rows are
/// the columns' own, below them stand the rows named in `row`.
struct Supernode {
  std::size_t first;
  int columns, height;
  const double* block;
  const int* row;

  int rows_below() const { return height - columns; }
  const double* below() const { return block + columns; }
};

}  // namespace

struct LocalSourceCholesky::Factor {
  Factor() {
    // Narrower supernodes than SparseCholesky has: these solutions are bound by the reading of the factor.
    session.common.nrelax[0] = 4, session.common.nrelax[1] = 16, session.common.nrelax[2] = 48;
    session.common.zrelax[0] = 0.8, session.common.zrelax[1] = 0.1, session.common.zrelax[2] = 0.05;
  }
  ~Factor() { cholmod_free_factor(&factor, &session.common); }
  Factor(const Factor&) = delete;
  Factor& operator=(const Factor&) = delete;

  std::size_t supernodes() const { return factor->nsuper; }
  Supernode supernode(std::size_t s) const {
    const auto* first = static_cast<const int*>(factor->super) + s;
    const auto* rows = static_cast<const int*>(factor->pi) + s;
    const auto* values = static_cast<const int*>(factor->px) + s;
    const int columns = first[1] - first[0];
    return {static_cast<std::size_t>(first[0]), columns, rows[1] - rows[0],
            static_cast<const double*>(factor->x) + values[0],
            static_cast<const int*>(factor->s) + rows[0] + columns};
  }

  void load(const std::vector<double>& right_sides);
  void unload(std::vector<double>& solutions) const;
  void forward(const Supernode& node);
  void backward(const Supernode& node);

  OneBlasThread alone;
  CholmodSession session;
  cholmod_factor* factor = nullptr;
  std::size_t count = 0;      // right sides
  std::vector<double> x;      // those of each row of the factor, one row after the other
  std::vector<double> below;  // the same for the rows below a supernode
};

void LocalSourceCholesky::Factor::load(const std::vector<double>& right_sides) {
  const auto* unknown = static_cast<const int*>(factor->Perm);
  x.resize(right_sides.size());
  below.resize(factor->maxesize * count);
  for (std::size_t row = 0; row < factor->n; ++row)
    std::copy_n(&right_sides[static_cast<std::size_t>(unknown[row]) * count], count, &x[row * count]);
}

void LocalSourceCholesky::Factor::unload(std::vector<double>& solutions) const {
  const auto* unknown = static_cast<const int*>(factor->Perm);
  for (std::size_t row = 0; row < factor->n; ++row)
    std::copy_n(&x[row * count], count, &solutions[static_cast<std::size_t>(unknown[row]) * count]);
}

void LocalSourceCholesky::Factor::forward(const Supernode& node) {
  double* own = &x[node.first * count];
  const double* end = own + static_cast<std::size_t>(node.columns) * count;
  if (std::all_of(static_cast<const double*>(own), end, [](double value) { return value == 0; })) return;
  const int sides = static_cast<int>(count), rows = node.rows_below();
  // The rows of x, right sides side by side, are the columns of its transpose. One alone is a vector.
  if (count == 1) {
    cblas_dtrsv(CblasColMajor, CblasLower, CblasNoTrans, CblasNonUnit, node.columns, node.block, node.height,
                own, 1);
    if (rows != 0)
      cblas_dgemv(CblasColMajor, CblasNoTrans, rows, node.columns, 1, node.below(), node.height, own, 1, 0,
                  below.data(), 1);
  } else {
    cblas_dtrsm(CblasColMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, sides, node.columns, 1,
                node.block, node.height, own, sides);
    if (rows != 0)
      cblas_dgemm(CblasColMajor, CblasNoTrans, CblasTrans, sides, rows, node.columns, 1, own, sides,
                  node.below(), node.height, 0, below.data(), sides);
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i) {
    double* into = &x[static_cast<std::size_t>(node.row[i]) * count];
    for (std::size_t side = 0; side < count; ++side) into[side] -= below[i * count + side];
  }
}

void LocalSourceCholesky::Factor::backward(const Supernode& node) {
  double* own = &x[node.first * count];
  const int sides = static_cast<int>(count), rows = node.rows_below();
  for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i)
    std::copy_n(&x[static_cast<std::size_t>(node.row[i]) * count], count, &below[i * count]);
  if (count == 1) {
    if (rows != 0)
      cblas_dgemv(CblasColMajor, CblasTrans, rows, node.columns, -1, node.below(), node.height, below.data(),
                  1, 1, own, 1);
    cblas_dtrsv(CblasColMajor, CblasLower, CblasTrans, CblasNonUnit, node.columns, node.block, node.height,
                own, 1);
  } else {
    if (rows != 0)
      cblas_dgemm(CblasColMajor, CblasNoTrans, CblasNoTrans, sides, node.columns, rows, -1, below.data(),
                  sides, node.below(), node.height, 1, own, sides);
    cblas_dtrsm(CblasColMajor, CblasRight, CblasLower, CblasNoTrans, CblasNonUnit, sides, node.columns, 1,
                node.block, node.height, own, sides);
  }
}

LocalSourceCholesky::LocalSourceCholesky(const SparseSymmetric& matrix, const std::vector<int>& order)
    : factor_(std::make_unique<Factor>()) {
  std::vector<int> unknowns = unknowns_in_order(matrix, order);
  cholmod_common& common = factor_->session.common;
  cholmod_sparse a = cholmod_view(matrix, true);
  factor_->factor = cholmod_analyze_p(&a, unknowns.data(), nullptr, 0, &common);
  factor_->session.require(factor_->factor != nullptr, "analysing a matrix");
  double no_shift[2] = {0, 0};
  const BlasTurn turn;
  const OneThread alone;
  const int done = cholmod_factorize_p(&a, no_shift, nullptr, 0, factor_->factor, &common);
  factor_->session.require(done != 0, "factorising a matrix");
  if (common.status != CHOLMOD_OK || factor_->factor->minor != matrix.size())
    throw PhysicsError(
        "A sparse matrix has no Cholesky factor in double precision: it is not positive definite, or its "
        "entries differ by too many orders of magnitude.");
}

LocalSourceCholesky::~LocalSourceCholesky() = default;
LocalSourceCholesky::LocalSourceCholesky(LocalSourceCholesky&&) noexcept = default;
LocalSourceCholesky& LocalSourceCholesky::operator=(LocalSourceCholesky&&) noexcept = default;

std::size_t LocalSourceCholesky::size() const { return factor_->factor->n; }

void LocalSourceCholesky::solve(std::vector<double>& right_sides, std::size_t count) {
  const BlasTurn turn;
  factor_->count = count;
  factor_->load(right_sides);
  for (std::size_t s = 0; s < factor_->supernodes(); ++s) factor_->forward(factor_->supernode(s));
  for (std::size_t s = factor_->supernodes(); s-- > 0;) factor_->backward(factor_->supernode(s));
  factor_->unload(right_sides);
}

std::vector<double> LocalSourceCholesky::products(const std::vector<double>& right_sides, std::size_t count) {
  const BlasTurn turn;
  factor_->count = count;
  factor_->load(right_sides);
  for (std::size_t s = 0; s < factor_->supernodes(); ++s) factor_->forward(factor_->supernode(s));
  // With A = L L^T, b A^-1 b is the square of L^-1 b.
  std::vector<double> result(count * count, 0.0);
  for (std::size_t row = 0; row < size(); ++row) {
    const double* x = &factor_->x[row * count];
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = 0; j < count; ++j) result[i * count + j] += x[i] * x[j];
  }
  return result;
}

}  // namespace vitrum
