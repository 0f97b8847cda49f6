#include "edge/report/packed.h"

#include <gtest/gtest.h>

#include <limits>

namespace vitrum::report {
namespace {

// Frozen from Python: base64.b64encode(struct.pack("<nf", ...)).
TEST(Packed, IsBase64OfLittleEndianFloats) {
  EXPECT_EQ(packed({}), "");
  EXPECT_EQ(packed({1.0}), "AACAPw==");
  EXPECT_EQ(packed({1.0, -2.5}), "AACAPwAAIMA=");
  EXPECT_EQ(packed({0.1, 1e-30, 3e38}), "zczMPWBCog3msWF/");
}

TEST(Packed, MakesNotANumberOfWhatDoesNotFit) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(packed({1e39}), "AADAfw==");
  EXPECT_EQ(packed({infinity}), "AADAfw==");
  EXPECT_EQ(packed({std::numeric_limits<double>::quiet_NaN()}), "AADAfw==");
}

}  // namespace
}  // namespace vitrum::report
