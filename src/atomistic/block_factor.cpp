#include "atomistic/block_factor.h"

#include <algorithm>
#include <utility>

#include "atomistic/stiffness_factor.h"

namespace vitrum::atomistic {

namespace {

/// Holds uniform translations, which nothing else does; far below the other modes.
constexpr double translation_shift = 1e-3;

}  // namespace

BlockSum::BlockSum(const NeighbourList& list)
    : dimension_(list.built_for().box.dimension), row_of_(list.atoms()), below_(list.atoms()) {
  for (std::size_t slot = 0; slot < list.atoms(); ++slot)
    row_of_[static_cast<std::size_t>(list.atom()[slot])] = slot;
  matrix_.diagonal.resize(list.atoms());
}

void BlockSum::add(std::size_t first, std::size_t second, const BlockSymmetric::Block& spring) {
  const std::size_t i = row_of_[first], j = row_of_[second];
  if (i == j) return;  // an atom and its own image move together
  const auto put = [&](BlockSymmetric::Block& to, double sign) {
    for (std::size_t k = 0; k < 9; ++k) to[k] += sign * spring[k];
  };
  put(matrix_.diagonal[i], 1);
  put(matrix_.diagonal[j], 1);
  put(below_[std::max(i, j)][static_cast<std::uint32_t>(std::min(i, j))], -1);
}

void BlockFactor::make(BlockSum& sum) {
  BlockSymmetric& matrix = sum.matrix_;
  const std::size_t atoms = matrix.rows();
  double mean = 0;
  for (const auto& block : matrix.diagonal)
    mean += (block[0] + block[4] + block[8]) / (3 * static_cast<double>(atoms));
  if (!(mean > 0)) mean = 1;
  for (std::size_t i = 0; i < atoms; ++i) {
    for (const std::size_t k : {0U, 4U, 8U}) matrix.diagonal[i][k] += translation_shift * mean;
    for (const auto& [column, block] : sum.below_[i])
      matrix.column.push_back(column), matrix.below.push_back(block);
    matrix.begin.push_back(static_cast<std::uint32_t>(matrix.column.size()));
  }
  factor_.factorise(matrix, translation_shift);
  dimension_ = sum.dimension_;
  row_of_ = std::move(sum.row_of_);
}

void BlockFactor::apply(std::vector<double>& vector) {
  const auto d = static_cast<std::size_t>(dimension_);
  rows_.assign(3 * row_of_.size(), 0.0F);
  for (std::size_t atom = 0; atom < row_of_.size(); ++atom)
    for (std::size_t c = 0; c < d; ++c)
      rows_[3 * row_of_[atom] + c] = static_cast<float>(vector[d * atom + c]);
  factor_.solve(rows_);
  for (std::size_t atom = 0; atom < row_of_.size(); ++atom)
    for (std::size_t c = 0; c < d; ++c)
      vector[d * atom + c] = static_cast<double>(rows_[3 * row_of_[atom] + c]);
  remove_translation(vector, dimension_);
}

}  // namespace vitrum::atomistic
