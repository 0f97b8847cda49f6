#include "atomistic/shell_stiffness.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "atomistic/eam_hessian.h"
#include "atomistic/stiffness_factor.h"

namespace vitrum::atomistic {

namespace {

/// Holds uniform translations, which nothing else does; far below the other modes.
constexpr double translation_shift = 1e-3;

/// max(U'', 0) n n^T + max(U'/r, 0) (1 - n n^T).
BlockSymmetric::Block clipped_stiffness(const PairStiffness& pair) {
  const auto& s = pair.separation;
  const double square = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
  const double across = std::max(pair.slope_over_r, 0.0);
  const double along = (std::max(pair.curvature, 0.0) - across) / square;
  BlockSymmetric::Block block{};
  for (std::size_t r = 0; r < 3; ++r)
    for (std::size_t c = 0; c < 3; ++c) block[3 * r + c] = along * s[r] * s[c] + (r == c ? across : 0.0);
  return block;
}

}  // namespace

void ShellStiffness::renew(const Configuration& configuration) {
  EamForceField force_field(potential_);
  EamHessian hessian;
  hessian.set(force_field, configuration);
  const NeighbourList& list = force_field.list();
  const std::size_t atoms = configuration.atoms();
  row_of_.resize(atoms);
  for (std::size_t slot = 0; slot < atoms; ++slot)
    row_of_[static_cast<std::size_t>(list.atom()[slot])] = slot;

  BlockSymmetric matrix;
  matrix.diagonal.resize(atoms);
  std::vector<std::map<std::uint32_t, BlockSymmetric::Block>> below(atoms);
  const auto add = [](BlockSymmetric::Block& to, const BlockSymmetric::Block& block, double sign) {
    for (std::size_t k = 0; k < 9; ++k) to[k] += sign * block[k];
  };
  hessian.each_spring([&](const PairStiffness& pair) {
    const auto& s = pair.separation;
    if (s[0] * s[0] + s[1] * s[1] + s[2] * s[2] >= shell_radius * shell_radius) return;
    const BlockSymmetric::Block block = clipped_stiffness(pair);
    const std::size_t i = row_of_[static_cast<std::size_t>(pair.first)];
    const std::size_t j = row_of_[static_cast<std::size_t>(pair.second)];
    add(matrix.diagonal[i], block, 1);
    add(matrix.diagonal[j], block, 1);
    add(below[std::max(i, j)][static_cast<std::uint32_t>(std::min(i, j))], block, -1);
  });
  double mean = 0;
  for (const auto& block : matrix.diagonal)
    mean += (block[0] + block[4] + block[8]) / (3 * static_cast<double>(atoms));
  if (!(mean > 0)) mean = 1;
  for (std::size_t i = 0; i < atoms; ++i) {
    // An atom without near neighbours is held, too.
    for (const std::size_t k : {0U, 4U, 8U}) matrix.diagonal[i][k] += translation_shift * mean;
    for (const auto& [column, block] : below[i])
      matrix.column.push_back(column), matrix.below.push_back(block);
    matrix.begin.push_back(static_cast<std::uint32_t>(matrix.column.size()));
  }
  factor_.factorise(matrix, translation_shift);
  made_for_ = configuration;
}

void ShellStiffness::apply(std::vector<double>& vector) {
  rows_.resize(vector.size());
  for (std::size_t atom = 0; atom < row_of_.size(); ++atom)
    for (std::size_t c = 0; c < 3; ++c)
      rows_[3 * row_of_[atom] + c] = static_cast<float>(vector[3 * atom + c]);
  factor_.solve(rows_);
  for (std::size_t atom = 0; atom < row_of_.size(); ++atom)
    for (std::size_t c = 0; c < 3; ++c)
      vector[3 * atom + c] = static_cast<double>(rows_[3 * row_of_[atom] + c]);
  remove_translation(vector, 3);
}

Group ShellStiffness::snapshot() const {
  Group group;
  if (ready()) group.groups["made_for"] = place_of(made_for_);
  return group;
}

void ShellStiffness::restore(const Group& snapshot, const Configuration& like) {
  factor_ = {};
  if (snapshot.has_group("made_for")) renew(placed(snapshot.group("made_for"), like));
}

}  // namespace vitrum::atomistic
