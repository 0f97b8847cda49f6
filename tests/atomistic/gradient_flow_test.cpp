#include "atomistic/gradient_flow.h"

#include <gtest/gtest.h>

#include <cmath>

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

TEST(FlowSteps, are_of_second_order) {
  const Configuration start = test::scattered({2, {0, 0, 0}, 6, 6, 1, 0, 0, 0}, 30, 0.85, 4);
  PairForceField field(paper_glass());
  FlowPoint from{start, {}, {}};
  from.evaluation = field.evaluate(start, from.forces);
  const double stiffness = field.largest_stiffness(start);
  ChebyshevStepper chebyshev(field);
  ImplicitStepper implicit(field, {});
  const auto error = [&](double h, bool is_explicit) {
    const FlowStep step = is_explicit ? chebyshev.step(from, h, ChebyshevStepper::stages(h, stiffness))
                                      : implicit.step(from, h);
    FlowPoint fine = from;
    for (int k = 0; k < 64; ++k) fine = chebyshev.step(fine, h / 64, 4).end;
    return distance(step.end.configuration, fine.configuration);
  };
  const double h = 0.2 / stiffness;
  for (const bool is_explicit : {true, false}) {
    // A method of second order is wrong by h^3 in one step.
    const double ratio = error(2 * h, is_explicit) / error(h, is_explicit);
    EXPECT_NEAR(std::log2(ratio), 3, 0.35) << is_explicit;
  }
}

TEST(FlowSteps, never_take_atoms_past_their_neighbours) {
  // A gas has unstable modes: some of these steps meet the shift where one of them grows without bound.
  const Configuration start = test::scattered({2, {0, 0, 0}, 6, 6, 1, 0, 0, 0}, 30, 0.85, 4);
  PairForceField field(paper_glass());
  FlowPoint from{start, {}, {}};
  from.evaluation = field.evaluate(start, from.forces);
  ImplicitStepper implicit(field, {});
  int possible = 0, impossible = 0;
  for (double h = 1e-3; h < 10; h *= 1.01) {
    const FlowStep step = implicit.step(from, h);
    if (step.possible) {
      ++possible;
      EXPECT_LT(distance(step.end.configuration, start), 0.5 * field.cutoff()) << h;
    } else {
      ++impossible;
    }
  }
  EXPECT_GT(possible, 50);
  EXPECT_GT(impossible, 100);
}

TEST(GradientFlow, ends_in_the_minimum_of_steepest_descent) {
  int others = 0;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    const Configuration start = test::scattered({2, {0, 0, 0}, 6.3, 6.3, 1, 0.5, 0, 0}, 40, 0.8, seed);
    PairForceField field(paper_glass());
    GradientFlow flow(field, {}, 60, {});
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

TEST(GradientFlow, never_gains_energy) {
  const Configuration start = test::scattered({2, {0, 0, 0}, 6.3, 6.3, 1, 0, 0, 0}, 40, 0.75, 9);
  PairForceField field(paper_glass());
  GradientFlow flow(field, {}, 60, {});
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
