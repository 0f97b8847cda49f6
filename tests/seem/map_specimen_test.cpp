#include "seem/map_specimen.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "rig/drive.h"
#include "seem/event_library.h"
#include "seem/stochastic_map.h"
#include "stationary_map.h"

namespace vitrum::seem {
namespace {

std::shared_ptr<const EventMap> specimen_map() {
  const StationaryGlass glass;
  EventLibrary library(equal_width_grid({{0, 0.001}, {0.2, 0.009}}, 12, 50));
  for (std::uint64_t i = 0; i < 10; ++i)
    library.add(trajectory_of(glass.sample({0.02, 5e-3}, 5, 2e-2, RandomStream(101, i, Purpose::test)), 1,
                              glass.law()));
  MapSettings settings;
  settings.least_exposure = 0.1;
  return std::make_shared<StochasticMap>(library, glass.law(), settings);
}

rig::Program program_of(std::vector<rig::Leg> legs, double increment) {
  rig::Program program;
  program.increment = increment;
  program.legs = std::move(legs);
  return program;
}

rig::Leg leg_of(rig::LegKind kind, double strain, int times = 1) {
  rig::Leg leg;
  leg.kind = kind;
  leg.strain = strain;
  leg.times = times;
  return leg;
}

// What the rig writes is what a harvest reads: rates and jumps of the map come back, heat is the energy that
// is missing.
TEST(MapSpecimen, ItsRecordIsHarvestedAgain) {
  const StationaryGlass glass;
  const auto map = specimen_map();
  MapSpecimen specimen(map, {0.02, 5e-3}, 100, RandomStream(102, 0, Purpose::test));
  rig::Drive drive(specimen, program_of({leg_of(rig::LegKind::shear, 20)}, 2e-4));
  while (!drive.finished()) drive.advance();
  const History& history = drive.history();
  const auto events = static_cast<double>(history.events.size());
  EXPECT_NEAR(events, glass.lambda * 20, 4 * std::sqrt(glass.lambda * 20) + 0.02 * glass.lambda * 20);
  EXPECT_EQ(specimen.counts().events, static_cast<std::int64_t>(history.events.size()));
  for (const Event& event : history.events) {
    EXPECT_NEAR(event.dissipated, event.energy_before - event.energy_after, 1e-12);
    EXPECT_EQ(event.strain_jump, 0);
  }
  const Trajectory trajectory = trajectory_of(history, 100, glass.law());
  double inelastic = trajectory.states.front().inelastic;
  for (const PlasticEvent& event : trajectory.events) inelastic += event.jump.inelastic;
  EXPECT_NEAR(inelastic, specimen.at().inelastic, 1e-12);
  double stress = 0.02 + glass.modulus * 20;
  for (const PlasticEvent& event : trajectory.events) stress -= event.jump.stress_drop;
  EXPECT_NEAR(stress, specimen.at().stress, 1e-9);
}

TEST(MapSpecimen, IsUnloadedReversedAndCycledByTheRig) {
  const auto map = specimen_map();
  MapSpecimen specimen(map, {0.02, 5e-3}, 100, RandomStream(103, 0, Purpose::test));
  const auto program =
      program_of({leg_of(rig::LegKind::shear, 0.3), leg_of(rig::LegKind::unload, 0),
                  leg_of(rig::LegKind::reload_backward, 0.3), leg_of(rig::LegKind::cycle, 0.05, 2)},
                 2e-4);
  rig::Drive drive(specimen, program);
  std::vector<State> last(program.legs.size() * 8);
  while (!drive.finished()) drive.advance();
  const History& history = drive.history();
  for (std::size_t i = 0; i < history.states.size(); ++i)
    last[static_cast<std::size_t>(history.leg[i])] = history.states[i];
  EXPECT_NEAR(last[0].strain, 0.3, 1e-12);
  EXPECT_NEAR(last[1].stress.xy, 0, 1e-6);
  EXPECT_LT(last[1].strain, 0.3);
  EXPECT_LT(last[2].stress.xy, 0);  // flows backwards
  EXPECT_GT(specimen.fields().number("inelastic"), 0);
}

TEST(MapSpecimen, GoesOnFromACheckpointToTheSameBits) {
  const auto map = specimen_map();
  const auto program =
      program_of({leg_of(rig::LegKind::shear, 0.1), leg_of(rig::LegKind::reload_backward, 0.05)}, 2e-4);
  MapSpecimen first(map, {0.02, 5e-3}, 100, RandomStream(104, 0, Purpose::test));
  rig::Drive whole(first, program);
  for (int i = 0; i < 333; ++i) whole.advance();
  const Group checkpoint = whole.checkpoint();
  while (!whole.finished()) whole.advance();
  MapSpecimen second(map, {0, 0}, 100, RandomStream(104, 0, Purpose::test));
  rig::Drive rest(second, program);
  rest.resume(checkpoint);
  while (!rest.finished()) rest.advance();
  EXPECT_EQ(rest.history(), whole.history());
  EXPECT_EQ(second.at(), first.at());
}

TEST(MapSpecimen, RefusesLargeIncrementsAndMissingMaps) {
  MapSpecimen specimen(specimen_map(), {0.02, 5e-3}, 100, RandomStream(105, 0, Purpose::test));
  EXPECT_THROW(specimen.strain_to(0.01), InputError);
  EXPECT_THROW(MapSpecimen(nullptr, {0, 0}, 1, RandomStream(1, 0, Purpose::test)), InputError);
  EXPECT_THROW(MapSpecimen(specimen_map(), {0, 0}, 0, RandomStream(1, 0, Purpose::test)), InputError);
}

}  // namespace
}  // namespace vitrum::seem
