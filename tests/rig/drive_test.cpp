#include "rig/drive.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "slider.h"

namespace vitrum::rig {
namespace {

Program shear_to(double strain) {
  Program program;
  program.increment = 1e-3;
  program.legs = {{LegKind::shear, strain, 1}};
  return program;
}

Drive finish(Specimen& specimen, const Program& program) {
  Drive drive(specimen, program);
  while (!drive.finished()) drive.advance();
  return drive;
}

// The states of `sparse` must stand, equal to the last bit, among those of `full`.
void expect_among(const History& sparse, const History& full) {
  std::size_t j = 0;
  for (const State& state : sparse.states) {
    while (j < full.states.size() && full.states[j] != state) ++j;
    ASSERT_LT(j, full.states.size()) << "no such state at strain " << state.strain;
  }
}

TEST(Drive, GoesThroughEveryGridPointOfASteppedSpecimen) {
  Slider slider(false, true);
  const Drive drive = finish(slider, shear_to(0.2));
  ASSERT_EQ(drive.history().states.size(), 201u);
  for (std::size_t k = 0; k <= 200; ++k)
    EXPECT_EQ(drive.history().states[k].strain, static_cast<double>(k) * 1e-3);
}

TEST(Drive, FindsTheSlipsWhereTheyMustBe) {
  Slider slider(false, true);
  const Drive drive = finish(slider, shear_to(0.2));
  // First slip when 10 gamma >= 0.5, at gamma = 0.050; then every 13 increments of 1e-3.
  const auto& events = drive.history().events;
  ASSERT_EQ(events.size(), 12u);
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_NEAR(events[i].strain, 0.050 + 0.013 * static_cast<double>(i), 1.1e-3);
    EXPECT_NEAR(events[i].drop(), Slider::modulus * Slider::slip, 1e-12);
    EXPECT_EQ(events[i].slips, 1);
  }
}

TEST(Drive, JumpingGivesTheSameHistoryAsStepping) {
  Slider stepped(false, true), jumping(true, true);
  const Drive a = finish(stepped, shear_to(0.2)), b = finish(jumping, shear_to(0.2));
  EXPECT_LT(jumping.calls, stepped.calls / 5);
  expect_among(b.history(), a.history());
  ASSERT_EQ(a.history().events.size(), b.history().events.size());
  for (std::size_t i = 0; i < a.history().events.size(); ++i) {
    EXPECT_EQ(a.history().events[i].strain, b.history().events[i].strain);
    EXPECT_EQ(a.history().events[i].stress_before, b.history().events[i].stress_before);
    EXPECT_EQ(a.history().events[i].stress_after, b.history().events[i].stress_after);
  }
}

TEST(Drive, RecognisesEventsByDissipationWhenSlipsAreNotCounted) {
  Slider counted(false, true), blind(false, false);
  const Drive a = finish(counted, shear_to(0.2)), b = finish(blind, shear_to(0.2));
  ASSERT_EQ(a.history().events.size(), b.history().events.size());
  for (std::size_t i = 0; i < a.history().events.size(); ++i) {
    EXPECT_EQ(a.history().events[i].strain, b.history().events[i].strain);
    EXPECT_NEAR(a.history().events[i].drop(), b.history().events[i].drop(), 1e-9);
    EXPECT_NEAR(a.history().events[i].dissipated, b.history().events[i].dissipated, 1e-9);
  }
}

TEST(Drive, UnloadsToExactlyZeroStressAndReloads) {
  for (const bool looks_ahead : {false, true}) {
    for (const bool counts : {false, true}) {
      Slider slider(looks_ahead, counts);
      Program program = shear_to(0.1);
      program.legs.push_back({LegKind::unload, 0, 1});
      program.legs.push_back({LegKind::reload_backward, 0.02, 1});
      const Drive drive = finish(slider, program);
      const History& history = drive.history();
      std::size_t last_of_unloading = 0;
      for (std::size_t i = 0; i < history.states.size(); ++i)
        if (history.leg[i] == 1) last_of_unloading = i;
      const State& unloaded = history.states[last_of_unloading];
      EXPECT_NEAR(unloaded.stress.xy, 0, 1e-9) << looks_ahead << counts;
      EXPECT_NEAR(history.states.back().strain, unloaded.strain - 0.02, 1e-15);
      EXPECT_NEAR(history.states.back().stress.xy, -0.2, 1e-9);
    }
  }
}

TEST(Drive, CyclesReturnToWhereTheyBegan) {
  Slider slider(true, true);
  Program program = shear_to(0.03);
  program.legs.push_back({LegKind::cycle, 0.01, 3});
  const Drive drive = finish(slider, program);
  EXPECT_NEAR(drive.history().states.back().strain, 0.03, 1e-15);
  EXPECT_NEAR(drive.history().states.back().stress.xy, 0.3, 1e-12);
  EXPECT_TRUE(drive.history().events.empty());
}

TEST(Drive, EndsALegThatIsNoWholeNumberOfIncrementsOnItsStrain) {
  Slider slider(true, true);
  const Drive drive = finish(slider, shear_to(0.0123456));
  EXPECT_EQ(drive.history().states.back().strain, 0.0123456);
}

TEST(Drive, KeepsFieldsAtTheAskedStrainsAlsoWhenItJumps) {
  Slider slider(true, true);
  Program program = shear_to(0.2);
  program.snapshots = {0, 0.02, 0.2};
  const Drive drive = finish(slider, program);
  ASSERT_EQ(drive.snapshots().size(), 3u);
  EXPECT_EQ(drive.snapshots()[1].strain, 0.02);
  EXPECT_EQ(drive.snapshots()[1].fields.number("plastic"), 0);
  EXPECT_NEAR(drive.snapshots()[2].fields.number("plastic"), 12 * Slider::slip, 1e-12);
}

TEST(Drive, KeepsFieldsOnTheWayBackwardToo) {
  Slider slider(true, true);
  Program program = shear_to(-0.2);
  program.snapshots = {-0.15, -0.02, -0.2};
  const Drive drive = finish(slider, program);
  ASSERT_EQ(drive.snapshots().size(), 3u);
  EXPECT_EQ(drive.snapshots()[0].strain, -0.02);
  EXPECT_EQ(drive.snapshots()[2].strain, -0.2);
}

// Leg 0 ends without being asked; the cycle takes three stretches, of which only the last ends the leg.
TEST(Drive, KeepsFieldsAtTheEndOfTheOtherLegsWhenAsked) {
  Slider slider(true, true);
  Program program = shear_to(0.1);
  program.snapshots = {0.02};
  program.legs.push_back({LegKind::unload, 0, 1});
  program.legs.push_back({LegKind::cycle, 0.01, 2});
  program.legs.push_back({LegKind::reload_backward, 0.02, 1});
  const Drive quiet = finish(slider, program);
  EXPECT_EQ(quiet.snapshots().size(), 1U);
  program.leg_fields = true;
  Slider again(true, true);
  const Drive drive = finish(again, program);
  ASSERT_EQ(drive.snapshots().size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(drive.snapshots()[i].leg, static_cast<std::int64_t>(i));
    if (i == 0) continue;
    std::size_t last = 0;  // state of the leg
    const History& history = drive.history();
    for (std::size_t k = 0; k < history.states.size(); ++k)
      if (history.leg[k] == static_cast<std::int64_t>(i)) last = k;
    EXPECT_EQ(drive.snapshots()[i].strain, history.states[last].strain);
    const double plastic = drive.snapshots()[i].fields.number("plastic");
    EXPECT_NEAR(Slider::modulus * (history.states[last].strain - plastic), history.states[last].stress.xy,
                1e-12);
  }
  EXPECT_NEAR(drive.snapshots()[2].strain, drive.snapshots()[1].strain, 1e-15);
  EXPECT_NEAR(drive.snapshots()[3].strain, drive.snapshots()[1].strain - 0.02, 1e-15);
}

// Strains and legs of the stops of a program, and the history that the drive has by then.
struct Halted {
  std::vector<Stop> stops;
  std::vector<double> specimen_strains;
  History history;
};

Halted halted(Specimen& specimen, const Program& program) {
  Halted out;
  Drive drive(specimen, program);
  while (!drive.finished()) {
    drive.advance();
    if (!drive.stop()) continue;
    out.stops.push_back(*drive.stop());
    out.specimen_strains.push_back(specimen.state().strain);
  }
  out.history = drive.history();
  return out;
}

TEST(Drive, StopsWhereAskedAndNowhereElse) {
  Program program = shear_to(0.2);
  program.legs.push_back({LegKind::unload, 0, 1});
  program.legs.push_back({LegKind::reload_backward, 0.05, 1});
  program.stops = {0.1, 0, 0.2};
  program.leg_stops = true;
  for (const bool jumps : {false, true}) {
    Slider slider(jumps, true);
    const Halted found = halted(slider, program);
    ASSERT_EQ(found.stops.size(), 5u) << jumps;
    const std::vector<std::int64_t> legs{0, 0, 0, 1, 2};
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_EQ(found.stops[i].leg, legs[i]);
      EXPECT_EQ(found.stops[i].strain, found.specimen_strains[i]);
    }
    EXPECT_EQ(found.stops[0].strain, 0);
    EXPECT_NEAR(found.stops[1].strain, 0.1, 1e-12);
    EXPECT_NEAR(found.stops[2].strain, 0.2, 1e-12);
    EXPECT_NEAR(found.stops[3].strain - found.stops[4].strain, 0.05, 1e-12);
  }
}

