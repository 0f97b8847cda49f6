// How well local yield stress tells where the next events will be.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "compare/estimate.h"
#include "compare/following_events.h"
#include "record/local_yield.h"

namespace vitrum::compare {

/// The stress that loading along `loading` (degrees) must add at each tested place until the place yields:
/// the least of distance(alpha) / cos 2(alpha - loading) over the tested directions with a positive cosine
/// (Barbot et al., Phys. Rev. E 97, 033001 (2018), sec. II). Infinite where nothing was found. Places that
/// were not tested along all these directions cannot be compared with the others and are left out. Empty
/// where that is more than a tenth of the places: directions with random places of their own share a few by
/// chance, which are no survey of the sample.
struct PlaceStrength {
  std::array<double, 2> place{};
  double distance = 0;
};
std::vector<PlaceStrength> strengths(const std::vector<LocalYield>& tests, double radius, double loading);

/// How far below the others the place nearest to `event` lies: 1 - 2 * (share of places that are weaker, ties
/// half), 1 for the weakest of many, -1 for the strongest, 0 on the average when places tell nothing
/// (Patinet, Vandembroucq, Falk, Phys. Rev. Lett. 117, 045501 (2016)). `strain` is that of the tests, and
/// `event` a place in the configuration that was tested.
double rank_correlation(const std::vector<PlaceStrength>& places, const std::array<double, 2>& event,
                        const SampleCell& cell, double strain);

/// The same for the first, second, ... event of every sample that follows the tests: means over samples.
struct LocalPrediction {
  std::vector<Estimate> correlation;  ///< of the n-th event, as far as half the samples have it
  std::vector<double> strain;         ///< mean strain from the tests to it, absolute
  std::vector<std::int64_t> samples;  ///< that have it
};
/// @param most events that are looked at
LocalPrediction local_prediction(const std::vector<TestedSample>& samples, double radius, std::size_t most);

}  // namespace vitrum::compare
