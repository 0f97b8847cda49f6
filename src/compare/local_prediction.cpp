#include "compare/local_prediction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace vitrum::compare {

namespace {

constexpr double radian = std::numbers::pi / 180;
constexpr double least_cosine = 1e-9;

double square_distance(const std::array<double, 2>& a, const std::array<double, 2>& b, const SampleCell& cell,
                       double strain) {
  double x = b[0] - a[0], y = b[1] - a[1];
  const double rows = std::round(y / cell.height);
  y -= rows * cell.height;
  x -= rows * strain * cell.height;
  x -= std::round(x / cell.width) * cell.width;
  return x * x + y * y;
}

/// The first state of the leg in which the sample stood when it was tested; states.size() when there is none.
std::size_t state_of(const LocalYieldSurvey& survey, const History& history) {
  std::size_t found = history.states.size();
  for (std::size_t i = 0; i < history.states.size(); ++i) {
    if (history.leg[i] != survey.leg) continue;
    // The tests of a later leg were made at its end.
    if (survey.leg > 0 || history.states[i].strain == survey.strain) found = i;
    if (survey.leg == 0 && found == i) break;
  }
  return found;
}

/// Events that the loading brought after the tests, until the leg or the sense of loading changed.
std::vector<const Event*> events_after(const TestedSample& sample) {
  const LocalYieldSurvey& survey = *sample.survey;
  const History& history = *sample.history;
  const std::size_t here = state_of(survey, history);
  const std::int64_t leg = survey.leg > 0 ? survey.leg + 1 : 0;
  std::vector<const Event*> out;
  for (const Event& event : history.events) {
    const auto state = static_cast<std::size_t>(event.state);
    if (state <= here || history.leg[state] != leg || event.participation == 0) continue;
    const double step = event.strain - survey.strain;
    const bool turned = !out.empty() && step * (out.front()->strain - survey.strain) <= 0;
    if (turned) break;
    out.push_back(&event);
  }
  return out;
}

}  // namespace

std::vector<PlaceStrength> strengths(const std::vector<LocalYield>& tests, double radius, double loading) {
  std::map<std::array<double, 2>, double> weakest;
  for (const LocalYield& test : tests) {
    if (test.radius != radius) continue;
    double& least = weakest.try_emplace(test.place, std::numeric_limits<double>::infinity()).first->second;
    const double cosine = std::cos(2 * (test.angle - loading) * radian);
    if (test.found && cosine > least_cosine) least = std::min(least, test.distance() / cosine);
  }
  std::vector<PlaceStrength> out;
  for (const auto& [place, distance] : weakest) out.push_back({place, distance});
  return out;
}

double rank_correlation(const std::vector<PlaceStrength>& places, const std::array<double, 2>& event,
                        const SampleCell& cell, double strain) {
  const auto nearest = std::min_element(places.begin(), places.end(), [&](const auto& a, const auto& b) {
    return square_distance(a.place, event, cell, strain) < square_distance(b.place, event, cell, strain);
  });
  double weaker = 0;
  for (const PlaceStrength& one : places)
    weaker += one.distance < nearest->distance ? 1 : (one.distance == nearest->distance ? 0.5 : 0);
  return 1 - 2 * weaker / static_cast<double>(places.size());
}

LocalPrediction local_prediction(const std::vector<TestedSample>& samples, double radius, std::size_t most) {
  std::vector<std::vector<double>> correlations(most), strains(most);
  for (const TestedSample& sample : samples) {
    const auto events = events_after(sample);
    if (events.empty()) continue;
    const LocalYieldSurvey& survey = *sample.survey;
    const bool forward = events.front()->strain > survey.strain;
    const auto places = strengths(survey.tests, radius, forward ? 0 : 90);
    if (places.size() < 2) continue;
    for (std::size_t n = 0; n < std::min(most, events.size()); ++n) {
      const std::array<double, 2> centre{events[n]->centre[0], events[n]->centre[1]};
      correlations[n].push_back(rank_correlation(places, centre, sample.cell, events[n]->strain));
      strains[n].push_back(std::abs(events[n]->strain - survey.strain));
    }
  }
  LocalPrediction out;
  for (std::size_t n = 0; n < most; ++n) {
    if (correlations[n].empty() || 2 * correlations[n].size() < samples.size()) break;
    out.correlation.push_back(mean_of_realizations(correlations[n]));
    out.strain.push_back(mean_of_realizations(strains[n]).value);
    out.samples.push_back(static_cast<std::int64_t>(correlations[n].size()));
  }
  return out;
}

}  // namespace vitrum::compare