TEST(Drive, StoppingChangesNoState) {
  Program program = shear_to(0.2);
  Slider stepped(false, true), stopping(false, true);
  const Drive plain = finish(stepped, program);
  program.stops = {0, 0.033, 0.2};
  EXPECT_EQ(halted(stopping, program).history, plain.history());
}

TEST(Drive, ResumedDoesNotStopAgainWhereItWas) {
  Program program = shear_to(0.2);
  program.stops = {0, 0.1};
  Slider slider(true, true), other(true, true);
  Drive drive(slider, program);
  while (!drive.stop() || drive.stop()->strain < 0.05) drive.advance();
  Drive resumed(other, program);
  resumed.resume(drive.checkpoint());
  EXPECT_FALSE(resumed.stop());
  while (!resumed.finished()) {
    resumed.advance();
    EXPECT_FALSE(resumed.stop());
  }
}

TEST(Drive, MeasuresModuliAtTheStartAtSnapshotsAndWhereAsked) {
  Slider slider(false, true);
  Program program = shear_to(0.2);
  program.snapshots = {0.05, 0.1};
  program.moduli = {0.1, 0.15};
  program.legs.push_back({LegKind::reload_backward, 0.15, 1});  // passes the same strains again
  const Drive drive = finish(slider, program);
  ASSERT_EQ(drive.moduli().size(), 4U);
  const double strains[] = {0, 0.05, 0.1, 0.15};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(drive.moduli()[i].strain, strains[i], 1e-12);
}

