#include "atomistic/elastic_branch.h"

#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/minimiser.h"
#include "atomistic/patch_flow.h"
#include "lammps_reference.h"

namespace vitrum::atomistic {
namespace {

const PairPotentials& potentials() {
  static const PairPotentials glass = paper_glass();
  return glass;
}

PatchAtoms small_disc() {
  PatchAtoms atoms;
  cut_patch(test::read_data("esl_1k_1.dat"), {{1.5, 29.0}, 4, 0, 4}, potentials().cutoff(), atoms);
  return atoms;
}

TEST(ElasticBranch, stores_the_work_of_the_surroundings) {
  Patch patch(potentials());
  patch.begin(small_disc(), 35);
  PatchStiffness stiffness(patch);
  ElasticBranch branch(patch, stiffness, {1e-3, 1e-10, 0.02});
  PatchRest here = branch.begin();
  const double begin = here.state.energy;
  double work = 0;
  PatchEquilibrium equilibrium(patch, stiffness);
  for (int k = 0; k < 20; ++k) {
    PatchRest next = here;
    next.point.strain += 1e-3;
    ASSERT_TRUE(equilibrium.find(next.point, next.state, {1e-10, 0.05}));
    work += 0.5e-3 * (here.state.work + next.state.work);
    here = next;
  }
  // The trapezoids are wrong by 1e-6 of the work's change.
  EXPECT_NEAR(here.state.energy - begin, work, 1e-5);
  EXPECT_GT(here.state.energy - begin, 1e-3);
  const BranchEnd end = branch.follow(branch.begin());
  ASSERT_FALSE(end.found);
  EXPECT_LT(largest_difference(end.last.point.positions, here.point.positions), 1e-8);
  EXPECT_LT(branch.report().steps, 12);
}

TEST(ElasticBranch, ends_where_the_stiffness_becomes_singular) {
  Patch patch(potentials());
  patch.begin(small_disc(), 35);
  PatchStiffness stiffness(patch);
  ElasticBranch branch(patch, stiffness, {1e-4, 1e-9, 0.3});
  const BranchEnd end = branch.follow(branch.begin());
  ASSERT_TRUE(end.found);
  EXPECT_NEAR(end.fall.strain - end.last.point.strain, 1e-4, 1e-12);
  EXPECT_GE(end.end.point.strain, end.last.point.strain);
  EXPECT_LT(end.end.point.strain, end.fall.strain);
  // The square of the lowest eigenvalue falls linearly to zero at the critical strain.
  const auto lowest = [&](const PatchPoint& point) {
    stiffness.set(point);
    EXPECT_TRUE(stiffness.factorise());
    std::vector<double> v(point.positions.size());
    for (std::size_t k = 0; k < v.size(); ++k) v[k] = std::sin(static_cast<double>(k * k));
    double eigenvalue = 0;
    for (int k = 0; k < 200; ++k) {
      const double before = std::sqrt(dot(v, v));
      for (double& x : v) x /= before;
      stiffness.solve(v);
      eigenvalue = 1 / std::sqrt(dot(v, v));
    }
    return eigenvalue;
  };
  const double critical = branch.report().critical_strain;
  PatchEquilibrium equilibrium(patch, stiffness);
  double ratio[2];
  for (int k = 0; k < 2; ++k) {
    PatchRest rest = end.last;
    rest.point.strain -= k * 2e-4;
    ASSERT_TRUE(equilibrium.find(rest.point, rest.state, {1e-9, 0.2}));
    ratio[k] = std::pow(lowest(rest.point), 2) / (critical - rest.point.strain);
  }
  EXPECT_NEAR(ratio[0], ratio[1], 0.1 * ratio[1]);
}

TEST(PatchFlow, falls_into_the_minimum_of_steepest_descent) {
  for (const double angle : {35.0, 110.0}) {
    Patch patch(potentials());
    patch.begin(small_disc(), angle);
    PatchStiffness stiffness(patch);
    ElasticBranch branch(patch, stiffness, {1e-4, 1e-9, 0.3});
    const BranchEnd end = branch.follow(branch.begin());
    ASSERT_TRUE(end.found);
    PatchFlow flow(patch, stiffness, {});

    // A way further than the instability, where nothing is slow, against Euler's method.
    PatchPoint start = end.last.point;
    start.strain += 2e-3;
    PatchPoint found = start, euler = start;
    flow.fall(found);
    std::vector<double> forces;
    double largest = 1;
    for (int step = 0; step < 200000 && largest > 1e-4; ++step) {
      patch.evaluate(euler, forces);
      largest = largest_component(forces);
      for (double& f : forces) f *= 2e-4;
      PatchEquilibrium::move(euler, patch.shear(), forces);
    }
    ASSERT_LE(largest, 1e-4);
    EXPECT_LT(largest_difference(found.positions, euler.positions), 1e-2) << angle;
    EXPECT_GT(largest_difference(found.positions, start.positions), 0.05);

    // From the point where the branch sends it, it ends where the whole way leads.
    PatchPoint whole = end.last.point, shortened = end.fall;
    whole.strain = end.fall.strain;
    flow.fall(whole);
    flow.fall(shortened);
    EXPECT_LT(largest_difference(whole.positions, shortened.positions), 1e-6) << angle;
  }
}

}  // namespace
}  // namespace vitrum::atomistic
