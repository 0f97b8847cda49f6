#include "record/local_yield.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "base/error.h"
#include "record/leg_number.h"

namespace vitrum {
namespace {

constexpr double degrees = 180 / std::numbers::pi;
constexpr const char* in_model_units = "model units";

/// The columns of numbers: name, unit, what it is, where it stands in a test.
struct Column {
  const char* name;
  const char* unit;
  const char* note;
  double& (*of)(LocalYield&);
};

const std::array columns_of_tests{
    Column{"x", "length", "centre of the patch", [](LocalYield& t) -> double& { return t.place[0]; }},
    Column{"y", "length", "centre of the patch", [](LocalYield& t) -> double& { return t.place[1]; }},
    Column{"radius", "length", "R, of the disc of the patch's area",
           [](LocalYield& t) -> double& { return t.radius; }},
    Column{"angle", "degree", "alpha, direction of the shear",
           [](LocalYield& t) -> double& { return t.angle; }},
    Column{"stress_xx", in_model_units, "of the patch before the test",
           [](LocalYield& t) -> double& { return t.stress.xx; }},
    Column{"stress_yy", in_model_units, "of the patch before the test",
           [](LocalYield& t) -> double& { return t.stress.yy; }},
    Column{"stress_xy", in_model_units, "of the patch before the test",
           [](LocalYield& t) -> double& { return t.stress.xy; }},
    Column{"tau_i", in_model_units, "stress along the angle before the test",
           [](LocalYield& t) -> double& { return t.tau_i; }},
    Column{"tau_c", in_model_units, "stress along the angle at the instability: local yield stress",
           [](LocalYield& t) -> double& { return t.tau_c; }},
    Column{"tau_f", in_model_units,
           "stress along the angle behind the avalanche: tau_c less the drop (held_strain)",
           [](LocalYield& t) -> double& { return t.tau_f; }},
    Column{"critical_strain", "1", "critical strain of the patch, gamma = 2 eps, since this state",
           [](LocalYield& t) -> double& { return t.critical_strain; }},
    Column{"energy_drop", in_model_units, "of the avalanche, of the whole patch",
           [](LocalYield& t) -> double& { return t.energy_drop; }},
    Column{"event_x", "length", "centre of what rearranged",
           [](LocalYield& t) -> double& { return t.event[0]; }},
    Column{"event_y", "length", "centre of what rearranged",
           [](LocalYield& t) -> double& { return t.event[1]; }},
};

}  // namespace

double LocalYield::von_mises() const { return std::hypot(0.5 * (stress.yy - stress.xx), stress.xy); }

double LocalYield::stress_angle() const {
  return 0.5 * degrees * std::atan2(0.5 * (stress.yy - stress.xx), stress.xy);
}

Group to_group(const LocalYieldSurvey& survey) {
  Group group;
  group.put("strain", survey.strain, "1", "external shear strain of the specimen");
  group.put("leg", survey.leg, "1",
            "leg of the loading program at the end of which the tests were made; 0: during the first one");
  std::vector<LocalYield> tests = survey.tests;
  for (const Column& column : columns_of_tests) {
    std::vector<double> values;
    values.reserve(tests.size());
    for (LocalYield& test : tests) values.push_back(column.of(test));
    group.put(column.name, std::move(values), column.unit, column.note);
  }
  std::vector<std::int64_t> elements, found;
  for (const LocalYield& test : tests) {
    elements.push_back(test.elements);
    found.push_back(test.found ? 1 : 0);
  }
  group.put("elements", std::move(elements), "1", "elements along the edge of the patch; 0: atoms");
  group.put("failed", survey.failed, "1", "tests that came to no result and are not listed");
  group.texts["failure"] = survey.failure;
  group.put("held_strain", static_cast<std::int64_t>(survey.held_strain ? 1 : 0), "1",
            "1: drops are at one strain; 0 or absent: tau_f of atoms is an increment further than tau_c");
  group.put("found", std::move(found), "1",
            "1: there was an instability; 0: none up to the largest strain, tau_c is a lower bound");
  return group;
}

LocalYieldSurvey local_yield_survey_from(const Group& group) {
  LocalYieldSurvey survey;
  survey.strain = group.number("strain");
  survey.leg = group.integer("leg");
  require_leg(survey.leg);
  survey.failed = group.integer("failed");
  survey.failure = group.text("failure");
  const std::vector<std::int64_t>& elements = group.integers("elements");
  const std::vector<std::int64_t>& found = group.integers("found");
  survey.tests.resize(elements.size());
  const auto require_length = [&](const std::string& name, std::size_t length) {
    if (length != survey.tests.size())
      throw InputError("the local yield stresses have " + std::to_string(survey.tests.size()) +
                       " tests but '" + name + "' has " + std::to_string(length) + " numbers");
  };
  require_length("found", found.size());
  // Elements were always tested so.
  survey.held_strain = group.has_array("held_strain")
                           ? group.integer("held_strain") != 0
                           : std::all_of(elements.begin(), elements.end(), [](auto n) { return n > 0; });
  for (std::size_t i = 0; i < survey.tests.size(); ++i) {
    survey.tests[i].elements = elements[i];
    survey.tests[i].found = found[i] != 0;
  }
  for (const Column& column : columns_of_tests) {
    const std::vector<double>& values = group.doubles(column.name);
    require_length(column.name, values.size());
    for (std::size_t i = 0; i < values.size(); ++i) column.of(survey.tests[i]) = values[i];
  }
  return survey;
}

}  // namespace vitrum
