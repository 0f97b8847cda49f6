#include "study/local_yield.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "compare/angle_along.h"
#include "study/tested_state.h"

namespace vitrum::study {

namespace {

constexpr double most_bins = 30, fewest_bins = 5;
constexpr int drop_bins = 10;
constexpr std::size_t most_foreseen = 20;  // events

/// Twice the third root of the number of tests: fewer tests tell less of a density.
int density_bins(const compare::LocalTests& tests) {
  std::size_t number = 0;
  for (const auto& realization : tests) number += realization.size();
  return static_cast<int>(
      std::lround(std::clamp(2 * std::cbrt(static_cast<double>(number)), fewest_bins, most_bins)));
}

std::vector<LocalDetail> details_of(const compare::LocalTests& tests,
                                    const std::vector<compare::LocalStatistics>& statistics) {
  std::map<double, std::set<double>> angles;  // of every radius
  for (const auto& one : statistics) angles[one.radius].insert(one.angle);
  std::vector<LocalDetail> out;
  for (const auto& [radius, tested] : angles)
    for (const double direction : {0.0, 90.0}) {
      const auto angle = compare::angle_along(tested, direction);
      if (!angle) continue;
      const compare::LocalTests mine = compare::tests_of(tests, radius, *angle);
      LocalDetail detail;
      detail.radius = radius;
      detail.angle = *angle;
      for (const auto& quantity : compare::local_quantities())
        detail.densities.push_back(compare::local_density(mine, quantity, density_bins(mine)));
      detail.distances = compare::distance_density(mine);
      detail.drops = compare::drop_against_yield_stress(mine, drop_bins);
      out.push_back(std::move(detail));
    }
  return out;
}

/// All tests of a sample in one state, in whatever parts they came.
LocalYieldSurvey tests_in(const SampleRecord& record, const TestedState& key) {
  LocalYieldSurvey out;
  for (const LocalYieldSurvey& survey : record.surveys) {
    if (tested_state(survey) != key || survey.tests.empty()) continue;
    out.strain = survey.strain;
    out.leg = survey.leg;
    out.tests.insert(out.tests.end(), survey.tests.begin(), survey.tests.end());
  }
  return out;
}

std::vector<LocalForesight> foresight_of(const std::vector<LocalYieldSurvey>& surveys,
                                         const std::vector<const SampleRecord*>& tested) {
  std::vector<compare::TestedSample> samples;
  std::set<double> radii;
  for (std::size_t i = 0; i < tested.size(); ++i) {
    for (const LocalYield& test : surveys[i].tests) radii.insert(test.radius);
    if (const compare::SampleCell cell = sample_cell(*tested[i]); cell.width > 0)
      samples.push_back({&surveys[i], &tested[i]->history, cell});
  }
  std::vector<LocalForesight> out;
  for (const double radius : radii) {
    LocalForesight foresight{radius, compare::local_prediction(samples, radius, most_foreseen)};
    if (!foresight.prediction.correlation.empty()) out.push_back(std::move(foresight));
  }
  return out;
}

/// Records of glasses and lattices that were read or began otherwise tell of no quench from a liquid.
bool is_quenched(const std::vector<const SampleRecord*>& records) {
  return std::any_of(records.begin(), records.end(), [](const SampleRecord* record) {
    return record->measures.has_group("liquid") || record->measures.has_array("quench_von_mises");
  });
}

LocalYieldState state_of(const TestedState& key, const std::string& model,
                         const std::vector<SampleRecord>& records, const rig::Program& program) {
  LocalYieldState state{model, "", key.leg, 0, {}, {}, {}};
  std::vector<LocalYieldSurvey> surveys;
  std::vector<const SampleRecord*> tested;
  for (const SampleRecord& record : records) {
    LocalYieldSurvey survey = tests_in(record, key);
    if (survey.tests.empty()) continue;
    state.strain += survey.strain;
    surveys.push_back(std::move(survey));
    tested.push_back(&record);
  }
  state.strain /= static_cast<double>(surveys.size());
  state.label = label_of(key, program, is_quenched(tested));
  state.foresight = foresight_of(surveys, tested);
  compare::LocalTests tests;  // moved: an ensemble's may fill gigabytes
  for (LocalYieldSurvey& survey : surveys) tests.push_back(std::move(survey.tests));
  state.statistics = compare::local_statistics(tests);
  state.details = details_of(tests, state.statistics);
  return state;
}

}  // namespace

compare::SampleCell sample_cell(const SampleRecord& record) {
  compare::SampleCell cell;
  cell.sheared = record.model == "glass";
  const Group& measures = record.measures;
  if (!measures.has_array("box") || measures.doubles("box").size() != 2) return cell;
  cell.width = measures.doubles("box")[0];
  cell.height = measures.doubles("box")[1];
  if (measures.has_array("tilts")) cell.tilt = measures.doubles("tilts").front() / cell.height;
  if (measures.has_array("origin") && measures.doubles("origin").size() >= 2)
    cell.origin = {measures.doubles("origin")[0], measures.doubles("origin")[1]};
  return cell;
}

double sample_width(const SampleRecord& record) {
  return record.measures.has_array("cell_width") ? record.measures.number("cell_width")
                                                 : sample_cell(record).width;
}

LocalYieldSurvey survey_in(const SampleRecord& record, const LocalYieldState& state) {
  return tests_in(record, tested_state({state.strain, state.leg, {}}));
}

std::vector<LocalYieldState> local_yield(const std::string& model, const std::vector<SampleRecord>& records,
                                         const rig::Program& program) {
  std::set<TestedState> keys;
  for (const SampleRecord& record : records)
    for (const LocalYieldSurvey& survey : record.surveys)
      if (!survey.tests.empty()) keys.insert(tested_state(survey));
  std::vector<LocalYieldState> out;
  for (const TestedState& key : keys) out.push_back(state_of(key, model, records, program));
  return out;
}

}  // namespace vitrum::study
