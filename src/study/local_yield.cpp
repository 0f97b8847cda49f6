#include "study/local_yield.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>

namespace vitrum::study {

namespace {

constexpr int density_bins = 30;
constexpr int drop_bins = 10;
constexpr std::size_t most_foreseen = 20;  // events

/// States of the first leg are told apart by their strain, those at the end of others by the leg.
using StateKey = std::pair<std::int64_t, double>;

/// Grid points of one strain may differ in the last bits.
double rounded(double strain) { return std::round(strain * 1e9) / 1e9; }

StateKey key_of(const LocalYieldSurvey& survey) {
  return {survey.leg, survey.leg == 0 ? rounded(survey.strain) : 0};
}

/// The first leg may go backward.
struct InOrderOfLoading {
  bool operator()(const StateKey& a, const StateKey& b) const {
    if (a.first != b.first) return a.first < b.first;
    return std::abs(a.second) != std::abs(b.second) ? std::abs(a.second) < std::abs(b.second)
                                                    : a.second < b.second;
  }
};

std::string label_of(const StateKey& key, const rig::Program& program) {
  const auto leg = static_cast<std::size_t>(key.first);
  if (leg == 0 && key.second == 0) return "as quenched";
  char text[64];
  std::snprintf(text, sizeof text, "at a strain of %g", key.second);
  if (leg == 0) return text;
  const std::string number = "after leg " + std::to_string(leg + 1);
  if (leg >= program.legs.size()) return number;
  const auto of_this_kind =
      std::count_if(program.legs.begin() + 1, program.legs.begin() + static_cast<std::ptrdiff_t>(leg),
                    [&](const rig::Leg& before) { return before.kind == program.legs[leg].kind; });
  const std::string again = of_this_kind == 0 ? "" : " (" + std::to_string(of_this_kind + 1) + ")";
  switch (program.legs[leg].kind) {
    case rig::LegKind::unload:
      return "unloaded" + again;
    case rig::LegKind::reload_forward:
      return "reloaded forward" + again;
    case rig::LegKind::reload_backward:
      return "reloaded backward" + again;
    case rig::LegKind::cycle:
      return "cycled" + again;
    default:
      return number;
  }
}

/// Direction from 0 to 180 degrees.
double turned(double angle) { return angle - 180 * std::floor(angle / 180); }

/// The tested angle nearest to this direction.
double nearest_angle(const std::set<double>& angles, double direction) {
  const auto away = [direction](double angle) {
    const double d = turned(angle - direction);
    return std::min(d, 180 - d);
  };
  return *std::min_element(angles.begin(), angles.end(),
                           [&](double a, double b) { return away(a) < away(b); });
}

std::vector<LocalDetail> details_of(const compare::LocalTests& tests,
                                    const std::vector<compare::LocalStatistics>& statistics) {
  std::set<double> radii, angles;
  for (const auto& one : statistics) {
    radii.insert(one.radius);
    angles.insert(one.angle);
  }
  std::vector<LocalDetail> out;
  for (const double radius : radii)
    for (const double angle : std::set<double>{nearest_angle(angles, 0), nearest_angle(angles, 90)}) {
      const compare::LocalTests mine = compare::tests_of(tests, radius, angle);
      if (mine.empty()) continue;
      LocalDetail detail{radius, angle, {}, compare::drop_against_yield_stress(mine, drop_bins)};
      for (const auto& quantity : compare::local_quantities())
        detail.densities.push_back(compare::local_density(mine, quantity, density_bins));
      out.push_back(std::move(detail));
    }
  return out;
}

/// All tests of a sample in one state, in whatever parts they came.
LocalYieldSurvey tests_in(const SampleRecord& record, const StateKey& key) {
  LocalYieldSurvey out;
  for (const LocalYieldSurvey& survey : record.surveys) {
    if (key_of(survey) != key || survey.tests.empty()) continue;
    out.strain = survey.strain;
    out.leg = survey.leg;
    out.tests.insert(out.tests.end(), survey.tests.begin(), survey.tests.end());
  }
  return out;
}

LocalYieldState state_of(const StateKey& key, const std::string& model,
                         const std::vector<SampleRecord>& records, const rig::Program& program) {
  LocalYieldState state{model, label_of(key, program), key.first, 0, {}, {}, {}};
  std::vector<LocalYieldSurvey> surveys;
  std::vector<const SampleRecord*> tested;
  compare::LocalTests tests;
  for (const SampleRecord& record : records) {
    surveys.push_back(tests_in(record, key));
    if (surveys.back().tests.empty()) {
      surveys.pop_back();
      continue;
    }
    tested.push_back(&record);
    tests.push_back(surveys.back().tests);
    state.strain += surveys.back().strain;
  }
  state.strain /= static_cast<double>(tests.size());
  state.statistics = compare::local_statistics(tests);
  state.details = details_of(tests, state.statistics);
  std::vector<compare::TestedSample> samples;
  for (std::size_t i = 0; i < tested.size(); ++i)
    if (const compare::SampleCell cell = sample_cell(*tested[i]); cell.width > 0)
      samples.push_back({&surveys[i], &tested[i]->history, cell});
  std::set<double> radii;
  for (const auto& one : state.statistics) radii.insert(one.radius);
  for (const double radius : radii) {
    LocalForesight foresight{radius, compare::local_prediction(samples, radius, most_foreseen)};
    if (!foresight.prediction.correlation.empty()) state.foresight.push_back(std::move(foresight));
  }
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
  return cell;
}

LocalYieldSurvey survey_in(const SampleRecord& record, const LocalYieldState& state) {
  return tests_in(record, key_of({state.strain, state.leg, {}}));
}

std::vector<LocalYieldState> local_yield(const std::string& model, const std::vector<SampleRecord>& records,
                                         const rig::Program& program) {
  std::set<StateKey, InOrderOfLoading> keys;
  for (const SampleRecord& record : records)
    for (const LocalYieldSurvey& survey : record.surveys)
      if (!survey.tests.empty()) keys.insert(key_of(survey));
  std::vector<LocalYieldState> out;
  for (const StateKey& key : keys) out.push_back(state_of(key, model, records, program));
  return out;
}

}  // namespace vitrum::study
