// Local shear tests with forces of LAMMPS, against the native engine's.
#include "atomistic/local_shear.h"

#include <gtest/gtest.h>

#include "atomistic/foreign_local_shear.h"
#include "base/error.h"
#include "both_engines.h"
#include "lammps_reference.h"

namespace vitrum::lammps::test {
namespace {

struct Both {
  LocalYield native, lammps;
  double native_fallen = 0, lammps_fallen = 0;  ///< stress where the avalanche ended
};

Both tested(double x, double y, double angle, double increment) {
  const Configuration glass = atomistic::test::read_data("esl_1k_1.dat");
  const auto pairs = atomistic::paper_glass();
  atomistic::LocalShearSettings settings;
  settings.most_strain = 0.2;
  settings.increment = increment;
  atomistic::LocalShear native(glass, pairs, settings);
  atomistic::ForeignLocalShear lammps(glass, paper_by_lammps(), settings);
  Both out{native.test({x, y}, 4, angle), lammps.test({x, y}, 4, angle)};
  out.native_fallen = native.last_fallen_stress();
  out.lammps_fallen = lammps.last_fallen_stress();
  return out;
}

void expect_the_same_threshold(const Both& both) {
  ASSERT_TRUE(both.native.found && both.lammps.found);
  EXPECT_NEAR(both.lammps.tau_i, both.native.tau_i, 1e-8);
  EXPECT_NEAR(both.lammps.stress.xx, both.native.stress.xx, 1e-8);
  EXPECT_NEAR(both.lammps.stress.xy, both.native.stress.xy, 1e-8);
  EXPECT_NEAR(both.lammps.critical_strain, both.native.critical_strain, 1e-9);
  EXPECT_NEAR(both.lammps.tau_c, both.native.tau_c, 1e-6);
}

TEST(ForeignLocalShear, finds_the_instabilities_that_the_native_engine_finds) {
  expect_the_same_threshold(tested(5, 5, 0, 1e-3));
  expect_the_same_threshold(tested(20, 11, 45, 1e-3));
}

// The avalanche, too: only in short increments does it begin at the same strain.
TEST(ForeignLocalShear, falls_as_far_as_the_native_engine) {
  const Both both = tested(13, 24, 90, 1e-4);
  expect_the_same_threshold(both);
  EXPECT_NEAR(both.lammps_fallen, both.native_fallen, 1e-4);
  // The stress of so small a patch falls steeply just before the instability, which LAMMPS knows to an eighth
  // of an increment.
  EXPECT_NEAR(both.lammps.drop(), both.native.drop(), 0.02 * both.native.drop());
  EXPECT_NEAR(both.lammps.energy_drop, both.native.energy_drop, 0.02 * both.native.energy_drop);
  EXPECT_NEAR(both.lammps.event[0], both.native.event[0], 0.1);
  EXPECT_NEAR(both.lammps.event[1], both.native.event[1], 0.1);
}

TEST(ForeignLocalShear, refuses_what_it_does_not_know) {
  const Configuration glass = atomistic::test::read_data("esl_1k_1.dat");
  atomistic::LocalShearSettings elastic;
  elastic.environment = atomistic::Environment::elastic;
  EXPECT_THROW(atomistic::ForeignLocalShear(glass, paper_by_lammps(), elastic), InputError);
  atomistic::ForeignLocalShear test(glass, paper_by_lammps(), {});
  EXPECT_THROW(test.test({5, 5}, 40, 0), InputError);
  EXPECT_THROW(test.test({5, 5}, -1, 0), InputError);
}

}  // namespace
}  // namespace vitrum::lammps::test
