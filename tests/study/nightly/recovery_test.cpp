// Three different truths are found again by the surrogate search, within its stated errors and within the
// intervals of its posterior.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "recovered_truth.h"

namespace vitrum::study {
namespace {

class Recovery : public testing::TestWithParam<Truth> {};

TEST_P(Recovery, FindsTheTruthAndKnowsHowWell) {
  const Truth& truth = GetParam();
  const Settings settings = recovery_study(Search::surrogate);
  const CalibratedModel found = recovered(settings, reference_of_truth(truth, settings.calibrate));
  const std::vector<double> wanted{truth.shape, truth.scale, truth.exponent};
  int beyond_two = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const compare::Estimate& one = found.optimum[i];
    std::printf("%s: %g, found %.3f +- %.3f\n", found.names[i].c_str(), wanted[i], one.value, one.error);
    EXPECT_LT(std::abs(one.value - wanted[i]), 3 * one.error) << found.names[i];
    EXPECT_LT(one.error, 0.3 * wanted[i]) << found.names[i];
    beyond_two += std::abs(one.value - wanted[i]) > 2 * one.error;
  }
  EXPECT_LT(beyond_two, 3);
  std::printf("L_stat %.3f +- %.3f, floor of L_macro %.3f, %d trials%s\n", found.errors.stat.value,
              found.errors.stat.error, found.errors.floor, static_cast<int>(found.trials),
              found.doubt.c_str());

  ASSERT_TRUE(found.posterior) << found.doubt;
  const compare::Point at = coordinates_of(lattice_of(truth));
  for (std::size_t i = 0; i < 3; ++i) {
    const compare::ParameterBelief& belief = found.posterior->parameters[i];
    std::printf("%s: %.3f, believed %.3f +- %.3f, 95 %%: %.3f to %.3f\n", belief.name.c_str(), at[i],
                belief.mean, belief.deviation, belief.middle_95[0], belief.middle_95[1]);
    EXPECT_GT(at[i], belief.middle_95[0]) << belief.name;
    EXPECT_LT(at[i], belief.middle_95[1]) << belief.name;
  }
  EXPECT_TRUE(found.posterior->converged);
  std::printf("chi^2 %.1f of %d, discrepancy %.2f\n", found.posterior->chi_square, found.posterior->degrees,
              found.posterior->discrepancy);
}

INSTANTIATE_TEST_SUITE_P(Truths, Recovery,
                         testing::Values(Truth{2.18, 2.05, 2.25}, Truth{1.6, 3.0, 1.5},
                                         Truth{2.6, 1.8, 3.5}));

}  // namespace
}  // namespace vitrum::study
