#include "compare/posterior.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "compare/search_box.h"
#include "compare/spread.h"
#include "compare/statistics_likelihood.h"
#include "math/markov_chains.h"

namespace vitrum::compare {
namespace {

double average_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double covariance_of(const std::vector<double>& a, const std::vector<double>& b) {
  const double mean_a = average_of(a), mean_b = average_of(b);
  double sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += (a[k] - mean_a) * (b[k] - mean_b);
  return sum / static_cast<double>(a.size() - 1);
}

// Chains begin near the best point, but not at it.
std::vector<Point> starts_near(const Point& best, int count, RandomStream& random) {
  std::vector<Point> starts;
  for (int c = 0; c < count; ++c) {
    Point start = best;
    for (double& x : start) x = std::clamp(x + 0.05 * random.normal(), 0.001, 0.999);
    starts.push_back(start);
  }
  return starts;
}

void describe(const SearchBox& box, const MarkovChains& chains, int thinned, Posterior& result) {
  const std::size_t d = box.dimensions();
  std::vector<std::vector<double>> coordinate(d);
  std::vector<Point> all;
  for (const auto& chain : chains.chain)
    for (const Point& unit : chain) {
      all.push_back(box.from_unit(unit));
      for (std::size_t i = 0; i < d; ++i) coordinate[i].push_back(all.back()[i]);
    }
  result.correlation.assign(d * d, 1.0);
  for (std::size_t i = 0; i < d; ++i) {
    const auto& x = coordinate[i];
    const double deviation = std::sqrt(covariance_of(x, x));
    result.parameters.push_back({box.parameters()[i].name,
                                 average_of(x),
                                 deviation,
                                 {quantile_of(x, 0.158655), quantile_of(x, 0.841345)},
                                 {quantile_of(x, 0.025), quantile_of(x, 0.975)}});
    for (std::size_t k = 0; k < i; ++k) {
      const double correlation =
          covariance_of(x, coordinate[k]) / (deviation * result.parameters[k].deviation);
      result.correlation[i * d + k] = result.correlation[k * d + i] = correlation;
    }
  }
  const std::size_t count = std::min(all.size(), static_cast<std::size_t>(std::max(0, thinned)));
  for (std::size_t k = 0; k < count; ++k) result.samples.push_back(all[k * all.size() / count]);
}

}  // namespace

Posterior posterior(const std::vector<Parameter>& parameters, const std::vector<StatisticsTrial>& trials,
                    const SummaryStatistics& reference, int reference_realizations,
                    const PosteriorOptions& options, std::uint64_t seed) {
  const SearchBox box(parameters);
  const StatisticsLikelihood likelihood(box, trials, reference, reference_realizations);
  std::vector<Point> units;
  for (const StatisticsTrial& trial : trials) units.push_back(box.to_unit(trial.at));
  Posterior result;
  const Point best = likelihood.best(units);
  result.best = box.from_unit(best);
  result.chi_square = likelihood.distance(best).chi_square;
  result.degrees = static_cast<int>(reference.value.size()) - static_cast<int>(box.dimensions());
  if (options.discrepancy && result.degrees > 0)
    result.discrepancy = std::max(1.0, result.chi_square / result.degrees);
  result.shrinkage = likelihood.shrinkage();
  result.emulator_residual = likelihood.emulator_residual();
  result.pulls = likelihood.pulls(best);

  RandomStream random(seed, std::uint64_t{1} << 32, Purpose::parameter_posterior);
  const MarkovChains chains = adaptive_metropolis(
      [&](const Point& unit) { return likelihood.logarithm(unit, result.discrepancy); },
      starts_near(best, options.chains, random), options.length, seed, Purpose::parameter_posterior);
  describe(box, chains, options.thinned, result);
  result.r_hat = chains.r_hat;
  result.effective_samples = chains.samples;
  result.converged = *std::max_element(chains.r_hat.begin(), chains.r_hat.end()) < 1.02 &&
                     *std::min_element(chains.samples.begin(), chains.samples.end()) >= 200;
  return result;
}

}  // namespace vitrum::compare