TEST(Drive, MeasuresAlongTheFirstLegAndLeavesTheLoadingAsItWas) {
  for (const bool looks_ahead : {false, true}) {
    Slider plain_slider(looks_ahead, true), slider(looks_ahead, true);
    Program program = shear_to(0.2);
    program.legs.push_back({LegKind::unload, 0, 1});
    const Drive plain = finish(plain_slider, program);
    program.measure_every = 0.02;
    program.measure_back_stress = program.measure_stability = true;
    const Drive drive = finish(slider, program);
    ASSERT_EQ(drive.measured().size(), 11U);
    for (std::size_t i = 0; i < 11; ++i) {
      EXPECT_NEAR(drive.measured()[i].strain, 0.02 * static_cast<double>(i), 1e-12);
      EXPECT_TRUE(std::isnan(drive.measured()[i].fields.number("stability"))) << "sliders know none";
      EXPECT_TRUE(std::isfinite(drive.measured()[i].fields.number("back_stress")));
    }
    ASSERT_EQ(drive.history().events.size(), plain.history().events.size());
    for (std::size_t i = 0; i < plain.history().events.size(); ++i) {
      EXPECT_EQ(drive.history().events[i].strain, plain.history().events[i].strain);
      EXPECT_EQ(drive.history().events[i].drop(), plain.history().events[i].drop());
    }
    EXPECT_EQ(drive.history().states.back(), plain.history().states.back());
  }
}

TEST(Drive, AsksTheSpecimenWhatMovedInEachEvent) {
  Slider slider(false, true);
  const Drive drive = finish(slider, shear_to(0.2));
  ASSERT_FALSE(drive.history().events.empty());
  std::size_t largest = 0;
  const auto& events = drive.history().events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].participation, static_cast<double>(events[i].slips));
    EXPECT_EQ(events[i].centre[0], events[i].strain);
    EXPECT_EQ(events[i].direction, 45);
    EXPECT_NEAR(events[i].energy_drop(), events[i].dissipated, 1e-14);
    EXPECT_EQ(events[i].energy_after,
              drive.history().states[static_cast<std::size_t>(events[i].state)].energy);
    if (events[i].dissipated > events[largest].dissipated) largest = i;
  }
  EXPECT_EQ(drive.largest_event().event, static_cast<std::int64_t>(largest));
  EXPECT_NEAR(drive.largest_event().fields.number("plastic"), static_cast<double>(largest + 1) * Slider::slip,
              1e-12);
}

