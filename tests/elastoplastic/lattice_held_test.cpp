// Lattices under a given stress, at zero and at finite temperature.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/slip_system.h"
#include "finite_elements.h"
#include "planted_systems.h"
#include "rig/drive.h"

namespace vitrum::elastoplastic {
namespace {

constexpr rig::StrainRange wide{-10, 10};

LatticeSettings held_settings(int columns, int rows) {
  LatticeSettings settings;
  settings.columns = columns;
  settings.rows = rows;
  return settings;
}

rig::Drive driven(rig::Specimen& specimen, const rig::Program& program) {
  rig::Drive drive(specimen, program);
  while (!drive.finished()) drive.advance();
  return drive;
}

rig::Leg stress_leg(double stress, double most_strain = 1) {
  rig::Leg leg;
  leg.kind = rig::LegKind::stress;
  leg.stress = stress;
  leg.most_strain = most_strain;
  return leg;
}

rig::Leg creep_leg(double temperature, double duration, double most_strain = 1) {
  rig::Leg leg;
  leg.kind = rig::LegKind::creep;
  leg.temperature = temperature;
  leg.duration = duration;
  leg.most_strain = most_strain;
  return leg;
}

// One slip at a given stress: the strain goes forward by the slip's share of the mean plastic strain, while
// the mean stress stays; the stress field is that of finite elements at the new strain.
TEST(LatticeHeld, OneSlipStrainsByItsShare) {
  const LatticeSettings settings = held_settings(4, 3);
  LatticeSpecimen lattice(settings, 2, 0, test::planted_rules(settings, 1, {{5, {{0.2, 0.3, 1e6}}}}));
  const double stress = 0.35;  // resolved: 0.35 cos 0.4 = 0.322
  const rig::Response response = lattice.stress_to(stress, wide);
  ASSERT_EQ(response.slips, 1);
  const Group fields = lattice.fields();
  const double mean_plastic =
      std::accumulate(fields.doubles("plastic_shear").begin(), fields.doubles("plastic_shear").end(), 0.0) /
      12;
  EXPECT_GT(mean_plastic, 0);
  EXPECT_NEAR(lattice.state().stress.xy, stress, 1e-14);
  EXPECT_NEAR(lattice.state().strain, stress / 13.2 + mean_plastic, 1e-15);
  EXPECT_NEAR(response.before->strain, stress / 13.2, 1e-15);
  TensorField plastic(12);
  for (std::size_t i = 0; i < 12; ++i) {
    plastic.xx[i] = fields.doubles("plastic_strain_xx")[i];
    plastic.yy[i] = -plastic.xx[i];
    plastic.xy[i] = 0.5 * fields.doubles("plastic_shear")[i];
  }
  const test::FiniteElements elements(4, 3, 13.2, 59);
  const TensorField internal = elements.stress(plastic);
  for (std::size_t i = 0; i < 12; ++i)
    EXPECT_NEAR(fields.doubles("stress_xy")[i], internal.xy[i] + 13.2 * lattice.state().strain, 1e-12);
}

// Loading by stress from zero and by strain from zero are one and the same until something slips, and
// increments jumped at once are the increments made singly.
TEST(LatticeHeld, QuasiStaticStressIsExact) {
  const LatticeSettings settings = held_settings(14, 11);
  rig::Program program;
  program.legs = {stress_leg(0.45), stress_leg(-0.1), stress_leg(0.3)};
  LatticeSpecimen jumping(settings, 3, 0);
  const rig::Drive drive = driven(jumping, program);
  EXPECT_NEAR(jumping.state().stress.xy, 0.3, 1e-12);
  EXPECT_GT(drive.history().events.size(), 20u);
  for (const Event& event : drive.history().events) {
    EXPECT_GE(event.dissipated, 0);
    EXPECT_NEAR(event.stress_before, event.stress_after, 1e-12);
    EXPECT_NE(event.strain_jump, 0);
  }
  LatticeSpecimen stepping(settings, 3, 0);
  const double increment = 1e-4 * 13.2;
  double reached = 0;
  for (const double target : {0.45, -0.1, 0.3}) {
    const double origin = stepping.state().stress.xy;
    const double sense = target > origin ? 1 : -1;
    const auto points = static_cast<int>(std::floor(std::abs(target - origin) / increment + 1e-6));
    for (int k = 1; k <= points; ++k) stepping.stress_to(origin + k * (sense * increment), wide);
    stepping.stress_to(target, wide);
    reached = target;
  }
  EXPECT_NEAR(stepping.state().stress.xy, reached, 1e-12);
  // Rounding of the points that the legs begin from differs; the slips are the same.
  EXPECT_EQ(stepping.lattice().slip_counts(), jumping.lattice().slip_counts());
  EXPECT_NEAR(stepping.state().strain, jumping.state().strain, 1e-10);
}

// Under more stress than it can bear it flows; it is stopped at the end of the range and comes to rest there.
TEST(LatticeHeld, FlowEndsWhereTheRangeEnds) {
  for (const Mode mode : {Mode::paper, Mode::mepls}) {
    LatticeSettings settings = held_settings(8, 8);
    settings.mode = mode;
    LatticeSpecimen lattice(settings, 4, 0);
    rig::Program program;
    program.legs = {stress_leg(1.5, 0.7)};
    const History history = driven(lattice, program).history();
    EXPECT_EQ(lattice.state().strain, 0.7);
    EXPECT_LT(lattice.state().stress.xy, 1.0);
    const Group fields = lattice.fields();
    for (const double distance : fields.doubles("smallest_distance")) EXPECT_GE(distance, 0);
    // All of the way is one event, pushed by the external stress that started it.
    const Event& flow = history.events.back();
    EXPECT_NEAR(
        flow.dissipated,
        flow.energy_before - flow.energy_after + lattice.volume() * flow.stress_before * flow.strain_jump,
        1e-9 * flow.dissipated);
    EXPECT_GT(flow.strain_jump, 0.5);
  }
}

// Under stress the strain jumps: fields are kept at the first state at or beyond a strain, all of them.
TEST(LatticeHeld, KeepsFieldsAtTheStrainsAskedFor) {
  LatticeSpecimen lattice(held_settings(10, 10), 4, 0);
  rig::Program program;
  program.legs = {stress_leg(1.0, 0.5)};
  program.snapshots = {0.0, 0.01, 0.02, 0.4};
  const rig::Drive drive = driven(lattice, program);
  ASSERT_EQ(drive.snapshots().size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_GE(drive.snapshots()[i].strain, program.snapshots[i] - 1e-9);
}

// Creep of a lattice with one system that can be activated, once: it waits as long as eq. 11 says, and then
// strains at constant stress.
TEST(LatticeHeld, CreepWaitsForThermalActivation) {
  const LatticeSettings settings = held_settings(3, 3);
  double sum = 0;
  constexpr int samples = 4000;
  for (int sample = 0; sample < samples; ++sample) {
    LatticeSpecimen lattice(settings, 5, static_cast<std::uint64_t>(sample),
                            test::planted_rules(settings, 1, {{4, {{0.0, 0.6, 1e6}}}}));
    lattice.stress_to(0.2, wide);
    const rig::Response response = lattice.wait(0.1, 1e9, wide);
    ASSERT_EQ(response.slips, 1);
    ASSERT_NEAR(lattice.state().stress.xy, 0.2, 1e-14);
    ASSERT_GT(lattice.state().strain, 0.2 / 13.2);
    sum += lattice.state().time;
    // Nothing else can be activated: the next wait ends with time.
    ASSERT_EQ(lattice.wait(0.1, 2e9, wide).slips, 0);
    ASSERT_EQ(lattice.state().time, 2e9);
  }
  const double expected = std::exp(0.4 / 0.1);
  EXPECT_NEAR(sum / samples, expected, 4 * expected / std::sqrt(samples));
}

TEST(LatticeHeld, RefusesWhatMakesNoSense) {
  LatticeSpecimen lattice(held_settings(3, 3), 1, 0);
  EXPECT_THROW(lattice.wait(0, 1, wide), InputError);
  EXPECT_THROW(lattice.wait(-0.1, 1, wide), InputError);
  EXPECT_THROW(lattice.wait(0.1, std::nan(""), wide), InputError);
  EXPECT_THROW(lattice.stress_to(std::nan(""), wide), InputError);
  rig::Program program;
  program.legs = {stress_leg(1e20)};
  EXPECT_THROW(driven(lattice, program), InputError);
  program.legs = {creep_leg(0.1, INFINITY)};
  EXPECT_THROW(driven(lattice, program), InputError);
  program.legs = {stress_leg(0.1, INFINITY)};
  EXPECT_THROW(driven(lattice, program), InputError);
}

TEST(LatticeHeld, CreepIsFasterUnderMoreStress) {
  const auto crept = [](double stress) {
    double strain = 0;
    for (std::uint64_t sample = 0; sample < 8; ++sample) {
      LatticeSpecimen lattice(held_settings(8, 8), 6, sample);
      rig::Program program;
      program.legs = {stress_leg(stress), creep_leg(0.05, 1e4)};
      const rig::Drive drive = driven(lattice, program);
      EXPECT_NEAR(lattice.state().time, 1e4, 1e-6);
      EXPECT_NEAR(lattice.state().stress.xy, stress, 1e-12);
      strain += lattice.state().strain;
      double last = 0;
      for (const State& state : drive.history().states) {
        EXPECT_GE(state.time, last);
        last = state.time;
      }
    }
    return strain / 8 - stress / 13.2;
  };
  EXPECT_GT(crept(0.3), 1.2 * crept(0.2));
}

// Stress and creep legs, stopped after any advance, go on to the same bits.
TEST(LatticeHeld, GoesOnToTheSameBits) {
  const LatticeSettings settings = held_settings(6, 6);
  rig::Program program;
  program.sites = true;
  program.legs = {stress_leg(0.3), creep_leg(0.05, 300), stress_leg(0.0)};
  LatticeSpecimen whole(settings, 7, 0);
  const rig::Drive expected = driven(whole, program);
  for (const int stop : {3, 17, 60}) {
    LatticeSpecimen first(settings, 7, 0), second(settings, 7, 0);
    rig::Drive begun(first, program), resumed(second, program);
    for (int i = 0; i < stop && !begun.finished(); ++i) begun.advance();
    resumed.resume(begun.checkpoint());
    while (!resumed.finished()) resumed.advance();
    EXPECT_EQ(resumed.history(), expected.history()) << stop;
    EXPECT_EQ(second.snapshot(), whole.snapshot()) << stop;
  }
}

// Every slip of every avalanche is listed.
TEST(LatticeHeld, ListsTheSitesOfAvalanches) {
  LatticeSpecimen lattice(held_settings(6, 6), 8, 0);
  rig::Program program;
  program.sites = true;
  program.legs = {{rig::LegKind::shear, 0.5}};
  const History history = driven(lattice, program).history();
  ASSERT_EQ(history.site_begin.size(), history.events.size() + 1);
  std::vector<double> slips(36);
  for (std::size_t i = 0; i < history.events.size(); ++i) {
    const std::vector<std::int64_t> sites(history.sites.begin() + history.site_begin[i],
                                          history.sites.begin() + history.site_begin[i + 1]);
    ASSERT_EQ(static_cast<std::int64_t>(sites.size()), history.events[i].slips);
    std::vector<std::int64_t> distinct = sites;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    ASSERT_EQ(static_cast<double>(distinct.size()), history.events[i].participation);
    for (const std::int64_t site : sites) slips[static_cast<std::size_t>(site)] += 1;
  }
  EXPECT_EQ(slips, lattice.fields().doubles("slips"));
  EXPECT_EQ(history_from(to_group(history)), history);
}

}  // namespace
}  // namespace vitrum::elastoplastic
