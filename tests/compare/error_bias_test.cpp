// What eq. 8 gives for two finite sets of values of one and the same distribution.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <numbers>

#include "base/random.h"
#include "compare/bins.h"
#include "compare/stationary_errors.h"

namespace vitrum::compare {
namespace {

constexpr int values_each = 50;  ///< independent values of a realization

/// Exponential values: P(x < a) = 1 - exp(-a).
std::vector<CalibrationSample> ensemble(RandomStream& stream, std::size_t realizations,
                                        const Yardstick& yardstick) {
  std::vector<CalibrationSample> out;
  for (std::size_t r = 0; r < realizations; ++r) {
    MacroscaleSample sample;
    for (int i = 0; i < values_each; ++i) sample.stress.push_back(-std::log(stream.uniform_positive()));
    out.push_back(calibration_sample(sample, {}, {}, yardstick));
  }
  return out;
}

/// The share of a bin of two sets of n1 and n2 values differs by a Gaussian of variance
/// p (1 - p) (1/n1 + 1/n2), half of whose mean modulus is its standard deviation / sqrt(2 pi).
double expected(const std::vector<double>& edges, double n1, double n2) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const double p = std::exp(-edges[i]) - std::exp(-edges[i + 1]);
    sum += std::sqrt(p * (1 - p) * (1 / n1 + 1 / n2) / (2 * std::numbers::pi));
  }
  return sum;
}

TEST(ErrorBias, OfFiniteSetsIsTheKnownOneAndTheFloorTellsIt) {
  RandomStream stream(5, 0, Purpose::test);
  std::printf("bins reference model   L      floor  expected\n");
  for (const int bins : {10, 20, 40})
    for (const auto& [reference, model] : {std::pair{8, 8}, {8, 48}, {100, 48}, {400, 400}}) {
      Yardstick yardstick;
      yardstick.edges[0] = linear_edges(0, 5, bins);
      yardstick.edges[0].push_back(1000);
      double mean = 0, floor = 0;
      const int repeats = 150;
      for (int i = 0; i < repeats; ++i) {
        const auto one = ensemble(stream, static_cast<std::size_t>(reference), yardstick);
        const auto other = ensemble(stream, static_cast<std::size_t>(model), yardstick);
        const StationaryErrors errors = stationary_errors(yardstick, one, other, 30, 3);
        mean += errors.macro->value / repeats;
        floor += errors.floor / repeats;
      }
      const double known = expected(yardstick.edges[0], reference * values_each, model * values_each);
      std::printf("%4d %9d %5d   %.4f %.4f %.4f\n", bins, reference, model, mean, floor, known);
      // Bins of a few counts are not Gaussian, and eight realizations know their scatter badly: the floor
      // reads low.
      EXPECT_NEAR(mean, known, 0.06 * known) << bins << " bins";
      EXPECT_NEAR(floor, known, 0.12 * known) << bins << " bins";
    }
}

}  // namespace
}  // namespace vitrum::compare