TEST(Drive, ResumedEqualsUninterruptedToTheLastBit) {
  Program program = shear_to(0.2);
  program.snapshots = {0.1};
  program.legs.push_back({LegKind::unload, 0, 1});
  program.legs.push_back({LegKind::cycle, 0.08, 2});
  program.leg_fields = true;
  program.measure_every = 0.05;
  program.measure_back_stress = true;
  for (const bool looks_ahead : {false, true}) {
    Slider whole_slider(looks_ahead, looks_ahead);
    const Drive whole = finish(whole_slider, program);
    for (int cut = 1; cut < 60; cut += 7) {
      Slider first_slider(looks_ahead, looks_ahead), second_slider(looks_ahead, looks_ahead);
      Drive first(first_slider, program);
      for (int i = 0; i < cut && !first.finished(); ++i) first.advance();
      Drive second(second_slider, program);
      second.resume(first.checkpoint());
      while (!second.finished()) second.advance();
      EXPECT_EQ(second.history(), whole.history()) << "cut after " << cut;
      ASSERT_EQ(second.snapshots().size(), 3U);
      for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(second.snapshots()[i].fields, whole.snapshots()[i].fields);
        EXPECT_EQ(second.snapshots()[i].strain, whole.snapshots()[i].strain);
        EXPECT_EQ(second.snapshots()[i].leg, whole.snapshots()[i].leg);
      }
      ASSERT_EQ(second.moduli().size(), 2U);
      for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(second.moduli()[i].fields, whole.moduli()[i].fields);
      ASSERT_EQ(second.measured().size(), 5U);
      for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(second.measured()[i].fields, whole.measured()[i].fields);
      EXPECT_EQ(second.largest_event().event, whole.largest_event().event);
      EXPECT_EQ(second.largest_event().fields, whole.largest_event().fields);
    }
  }
}

TEST(Drive, RefusesProgramsThatMakeNoSense) {
  Slider slider(true, true);
  Program program;
  EXPECT_THROW(Drive(slider, program), InputError);
  program.legs = {{LegKind::cycle, 0.1, 0}};
  EXPECT_THROW(Drive(slider, program), InputError);
  program.legs = {{LegKind::reload_backward, -0.1, 1}};
  EXPECT_THROW(Drive(slider, program), InputError);
  program = shear_to(0.1);
  program.increment = 0;
  EXPECT_THROW(Drive(slider, program), InputError);
  program = shear_to(0.1);
  program.legs.resize(10'000, program.legs[0]);
  EXPECT_NO_THROW(Drive(slider, program));
  program.legs.push_back(program.legs[0]);
  EXPECT_THROW(Drive(slider, program), InputError);
  EXPECT_THROW(Drive(slider, shear_to(0.1), {0, 15}), InputError);
  EXPECT_THROW(Drive(slider, shear_to(0.1), {1e-5, 0}), InputError);
}

// One strain that never comes would hide all that come after it.
TEST(Drive, RefusesSnapshotsAndStopsBesideTheWay) {
  Slider slider(true, true);
  Program program = shear_to(0.1);
  program.increment = 0.01;
  for (std::vector<double> Program::*kind : {&Program::snapshots, &Program::stops, &Program::moduli}) {
    for (const std::vector<double>& strains :
         {std::vector{0.005, 0.05}, {-0.01, 0.05}, {0.05, 0.11}, {0.05, 0.02, 0.05}}) {
      Program wrong = program;
      wrong.*kind = strains;
      EXPECT_THROW(Drive(slider, wrong), InputError);
    }
    Program right = program;
    right.*kind = {0.05, 0, 0.1};
    EXPECT_NO_THROW(Drive(slider, right));
    right.legs.front().strain = 0.095;
    right.*kind = {0.095};
    EXPECT_NO_THROW(Drive(slider, right)) << "an end beside the grid is met";
    right.legs.front().strain = -0.1;
    right.*kind = {-0.05};
    EXPECT_NO_THROW(Drive(slider, right));
  }
  Program unloading = program;
  unloading.legs = {{LegKind::unload}};
  unloading.snapshots = {0};
  EXPECT_THROW(Drive(slider, unloading), InputError);
}

}  // namespace
}  // namespace vitrum::rig
