// How well local yield stress tells where the next events will be.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "compare/estimate.h"
#include "record/history.h"
#include "record/local_yield.h"

namespace vitrum::compare {

/// The periodic cell of a two-dimensional sample; its upper neighbours lie `strain` * height further to the
/// right.
struct SampleCell {
  double width = 0, height = 0;
};

/// The stress that loading along `loading` (degrees) must add at each tested place until the place yields:
/// the least of distance(alpha) / cos 2(alpha - loading) over the tested directions with a positive cosine
/// (Barbot et al., Phys. Rev. E 97, 033001 (2018), sec. II). Infinite where nothing was found.
struct PlaceStrength {
  std::array<double, 2> place{};
  double distance = 0;
};
std::vector<PlaceStrength> strengths(const std::vector<LocalYield>& tests, double radius, double loading);

/// How far below the others the place nearest to `event` lies: 1 - 2 * (share of places that are weaker, ties
/// half), 1 for the weakest of many, -1 for the strongest, 0 on the average when places tell nothing
/// (Patinet, Vandembroucq, Falk, Phys. Rev. Lett. 117, 045501 (2016)).
double rank_correlation(const std::vector<PlaceStrength>& places, const std::array<double, 2>& event,
                        const SampleCell& cell, double strain);

/// The same for the first, second, ... event of every sample that follows the tests: means over samples.
struct LocalPrediction {
  std::vector<Estimate> correlation;  ///< of the n-th event, as far as half the samples have it
  std::vector<double> strain;         ///< mean strain from the tests to it, absolute
  std::vector<std::int64_t> samples;  ///< that have it
};
/// What one sample went through after it was tested.
struct TestedSample {
  const LocalYieldSurvey* survey = nullptr;
  const History* history = nullptr;
  SampleCell cell;
};
/// @param most events that are looked at
LocalPrediction local_prediction(const std::vector<TestedSample>& samples, double radius, std::size_t most);

}  // namespace vitrum::compare
