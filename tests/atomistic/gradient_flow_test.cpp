#include "atomistic/gradient_flow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "atomistic/minimiser.h"
#include "atomistic/quench.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

double distance(const Configuration& a, const Configuration& b) {
  double far = 0;
  for (std::size_t i = 0; i < a.positions.size(); ++i)
    far = std::max(far, std::abs(a.positions[i] - b.positions[i]));
  return far;
}

/// Steepest descent by Euler's method, a quarter of the longest stable step: slow and plain.
Configuration euler(PairForceField& field, Configuration c, double duration) {
  std::vector<double> forces;
  double h = 0;
  int steps = 0;
  for (double time = 0; time < duration; time += h) {
    if (steps++ % 20 == 0) h = 0.5 / field.largest_stiffness(c);
    field.evaluate(c, forces);
    for (std::size_t i = 0; i < forces.size(); ++i) c.positions[i] += h * forces[i];
  }
  return c;
}

FlowPoint point_at(PairForceField& field, const Configuration& at) {
  FlowPoint point{at, {}, {}};
  point.evaluation = field.evaluate(at, point.forces);
  return point;
}

/// The classical Runge-Kutta method of fourth order in 400 steps.
Configuration runge_kutta(PairForceField& field, const Configuration& start, double duration) {
  Configuration now = start;
  const double h = duration / 400;
  std::vector<double> k[4];
  for (int step = 0; step < 400; ++step) {
    for (int stage = 0; stage < 4; ++stage) {
      Configuration at = now;
      const double share = stage == 0 ? 0 : (stage == 3 ? h : h / 2);
      for (std::size_t i = 0; i < now.positions.size() && stage > 0; ++i)
        at.positions[i] += share * k[stage - 1][i];
      field.evaluate(at, k[stage]);
    }
    for (std::size_t i = 0; i < now.positions.size(); ++i)
      now.positions[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
  }
  return now;
}

TEST(FlowSteps, are_of_third_order) {
  const Configuration start = test::scattered({2, {0, 0, 0}, 6, 6, 1, 0, 0, 0}, 30, 0.9, 4);
  PairForceField field(paper_glass());
  const FlowPoint from = point_at(field, start);
  ExponentialStepper stepper(field);
  stepper.begin(from);
  const auto step = [&](double h) { return stepper.step(from, h, 1e-9); };
  const double h = 0.5 / field.largest_stiffness(start);
  const FlowStep whole = step(h), half = step(h / 2);
  ASSERT_EQ(whole.length, h);
  const double error = distance(whole.end.configuration, runge_kutta(field, start, h));
  const double error_of_half = distance(half.end.configuration, runge_kutta(field, start, h / 2));
  // One step of a method of third order is wrong by h^4; the one of second order inside by h^3.
  EXPECT_NEAR(std::log2(error / error_of_half), 4, 0.5) << error << " " << error_of_half;
  EXPECT_NEAR(std::log2(whole.error / half.error), 3, 0.4);
  EXPECT_LT(error, whole.error);
}

Configuration equilibrium(PairForceField& field) {
  Configuration found = test::scattered({2, {0, 0, 0}, 6.3, 6.3, 1, 0, 0, 0}, 40, 0.8, 2);
  quench(field, found);
  return found;
}

Configuration displaced(Configuration from, double amount) {
  for (std::size_t i = 0; i < from.positions.size(); ++i)
    from.positions[i] += amount * std::sin(static_cast<double>(i * i));
  return from;
}

TEST(FlowSteps, follow_a_linear_flow_exactly_in_one_long_step) {
  PairForceField field(paper_glass());
  const Configuration start = displaced(equilibrium(field), 1e-6);
  const FlowPoint from = point_at(field, start);
  ExponentialStepper stepper(field);
  const double h = 100 / field.largest_stiffness(start);
  stepper.begin(from);
  const FlowStep step = stepper.step(from, h, 1e-12);
  ASSERT_TRUE(step.possible);
  ASSERT_EQ(step.length, h);
  EXPECT_LT(step.error, 1e-9);
  EXPECT_LT(distance(step.end.configuration, runge_kutta(field, start, h)), 1e-10);
  EXPECT_GT(distance(step.end.configuration, start), 1e-7);
}

TEST(FlowSteps, see_the_minimum_and_the_instability) {
  PairForceField field(paper_glass());
  const Configuration start = equilibrium(field), moved = displaced(start, 1e-4);
  const FlowPoint from = point_at(field, moved);
  ExponentialStepper stepper(field);
  stepper.begin(from);
  stepper.step(from, 0.01, 1e-7);
  std::vector<double> centre(2, 0.0);  // the minimum is where the forces lead, translations aside
  for (std::size_t i = 0; i < start.positions.size(); ++i)
    centre[i % 2] += (start.positions[i] - moved.positions[i]) / 40;
  double expected = 0;
  for (std::size_t i = 0; i < start.positions.size(); ++i)
    expected = std::max(expected, std::abs(start.positions[i] - moved.positions[i] - centre[i % 2]));
  EXPECT_NEAR(stepper.distance_to_rest(1000, 0.01), expected, 0.02 * expected);

  // A gas is unstable.
  const FlowPoint gas = point_at(field, test::scattered({2, {0, 0, 0}, 6, 6, 1, 0, 0, 0}, 30, 0.85, 4));
  stepper.begin(gas);
  stepper.step(gas, 0.001, 1e-7);
  EXPECT_EQ(stepper.distance_to_rest(1000, 0.01), std::numeric_limits<double>::infinity());
}

TEST(FlowSteps, never_take_atoms_past_their_neighbours) {
  // A gas has unstable modes, along which a long step has no bound.
  const Configuration start = test::scattered({2, {0, 0, 0}, 6, 6, 1, 0, 0, 0}, 30, 0.85, 4);
  PairForceField field(paper_glass());
  const FlowPoint from = point_at(field, start);
  ExponentialStepper stepper(field);
  stepper.begin(from);
  int possible = 0, impossible = 0;
  for (double h = 1e-3; h < 10; h *= 1.05) {
    const FlowStep step = stepper.step(from, h, 1e-4);
    EXPECT_LE(step.length, h);
    if (step.possible) {
      ++possible;
      EXPECT_LT(distance(step.end.configuration, start), field.cutoff()) << h;
    } else {
      ++impossible;
    }
  }
  EXPECT_GT(possible, 5);
  EXPECT_GT(impossible, 20);
}

TEST(GradientFlow, ends_in_the_minimum_of_steepest_descent) {
  int others = 0;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    const Configuration start = test::scattered({2, {0, 0, 0}, 6.3, 6.3, 1, 0.5, 0, 0}, 40, 0.8, seed);
    PairForceField field(paper_glass());
    GradientFlow flow(field, {});
    flow.begin(start);
    while (flow.residual() > 1e-5) ASSERT_TRUE(flow.advance());
    Configuration ours = flow.point().configuration;
    Configuration reference = euler(field, start, flow.time());
    quench(field, ours);
    quench(field, reference);
    EXPECT_LT(distance(ours, reference), 1e-6) << "seed " << seed;

    Configuration direct = start;
    quench(field, direct);
    if (distance(direct, reference) > 1e-3) ++others;
  }
  // The test would mean little if any way downhill ended in the same minimum.
  EXPECT_GT(others, 0);
}

