#include "edge/report/fill_template.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace vitrum::report {
namespace {

TEST(FillTemplate, PutsValuesAsTheyStand) {
  EXPECT_EQ(fill_template("a {{x}} b {{y}}", {{"x", "<1>"}, {"y", "{{x}}"}}), "a <1> b {{x}}");
}

TEST(FillTemplate, KeepsStretchesWhoseValueIsNotEmpty) {
  const std::string text = "1{{#a}}2{{#b}}3{{/b}}4{{/a}}5";
  EXPECT_EQ(fill_template(text, {{"a", "yes"}, {"b", "yes"}}), "12345");
  EXPECT_EQ(fill_template(text, {{"a", "yes"}, {"b", ""}}), "1245");
  EXPECT_EQ(fill_template(text, {{"a", ""}, {"b", "yes"}}), "15");
}

TEST(FillTemplate, RefusesWhatItDoesNotKnow) {
  EXPECT_THROW(fill_template("{{x}}", {}), InputError);
  EXPECT_THROW(fill_template("{{x", {{"x", ""}}), InputError);
  EXPECT_THROW(fill_template("{{#x}}", {{"x", ""}}), InputError);
}

}  // namespace
}  // namespace vitrum::report
