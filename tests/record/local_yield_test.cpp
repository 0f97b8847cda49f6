#include "record/local_yield.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/error.h"

namespace vitrum {
namespace {

/// Every number differs, so that no two columns can be mixed up unnoticed.
LocalYieldSurvey two_tests() {
  LocalYieldSurvey survey{0.5, 2, {}, 3, "no equilibrium"};
  for (const double x : {0.0, 100.0}) {
    LocalYield test;
    test.place = {1 + x, 2 + x};
    test.radius = 3 + x;
    test.elements = 4;
    test.angle = 5 + x;
    test.stress = {6 + x, 7 + x, 0, 0, 0, 8 + x};
    test.tau_i = 9 + x, test.tau_c = 10 + x, test.tau_f = 11 + x;
    test.critical_strain = 12 + x, test.energy_drop = 13 + x;
    test.event = {14 + x, 15 + x};
    test.found = x == 0;
    survey.tests.push_back(test);
  }
  return survey;
}

TEST(LocalYieldGroup, ComesBackEqual) {
  EXPECT_EQ(local_yield_survey_from(to_group(two_tests())), two_tests());
  EXPECT_EQ(local_yield_survey_from(to_group(LocalYieldSurvey{})), LocalYieldSurvey{});
}

// Files of earlier versions do not tell: tests of atoms were not at held strain then, those of elements were.
TEST(LocalYieldGroup, TellsWhetherDropsAreAtHeldStrain) {
  LocalYieldSurvey survey = two_tests();
  survey.held_strain = false;
  EXPECT_FALSE(local_yield_survey_from(to_group(survey)).held_strain);
  Group old = to_group(two_tests());
  old.arrays.erase("held_strain");
  EXPECT_TRUE(local_yield_survey_from(old).held_strain);
  for (LocalYield& test : survey.tests) test.elements = 0;
  survey.held_strain = true;
  EXPECT_TRUE(local_yield_survey_from(to_group(survey)).held_strain);
  old = to_group(survey);
  old.arrays.erase("held_strain");
  EXPECT_FALSE(local_yield_survey_from(old).held_strain);
}

TEST(LocalYieldGroup, HasOneNamedColumnForEachQuantity) {
  const Group group = to_group(two_tests());
  EXPECT_EQ(group.doubles("tau_c"), (std::vector<double>{10, 110}));
  EXPECT_EQ(group.doubles("stress_xy"), (std::vector<double>{8, 108}));
  EXPECT_EQ(group.doubles("event_y"), (std::vector<double>{15, 115}));
  EXPECT_EQ(group.integers("found"), (std::vector<std::int64_t>{1, 0}));
}

TEST(LocalYieldGroup, NamesTheColumnThatDoesNotFit) {
  Group group = to_group(two_tests());
  group.put("tau_f", std::vector<double>{1, 2, 3});
  try {
    local_yield_survey_from(group);
    FAIL() << "columns of two lengths were taken";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("tau_f"), std::string::npos) << error.what();
  }
}

// A stress s M(beta) * 2 has von Mises stress s and is resolved along alpha to s cos 2(alpha - beta):
// paper 1, A.4.
TEST(LocalYield, KnowsHowLargeAndAlongWhatItsStressIs) {
  const double s = 0.7;
  for (const double beta : {-80.0, -30.0, 0.0, 25.0, 89.0}) {
    const double twice = 2 * beta * std::numbers::pi / 180;
    LocalYield test;
    test.stress.xx = -s * std::sin(twice) - 4;  // a pressure changes neither
    test.stress.yy = s * std::sin(twice) - 4;
    test.stress.xy = s * std::cos(twice);
    EXPECT_NEAR(test.von_mises(), s, 1e-14);
    EXPECT_NEAR(test.stress_angle(), beta, 1e-12);
  }
}

}  // namespace
}  // namespace vitrum
