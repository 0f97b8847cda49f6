#include "atomistic/hessian.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace vitrum::atomistic {

namespace {

constexpr auto nowhere = std::numeric_limits<std::size_t>::max();

}  // namespace

bool Hessian::assemble(PairForceField& force_field, const Configuration& configuration) {
  force_field.stiffness(configuration, pairs_);
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  const bool fresh = pattern_of_ != force_field.list().builds();
  if (fresh) {
    find_pattern(configuration.atoms(), d);
    pattern_of_ = force_field.list().builds();
  }

  std::fill(matrix_.value.begin(), matrix_.value.end(), 0.0);
  double* value = matrix_.value.data();
  const int* begin = matrix_.column_begin.data();
  for (std::size_t p = 0; p < pairs_.size(); ++p) {
    if (place_[p] == nowhere) continue;  // an atom and its own image move together
    const PairStiffness& pair = pairs_[p];
    const auto low = static_cast<std::size_t>(std::min(pair.first, pair.second));
    const auto high = static_cast<std::size_t>(std::max(pair.first, pair.second));
    double square = 0;
    for (std::size_t c = 0; c < d; ++c) square += pair.separation[c] * pair.separation[c];
    const double along = (pair.curvature - pair.slope_over_r) / square;
    for (std::size_t column = 0; column < d; ++column) {
      double* in_low = value + begin[d * low + column];
      double* in_high = value + begin[d * high + column];
      double* off = in_low + (d - column) + d * place_[p];
      for (std::size_t row = 0; row < d; ++row) {
        const double k = along * pair.separation[row] * pair.separation[column] +
                         (row == column ? pair.slope_over_r : 0.0);
        off[row] -= k;
        if (row >= column) in_low[row - column] += k, in_high[row - column] += k;
      }
    }
  }
  return fresh;
}

void Hessian::find_pattern(std::size_t atoms, std::size_t d) {
  // Blocks below the diagonal: of each atom, the neighbours with higher numbers, ascending.
  std::vector<std::vector<int>> higher(atoms);
  for (const auto& pair : pairs_)
    if (pair.first != pair.second)
      higher[static_cast<std::size_t>(std::min(pair.first, pair.second))].push_back(
          std::max(pair.first, pair.second));
  for (auto& rows : higher) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());  // several images of one atom
  }
  place_.assign(pairs_.size(), nowhere);
  for (std::size_t p = 0; p < pairs_.size(); ++p) {
    const auto [low, high] = std::minmax(pairs_[p].first, pairs_[p].second);
    if (low == high) continue;
    const auto& rows = higher[static_cast<std::size_t>(low)];
    place_[p] = static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), high) - rows.begin());
  }

  matrix_.column_begin.assign(1, 0);
  matrix_.row.clear();
  for (std::size_t atom = 0; atom < atoms; ++atom)
    for (std::size_t column = 0; column < d; ++column) {
      for (std::size_t row = column; row < d; ++row) matrix_.row.push_back(static_cast<int>(d * atom + row));
      for (const int other : higher[atom])
        for (std::size_t row = 0; row < d; ++row)
          matrix_.row.push_back(static_cast<int>(d * static_cast<std::size_t>(other) + row));
      matrix_.column_begin.push_back(static_cast<int>(matrix_.row.size()));
    }
  matrix_.value.assign(matrix_.row.size(), 0.0);
}

}  // namespace vitrum::atomistic
