#include "compare/jackknife.h"

#include <cmath>
#include <limits>

#include "base/error.h"

namespace vitrum::compare {

Estimate jackknife(const std::vector<std::vector<double>>& sums,
                   const std::function<double(const std::vector<double>&)>& of) {
  if (sums.empty())
    throw InputError("a number over realizations needs at least one realization, but there is none");
  std::vector<double> total(sums.front().size());
  for (const auto& one : sums)
    for (std::size_t k = 0; k < total.size(); ++k) total[k] += one[k];
  const double value = of(total);
  if (sums.size() == 1) return {value, std::numeric_limits<double>::quiet_NaN()};
  std::vector<double> without, rest(total.size());
  double mean = 0;
  const auto n = static_cast<double>(sums.size());
  for (const auto& one : sums) {
    for (std::size_t k = 0; k < total.size(); ++k) rest[k] = total[k] - one[k];
    without.push_back(of(rest));
    mean += without.back() / n;
  }
  double squares = 0;
  for (const double x : without) squares += (x - mean) * (x - mean);
  return {value, std::sqrt((n - 1) / n * squares)};
}

}  // namespace vitrum::compare
