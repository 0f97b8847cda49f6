#include "compare/quantity_comparison.h"

#include <cmath>

namespace vitrum::compare {
namespace {

using Realizations = std::vector<std::vector<double>>;

/// Density, mean and standard deviation in one row, as Spread takes them.
std::vector<double> row_of(const Statistics& statistics) {
  std::vector<double> row = statistics.density;
  row.push_back(statistics.mean);
  row.push_back(statistics.deviation);
  return row;
}

void set_errors(const Spread& spread, Density& density, Estimate& mean, Estimate& deviation) {
  const auto row = spread.deviations();
  density.error.assign(row.begin(), row.end() - 2);
  mean.error = row[row.size() - 2];
  deviation.error = row.back();
}

}  // namespace

QuantityComparison::QuantityComparison(std::string quantity, const std::vector<double>& edges,
                                       const Realizations& first, const Realizations& second,
                                       bool logarithmic)
    : first_(edges, first, logarithmic),
      second_(edges, second, logarithmic),
      all_first_(first_.all()),
      all_second_(second_.all()) {
  plain_.quantity = std::move(quantity);
  plain_.first = {edges, all_first_.density, {}};
  plain_.second = {edges, all_second_.density, {}};
  plain_.mean_first.value = all_first_.mean;
  plain_.mean_second.value = all_second_.mean;
  plain_.std_first.value = all_first_.deviation;
  plain_.std_second.value = all_second_.deviation;
  plain_.mismatch.value = density_mismatch(edges, all_first_.density, all_second_.density);
  plain_.logarithmic = logarithmic;
  plain_.excluded_first = first_.excluded();
  plain_.excluded_second = second_.excluded();
}

double QuantityComparison::resample(const std::vector<std::size_t>& first,
                                    const std::vector<std::size_t>& second) {
  const Statistics a = first_.of(first);
  const Statistics b = second_.of(second);
  spread_first_.add(row_of(a));
  spread_second_.add(row_of(b));
  const auto& edges = plain_.first.edges;
  const double mismatch = density_mismatch(edges, a.density, b.density);
  spread_mismatch_.add({mismatch});

  double apart = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const double by_first = a.density[i] - all_first_.density[i];
    const double by_second = b.density[i] - all_second_.density[i];
    apart += std::abs(by_first - by_second) * (edges[i + 1] - edges[i]);
  }
  floor_sum_ += apart / 2;
  ++resamples_;
  return mismatch;
}

DensityPair QuantityComparison::result() const {
  DensityPair pair = plain_;
  set_errors(spread_first_, pair.first, pair.mean_first, pair.std_first);
  set_errors(spread_second_, pair.second, pair.mean_second, pair.std_second);
  pair.mismatch.error = spread_mismatch_.deviations().front();
  pair.floor = floor_sum_ / resamples_;
  return pair;
}

}  // namespace vitrum::compare