TEST(GradientFlow, stays_at_rest) {
  // Two atoms beyond each other's reach, and two at the distance of least energy.
  for (const double apart : {3.5, std::pow(2.0, 1.0 / 6)}) {
    Configuration start;
    start.box = {2, {0, 0, 0}, 8, 8, 1, 0, 0, 0};
    start.species = {0, 1};
    start.positions = {1, 1, 1 + apart, 1};
    PairForceField field(paper_glass());
    GradientFlow flow(field, {});
    flow.begin(start);
    for (int k = 0; k < 200; ++k) ASSERT_TRUE(flow.advance()) << apart;
    EXPECT_TRUE(std::isfinite(flow.time()));
    EXPECT_GT(flow.time(), 1000);
    EXPECT_LT(distance(flow.point().configuration, start), 1e-9);
  }
}

TEST(GradientFlow, never_gains_energy) {
  const Configuration start = test::scattered({2, {0, 0, 0}, 6.3, 6.3, 1, 0, 0, 0}, 40, 0.75, 9);
  PairForceField field(paper_glass());
  GradientFlow flow(field, {});
  flow.begin(start);
  double energy = flow.point().evaluation.energy;
  for (int k = 0; k < 40; ++k) {
    ASSERT_TRUE(flow.advance());
    EXPECT_LE(flow.point().evaluation.energy, energy + 1e-12);
    energy = flow.point().evaluation.energy;
  }
}

}  // namespace
}  // namespace vitrum::atomistic
