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
  const bool fresh = pattern_of_ != force_field.list().builds() || outgrown();
  if (fresh) {
    find_pattern(configuration.atoms(), d);
    pattern_of_ = force_field.list().builds();
  }

  std::fill(matrix_.value.begin(), matrix_.value.end(), 0.0);
  double* value = matrix_.value.data();
  const int* begin = matrix_.column_begin.data();
  for (std::size_t p = 0; p < pairs_.size(); ++p) {
    if (place_[p] == nowhere) continue;
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

bool Hessian::couples(const PairStiffness& pair) {
  return pair.first != pair.second && (pair.curvature != 0 || pair.slope_over_r != 0);
}

bool Hessian::outgrown() const {
  for (std::size_t p = 0; p < pairs_.size(); ++p)
    if (place_[p] == nowhere && couples(pairs_[p])) return true;
  return false;
}

void Hessian::find_pattern(std::size_t atoms, std::size_t d) {
  // Blocks below the diagonal: of each atom, the neighbours with higher numbers, ascending.
  std::vector<std::size_t> begin(atoms + 1, 0);
  for (const auto& pair : pairs_)
    if (couples(pair)) ++begin[static_cast<std::size_t>(std::min(pair.first, pair.second)) + 1];
  for (std::size_t i = 0; i < atoms; ++i) begin[i + 1] += begin[i];
  std::vector<int> higher(begin.back());
  std::vector<std::size_t> end(begin.begin(), begin.end() - 1);
  for (const auto& pair : pairs_)
    if (couples(pair))
      higher[end[static_cast<std::size_t>(std::min(pair.first, pair.second))]++] =
          std::max(pair.first, pair.second);
  for (std::size_t i = 0; i < atoms; ++i) {
    const auto first = higher.begin() + static_cast<std::ptrdiff_t>(begin[i]);
    const auto last = higher.begin() + static_cast<std::ptrdiff_t>(end[i]);
    std::sort(first, last);
    end[i] =
        static_cast<std::size_t>(std::unique(first, last) - higher.begin());  // several images of one atom
  }
  place_.assign(pairs_.size(), nowhere);
  for (std::size_t p = 0; p < pairs_.size(); ++p) {
    if (!couples(pairs_[p])) continue;
    const auto [low, high] = std::minmax(pairs_[p].first, pairs_[p].second);
    const auto atom = static_cast<std::size_t>(low);
    const auto first = higher.begin() + static_cast<std::ptrdiff_t>(begin[atom]);
    const auto last = higher.begin() + static_cast<std::ptrdiff_t>(end[atom]);
    place_[p] = static_cast<std::size_t>(std::lower_bound(first, last, high) - first);
  }

  matrix_.column_begin.assign(1, 0);
  matrix_.row.clear();
  for (std::size_t atom = 0; atom < atoms; ++atom)
    for (std::size_t column = 0; column < d; ++column) {
      for (std::size_t row = column; row < d; ++row) matrix_.row.push_back(static_cast<int>(d * atom + row));
      for (std::size_t k = begin[atom]; k < end[atom]; ++k)
        for (std::size_t row = 0; row < d; ++row)
          matrix_.row.push_back(static_cast<int>(d * static_cast<std::size_t>(higher[k]) + row));
      matrix_.column_begin.push_back(static_cast<int>(matrix_.row.size()));
    }
  matrix_.value.assign(matrix_.row.size(), 0.0);
}

}  // namespace vitrum::atomistic
