#include "compare/macroscale_description.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "synthetic.h"

namespace vitrum::compare {
namespace {

MacroscaleSample sample_of(std::vector<double> stress, std::vector<double> drops) {
  MacroscaleSample sample;
  sample.stress = std::move(stress);
  sample.increments = drops;
  sample.drops = std::move(drops);
  sample.increment = 0.1;
  sample.window = 0.1 * static_cast<double>(sample.stress.size() - 1);
  sample.from = 0.5;
  return sample;
}

// Two realizations of four values each, in two bins; a resample is one of the two, at equal odds.
TEST(MacroscaleDescription, CountsAllValuesAndResamplesRealizations) {
  const auto description =
      describe_macroscale({sample_of({0, 0, 0, 4}, {}), sample_of({0, 4, 4, 4}, {})}, {2, 4000, 1});
  ASSERT_EQ(description.quantities.size(), 1U);  // no drops, no rises
  const auto& stress = description.quantities[0];
  EXPECT_EQ(stress.quantity, "stress");
  EXPECT_EQ(stress.density.edges, (std::vector<double>{0, 2, 4}));
  EXPECT_EQ(stress.density.value, (std::vector<double>{0.25, 0.25}));
  EXPECT_DOUBLE_EQ(stress.mean.value, 2);
  EXPECT_DOUBLE_EQ(stress.std.value, 2);
  // Shares 3/4 or 1/4 of a bin of width 2; means 1 or 3: half of either distance.
  EXPECT_NEAR(stress.density.error[0], 0.125, 0.002);
  EXPECT_NEAR(stress.mean.error, 1, 0.01);
  EXPECT_EQ(description.from, 0.5);
}

TEST(MacroscaleDescription, LeavesOutNegativeDropsAndSaysHowMany) {
  const auto description =
      describe_macroscale({sample_of({0, 1}, {1, -1}), sample_of({0, 1}, {2, 3})}, {4, 10, 1});
  ASSERT_EQ(description.quantities.size(), 3U);
  EXPECT_EQ(description.quantities[1].quantity, "drop");
  EXPECT_DOUBLE_EQ(description.quantities[1].excluded, 0.25);
  EXPECT_DOUBLE_EQ(description.quantities[1].mean.value, 1.25);
}

TEST(MacroscaleDescription, HasTheDeviationOfEachWidth) {
  const auto samples = synthetic::ensemble(0, 3, 5);
  const auto description = describe_macroscale(samples, {20, 10, 1});
  ASSERT_FALSE(description.deviation.empty());
  const auto& last = description.deviation.back();
  std::vector<double> values;
  for (const auto& sample : samples) values.push_back(stress_deviation(sample, {last.width})[0]);
  const Estimate mean = mean_of_realizations(values);
  EXPECT_DOUBLE_EQ(last.value.value, mean.value);
  EXPECT_DOUBLE_EQ(last.value.error, mean.error);
}

TEST(MacroscaleDescription, RefusesASingleRealization) {
  EXPECT_THROW(describe_macroscale({sample_of({0, 1}, {1})}, {}), InputError);
}

}  // namespace
}  // namespace vitrum::compare
