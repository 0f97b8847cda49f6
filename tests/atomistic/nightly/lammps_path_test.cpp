#include "../lammps_path.h"

#include <gtest/gtest.h>

namespace vitrum::atomistic {
namespace {

// LAMMPS's conjugate gradients and our gradient flow leave each other at the first large avalanche, increment
// 715, its eighteenth stress drop.
TEST(AtomisticSpecimen, follows_lammps_to_the_first_large_avalanche) {
  const test::Agreement agreement = test::follow_lammps(1000);
  EXPECT_GE(agreement.increments, 714);
  EXPECT_GE(agreement.drops, 17);
  EXPECT_LT(agreement.energy, 1e-9);
  EXPECT_LT(agreement.stress, 1e-8);
}

}  // namespace
}  // namespace vitrum::atomistic
