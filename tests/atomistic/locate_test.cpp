// Critical strains of a glass: against a path of much smaller increments, and the law of an instability.
#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/lowest_mode.h"
#include "rig/drive.h"
#include "small_glass.h"

namespace vitrum::atomistic {
namespace {

constexpr double coarse_increment = 1e-4, to_first_event = 0.003, to_second_event = 0.05;

rig::Program program(double end) {
  rig::Program out;
  out.increment = coarse_increment;
  out.legs = {{rig::LegKind::shear, end, 1}};
  return out;
}

rig::Detection located(double resolution) {
  rig::Detection out;
  out.resolution = resolution;
  return out;
}

History drive(AtomisticSpecimen& specimen, double resolution, double end = to_first_event) {
  rig::Drive loading(specimen, program(end), located(resolution));
  while (!loading.finished()) loading.advance();
  return loading.history();
}

/// Two events on its way, the first after 19 increments.
Configuration sample() { return test::small_glass(2, 140, 21); }

TEST(CriticalStrain, is_that_of_a_path_in_increments_of_a_millionth) {
  AtomisticSpecimen coarse(sample(), paper_glass()), fine(sample(), paper_glass());
  const History history = drive(coarse, 1e-7);
  ASSERT_EQ(history.events.size(), 1U);
  const Event& event = history.events.front();
  const std::int64_t quiet = event.state - 1;
  for (std::int64_t k = 1; k <= quiet; ++k) fine.strain_to(static_cast<double>(k) * coarse_increment);
  EXPECT_EQ(fine.state(), history.states[static_cast<std::size_t>(quiet)]);

  // From there in small steps, counting the work, to the first that loses energy by itself.
  const double h = 1e-6, from = fine.state().strain;
  double work = 0;
  State before = fine.state(), after;
  for (int k = 1;; ++k) {
    ASSERT_LE(k, 100);
    fine.strain_to(from + k * h);
    after = fine.state();
    const double done = fine.volume() * 0.5 * (before.stress.xy + after.stress.xy) * h;
    if (done - (after.energy - before.energy) > 1e-5) break;
    work += done;
    before = after;
  }
  EXPECT_NEAR(event.strain, after.strain, h);
  EXPECT_GT(event.strain, before.strain);
  // The stress goes to its end as a square root: half of its last part lies in a quarter of the strain.
  EXPECT_NEAR(event.stress_before, before.stress.xy, 1e-4);
  EXPECT_NEAR(event.stress_after, after.stress.xy, 1e-4);
  EXPECT_NEAR(event.dissipated, before.energy - after.energy, 1e-4);
  // What was worked up to the event is stored; at the event nothing is worked, all is heat.
  const double stored = event.energy_before - history.states[static_cast<std::size_t>(quiet)].energy;
  const double rest = fine.volume() * before.stress.xy * (event.strain - before.strain);
  EXPECT_NEAR(stored, work + rest, 1e-6);
  EXPECT_NEAR(event.energy_drop(), event.dissipated, 1e-12);
  EXPECT_GT(event.dissipated, 1);
}

TEST(CriticalStrain, does_not_depend_on_the_increments_of_the_path) {
  AtomisticSpecimen one(sample(), paper_glass());
  const History history = drive(one, 1e-8, to_second_event);
  AtomisticSpecimen other(sample(), paper_glass());
  rig::Program coarse = program(to_second_event);
  coarse.increment = 5e-4;
  rig::Drive loading(other, coarse, located(1e-8));
  while (!loading.finished()) loading.advance();
  ASSERT_EQ(loading.history().events.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const Event &a = history.events[i], &b = loading.history().events[i];
    EXPECT_NEAR(a.strain, b.strain, 3e-8);
    EXPECT_NEAR(a.drop(), b.drop(), 1e-3);
    EXPECT_NEAR(a.dissipated, b.dissipated, 1e-3 * a.dissipated);
    EXPECT_NEAR(a.participation, b.participation, 0.01 * a.participation);
  }
}

TEST(CriticalStrain, leaves_states_up_to_the_first_event_as_they_are) {
  AtomisticSpecimen plain(sample(), paper_glass()), refined(sample(), paper_glass());
  const History a = drive(plain, 0, to_second_event), b = drive(refined, 1e-7, to_second_event);
  ASSERT_EQ(a.states.size(), b.states.size());
  ASSERT_EQ(a.events.size(), b.events.size());
  for (std::size_t k = 0; k < a.states.size(); ++k) EXPECT_EQ(a.states[k].strain, b.states[k].strain);
  for (std::size_t k = 0; k < static_cast<std::size_t>(a.events.front().state); ++k)
    EXPECT_EQ(a.states[k], b.states[k]);
  for (std::size_t i = 0; i < a.events.size(); ++i) {
    EXPECT_EQ(a.events[i].state, b.events[i].state);
    EXPECT_LE(b.events[i].strain, a.events[i].strain);
    EXPECT_GT(b.events[i].strain, a.events[i].strain - coarse_increment);
  }
}

TEST(CriticalStrain, has_the_same_bits_after_every_resume) {
  AtomisticSpecimen specimen(sample(), paper_glass());
  const History whole = drive(specimen, 1e-6);
  for (const int cut : {18, 19, 20}) {  // before and after the increment of the event
    AtomisticSpecimen first(sample(), paper_glass()), second(sample(), paper_glass());
    rig::Drive begun(first, program(to_first_event), located(1e-6));
    for (int i = 0; i < cut; ++i) begun.advance();
    rig::Drive resumed(second, program(to_first_event), located(1e-6));
    resumed.resume(begun.checkpoint());
    while (!resumed.finished()) resumed.advance();
    EXPECT_EQ(resumed.history(), whole);
  }
}

// Saddle and minimum meet: the lowest eigenvalue goes as the square root of the distance.
TEST(CriticalStrain, is_where_the_lowest_eigenvalue_goes_to_zero_as_a_square_root) {
  AtomisticSpecimen specimen(sample(), paper_glass());
  const double critical = drive(specimen, 1e-10).events.front().strain;
  AtomisticSpecimen approaching(sample(), paper_glass());
  PairForceField field(paper_glass());
  for (int k = 1; k * coarse_increment < critical - coarse_increment; ++k)
    approaching.strain_to(k * coarse_increment);
  double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
  for (double distance = 1e-5; distance > 1e-8; distance /= 2) {
    approaching.strain_to(critical - distance);
    ASSERT_FALSE(approaching.last_relaxation().followed_flow);
    const double x = std::log(distance);
    const double y = std::log(lowest_mode(field, approaching.configuration()).eigenvalue);
    n += 1, sum_x += x, sum_y += y, sum_xx += x * x, sum_xy += x * y;
  }
  const double exponent = (n * sum_xy - sum_x * sum_y) / (n * sum_xx - sum_x * sum_x);
  EXPECT_GE(n, 9);
  EXPECT_NEAR(exponent, 0.5, 0.01);
}

}  // namespace
}  // namespace vitrum::atomistic
