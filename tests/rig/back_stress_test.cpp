#include "rig/back_stress.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "slider.h"

namespace vitrum::rig {
namespace {

TEST(BackStress, IsHalfTheSumOfBothStresses) {
  Slider slider(false, true);
  slider.strain_to(0.04);
  const Group before = slider.snapshot();
  BackStressSettings settings;
  settings.offset = 0.012;  // of plastic strain: one slip of 0.013 is enough
  // From 0.4 back in steps of 0.01 to beyond -0.5, where a slip takes 0.13: at -0.5 it slips to -0.37.
  const auto found = back_stress(slider, settings);
  ASSERT_TRUE(found);
  EXPECT_NEAR(*found, (0.4 + (-0.5 + 0.13)) / 2, 1e-9 + 0.01 / 2);
  EXPECT_EQ(slider.snapshot(), before);
  settings.most_strain = 0.05;
  EXPECT_FALSE(back_stress(slider, settings)) << "does not get to the stress at which it yields";
  settings.offset = 0;
  EXPECT_THROW(back_stress(slider, settings), InputError);
}

// A slider whose strength is shifted by what it has slipped is the model of kinematic hardening: forward flow
// at strength + b, backward at -(strength - b).
class Kinematic : public Slider {
 public:
  Kinematic() : Slider(false, true) {}
  static constexpr double shift = 0.2;
  State state() const override {
    State out = Slider::state();
    out.stress.xy += shift;
    return out;
  }
};

TEST(BackStress, IsTheShiftOfTheElasticRange) {
  Kinematic slider;
  slider.strain_to(0.0499);  // just below yielding: 0.499 + 0.2
  BackStressSettings settings;
  settings.increment = 1e-5;
  settings.offset = 0.012;
  const auto found = back_stress(slider, settings);
  ASSERT_TRUE(found);
  // What the slip has taken is seen, so that half of it is added.
  EXPECT_NEAR(*found, Kinematic::shift + Slider::modulus * Slider::slip / 2, 1e-3);
}

}  // namespace
}  // namespace vitrum::rig
