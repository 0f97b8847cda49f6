#include "math/sparse_cholesky.h"

#include <cholmod.h>
#include <omp.h>

#include <algorithm>
#include <mutex>
#include <string>

#include "base/error.h"
#include "math/single_precision_factor.h"

// Of OpenBLAS; samples run in parallel, each on one core.
extern "C" void openblas_set_num_threads(int);
extern "C" int openblas_get_parallel();

namespace vitrum {

namespace {

/// The flavour of OpenBLAS without threads shares its work space between all callers, and Debian lets the
/// user choose the flavour: with that one, two samples must not be in it at once.
class BlasTurn {
 public:
  BlasTurn() {
    if (openblas_get_parallel() == 0) lock_ = std::unique_lock(one_at_a_time);
  }

 private:
  static inline std::mutex one_at_a_time;
  std::unique_lock<std::mutex> lock_;
};

/// CHOLMOD takes four threads for itself, which for the matrices of a sample lose more time in waiting for
/// each other than they gain; the cores are for the samples.
class OneThread {
 public:
  OneThread() : levels_(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
  ~OneThread() { omp_set_max_active_levels(levels_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int levels_;
};

/// CHOLMOD reads our arrays in place; it does not write to a matrix that it factorises.
cholmod_sparse view(const SparseSymmetric& matrix, bool with_values) {
  cholmod_sparse a{};
  a.nrow = a.ncol = matrix.size();
  a.nzmax = matrix.row.size();
  a.p = const_cast<int*>(matrix.column_begin.data());
  a.i = const_cast<int*>(matrix.row.data());
  a.x = with_values ? const_cast<double*>(matrix.value.data()) : nullptr;
  a.stype = -1;
  a.itype = CHOLMOD_INT;
  a.xtype = with_values ? CHOLMOD_REAL : CHOLMOD_PATTERN;
  a.dtype = CHOLMOD_DOUBLE;
  a.sorted = 1;
  a.packed = 1;
  return a;
}

/// The graph of blocks: one column for each block of unknowns.
SparseSymmetric condense(const SparseSymmetric& matrix, int block) {
  SparseSymmetric graph;
  for (std::size_t c = 0; c < matrix.size(); c += static_cast<std::size_t>(block)) {
    const auto begin = static_cast<std::size_t>(matrix.column_begin[c]);
    const auto end = static_cast<std::size_t>(matrix.column_begin[c + 1]);
    for (std::size_t k = begin; k < end; ++k) {
      const int row = matrix.row[k] / block;
      const bool known =
          static_cast<int>(graph.row.size()) > graph.column_begin.back() && graph.row.back() == row;
      if (!known) graph.row.push_back(row);
    }
    graph.column_begin.push_back(static_cast<int>(graph.row.size()));
  }
  return graph;
}

void require(bool done, const cholmod_common& common, const std::string& what) {
  if (!done || common.status < CHOLMOD_OK)
    throw PhysicsError("The sparse solver failed while " + what + " (CHOLMOD status " +
                       std::to_string(common.status) + "; -2 means that memory ran out).");
}

}  // namespace

struct SparseCholesky::Library {
  Library() {
    openblas_set_num_threads(1);
    cholmod_start(&common);
    common.print = 0;
    common.supernodal = CHOLMOD_SUPERNODAL;
    common.quick_return_if_not_posdef = 1;
    common.nmethods = 1;
    common.method[0].ordering = CHOLMOD_GIVEN;
    common.postorder = 1;
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
    cholmod_finish(&common);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  cholmod_common common{};
  cholmod_factor* factor = nullptr;
  cholmod_dense *solution = nullptr, *work_y = nullptr, *work_e = nullptr;
  bool complete = false;
  SinglePrecisionFactor single;
  bool copied = false;  // single is of the present factor
};

SparseCholesky::SparseCholesky() : library_(std::make_unique<Library>()) {}
SparseCholesky::~SparseCholesky() = default;
SparseCholesky::SparseCholesky(SparseCholesky&&) noexcept = default;
SparseCholesky& SparseCholesky::operator=(SparseCholesky&&) noexcept = default;

std::vector<int> SparseCholesky::find_order(const SparseSymmetric& matrix, int block) {
  const SparseSymmetric graph = condense(matrix, block);
  cholmod_sparse a = view(graph, false);
  std::vector<int> order(graph.size());
  // Not METIS: it draws from the C library's one random stream, which samples in parallel would share, and
  // takes SIGTERM for a failure of its own while it works.
  require(cholmod_amd(&a, nullptr, 0, order.data(), &library_->common) != 0, library_->common,
          "looking for an elimination order");
  return order;
}

void SparseCholesky::prepare(const SparseSymmetric& matrix, const std::vector<int>& order) {
  const std::size_t block = order.empty() ? 0 : matrix.size() / order.size();
  std::vector<int> sorted = order;
  std::sort(sorted.begin(), sorted.end());
  bool each_once = block * order.size() == matrix.size();
  for (std::size_t k = 0; k < sorted.size(); ++k) each_once = each_once && sorted[k] == static_cast<int>(k);
  if (!each_once) throw InputError("The elimination order does not name each block of the matrix once.");
  std::vector<int> unknowns;
  unknowns.reserve(matrix.size());
  for (const int b : order)
    for (std::size_t k = 0; k < block; ++k)
      unknowns.push_back(static_cast<int>(static_cast<std::size_t>(b) * block + k));
  cholmod_free_factor(&library_->factor, &library_->common);
  library_->complete = false;
  cholmod_sparse a = view(matrix, false);
  library_->factor = cholmod_analyze_p(&a, unknowns.data(), nullptr, 0, &library_->common);
  require(library_->factor != nullptr, library_->common, "analysing a matrix");
}

bool SparseCholesky::factorise(const SparseSymmetric& matrix, double shift) {
  library_->complete = library_->copied = false;
  cholmod_sparse a = view(matrix, true);
  double beta[2] = {shift, 0};
  const BlasTurn turn;
  const OneThread alone;
  const int done = cholmod_factorize_p(&a, beta, nullptr, 0, library_->factor, &library_->common);
  require(done != 0, library_->common, "factorising a matrix");
  library_->complete = library_->common.status == CHOLMOD_OK && library_->factor->minor == matrix.size();
  return library_->complete;
}

bool SparseCholesky::has_factor() const { return library_->complete; }

std::size_t SparseCholesky::fill() const {
  return library_->factor == nullptr ? 0 : static_cast<std::size_t>(library_->factor->xsize);
}

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
  require(library_->complete && done != 0, library_->common, "solving a system");
  const auto* x = static_cast<const double*>(library_->solution->x);
  std::copy(x, x + right_side.size(), right_side.begin());
}

void SparseCholesky::solve_roughly(std::vector<double>& right_side) {
  if (!library_->complete) throw InputError("There is no factor to solve with.");
  if (right_side.size() != library_->factor->n)
    throw InputError("A right side of " + std::to_string(right_side.size()) + " numbers does not fit to " +
                     std::to_string(library_->factor->n) + " unknowns.");
  if (!library_->copied) library_->single.copy(*library_->factor);
  library_->copied = true;
  library_->single.solve(right_side);
}

}  // namespace vitrum
