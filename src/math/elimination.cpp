#include "math/elimination.h"

#include "base/error.h"
#include "math/cholmod_session.h"

namespace vitrum {

namespace {

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

void require_permutation(const SparseSymmetric& matrix, const std::vector<int>& order) {
  std::vector<bool> named(order.size(), false);
  bool each_once = order.empty() ? matrix.size() == 0 : matrix.size() % order.size() == 0;
  for (const int b : order) {
    const auto k = static_cast<std::size_t>(b);
    each_once = each_once && b >= 0 && k < order.size() && !named[k];
    if (each_once) named[k] = true;
  }
  if (!each_once) throw InputError("The elimination order does not name each block of the matrix once.");
}

}  // namespace

std::vector<int> elimination_order(const SparseSymmetric& matrix, int block) {
  const SparseSymmetric graph = condense(matrix, block);
  cholmod_sparse a = cholmod_view(graph, false);
  std::vector<int> order(graph.size());
  CholmodSession session;
  // Not METIS: it draws from the C library's one random stream, which samples in parallel would share, and
  // takes SIGTERM for a failure of its own while it works.
  session.require(cholmod_amd(&a, nullptr, 0, order.data(), &session.common) != 0,
                  "looking for an elimination order");
  return order;
}

std::vector<int> unknowns_in_order(const SparseSymmetric& matrix, const std::vector<int>& order) {
  require_permutation(matrix, order);
  const std::size_t block = order.empty() ? 0 : matrix.size() / order.size();
  std::vector<int> unknowns;
  unknowns.reserve(matrix.size());
  for (const int b : order)
    for (std::size_t k = 0; k < block; ++k)
      unknowns.push_back(static_cast<int>(static_cast<std::size_t>(b) * block + k));
  return unknowns;
}

Supernodes find_supernodes(const SparseSymmetric& matrix, const std::vector<int>& order) {
  require_permutation(matrix, order);
  // All unknowns of a block have the same neighbours: the graph of blocks tells all.
  const std::size_t block = order.empty() ? 1 : matrix.size() / order.size();
  const SparseSymmetric graph = condense(matrix, static_cast<int>(block));
  CholmodSession session;
  // Columns are merged into supernodes of at least some width, at the price of some fill.
  session.common.nrelax[0] = 4, session.common.nrelax[1] = 12, session.common.nrelax[2] = 32;
  session.common.zrelax[0] = 0.8, session.common.zrelax[1] = 0.2, session.common.zrelax[2] = 0.05;
  cholmod_sparse a = cholmod_view(graph, false);
  std::vector<int> given = order;
  cholmod_factor* factor = cholmod_analyze_p(&a, given.data(), nullptr, 0, &session.common);
  session.require(factor != nullptr, "analysing a matrix");

  const auto* super = static_cast<const int*>(factor->super);
  const auto* row_begin = static_cast<const int*>(factor->pi);
  const auto* rows = static_cast<const int*>(factor->s);
  const auto* permutation = static_cast<const int*>(factor->Perm);
  Supernodes found;
  found.permutation.assign(permutation, permutation + factor->n);
  found.first_column.assign(super, super + factor->nsuper + 1);
  found.first_row.assign(row_begin, row_begin + factor->nsuper + 1);
  found.row.assign(rows, rows + factor->ssize);
  cholmod_free_factor(&factor, &session.common);
  return found;
}

double factor_operations(const Supernodes& supernodes, int block) {
  double sum = 0;
  for (std::size_t s = 0; s < supernodes.count(); ++s) {
    const auto rows = static_cast<double>(block) *
                      static_cast<double>(supernodes.first_row[s + 1] - supernodes.first_row[s]);
    const int columns = block * (supernodes.first_column[s + 1] - supernodes.first_column[s]);
    for (int c = 0; c < columns; ++c) sum += (rows - c) * (rows - c);
  }
  return sum;
}

}  // namespace vitrum
