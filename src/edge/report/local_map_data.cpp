#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "compare/angle_along.h"
#include "edge/report/figure_data.h"
#include "edge/report/packed.h"
#include "study/local_yield.h"

namespace vitrum::report {
namespace {

using Numbers = std::vector<double>;

// Tests of one model that the page has room for, and events that are drawn on top.
constexpr std::size_t room_for_tests = 30'000;
constexpr std::size_t most_events = 10;

/// How many different numbers; those that differ by rounding only are one.
std::size_t different(Numbers numbers, double spacing) {
  std::sort(numbers.begin(), numbers.end());
  std::size_t found = 1;
  for (std::size_t i = 1; i < numbers.size(); ++i)
    if (numbers[i] - numbers[i - 1] > 1e-3 * spacing) ++found;
  return found;
}

/// Columns and rows of places that form a grid; zeros where they do not.
std::pair<std::size_t, std::size_t> grid_of(const Numbers& x, const Numbers& y, const Numbers& box) {
  const double spacing = std::sqrt(box[0] * box[1] / static_cast<double>(x.size()));
  const std::size_t columns = different(x, spacing), rows = different(y, spacing);
  return columns * rows == x.size() ? std::pair{columns, rows} : std::pair<std::size_t, std::size_t>{0, 0};
}

/// A test that found nothing is not a number.
nlohmann::json places_data(const LocalYieldSurvey& survey, double radius, double forward, double tilt,
                           const Numbers& box) {
  Numbers x, y, distance;
  for (const LocalYield& test : survey.tests) {
    if (test.radius != radius || test.angle != forward) continue;
    x.push_back(test.place[0]);
    y.push_back(test.place[1]);
    distance.push_back(test.found ? test.distance() : std::nan(""));
  }
  bring_into_cell(tilt, box, x, y);
  const auto [columns, rows] = grid_of(x, y, box);
  return {{"radius", radius}, {"angle", forward}, {"columns", columns},          {"rows", rows},
          {"x", packed(x)},   {"y", packed(y)},   {"distance", packed(distance)}};
}

nlohmann::json map_of(const study::SampleRecord& record, const study::LocalYieldState& state) {
  const LocalYieldSurvey survey = study::survey_in(record, state);
  const compare::SampleCell cell = study::sample_cell(record);
  if (survey.tests.empty() || !(cell.width > 0)) return nullptr;
  const Numbers box{cell.width, cell.height};
  const double tilt = cell.sheared ? cell.tilt + survey.strain : 0;
  // How often every radius was tested along each of its angles.
  std::map<double, std::map<double, std::size_t>, std::greater<>> tested;
  for (const LocalYield& test : survey.tests) ++tested[test.radius][test.angle];
  nlohmann::json places = nlohmann::json::array();
  std::size_t used = 0;
  for (const auto& [radius, tests] : tested) {
    std::set<double> angles;
    for (const auto& [angle, number] : tests) angles.insert(angle);
    const auto forward = compare::angle_along(angles, 0);
    if (!forward) continue;
    used += tests.at(*forward);
    if (used > room_for_tests) break;
    places.push_back(places_data(survey, radius, *forward, tilt, box));
  }
  if (places.empty()) return nullptr;
  Numbers x, y, strain;
  for (const auto& event : compare::following_events({&survey, &record.history, cell})) {
    if (x.size() == most_events) break;
    x.push_back(event.place[0]);
    y.push_back(event.place[1]);
    strain.push_back(event.strain);
  }
  bring_into_cell(tilt, box, x, y);
  return {{"model", record.model},
          {"label", state.label},
          {"sample", record.sample},
          {"box", box},
          {"tilt", tilt},
          {"radii", std::move(places)},
          {"events", {{"x", packed(x)}, {"y", packed(y)}, {"strain", packed(strain)}}}};
}

/// Of the first sample that has one, in the first state of its model.
nlohmann::json first_map(const std::vector<study::SampleRecord>& records, const std::string& model,
                         const std::vector<study::LocalYieldState>& local) {
  const auto state =
      std::find_if(local.begin(), local.end(), [&](const auto& one) { return one.model == model; });
  if (state == local.end()) return nullptr;
  for (const auto& record : records)
    if (auto map = map_of(record, *state); !map.is_null()) return map;
  return nullptr;
}

}  // namespace

nlohmann::json local_map_data(const study::Results& results) {
  nlohmann::json out;
  for (const auto& [model, records] : {std::pair{"glass", &results.glass}, {"lattice", &results.lattice}})
    if (auto map = first_map(*records, model, results.local); !map.is_null()) out[model] = std::move(map);
  return out;
}

}  // namespace vitrum::report
