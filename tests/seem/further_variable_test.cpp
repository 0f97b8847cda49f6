#include "seem/further_variable.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "known_map.h"

namespace vitrum::seem {
namespace {

constexpr double spread_of_variable = 0.1;

struct Hidden {
  KnownGlass glass;
  double variable = 0;
};

/// A glass whose yield stress, and with it rate and drop, differs from sample to sample.
Hidden hidden_glass(std::uint64_t sample) {
  RandomStream random(110, sample, Purpose::test);
  Hidden hidden;
  hidden.variable = spread_of_variable * random.normal();
  hidden.glass.yield_stress *= std::exp(hidden.variable);
  return hidden;
}

std::vector<MarkedSample> marked_samples(bool tells, std::uint64_t count) {
  std::vector<MarkedSample> samples;
  for (std::uint64_t i = 0; i < count; ++i) {
    const Hidden hidden = hidden_glass(i);
    const double variable = tells ? hidden.variable : hidden_glass(i + 1000).variable;
    samples.push_back(marked(
        trajectory_of(hidden.glass.sample({0.04, 5e-4}, 0.3, 1e-3, RandomStream(111, i, Purpose::test)), 1,
                      hidden.glass.law),
        [&](double) { return variable; }, 2e-3));
  }
  return samples;
}

TEST(Marked, KeepsStrainAndEvents) {
  const KnownGlass glass;
  const Trajectory trajectory =
      trajectory_of(glass.sample({0, 5e-4}, 0.3, 1e-3, RandomStream(112, 0, Purpose::test)), 1, glass.law);
  const MarkedSample sample = marked(
      trajectory, [](double strain) { return 2 * strain; }, 5e-3);
  double strain = 0, moment = 0;
  for (const MarkedPath& path : sample.paths) {
    EXPECT_LE(path.strain, 5e-3 + 1e-12);
    strain += path.strain;
    moment += path.strain * path.variable;
  }
  EXPECT_NEAR(strain, 0.3, 1e-12);
  EXPECT_NEAR(moment, 0.09, 1e-9);  // the integral of 2 gamma
  EXPECT_LT(sample.paths.size(), trajectory.paths.size());
  ASSERT_EQ(sample.events.size(), trajectory.events.size());
  EXPECT_EQ(sample.events[3].variable, 2 * trajectory.events[3].strain);
}

TEST(VariableGain, OfTheHiddenYieldStressIsLargeAndOfAnotherNumberNone) {
  const auto samples = marked_samples(true, 80);
  const VariableGain found = variable_gain(samples, 5);
  double events = 0, strain = 0;
  for (const MarkedSample& sample : samples) {
    events += static_cast<double>(sample.events.size());
    for (const MarkedPath& path : sample.paths) strain += path.strain;
  }
  // At a given stress ln lambda varies with -2 times the variable: knowing it gains lambda (2 spread)^2 / 2
  // per strain, less what the stress at which a sample flows has told already.
  const double most_rate = events / strain * 2 * spread_of_variable * spread_of_variable;
  EXPECT_GT(found.rate.value, 4 * found.rate.error);
  EXPECT_GT(found.rate.value, 0.3 * most_rate);
  EXPECT_LT(found.rate.value, most_rate + 4 * found.rate.error);
  // ln drop, of an exponential, has the deviation pi/sqrt(6) about a mean that varies with the variable.
  const double most_drop = spread_of_variable * spread_of_variable / (M_PI * M_PI / 6);
  EXPECT_GT(found.drop.value, 0.2 * most_drop);
  EXPECT_LT(found.drop.value, most_drop + 4 * found.drop.error);
  const VariableGain none = variable_gain(marked_samples(false, 80), 5);
  EXPECT_LT(none.rate.value, 4 * none.rate.error);
  EXPECT_LT(none.drop.value, 4 * none.drop.error);
  EXPECT_NEAR(none.rate.value, 0, 0.2 * most_rate);
}

TEST(VariableGain, RefusesTooLittle) {
  EXPECT_THROW(variable_gain({}, 5), InputError);
  EXPECT_THROW(variable_gain(marked_samples(true, 3), 1), InputError);
  EXPECT_THROW(variable_gain({MarkedSample{}, MarkedSample{}}, 2), InputError);
}

}  // namespace
}  // namespace vitrum::seem
