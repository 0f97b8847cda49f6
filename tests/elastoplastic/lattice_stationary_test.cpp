#include <gtest/gtest.h>

#include "stationary.h"

namespace vitrum::elastoplastic {
namespace {

// 64 realizations from random slip systems without stress against 192 of the code of paper 1, which begin
// from a quenched liquid: the stationary state knows nothing of where it came from.
TEST(LatticeStationary, EqualsThePapersCode) {
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes half a minute with sanitizers, which see the same code in the next test";
#endif
  const auto fresh = [](std::uint64_t sample) {
    return LatticeSpecimen(test::reference_settings(), 1, sample);
  };
  test::expect_equal(test::stationary(64, fresh), test::reference(), 4);
}

// The same from lattices that flowed in the opposite direction before.
TEST(LatticeStationary, ForgetsFlowInTheOppositeDirection) {
  const auto turned = [](std::uint64_t sample) {
    LatticeSpecimen lattice(test::reference_settings(), 3, sample);
    test::shear_by(lattice, -0.5);
    EXPECT_LT(lattice.state().stress.xy, -0.35);
    return lattice;
  };
  test::expect_equal(test::stationary(24, turned), test::reference(), 4);
}

}  // namespace
}  // namespace vitrum::elastoplastic
