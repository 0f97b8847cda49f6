#include "seem/trajectory.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "laws.h"
#include "records.h"

namespace vitrum::seem {
namespace {

TEST(Trajectory, FindsStatesPathsAndEventsOfAnExactSpecimen) {
  const ElasticLaw law = table_one();
  ExactSpecimen specimen(law, 4000, {0.1 * gigapascal, 0.02}, 1e-3);
  specimen.load(0.02);
  specimen.record();
  specimen.load(0.0004);  // two located events within one increment
  specimen.jump({0.01 * gigapascal, 5e-5});
  specimen.load(0.0003);
  specimen.jump({0.002 * gigapascal, -2e-5});
  specimen.load(0.0003);
  specimen.record();

  const Trajectory found = trajectory_of(specimen.history, 4000, law);
  ASSERT_EQ(found.states.size(), 3u);
  ASSERT_EQ(found.events.size(), 2u);
  ASSERT_EQ(found.paths.size(), 4u);
  EXPECT_NEAR(found.states[0].inelastic, 0.02, 1e-14);
  EXPECT_NEAR(found.states[2].inelastic, 0.02 + 3e-5, 1e-14);
  EXPECT_NEAR(found.events[0].jump.inelastic, 5e-5, 1e-14);
  EXPECT_NEAR(found.events[1].jump.inelastic, -2e-5, 1e-14);
  EXPECT_NEAR(found.events[1].jump.stress_drop, 0.002 * gigapascal, 1e-16);
  EXPECT_NEAR(found.events[1].before.inelastic, 0.02 + 5e-5, 1e-14);
  EXPECT_DOUBLE_EQ(found.events[1].dissipated, specimen.history.events[1].dissipated / 4000);
  double strain = 0;
  for (const ElasticPath& path : found.paths) {
    EXPECT_NEAR(path.from.inelastic, path.to.inelastic, 1e-14);
    strain += path.increment;
  }
  EXPECT_NEAR(strain, 0.021, 1e-15);
  EXPECT_NEAR(found.paths[2].increment, 0.0003, 1e-15);
}

TEST(Trajectory, TakesOnlyTheLegsThatWereAskedFor) {
  const ElasticLaw law = table_one();
  ExactSpecimen specimen(law, 100, {0, 0.01}, 1e-3);
  for (int leg = 0; leg < 3; ++leg) {
    specimen.load(leg == 1 ? -0.001 : 0.001);
    specimen.jump({(leg == 1 ? -1e-3 : 1e-3) * gigapascal, 1e-6});
    specimen.record(leg);
    specimen.load(leg == 1 ? -0.001 : 0.001);
    specimen.record(leg);
  }
  const Trajectory all = trajectory_of(specimen.history, 100, law);
  EXPECT_EQ(all.events.size(), 3u);
  EXPECT_TRUE(all.events[0].forward);
  EXPECT_FALSE(all.events[1].forward);
  const Trajectory ends = trajectory_of(specimen.history, 100, law, {0, 2});
  EXPECT_EQ(ends.states.size(), 5u);
  EXPECT_EQ(ends.events.size(), 2u);
  // The way from leg 0 to leg 2 went through leg 1, which is not wanted.
  double strain = 0;
  for (const ElasticPath& path : ends.paths) strain += path.increment;
  EXPECT_NEAR(strain, 0.001 + 0.001 + 0.001, 1e-12);
  EXPECT_THROW(trajectory_of(specimen.history, 100, law, {7}), InputError);
}

TEST(Trajectory, EventsWithoutHeatStandOnTheReversibleBound) {
  const ElasticLaw law = table_one();
  const StatePoint before{1.8 * gigapascal, 0.03};
  for (const double drop : {0.001, 0.05, 0.8}) {
    const double bound = reversible_bound(law, before, drop * gigapascal);
    EXPECT_GT(bound, 0);
    EXPECT_NEAR(law.energy({before.stress - drop * gigapascal, before.inelastic + bound}), law.energy(before),
                1e-15);
    // Small drops: the work that the stress would do on the plastic strain drop / G, Omega tau drop / G_t,
    // shared between X_1 and the softening.
    if (drop == 0.001) {
      const double y = 1 - before.inelastic / law.softening;
      const double a = law.volume * before.stress * before.stress / (2 * law.modulus);
      const double expected = law.volume * before.stress * drop * gigapascal / law.tangent_modulus(before) /
                              (1 + a / law.softening / (y * y));
      EXPECT_NEAR(bound, expected, 1e-3 * expected);
    }
  }
}

TEST(Trajectory, RefusesRecordsThatTellNothing) {
  const ElasticLaw law = table_one();
  ExactSpecimen specimen(law, 100, {0, 0.01}, 1e-3);
  EXPECT_THROW(trajectory_of(specimen.history, 100, law), InputError);  // one state
  specimen.load(0.001);
  specimen.record();
  EXPECT_THROW(trajectory_of(specimen.history, 0, law), InputError);
  for (State& state : specimen.history.states) state.energy = 0;
  EXPECT_THROW(trajectory_of(specimen.history, 100, law), InputError);
}

}  // namespace
}  // namespace vitrum::seem
