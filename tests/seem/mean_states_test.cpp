#include "seem/mean_states.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "laws.h"
#include "records.h"

namespace vitrum::seem {
namespace {

TEST(StatesAt, FollowPathsAndTakeTheSideBehindAnEvent) {
  const ElasticLaw law{1, 2, 1e300, 1e300, 1e300, 0};
  ExactSpecimen specimen(law, 1, {0, 0.01}, 1e-2);
  specimen.load(0.015);
  specimen.jump({0.01, 0.002});
  specimen.load(0.005);
  specimen.record();
  specimen.load(0.01);
  specimen.record();
  specimen.load(-0.01);
  specimen.record(1);
  const Trajectory trajectory = trajectory_of(specimen.history, 1, law);
  const auto states = states_at(trajectory, {0, 0.01, 0.015, 0.02, 0.03});
  const double stress[] = {0, 0.02, 0.02, 0.03, 0.05}, inelastic[] = {0.01, 0.01, 0.012, 0.012, 0.012};
  for (std::size_t k = 0; k < 5; ++k) {
    EXPECT_NEAR(states[k].stress, stress[k], 1e-14);
    EXPECT_NEAR(states[k].inelastic, inelastic[k], 1e-14);
  }
  EXPECT_THROW(states_at(trajectory, {0.031}), InputError);
  EXPECT_THROW(states_at(trajectory, {-0.001}), InputError);
  EXPECT_THROW(states_at(Trajectory{}, {0}), InputError);
}

TEST(MomentsOf, FourSpecimens) {
  const auto moments = moments_of({{{1, 2}}, {{2, 4}}, {{3, 6}}, {{6, 0}}}, {0.1});
  ASSERT_EQ(moments.size(), 1u);
  EXPECT_EQ(moments[0].specimens, 4);
  EXPECT_DOUBLE_EQ(moments[0].stress.value, 3);
  EXPECT_DOUBLE_EQ(moments[0].inelastic.value, 3);
  EXPECT_NEAR(moments[0].stress_deviation, std::sqrt(14.0 / 3), 1e-14);
  EXPECT_NEAR(moments[0].stress.error, std::sqrt(14.0 / 3 / 4), 1e-14);
  EXPECT_NEAR(moments[0].inelastic_deviation, std::sqrt(20.0 / 3), 1e-14);
  EXPECT_NEAR(moments[0].correlation, -8 / std::sqrt(14.0 * 20), 1e-14);
  EXPECT_TRUE(std::isnan(moments_of({{{1, 2}}}, {0.1})[0].stress.error));
  EXPECT_THROW(moments_of({}, {0.1}), InputError);
  EXPECT_THROW(moments_of({{{1, 2}}}, {0.1, 0.2}), InputError);
}

StateMoments moments_at(double strain, double stress, double inelastic, double deviation) {
  return {strain, 100, {stress, 0.1 * deviation}, {inelastic, 0.1 * deviation}, deviation, deviation, 0};
}

TEST(DiscrepancyOf, KnownDifferences) {
  const std::vector<StateMoments> reference{moments_at(0, 0, 0, 0), moments_at(0.1, 1, 5, 0.5),
                                            moments_at(0.2, 2, 5, 0.5)};
  const std::vector<StateMoments> model{moments_at(0, 0, 0, 0), moments_at(0.1, 1.03, 5, 0.5),
                                        moments_at(0.2, 1.96, 5, 1.0)};
  const Discrepancy found = discrepancy(model, reference);
  EXPECT_EQ(found.strains, 2u);  // the first state is the same for all
  EXPECT_NEAR(found.stress.mean, std::sqrt((0.0009 + 0.0016) / 2), 1e-14);
  EXPECT_NEAR(found.stress.relative, 2 * std::sqrt((0.0009 + 0.0016) / 2), 1e-14);
  EXPECT_NEAR(found.stress.z, std::sqrt((0.0009 + 0.0016) / (0.005 + 0.0125)), 1e-13);
  EXPECT_NEAR(found.stress.deviation, std::log(2) / std::sqrt(2), 1e-14);
  EXPECT_EQ(found.inelastic.mean, 0);
  EXPECT_THROW(discrepancy({model[0]}, reference), InputError);
  EXPECT_THROW(discrepancy({model[0]}, {reference[0]}), InputError);
}

}  // namespace
}  // namespace vitrum::seem
