// Loading programs on atoms: the same path for every description of a sample, energy balance, and what must
// come back when the strain does.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "lammps_reference.h"
#include "rig/drive.h"
#include "small_glass.h"

namespace vitrum::atomistic {
namespace {

using rig::LegKind;

constexpr double force_tolerance = 1e-10;

History drive(AtomisticSpecimen& specimen, std::vector<rig::Leg> legs, double increment = 1e-4) {
  rig::Program program;
  program.increment = increment;
  program.legs = std::move(legs);
  rig::Drive loading(specimen, program);
  while (!loading.finished()) loading.advance();
  EXPECT_LE(loading.largest_residual(), force_tolerance);
  return loading.history();
}

std::vector<State> states_of_leg(const History& history, std::int64_t leg) {
  std::vector<State> out;
  for (std::size_t i = 0; i < history.states.size(); ++i)
    if (history.leg[i] == leg) out.push_back(history.states[i]);
  return out;
}

TEST(Loading, takes_the_same_path_up_to_the_first_event_for_relabelled_and_shifted_atoms) {
  for (const int dimension : {2, 3}) {
    const Configuration c = test::small_glass(dimension, 140, 21);
    const auto d = static_cast<std::size_t>(dimension);
    std::vector<std::size_t> origin(c.atoms());
    for (std::size_t i = 0; i < c.atoms(); ++i) origin[i] = i;
    std::shuffle(origin.begin(), origin.end(), std::mt19937(2));
    Configuration other = c;
    for (std::size_t i = 0; i < c.atoms(); ++i) {
      other.species[i] = c.species[origin[i]];
      for (std::size_t k = 0; k < d; ++k)
        other.positions[d * i + k] = c.positions[d * origin[i] + k] + (k == 1 ? 3.3 : -1.7);
    }
    AtomisticSpecimen one(c, paper_glass()), two(other, paper_glass());
    int elastic = 0;
    while (elastic < 400) {
      const double strain = (elastic + 1) * 1e-4;
      one.strain_to(strain), two.strain_to(strain);
      EXPECT_EQ(one.last_relaxation().followed_flow, two.last_relaxation().followed_flow);
      if (one.last_relaxation().followed_flow) break;
      ++elastic;
      ASSERT_NEAR(one.state().stress.xy, two.state().stress.xy, 1e-9) << strain;
      ASSERT_NEAR(one.state().stress.xx, two.state().stress.xx, 1e-9) << strain;
      ASSERT_NEAR(one.state().energy, two.state().energy, 1e-9) << strain;
    }
    EXPECT_GT(elastic, 10) << dimension;
  }
}

// On the relaxed path too: relaxation does no work to first order.
TEST(Loading, has_a_stress_that_is_the_slope_of_the_energy) {
  for (const int dimension : {2, 3}) {
    AtomisticSpecimen specimen(test::small_glass(dimension, 140, 22), paper_glass());
    const double h = 2e-5;
    std::vector<State> states{specimen.state()};
    std::vector<bool> elastic{true};
    for (int k = 1; k <= 60; ++k) {
      specimen.strain_to(k * h);
      states.push_back(specimen.state());
      elastic.push_back(!specimen.last_relaxation().followed_flow);
    }
    int compared = 0;
    for (std::size_t k = 2; k + 2 < states.size(); ++k) {
      if (!elastic[k - 1] || !elastic[k] || !elastic[k + 1] || !elastic[k + 2]) continue;
      // Five points, fourth order; what is left is rounding of the energy over h.
      const double slope = (8 * (states[k + 1].energy - states[k - 1].energy) -
                            (states[k + 2].energy - states[k - 2].energy)) /
                           (12 * h);
      EXPECT_NEAR(slope / specimen.volume(), states[k].stress.xy, 1e-8) << k;
      ++compared;
    }
    EXPECT_GT(compared, 30);
  }
}

TEST(Loading, leaves_no_net_force) {
  AtomisticSpecimen specimen(test::small_glass(3, 180, 23), paper_glass());
  PairForceField field(paper_glass());
  std::vector<double> forces;
  for (int k = 1; k <= 30; ++k) {
    specimen.strain_to(k * 1e-3);
    field.evaluate(specimen.configuration(), forces);
    for (std::size_t axis = 0; axis < 3; ++axis) {
      double sum = 0;
      for (std::size_t i = axis; i < forces.size(); i += 3) sum += forces[i];
      EXPECT_NEAR(sum, 0, 1e-11);
    }
  }
}

// Trapezoidal work of every increment: what is not stored is turned to heat, in events only.
TEST(Loading, keeps_the_balance_of_energy_through_tens_of_events) {
  std::size_t events = 0;
  for (const int dimension : {2, 3}) {
    AtomisticSpecimen specimen(test::small_glass(dimension, 140, 24), paper_glass());
    const History history = drive(specimen, {{LegKind::shear, dimension == 2 ? 0.45 : 0.15, 1}}, 2e-4);
    events += history.events.size();
    double work = 0, heat = 0;
    std::size_t next = 0;
    for (std::size_t k = 1; k < history.states.size(); ++k) {
      const State &a = history.states[k - 1], &b = history.states[k];
      const bool event =
          next < history.events.size() && history.events[next].state == static_cast<std::int64_t>(k);
      const double end = event ? history.events[next].stress_before : b.stress.xy;
      const double done = specimen.volume() * 0.5 * (a.stress.xy + end) * (b.strain - a.strain);
      work += done;
      if (event) {
        const Event& e = history.events[next++];
        heat += e.dissipated;
        EXPECT_GT(e.dissipated, 1e-5);
        EXPECT_NEAR(done - (b.energy - a.energy), e.dissipated, 1e-9);
        EXPECT_NEAR(e.energy_drop(), e.dissipated, 1e-9);
      } else if (k >= 2) {
        // The rule takes too little where the stress bends down, as it does more and more before an event.
        const double bend = b.stress.xy - 2 * a.stress.xy + history.states[k - 2].stress.xy;
        const double tolerance = 0.5 * specimen.volume() * (b.strain - a.strain) * std::abs(bend);
        EXPECT_GT(done - (b.energy - a.energy), -tolerance - 1e-8) << "at strain " << b.strain;
      }
    }
    EXPECT_EQ(next, history.events.size());
    const double stored = history.states.back().energy - history.states.front().energy;
    EXPECT_NEAR(work, stored + heat, 1e-3 * heat);
  }
  EXPECT_GT(events, 20U);
}

// The sample's first event forward lies beyond increment 75.
TEST(Loading, comes_back_to_where_it_began_on_an_elastic_branch) {
  AtomisticSpecimen specimen(test::read_data("esl_1k_1.dat"), paper_glass());
  const Configuration start = specimen.configuration();
  const State before = specimen.state();
  const History history = drive(specimen, {{LegKind::cycle, 2e-3, 2}}, 2e-4);
  EXPECT_TRUE(history.events.empty());
  const State after = specimen.state();
  EXPECT_NEAR(after.strain, 0, 1e-15);
  EXPECT_NEAR(after.energy, before.energy, 1e-10);
  EXPECT_NEAR(after.stress.xy, before.stress.xy, 1e-9);
  double moved = 0;
  for (std::size_t i = 0; i < start.positions.size(); ++i)
    moved = std::max(moved, std::abs(specimen.configuration().positions[i] - start.positions[i]));
  EXPECT_LT(moved, 1e-8);
  // Every strain is passed several times: the same stress each time.
  for (const State& a : history.states)
    for (const State& b : history.states) {
      if (std::abs(a.strain - b.strain) > 1e-12) continue;
      EXPECT_NEAR(a.stress.xy, b.stress.xy, 1e-9) << a.strain;
    }
}

TEST(Loading, unloads_to_zero_stress_and_reloads_along_the_same_branch) {
  AtomisticSpecimen specimen(test::read_data("esl_1k_1.dat"), paper_glass());
  const History history =
      drive(specimen,
            {{LegKind::shear, 6e-3, 1}, {LegKind::unload, 0, 1}, {LegKind::reload_forward, 2e-3, 1}}, 2e-4);
  EXPECT_TRUE(history.events.empty());
  const auto loading = states_of_leg(history, 0), unloading = states_of_leg(history, 1),
             reloading = states_of_leg(history, 2);
  EXPECT_LE(std::abs(unloading.back().stress.xy), 1e-10);
  EXPECT_LT(unloading.back().strain, 6e-3);
  EXPECT_NEAR(reloading.back().strain, unloading.back().strain + 2e-3, 1e-15);
  // Reloaded states lie between those of loading, on a curve that bends little.
  int compared = 0;
  for (const State& state : reloading)
    for (std::size_t k = 1; k + 1 < loading.size(); ++k) {
      if (state.strain < loading[k].strain || state.strain >= loading[k + 1].strain) continue;
      const double x = (state.strain - loading[k].strain) / 2e-4;
      const double line = (1 - x) * loading[k].stress.xy + x * loading[k + 1].stress.xy;
      const double bend = 0.5 * x * (x - 1) *
                          (loading[k + 1].stress.xy - 2 * loading[k].stress.xy + loading[k - 1].stress.xy);
      EXPECT_NEAR(state.stress.xy, line + bend, 1e-7);
      ++compared;
    }
  EXPECT_GT(compared, 4);
}

// Bauschinger's experiment after plastic flow: from the same state at zero stress forward and backward.
TEST(Loading, unloads_to_zero_stress_after_flow_and_reloads_both_ways) {
  const Configuration c = test::small_glass(2, 200, 25);
  History histories[2];
  const LegKind ways[2] = {LegKind::reload_forward, LegKind::reload_backward};
  for (std::size_t way = 0; way < 2; ++way) {
    AtomisticSpecimen specimen(c, paper_glass());
    histories[way] =
        drive(specimen, {{LegKind::shear, 0.12, 1}, {LegKind::unload, 0, 1}, {ways[way], 0.05, 1}}, 5e-4);
  }
  const State unloaded = states_of_leg(histories[0], 1).back();
  EXPECT_EQ(unloaded, states_of_leg(histories[1], 1).back());
  EXPECT_LE(std::abs(unloaded.stress.xy), 1e-10);
  const State forward = histories[0].states.back(), backward = histories[1].states.back();
  EXPECT_NEAR(forward.strain, unloaded.strain + 0.05, 1e-12);
  EXPECT_NEAR(backward.strain, unloaded.strain - 0.05, 1e-12);
  EXPECT_GT(forward.stress.xy, 0.1);
  EXPECT_LT(backward.stress.xy, -0.1);
  for (const History& history : histories) EXPECT_GT(history.events.size(), 3U);
}

TEST(Loading, makes_events_backward_with_heat_and_falls_of_the_absolute_stress) {
  AtomisticSpecimen specimen(test::small_glass(2, 200, 26), paper_glass());
  const History history = drive(specimen, {{LegKind::shear, -0.12, 1}, {LegKind::cycle, 0.02, 2}}, 5e-4);
  ASSERT_GT(history.events.size(), 10U);
  EXPECT_NEAR(history.states.back().strain, -0.12, 1e-12);
  EXPECT_LT(states_of_leg(history, 0).back().stress.xy, -0.1);
  int falls = 0, counted = 0;
  for (const Event& event : history.events) {
    EXPECT_GT(event.dissipated, 0);
    if (history.leg[static_cast<std::size_t>(event.state)] != 0) continue;
    ++counted;
    if (event.drop() < 0) ++falls;
  }
  EXPECT_GT(falls, 0.75 * counted);
}

}  // namespace
}  // namespace vitrum::atomistic
