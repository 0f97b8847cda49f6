#include "math/single_precision_cholesky.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/error.h"
#include "math/dense_single_precision.h"

namespace vitrum {

namespace {

constexpr auto nobody = std::numeric_limits<std::size_t>::max();

}  // namespace

void SinglePrecisionCholesky::prepare(const SparseSymmetric& matrix, const std::vector<int>& order) {
  complete_ = false;
  const Supernodes found = find_supernodes(matrix, order);
  const std::size_t block = order.empty() ? 1 : matrix.size() / order.size();
  const auto unknowns_of = [block](const std::vector<int>& blocks) {
    std::vector<int> unknowns;
    unknowns.reserve(block * blocks.size());
    for (const int b : blocks)
      for (std::size_t k = 0; k < block; ++k)
        unknowns.push_back(static_cast<int>(block) * b + static_cast<int>(k));
    return unknowns;
  };
  operations_ = factor_operations(found, static_cast<int>(block));
  permutation_ = unknowns_of(found.permutation);
  row_ = unknowns_of(found.row);
  owner_.resize(matrix.size());
  supernodes_.clear();
  std::size_t values = 0, most_rows = 0, most_columns = 0;
  for (std::size_t s = 0; s < found.count(); ++s) {
    const std::size_t first = block * static_cast<std::size_t>(found.first_column[s]);
    const std::size_t columns = block * static_cast<std::size_t>(found.first_column[s + 1]) - first;
    const std::size_t rows = block * (found.first_row[s + 1] - found.first_row[s]);
    const std::size_t stride = padded(rows, row_padding);
    supernodes_.push_back({first, columns, rows, stride, block * found.first_row[s], values});
    values += stride * padded(columns, column_padding);
    most_rows = std::max(most_rows, stride);
    most_columns = std::max(most_columns, padded(columns, column_padding));
    std::fill_n(owner_.begin() + static_cast<std::ptrdiff_t>(first), columns, static_cast<std::uint32_t>(s));
  }
  value_.resize(values + row_padding);  // products read whole vectors
  product_.resize((most_rows + row_padding) * most_columns);
  x_.resize(matrix.size());
  work_.resize(most_rows);
  local_.resize(matrix.size());
  place_entries(matrix);
  pinned_.clear();
  for (std::size_t k = 0; k < block && !order.empty(); ++k) {
    const std::size_t unknown = static_cast<std::size_t>(order.back()) * block + k;
    pinned_.push_back(place_[static_cast<std::size_t>(matrix.column_begin[unknown])]);
  }
}

// Entries are looked up supernode by supernode, so that each row is found in a table.
void SinglePrecisionCholesky::place_entries(const SparseSymmetric& matrix) {
  std::vector<int> position(matrix.size());
  for (std::size_t k = 0; k < permutation_.size(); ++k)
    position[static_cast<std::size_t>(permutation_[k])] = static_cast<int>(k);
  struct Entry {
    int number, row, column;
  };
  std::vector<std::size_t> begin(supernodes_.size() + 1, 0);
  const auto each_entry = [&](const auto& act) {
    for (std::size_t c = 0; c < matrix.size(); ++c)
      for (int e = matrix.column_begin[c]; e < matrix.column_begin[c + 1]; ++e) {
        const int a = position[c],
                  b = position[static_cast<std::size_t>(matrix.row[static_cast<std::size_t>(e)])];
        act(Entry{e, std::max(a, b), std::min(a, b)});
      }
  };
  each_entry([&](const Entry& entry) { ++begin[owner_[static_cast<std::size_t>(entry.column)] + 1]; });
  for (std::size_t s = 0; s < supernodes_.size(); ++s) begin[s + 1] += begin[s];
  std::vector<Entry> entries(begin.back());
  std::vector<std::size_t> end(begin.begin(), begin.end() - 1);
  each_entry(
      [&](const Entry& entry) { entries[end[owner_[static_cast<std::size_t>(entry.column)]]++] = entry; });

  place_.resize(entries.size());
  for (std::size_t s = 0; s < supernodes_.size(); ++s) {
    const Supernode& node = supernodes_[s];
    number_rows(node);
    for (std::size_t e = begin[s]; e < begin[s + 1]; ++e) {
      const std::size_t column = static_cast<std::size_t>(entries[e].column) - node.first_column;
      const auto row = static_cast<std::size_t>(local_[static_cast<std::size_t>(entries[e].row)]);
      place_[static_cast<std::size_t>(entries[e].number)] = node.values + column * node.stride + row;
    }
  }
}

void SinglePrecisionCholesky::number_rows(const Supernode& node) {
  for (std::size_t r = 0; r < node.rows; ++r)
    local_[static_cast<std::size_t>(row_[node.row + r])] = static_cast<int>(r);
}

bool SinglePrecisionCholesky::factorise(const SparseSymmetric& matrix, double shift, double pin) {
  complete_ = false;
  std::fill(value_.begin(), value_.end(), 0.0F);
  for (std::size_t e = 0; e < place_.size(); ++e) value_[place_[e]] = static_cast<float>(matrix.value[e]);
  for (std::size_t c = 0; c < matrix.size(); ++c)
    value_[place_[static_cast<std::size_t>(matrix.column_begin[c])]] += static_cast<float>(shift);
  for (const std::size_t diagonal : pinned_) value_[diagonal] += static_cast<float>(pin);

  waiting_.assign(supernodes_.size(), nobody);
  next_.assign(supernodes_.size(), nobody);
  progress_.assign(supernodes_.size(), 0);
  for (std::size_t s = 0; s < supernodes_.size(); ++s) {
    const Supernode& node = supernodes_[s];
    update_by_descendants(s);
    if (!factorise_block(&value_[node.values], node.stride, node.columns)) return false;
    queue(s, node.columns);
  }
  complete_ = true;
  return true;
}

/// Lets a finished supernode wait for the owner of the row at which it goes on.
void SinglePrecisionCholesky::queue(std::size_t descendant, std::size_t from_row) {
  const Supernode& node = supernodes_[descendant];
  if (from_row == node.rows) return;
  progress_[descendant] = from_row;
  const std::size_t ancestor = owner_[static_cast<std::size_t>(row_[node.row + from_row])];
  next_[descendant] = waiting_[ancestor];
  waiting_[ancestor] = descendant;
}

void SinglePrecisionCholesky::update_by_descendants(std::size_t s) {
  const Supernode& node = supernodes_[s];
  number_rows(node);
  for (std::size_t d = waiting_[s]; d != nobody;) {
    const std::size_t after = next_[d];
    const Supernode& from = supernodes_[d];
    const int* rows = &row_[from.row];
    const std::size_t begin = progress_[d];
    std::size_t end = begin;
    while (end < from.rows && static_cast<std::size_t>(rows[end]) < node.first_column + node.columns) ++end;

    const std::size_t m = from.rows - begin, n = end - begin;
    const std::size_t stride = padded(m, row_padding);
    std::fill_n(product_.begin(), stride * padded(n, column_padding), 0.0F);
    const float* first = &value_[from.values + begin];
    subtract_product(first, first, from.stride, m, n, from.columns, product_.data(), stride);
    for (std::size_t j = 0; j < n; ++j) {
      const std::size_t column = static_cast<std::size_t>(rows[begin + j]) - node.first_column;
      float* to = &value_[node.values + column * node.stride];
      const float* share = &product_[j * stride];
      for (std::size_t i = j; i < m; ++i) to[local_[static_cast<std::size_t>(rows[begin + i])]] += share[i];
    }
    queue(d, end);
    d = after;
  }
}

void SinglePrecisionCholesky::solve(std::vector<double>& right_side) {
  if (!complete_) throw InputError("There is no factor to solve with.");
  if (right_side.size() != x_.size())
    throw InputError("A right side of " + std::to_string(right_side.size()) + " numbers does not fit to " +
                     std::to_string(x_.size()) + " unknowns.");
  // Forces shrink over many orders of magnitude while a sample relaxes; single precision has fewer.
  double size = 0;
  for (const double v : right_side) size = std::max(size, std::abs(v));
  if (!(size > 0)) return;
  for (std::size_t k = 0; k < x_.size(); ++k)
    x_[k] = static_cast<float>(right_side[static_cast<std::size_t>(permutation_[k])] / size);

  for (const Supernode& s : supernodes_) {
    std::copy_n(&x_[s.first_column], s.columns, work_.begin());
    std::fill(work_.begin() + static_cast<std::ptrdiff_t>(s.columns),
              work_.begin() + static_cast<std::ptrdiff_t>(s.stride), 0.0F);
    solve_forward(&value_[s.values], s.stride, s.columns, work_.data());
    std::copy_n(work_.begin(), s.columns, &x_[s.first_column]);
    for (std::size_t r = s.columns; r < s.rows; ++r)
      x_[static_cast<std::size_t>(row_[s.row + r])] += work_[r];
  }
  for (auto s = supernodes_.rbegin(); s != supernodes_.rend(); ++s) {
    for (std::size_t r = 0; r < s->rows; ++r) work_[r] = x_[static_cast<std::size_t>(row_[s->row + r])];
    std::fill(work_.begin() + static_cast<std::ptrdiff_t>(s->rows),
              work_.begin() + static_cast<std::ptrdiff_t>(s->stride), 0.0F);
    solve_backward(&value_[s->values], s->stride, s->columns, work_.data());
    std::copy_n(work_.begin(), s->columns, &x_[s->first_column]);
  }

  for (std::size_t k = 0; k < x_.size(); ++k)
    right_side[static_cast<std::size_t>(permutation_[k])] = size * static_cast<double>(x_[k]);
}

}  // namespace vitrum
