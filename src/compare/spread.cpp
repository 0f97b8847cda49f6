#include "compare/spread.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace vitrum::compare {
namespace {

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t k = 0; k < order.size(); ++k) ranks[order[k]] = static_cast<double>(k);
  return ranks;
}

}  // namespace

double quantile_of(const std::vector<double>& values, double share) {
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), sorted.size() - 1);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double middle_half_width(const std::vector<double>& values) {
  return (quantile_of(values, 0.841345) - quantile_of(values, 0.158655)) / 2;
}

double rank_correlation(const std::vector<double>& first, const std::vector<double>& second) {
  const std::vector<double> a = ranks_of(first), b = ranks_of(second);
  const double middle = static_cast<double>(a.size() - 1) / 2;
  double aa = 0, ab = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    aa += (a[k] - middle) * (a[k] - middle);
    ab += (a[k] - middle) * (b[k] - middle);
  }
  return aa > 0 ? ab / aa : 0;
}

}  // namespace vitrum::compare
