#include "compare/uniform_curve.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "histories.h"

namespace vitrum::compare {
namespace {

TEST(UniformCurve, FillsElasticBranchesUpToTheStressBeforeTheEvent) {
  const UniformCurve curve = uniform_curve(jumping_history());
  EXPECT_EQ(curve.origin, 0);
  EXPECT_EQ(curve.step, 0.1);
  const double expected[] = {0.5, 1.5, 2.5, 2.5, 3.75, 4.75, 5.75, 6.75, 4.75, 5.75, 6.75};
  ASSERT_EQ(curve.stress.size(), 11u);
  for (std::size_t k = 0; k < 11; ++k) EXPECT_NEAR(curve.stress[k], expected[k], 1e-14) << "grid point " << k;
}

TEST(UniformCurve, OfSteppingAndJumpingModelsAreTheSame) {
  const UniformCurve jumping = uniform_curve(jumping_history());
  const UniformCurve stepping = uniform_curve(stepping_history());
  ASSERT_EQ(jumping.stress.size(), stepping.stress.size());
  for (std::size_t k = 0; k < jumping.stress.size(); ++k) {
    EXPECT_NEAR(jumping.stress[k], stepping.stress[k], 1e-14);
  }
}

TEST(UniformCurve, EndsWithTheFirstLeg) {
  History history = jumping_history();
  history.states.push_back(state_at(0.9, 5.75));
  history.leg.push_back(1);
  EXPECT_EQ(first_leg_states(history), 5u);
  EXPECT_EQ(uniform_curve(history).stress.size(), 11u);
}

TEST(UniformCurve, FollowsShearInTheNegativeDirection) {
  History history;
  history.increment = 0.1;
  history.states = {state_at(0.2, 1), state_at(-0.1, -2)};
  history.leg = {0, 0};
  const UniformCurve curve = uniform_curve(history);
  EXPECT_EQ(curve.step, -0.1);
  ASSERT_EQ(curve.stress.size(), 4u);
  EXPECT_NEAR(curve.stress[1], 0, 1e-14);
  EXPECT_NEAR(curve.strain(3), -0.1, 1e-14);
}

TEST(UniformCurve, RefusesStrainsOffTheGridOrBackwards) {
  History off_grid = jumping_history();
  off_grid.states[2].strain = 0.44;
  EXPECT_THROW(uniform_curve(off_grid), InputError);
  History backwards = jumping_history();
  backwards.states[2].strain = 0.3;
  EXPECT_THROW(uniform_curve(backwards), InputError);
  History short_leg = jumping_history();
  short_leg.leg = {0, 1, 1, 1, 1};
  EXPECT_THROW(uniform_curve(short_leg), InputError);
}

TEST(UniformCurve, IsNotThereWhereTheStrainTurnsBackOrLeavesTheGrid) {
  EXPECT_TRUE(has_uniform_curve(jumping_history()));
  History back = jumping_history();
  back.states[2].strain = 0.2;
  EXPECT_FALSE(has_uniform_curve(back));
  History between = jumping_history();
  between.states[2].strain = 0.45;
  EXPECT_FALSE(has_uniform_curve(between));
  EXPECT_FALSE(has_uniform_curve(History{}));
}

}  // namespace
}  // namespace vitrum::compare
