#include "study/leg_curves.h"

#include <gtest/gtest.h>

#include <cmath>

#include "study/tables.h"

namespace vitrum::study {
namespace {

using rig::LegKind;

State timed_state(double strain, double stress, double time = 0) {
  State state;
  state.strain = strain;
  state.stress.xy = stress;
  state.time = time;
  return state;
}

rig::Program program_of(std::initializer_list<LegKind> kinds) {
  rig::Program program;
  for (const LegKind kind : kinds) program.legs.push_back({kind, 0.5});
  return program;
}

SampleRecord record_of(std::vector<State> states, std::vector<std::int64_t> legs) {
  SampleRecord record;
  record.history.increment = 0.1;
  record.history.states = std::move(states);
  record.history.leg = std::move(legs);
  return record;
}

/// Sheared to 1, unloaded, reloaded by 0.5 with this slope, against the direction before.
SampleRecord reloaded_backward(double unloaded_at, double slope) {
  return record_of({timed_state(0, 0), timed_state(1, 0.75), timed_state(unloaded_at, 0),
                    timed_state(unloaded_at - 0.5, -0.5 * slope)},
                   {0, 0, 1, 2});
}

TEST(ReloadCurves, CountStrainAndStressInTheirDirection) {
  const auto program = program_of({LegKind::shear, LegKind::unload, LegKind::reload_backward});
  const auto curves =
      reload_curves("lattice", {reloaded_backward(0.9, 2), reloaded_backward(0.8, 4)}, program);
  ASSERT_EQ(curves.size(), 1U);
  EXPECT_EQ(curves[0].label, "reloaded backward");
  const auto& curve = curves[0].curve;
  EXPECT_EQ(curve.realizations, 2);
  ASSERT_EQ(curve.x.size(), 401U);
  EXPECT_NEAR(curve.x[200], 0.25, 1e-12);
  EXPECT_NEAR(curve.value[200], 0.75, 1e-12);  // 0.5 and 1
  EXPECT_NEAR(curve.error[200], 0.25, 1e-12);
}

TEST(ReloadCurves, AreThoseBehindAnUnloading) {
  const auto program = program_of({LegKind::shear, LegKind::shear, LegKind::reload_backward});
  EXPECT_TRUE(reload_curves("lattice", {reloaded_backward(0.9, 2)}, program).empty());
  const auto further =
      program_of({LegKind::shear, LegKind::unload, LegKind::unload, LegKind::reload_forward});
  EXPECT_TRUE(reload_curves("lattice", {reloaded_backward(0.9, 2)}, further).empty());
}

TEST(ReloadTable, ReadsTheCurvesOff) {
  const auto program = program_of({LegKind::shear, LegKind::unload, LegKind::reload_backward});
  const auto table =
      reload_table(reload_curves("lattice", {reloaded_backward(0.9, 2), reloaded_backward(0.8, 4)}, program));
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(table.rows[2].key, "lattice.reloaded_backward.stress_at_0.05");
  EXPECT_NEAR(table.rows[2].value, 0.15, 1e-12);
  EXPECT_NEAR(table.rows[2].error, 0.05, 1e-12);
  EXPECT_TRUE(reload_table({}).rows.empty());
}

// Two specimens of modulus 10, one of which flows by 0.1 at the stress 2.
TEST(StressCurves, AreStrainAgainstTheRisingStress) {
  rig::Program program = program_of({LegKind::stress});
  program.legs[0].stress = 4;
  SampleRecord flowing = record_of({timed_state(0, 0), timed_state(0.3, 2), timed_state(0.5, 4)}, {0, 0, 0});
  Event event;
  event.state = 1;
  event.strain = 0.3;
  event.strain_jump = 0.1;
  event.stress_before = event.stress_after = 2;
  flowing.history.events = {event};
  const auto curves = stress_curves(
      "lattice", {flowing, record_of({timed_state(0, 0), timed_state(0.4, 4)}, {0, 0})}, program);
  ASSERT_EQ(curves.size(), 1U);
  EXPECT_EQ(curves[0].label, "to stress 4");
  const auto& curve = curves[0].curve;
  EXPECT_NEAR(curve.x[100], 1, 1e-12);
  EXPECT_NEAR(curve.value[100], 0.1, 1e-12);  // both elastic
  EXPECT_NEAR(curve.x[300], 3, 1e-12);
  EXPECT_NEAR(curve.value[300], 0.35, 1e-12);  // 0.4 and 0.3
  EXPECT_NEAR(curve.error[300], 0.05, 1e-12);
}

TEST(StressCurves, FollowAFallingStressToo) {
  rig::Program program = program_of({LegKind::shear, LegKind::stress});
  program.legs[1].stress = -2;
  const auto curves = stress_curves(
      "lattice", {record_of({timed_state(0, 0), timed_state(0.2, 2), timed_state(-0.3, -2)}, {0, 0, 1})},
      program);
  ASSERT_EQ(curves.size(), 1U);
  EXPECT_DOUBLE_EQ(curves[0].curve.x.front(), -2);
  EXPECT_NEAR(curves[0].curve.value.front(), -0.5, 1e-12);
  EXPECT_NEAR(curves[0].curve.value.back(), 0, 1e-12);
}

SampleRecord creeping(double first_time, double jump) {
  SampleRecord record = record_of(
      {timed_state(0.1, 0.5), timed_state(0.1 + jump, 0.5, first_time), timed_state(0.1 + jump, 0.5, 100)},
      {0, 1, 1});
  Event event;
  event.state = 1;
  event.strain = 0.1 + jump;
  event.strain_jump = jump;
  event.stress_before = event.stress_after = 0.5;
  record.history.events = {event};
  return record;
}

// Between events of thermal activation the strain stays.
TEST(CreepCurves, AreStepsInTimeAveraged) {
  rig::Program program = program_of({LegKind::stress, LegKind::creep});
  program.legs[1].temperature = 0.25;
  const auto curves = creep_curves("lattice", {creeping(1, 0.2), creeping(50, 0.4)}, program);
  ASSERT_EQ(curves.size(), 1U);
  EXPECT_EQ(curves[0].label, "stress 0.5, temperature 0.25");
  const auto& curve = curves[0].curve;
  ASSERT_EQ(curve.x.size(), 21U);  // 1 to 100, ten a decade
  EXPECT_DOUBLE_EQ(curve.x.front(), 1);
  EXPECT_NEAR(curve.value.front(), 0.1, 1e-12);  // 0.2 and 0
  EXPECT_NEAR(curve.x[10], 10, 1e-9);
  EXPECT_NEAR(curve.value[10], 0.1, 1e-12);
  EXPECT_NEAR(curve.error[10], 0.1, 1e-12);
  EXPECT_NEAR(curve.value.back(), 0.3, 1e-12);
  EXPECT_TRUE(creep_curves("lattice", {creeping(1, 0.2)}, program_of({LegKind::stress})).empty());
}

}  // namespace
}  // namespace vitrum::study
