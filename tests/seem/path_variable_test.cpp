#include "seem/path_variable.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"

namespace vitrum::seem {
namespace {

/// Loads to a strain of 0.2, with events at 0.05 and 0.1 that take 0.5 and 1 of the stress.
Trajectory two_events() {
  Trajectory t;
  t.strain = {0, 0.2};
  t.states = {{0.25, 0.003}, {0.75, 0.004}};
  t.events = {{0.05, {0.75, 0.003}, {0.5, 0}, 0, true}, {0.1, {0.75, 0.003}, {1.0, 0}, 0, true}};
  t.paths = {{0.05, {0.25, 0.003}, {0.75, 0.003}, 0},
             {0.05, {0.25, 0.003}, {0.75, 0.003}, 0.05},
             {0.1, {-0.25, 0.003}, {0.75, 0.003}, 0.1}};
  return t;
}

ElasticLaw law_of_modulus(double modulus) {
  ElasticLaw law;
  law.modulus = modulus;
  return law;
}

double value(PathVariable which, double strain) {
  return path_variable(two_events(), law_of_modulus(10), which)(strain);
}

TEST(PathVariable, CountsPlasticStrainFromDrops) {
  EXPECT_EQ(value(PathVariable::plastic_strain, 0.02), 0);
  EXPECT_EQ(value(PathVariable::plastic_strain, 0.05), 0) << "an event has not happened before it";
  EXPECT_DOUBLE_EQ(value(PathVariable::plastic_strain, 0.06), 0.05);
  EXPECT_DOUBLE_EQ(value(PathVariable::plastic_strain, 0.2), 0.15);
}

TEST(PathVariable, KnowsHowLongAgoTheLastEventWas) {
  EXPECT_DOUBLE_EQ(value(PathVariable::since_event, 0.02), 0.02);
  EXPECT_DOUBLE_EQ(value(PathVariable::since_event, 0.05), 0.05);
  EXPECT_DOUBLE_EQ(value(PathVariable::since_event, 0.07), 0.02);
  EXPECT_DOUBLE_EQ(value(PathVariable::since_event, 0.1), 0.05);
}

TEST(PathVariable, RemembersTheHighestStressAndTheBeginning) {
  EXPECT_DOUBLE_EQ(value(PathVariable::highest_stress, 0.02), 0.25);
  EXPECT_DOUBLE_EQ(value(PathVariable::highest_stress, 0.15), 0.75);
  EXPECT_DOUBLE_EQ(value(PathVariable::age, 0.15), 0.003);
}

TEST(PathVariable, OfMeasurementsIsTheLastOneThatFoundAValue) {
  const double none = std::nan("");
  const auto value = measured_variable({0, 0.1, 0.2, 0.3}, {none, 5, none, 7});
  EXPECT_EQ(value(0), 5) << "before the first, its value";
  EXPECT_EQ(value(0.15), 5);
  EXPECT_EQ(value(0.25), 5);
  EXPECT_EQ(value(0.3), 5) << "an event at the strain of a measurement came before it";
  EXPECT_EQ(value(0.31), 7);
  EXPECT_THROW(measured_variable({0, 0.1}, {none, none}), InputError);
  EXPECT_THROW(measured_variable({0, 0.1}, {1}), InputError);
}

TEST(PathVariable, IsFoundByName) {
  for (const std::string& name : names_of_path_variables()) EXPECT_TRUE(path_variable_named(name)) << name;
  EXPECT_EQ(path_variable_named("age"), PathVariable::age);
  EXPECT_FALSE(path_variable_named("colour"));
  EXPECT_THROW(path_variable({}, law_of_modulus(10), PathVariable::age), InputError);
}

}  // namespace
}  // namespace vitrum::seem
