#include "compare/local_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "compare/bins.h"
#include "compare/jackknife.h"

namespace vitrum::compare {

namespace {

constexpr std::array quantities{
    LocalQuantity{"von_mises", "von Mises stress", "Sigma_vm",
                  [](const LocalYield& t) { return t.von_mises(); }, true},
    LocalQuantity{"tau_i", "stress before the test", "tau_i", [](const LocalYield& t) { return t.tau_i; },
                  true},
    LocalQuantity{"tau_c", "local yield stress", "tau_c", [](const LocalYield& t) { return t.tau_c; }, false},
    LocalQuantity{"distance", "distance to threshold", "Delta tau_c",
                  [](const LocalYield& t) { return t.distance(); }, false},
    LocalQuantity{"drop", "stress drop", "delta tau_c", [](const LocalYield& t) { return t.drop(); }, false},
    LocalQuantity{"critical_strain", "critical strain", "gamma_c",
                  [](const LocalYield& t) { return t.critical_strain; }, false},
};

/// Tests that tell the quantity.
bool tells(const LocalYield& test, const LocalQuantity& quantity) { return quantity.before || test.found; }

/// Number, sum and sum of squares of each realization, counted from a common origin.
LocalMoments moments(const LocalTests& tests, const LocalQuantity& quantity) {
  double origin = 0, number = 0;
  for (const auto& realization : tests)
    for (const LocalYield& test : realization)
      if (tells(test, quantity)) origin += quantity.of(test), ++number;
  if (number > 0) origin /= number;
  std::vector<std::vector<double>> sums;
  for (const auto& realization : tests) {
    std::vector<double> sum(3);
    for (const LocalYield& test : realization) {
      if (!tells(test, quantity)) continue;
      const double x = quantity.of(test) - origin;
      sum[0] += 1, sum[1] += x, sum[2] += x * x;
    }
    sums.push_back(std::move(sum));
  }
  const auto mean = [](const std::vector<double>& s) { return s[1] / s[0]; };
  const auto deviation = [mean](const std::vector<double>& s) {
    return std::sqrt(std::max(0.0, s[2] / s[0] - mean(s) * mean(s)));
  };
  Estimate average = jackknife(sums, mean);
  average.value += origin;
  return {average, jackknife(sums, deviation)};
}

Estimate share_of(const LocalTests& tests, bool (*counts)(const LocalYield&)) {
  std::vector<std::vector<double>> sums;
  for (const auto& realization : tests) {
    std::vector<double> sum(2);
    for (const LocalYield& test : realization)
      if (test.found) sum[0] += 1, sum[1] += counts(test) ? 1 : 0;
    sums.push_back(std::move(sum));
  }
  return jackknife(sums, [](const std::vector<double>& s) { return s[1] / s[0]; });
}

LocalStatistics statistics_of(const LocalTests& tests, double radius, double angle) {
  LocalStatistics out;
  out.radius = radius;
  out.angle = angle;
  out.realizations = static_cast<std::int64_t>(tests.size());
  double missed = 0;
  for (const auto& realization : tests)
    for (const LocalYield& test : realization) {
      out.elements = test.elements;
      ++out.tests;
      missed += test.found ? 0 : 1;
    }
  out.not_found = missed / static_cast<double>(out.tests);
  for (const LocalQuantity& quantity : quantities) out.moments.push_back(moments(tests, quantity));
  out.negative = share_of(tests, [](const LocalYield& test) { return test.tau_c < 0; });
  return out;
}

}  // namespace

std::span<const LocalQuantity> local_quantities() { return quantities; }

LocalTests tests_of(const LocalTests& tests, double radius, double angle) {
  LocalTests out;
  for (const auto& realization : tests) {
    std::vector<LocalYield> mine;
    for (const LocalYield& test : realization)
      if (test.radius == radius && test.angle == angle) mine.push_back(test);
    if (!mine.empty()) out.push_back(std::move(mine));
  }
  return out;
}

std::vector<LocalStatistics> local_statistics(const LocalTests& tests) {
  std::set<std::pair<double, double>> kinds;
  for (const auto& realization : tests)
    for (const LocalYield& test : realization) kinds.insert({test.radius, test.angle});
  std::vector<LocalStatistics> out;
  for (const auto& [radius, angle] : kinds)
    out.push_back(statistics_of(tests_of(tests, radius, angle), radius, angle));
  return out;
}

LocalDensity local_density(const LocalTests& tests, const LocalQuantity& quantity, int bins) {
  std::vector<std::vector<double>> values;
  double low = INFINITY, high = -INFINITY;
  for (const auto& realization : tests) {
    values.emplace_back();
    for (const LocalYield& test : realization) {
      if (!tells(test, quantity)) continue;
      values.back().push_back(quantity.of(test));
      low = std::min(low, values.back().back());
      high = std::max(high, values.back().back());
    }
  }
  LocalDensity out;
  if (low > high) return out;
  out.edges = linear_edges(low, high, bins);
  std::vector<std::vector<double>> counts;
  for (const auto& one : values) counts.push_back(counts_in(out.edges, one));
  for (std::size_t bin = 0; bin + 1 < out.edges.size(); ++bin) {
    const double width = out.edges[bin + 1] - out.edges[bin];
    std::vector<std::vector<double>> sums;
    for (std::size_t i = 0; i < values.size(); ++i)
      sums.push_back({counts[i][bin], static_cast<double>(values[i].size())});
    const Estimate estimate =
        jackknife(sums, [width](const std::vector<double>& s) { return s[0] / (s[1] * width); });
    out.density.push_back(estimate.value);
    out.error.push_back(estimate.error);
  }
  return out;
}

SizeDensity distance_density(const LocalTests& tests) {
  std::vector<std::vector<double>> distances;
  for (const auto& realization : tests) {
    distances.emplace_back();
    for (const LocalYield& test : realization)
      if (test.found) distances.back().push_back(test.distance());
  }
  return size_density(distances);
}

MeanCurve drop_against_yield_stress(const LocalTests& tests, int bins) {
  std::vector<double> all;
  for (const auto& realization : tests)
    for (const LocalYield& test : realization)
      if (test.found) all.push_back(test.tau_c);
  MeanCurve curve;
  curve.realizations = static_cast<std::int64_t>(tests.size());
  if (all.size() < static_cast<std::size_t>(bins)) return curve;
  std::sort(all.begin(), all.end());
  const auto portions = static_cast<std::size_t>(bins);
  for (std::size_t bin = 0; bin < portions; ++bin) {
    const double low = all[bin * all.size() / portions], high = all[(bin + 1) * all.size() / portions - 1];
    std::vector<std::vector<double>> sums;
    for (const auto& realization : tests) {
      std::vector<double> sum(3);
      for (const LocalYield& test : realization)
        if (test.found && test.tau_c >= low && test.tau_c <= high)
          sum[0] += 1, sum[1] += test.tau_c, sum[2] += test.drop();
      // What has no test in this portion tells nothing of it.
      if (sum[0] > 0) sums.push_back(std::move(sum));
    }
    const Estimate drop = jackknife(sums, [](const std::vector<double>& s) { return s[2] / s[0]; });
    const Estimate yield = jackknife(sums, [](const std::vector<double>& s) { return s[1] / s[0]; });
    curve.x.push_back(yield.value);
    curve.value.push_back(drop.value);
    curve.error.push_back(drop.error);
  }
  return curve;
}

}  // namespace vitrum::compare
