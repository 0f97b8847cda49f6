// Glasses under pure shear along an angle.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "atomistic/elastic_moduli.h"
#include "base/error.h"
#include "rig/drive.h"
#include "small_glass.h"

namespace vitrum::atomistic {
namespace {

AtomisticSpecimen pure(const Configuration& c, double angle) { return {c, paper_glass(), {}, 0.3, {angle}}; }

Configuration glass(int dimension) { return test::small_glass(dimension, 140, 41); }

/// The same glass, its square or cubic cell turned by 90 degrees in the xy plane.
Configuration quarter_turned(const Configuration& c) {
  Configuration out = c;
  const auto d = static_cast<std::size_t>(c.box.dimension);
  for (std::size_t i = 0; i < c.positions.size(); i += d) {
    out.positions[i] = -c.positions[i + 1];
    out.positions[i + 1] = c.positions[i];
  }
  return out;
}

rig::Program program(std::vector<rig::Leg> legs, double increment) {
  rig::Program out;
  out.legs = std::move(legs);
  out.increment = increment;
  return out;
}

History driven(AtomisticSpecimen& specimen, std::vector<rig::Leg> legs, double increment) {
  rig::Drive loading(specimen, program(std::move(legs), increment));
  while (!loading.finished()) loading.advance();
  return loading.history();
}

/// d stress_xy / d gamma at gamma = 0 in the frame of the loading.
double slope(const Configuration& c, double angle) {
  AtomisticSpecimen specimen = pure(c, angle);
  const double h = 1e-5;
  specimen.strain_to(h);
  const double up = specimen.state().stress.xy;
  specimen.strain_to(-h);
  return (up - specimen.state().stress.xy) / (2 * h);
}

TEST(PureShear, has_the_slope_of_the_elastic_tensor_in_every_direction) {
  for (const int dimension : {2, 3}) {
    const Configuration c = glass(dimension);
    PairForceField field(paper_glass());
    const ElasticModuli moduli = elastic_moduli(field, c);
    ASSERT_TRUE(moduli.stable);
    for (const double angle : {0.0, 20.0, 45.0, 90.0, 110.0}) {
      const double two = 2 * angle * std::numbers::pi / 180;
      Gradient m{};  // M(angle), which does not rotate
      m[0][0] = -0.5 * std::sin(two), m[1][1] = 0.5 * std::sin(two);
      m[0][1] = m[1][0] = 0.5 * std::cos(two);
      const SymmetricTensor rate = stress_rate(moduli.relaxed, moduli.stress, m);
      const double expected = m[0][0] * rate.xx + m[1][1] * rate.yy + 2 * m[0][1] * rate.xy;
      EXPECT_NEAR(slope(c, angle), expected, 1e-3) << angle;
    }
  }
}

// In two dimensions directions 45 degrees apart have the mean of all.
TEST(PureShear, has_the_shear_modulus_as_mean_slope_of_all_directions) {
  const Configuration c = glass(2);
  PairForceField field(paper_glass());
  const ElasticModuli moduli = elastic_moduli(field, c);
  const double modulus = mean_shear_modulus(moduli.relaxed, moduli.stress, 2);
  for (const double angle : {0.0, 12.0, 30.0})
    EXPECT_NEAR(0.5 * (slope(c, angle) + slope(c, angle + 45)), modulus, 1e-3);
}

// Simple shear is pure shear at 0 degrees and a rotation by -gamma/2, to first order.
TEST(PureShear, along_zero_is_simple_shear_without_its_rotation) {
  for (const int dimension : {2, 3}) {
    const Configuration c = glass(dimension);
    AtomisticSpecimen simple(c, paper_glass()), specimen = pure(c, 0);
    EXPECT_NEAR(simple.state().stress.xy, specimen.state().stress.xy, 1e-14);
    const double gamma = 1e-5;
    simple.strain_to(gamma), specimen.strain_to(gamma);
    const SymmetricTensor s = specimen.state().stress;
    EXPECT_NEAR(simple.state().stress.xy, s.xy - 0.5 * gamma * (s.xx - s.yy), 1e-8);
    EXPECT_NEAR(simple.state().stress.xx, s.xx + gamma * s.xy, 1e-8);
    EXPECT_NEAR(simple.state().energy, specimen.state().energy, 1e-6);
    EXPECT_GT(std::abs(0.5 * gamma * (s.xx - s.yy)), 1e-7);  // the rotation would be missed
  }
}

TEST(PureShear, has_a_stress_that_is_the_slope_of_the_energy) {
  for (const int dimension : {2, 3}) {
    AtomisticSpecimen specimen = pure(glass(dimension), 28);
    const double h = 2e-5;
    std::vector<State> states{specimen.state()};
    bool elastic = true;
    for (int k = 1; k <= 20; ++k) {
      specimen.strain_to(k * h);
      elastic = elastic && !specimen.last_relaxation().followed_flow;
      states.push_back(specimen.state());
    }
    ASSERT_TRUE(elastic);
    for (std::size_t k = 2; k + 2 < states.size(); ++k) {
      const double rate = (8 * (states[k + 1].energy - states[k - 1].energy) -
                           (states[k + 2].energy - states[k - 2].energy)) /
                          (12 * h);
      EXPECT_NEAR(rate / specimen.volume(), states[k].stress.xy, 1e-8);
    }
  }
}

TEST(PureShear, is_the_same_for_a_turned_glass_along_a_turned_angle) {
  const Configuration c = glass(2);
  for (const double angle : {0.0, 35.0}) {
    AtomisticSpecimen here = pure(c, angle), there = pure(quarter_turned(c), angle + 90);
    const History a = driven(here, {{rig::LegKind::shear, 0.06, 1}}, 2e-4);
    const History b = driven(there, {{rig::LegKind::shear, 0.06, 1}}, 2e-4);
    ASSERT_FALSE(a.events.empty());
    ASSERT_FALSE(b.events.empty());
    const Event &one = a.events.front(), &other = b.events.front();
    ASSERT_EQ(one.state, other.state);
    for (std::size_t k = 0; k < static_cast<std::size_t>(one.state); ++k) {
      EXPECT_NEAR(a.states[k].stress.xy, b.states[k].stress.xy, 1e-9);
      EXPECT_NEAR(a.states[k].stress.xx, b.states[k].stress.xx, 1e-9);
      EXPECT_NEAR(a.states[k].energy, b.states[k].energy, 1e-9);
    }
    // The first event is the same too, seen along the loading.
    EXPECT_NEAR(one.dissipated, other.dissipated, 1e-6);
    EXPECT_NEAR(one.participation, other.participation, 1e-3);
    EXPECT_NEAR(std::remainder(one.direction - other.direction, 180.0), 0, 1e-3);
  }
}

TEST(PureShear, forward_along_an_angle_is_backward_across_it) {
  const Configuration c = glass(3);
  AtomisticSpecimen along = pure(c, 25), across = pure(c, 115), turned = pure(c, 25 + 180);
  for (int k = 1; k <= 15; ++k) {
    along.strain_to(k * 1e-4), across.strain_to(-k * 1e-4), turned.strain_to(k * 1e-4);
    EXPECT_NEAR(along.state().stress.xy, -across.state().stress.xy, 1e-9);
    EXPECT_NEAR(along.state().stress.xx, across.state().stress.yy, 1e-9);
    EXPECT_NEAR(along.state().stress.xz, -across.state().stress.yz, 1e-9);
    EXPECT_NEAR(along.state().stress.yz, across.state().stress.xz, 1e-9);
    EXPECT_NEAR(along.state().energy, across.state().energy, 1e-9);
    EXPECT_EQ(along.state(), turned.state());
  }
}

// Through events and flips of the cell, to a stretch by a fifth; unloading and reloading go on from there.
TEST(PureShear, keeps_the_balance_of_energy_and_unloads_to_zero_stress) {
  AtomisticSpecimen specimen = pure(glass(2), 40);
  const History history = driven(specimen,
                                 {{rig::LegKind::shear, 0.35, 1},
                                  {rig::LegKind::unload, 0, 1},
                                  {rig::LegKind::reload_backward, 0.02, 1}},
                                 5e-4);
  EXPECT_GT(history.events.size(), 10U);
  std::size_t next = 0, unloaded = 0;
  for (std::size_t k = 1; k < history.states.size(); ++k) {
    const State &a = history.states[k - 1], &b = history.states[k];
    if (history.leg[k] == 1) unloaded = k;
    if (next == history.events.size() || history.events[next].state != static_cast<std::int64_t>(k)) continue;
    const Event& e = history.events[next++];
    const double work = specimen.volume() * 0.5 * (a.stress.xy + e.stress_before) * (b.strain - a.strain);
    EXPECT_NEAR(work - (b.energy - a.energy), e.dissipated, 1e-9);
  }
  EXPECT_LE(std::abs(history.states[unloaded].stress.xy), 1e-10);
  EXPECT_NEAR(history.states.back().strain, history.states[unloaded].strain - 0.02, 1e-12);

  // The cell is that of the whole strain at once, but for whole edges.
  const Box box = specimen.configuration().box;
  const Box at_once = sheared(glass(2).box, cell_shear({40}, specimen.state().strain));
  EXPECT_NEAR(box.lx, at_once.lx, 1e-12);
  EXPECT_NEAR(box.ly, at_once.ly, 1e-12);
  EXPECT_NEAR(std::remainder(box.xy - at_once.xy, box.lx), 0, 1e-12);
  EXPECT_LE(std::abs(box.xy), 0.5 * box.lx + 1e-12);
  PairForceField fresh(paper_glass());
  std::vector<double> forces;
  EXPECT_NEAR(fresh.evaluate(specimen.configuration(), forces).energy, specimen.state().energy, 1e-10);
}

TEST(PureShear, follows_the_affine_motion_in_its_fields) {
  const Configuration c = glass(2);
  AtomisticSpecimen specimen = pure(c, 15);
  specimen.strain_to(5e-4);
  const Configuration now = specimen.configuration();
  const Box there = sheared(c.box, cell_shear({15}, 5e-4));
  const Group fields = specimen.fields();
  for (std::size_t i = 0; i < c.atoms(); ++i) {
    const Vector3 affine = affine_image(c.box, there, {c.positions[2 * i], c.positions[2 * i + 1], 0});
    EXPECT_NEAR(fields.doubles("dx")[i], now.positions[2 * i] - affine[0], 1e-13);
    EXPECT_NEAR(fields.doubles("dy")[i], now.positions[2 * i + 1] - affine[1], 1e-13);
  }
}

TEST(PureShear, goes_on_from_a_snapshot_to_the_same_bits) {
  const Configuration c = glass(2);
  AtomisticSpecimen first = pure(c, 62), second = pure(c, 62);
  for (int k = 1; k <= 40; ++k) first.strain_to(k * 5e-4);
  second.restore(first.snapshot());
  for (int k = 41; k <= 120; ++k) {
    first.strain_to(k * 5e-4), second.strain_to(k * 5e-4);
    ASSERT_EQ(first.state(), second.state()) << k;
  }
  AtomisticSpecimen simple(c, paper_glass()), other = pure(c, 63);
  EXPECT_THROW(simple.restore(first.snapshot()), InputError);
  EXPECT_THROW(other.restore(first.snapshot()), InputError);
  EXPECT_THROW(other.restore(simple.snapshot()), InputError);
}

TEST(PureShear, gives_moduli_that_do_not_depend_on_axes) {
  AtomisticSpecimen specimen = pure(glass(2), 45), simple(glass(2), paper_glass());
  const Group moduli = specimen.moduli();
  EXPECT_EQ(moduli.number("shear_modulus"), simple.moduli().number("shear_modulus"));
  EXPECT_EQ(moduli.number("bulk_modulus"), simple.moduli().number("bulk_modulus"));
  EXPECT_FALSE(moduli.has_array("simple_shear_modulus"));
  EXPECT_FALSE(moduli.has_array("stiffness"));
  EXPECT_THROW(pure(glass(2), std::numeric_limits<double>::infinity()), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
