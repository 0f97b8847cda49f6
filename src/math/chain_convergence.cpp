#include "math/chain_convergence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace vitrum {
namespace {

struct Halves {
  std::vector<std::vector<double>> half;  ///< less its mean
  double within = 0;                      ///< mean variance of the halves
  double total = 0;                       ///< variance of the distribution, from within and between
};

Halves halves_of(const std::vector<std::vector<double>>& chains) {
  Halves result;
  std::vector<double> means;
  const std::size_t n = chains.front().size() / 2;
  for (const auto& chain : chains)
    for (const std::size_t first : {std::size_t{0}, chain.size() - n}) {
      std::vector<double> half(chain.begin() + static_cast<std::ptrdiff_t>(first),
                               chain.begin() + static_cast<std::ptrdiff_t>(first + n));
      double mean = 0, squares = 0;
      for (const double x : half) mean += x / static_cast<double>(n);
      for (double& x : half) {
        x -= mean;
        squares += x * x;
      }
      means.push_back(mean);
      result.within += squares / static_cast<double>(n - 1);
      result.half.push_back(std::move(half));
    }
  const auto m = static_cast<double>(means.size());
  result.within /= m;
  double grand = 0, between = 0;
  for (const double mean : means) grand += mean / m;
  for (const double mean : means) between += (mean - grand) * (mean - grand) / (m - 1);
  const auto length = static_cast<double>(n);
  result.total = (length - 1) / length * result.within + between;
  return result;
}

}  // namespace

double split_r_hat(const std::vector<std::vector<double>>& chains) {
  const Halves halves = halves_of(chains);
  if (!(halves.within > 0)) return std::numeric_limits<double>::infinity();
  return std::sqrt(halves.total / halves.within);
}

double effective_samples(const std::vector<std::vector<double>>& chains) {
  const Halves halves = halves_of(chains);
  const std::size_t n = halves.half.front().size();
  if (!(halves.total > 0)) return 0;
  const auto correlation = [&](std::size_t lag) {
    double sum = 0;
    for (const auto& half : halves.half)
      for (std::size_t k = 0; k + lag < n; ++k) sum += half[k] * half[k + lag];
    const double mean = sum / static_cast<double>(halves.half.size() * n);
    return 1 - (halves.within - mean) / halves.total;
  };
  double time = -1;
  for (std::size_t lag = 0; lag + 1 < n; lag += 2) {
    const double pair = (lag == 0 ? 1 : correlation(lag)) + correlation(lag + 1);
    if (pair <= 0) break;
    time += 2 * pair;
  }
  const auto all = static_cast<double>(n * halves.half.size());
  return std::min(all, all / std::max(time, 1e-3));
}

}  // namespace vitrum
