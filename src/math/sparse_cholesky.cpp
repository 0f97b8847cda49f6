#include "math/sparse_cholesky.h"

#include <algorithm>

#include "math/blas_turn.h"
#include "math/cholmod_session.h"
#include "math/elimination.h"
#include "math/one_thread.h"

namespace vitrum {

struct SparseCholesky::Library {
  Library() {
    // Wider supernodes than CHOLMOD's own choice: more fill, but the small dense products of these
    // matrices cost more in calls than in arithmetic.
    common.nrelax[0] = 16, common.nrelax[1] = 64, common.nrelax[2] = 128;
    common.zrelax[0] = 0.95, common.zrelax[1] = 0.5, common.zrelax[2] = 0.1;
  }
  ~Library() {
    cholmod_free_factor(&factor, &common);
    cholmod_free_dense(&solution, &common);
    cholmod_free_dense(&work_y, &common);
    cholmod_free_dense(&work_e, &common);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  OneBlasThread alone;
  CholmodSession session;
  cholmod_common& common = session.common;
  cholmod_factor* factor = nullptr;
  cholmod_dense *solution = nullptr, *work_y = nullptr, *work_e = nullptr;
  bool complete = false;
};

SparseCholesky::SparseCholesky() : library_(std::make_unique<Library>()) {}
SparseCholesky::~SparseCholesky() = default;
SparseCholesky::SparseCholesky(SparseCholesky&&) noexcept = default;
SparseCholesky& SparseCholesky::operator=(SparseCholesky&&) noexcept = default;

void SparseCholesky::prepare(const SparseSymmetric& matrix, const std::vector<int>& order) {
  std::vector<int> unknowns = unknowns_in_order(matrix, order);
  cholmod_free_factor(&library_->factor, &library_->common);
  library_->complete = false;
  cholmod_sparse a = cholmod_view(matrix, false);
  library_->factor = cholmod_analyze_p(&a, unknowns.data(), nullptr, 0, &library_->common);
  library_->session.require(library_->factor != nullptr, "analysing a matrix");
}

bool SparseCholesky::factorise(const SparseSymmetric& matrix, double shift) {
  library_->complete = false;
  cholmod_sparse a = cholmod_view(matrix, true);
  double beta[2] = {shift, 0};
  const BlasTurn turn;
  const OneThread alone;
  const int done = cholmod_factorize_p(&a, beta, nullptr, 0, library_->factor, &library_->common);
  library_->session.require(done != 0, "factorising a matrix");
  library_->complete = library_->common.status == CHOLMOD_OK && library_->factor->minor == matrix.size();
  return library_->complete;
}

bool SparseCholesky::has_factor() const { return library_->complete; }

void SparseCholesky::solve(std::vector<double>& right_side) {
  cholmod_dense b{};
  b.nrow = b.d = b.nzmax = right_side.size();
  b.ncol = 1;
  b.x = right_side.data();
  b.xtype = CHOLMOD_REAL;
  b.dtype = CHOLMOD_DOUBLE;
  const BlasTurn turn;
  const OneThread alone;
  const int done = cholmod_solve2(CHOLMOD_A, library_->factor, &b, nullptr, &library_->solution, nullptr,
                                  &library_->work_y, &library_->work_e, &library_->common);
  library_->session.require(library_->complete && done != 0, "solving a system");
  const auto* x = static_cast<const double*>(library_->solution->x);
  std::copy(x, x + right_side.size(), right_side.begin());
}

}  // namespace vitrum
