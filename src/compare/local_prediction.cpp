#include "compare/local_prediction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>

namespace vitrum::compare {

namespace {

constexpr double radian = std::numbers::pi / 180;
constexpr double least_cosine = 1e-9;
constexpr double least_share = 0.9;  // of the places that are tested along all directions

/// What is known of a place so far: the directions along which it was tested, and its weakest one.
struct Tested {
  std::set<double> angles;
  double least = std::numeric_limits<double>::infinity();
};

}  // namespace

std::vector<PlaceStrength> strengths(const std::vector<LocalYield>& tests, double radius, double loading) {
  std::map<std::array<double, 2>, Tested> places;
  std::set<double> angles;
  for (const LocalYield& test : tests) {
    const double cosine = std::cos(2 * (test.angle - loading) * radian);
    if (test.radius != radius || cosine < least_cosine) continue;
    Tested& place = places[test.place];
    place.angles.insert(test.angle);
    angles.insert(test.angle);
    if (test.found) place.least = std::min(place.least, test.distance() / cosine);
  }
  std::vector<PlaceStrength> out;
  for (const auto& [where, place] : places)
    if (place.angles.size() == angles.size()) out.push_back({where, place.least});
  if (static_cast<double>(out.size()) < least_share * static_cast<double>(places.size())) out.clear();
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
    const auto events = following_events(sample);
    if (events.empty()) continue;
    const double loading = events.front().strain > 0 ? 0 : 90;
    const auto places = strengths(sample.survey->tests, radius, loading);
    if (places.size() < 2) continue;
    for (std::size_t n = 0; n < std::min(most, events.size()); ++n) {
      correlations[n].push_back(
          rank_correlation(places, events[n].place, sample.cell, sample.survey->strain));
      strains[n].push_back(std::abs(events[n].strain));
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
