#include "atomistic/quench.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "lammps_reference.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

TEST(Quench, finds_the_minimum_that_lammps_found) {
  Configuration glass = test::read_data("esl_1k_1.dat");
  std::mt19937 random(1);
  std::uniform_real_distribution<double> uniform(-0.05, 0.05);
  for (double& x : glass.positions) x += uniform(random);
  PairForceField field(paper_glass());
  const MinimiserReport report = quench(field, glass);
  EXPECT_EQ(report.outcome, Outcome::converged);
  EXPECT_LE(report.residual, 1e-10);
  EXPECT_NEAR(report.evaluation.energy, test::read_energy("esl_1k_1.energy.txt")[0], 1e-9);
}

TEST(Quench, brings_a_gas_thrown_at_random_to_rest_in_two_and_three_dimensions) {
  const std::pair<Box, std::size_t> cases[] = {{Box{2, {0, 0, 0}, 10, 10, 1, 2, 0, 0}, 100},
                                               {Box{3, {0, 0, 0}, 6, 6, 6, 1, 0, -1}, 200}};
  for (const auto& [box, atoms] : cases) {
    Configuration c = test::scattered(box, atoms, 0.6, 7);
    PairForceField field(paper_glass());
    std::vector<double> forces;
    const double before = field.evaluate(c, forces).energy;
    const MinimiserReport report = quench(field, c);
    EXPECT_LT(report.evaluation.energy, before);
    field.evaluate(c, forces);
    EXPECT_LE(largest_component(forces), 1.1e-10);
  }
}

TEST(Quench, says_when_it_cannot_reach_the_tolerance) {
  Configuration glass = test::scattered({2, {0, 0, 0}, 10, 10, 1, 0, 0, 0}, 100, 0.7, 3);
  PairForceField field(paper_glass());
  try {
    quench(field, glass, 1e-14);
    FAIL();
  } catch (const PhysicsError& error) {
    const std::string text = error.what();
    EXPECT_NE(text.find("The quench found no equilibrium"), std::string::npos);
    EXPECT_NE(text.find("wanted: 1e-14"), std::string::npos) << text;
  }
}

TEST(Minimise, stops_where_it_is_told) {
  Configuration c = test::scattered({2, {0, 0, 0}, 10, 10, 1, 0, 0, 0}, 100, 0.7, 3);
  PairForceField field(paper_glass());
  std::vector<double> forces;
  MinimiserSettings settings;
  settings.evaluations = 5;
  Configuration few = c;
  EXPECT_EQ(minimise(field, few, forces, settings).outcome, Outcome::out_of_evaluations);
  settings.evaluations = 1000;
  settings.farthest = 0.05;
  settings.longest_step = 0.02;
  Configuration near = c;
  EXPECT_EQ(minimise(field, near, forces, settings).outcome, Outcome::too_far);
  double far = 0;
  for (std::size_t i = 0; i < c.positions.size(); ++i)
    far = std::max(far, std::abs(near.positions[i] - c.positions[i]));
  EXPECT_GT(far, 0.05);
  EXPECT_LT(far, 0.07 + 1e-12);
}

}  // namespace
}  // namespace vitrum::atomistic
