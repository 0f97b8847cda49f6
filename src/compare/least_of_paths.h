// Where functions that could be the true one have their minimum.
#pragma once

#include <vector>

#include "base/random.h"
#include "compare/error_model.h"
#include "compare/search.h"
#include "math/gaussian_process.h"

namespace vitrum::compare {

/// Draws of a joint normal distribution, one after the other; a tiny multiple of the unit matrix is added
/// when rounding has made the covariance indefinite.
std::vector<std::vector<double>> draws_of(const JointNormal& normal, std::size_t count, RandomStream& random);

/// The places of the minima of `count` functions drawn from the model: all functions that the trials allow
/// for, each as likely as it is. Minima are looked for among points that gather, round after round, where the
/// minima of the round before were.
/// @param around a first guess, in the unit cube
std::vector<Point> minima_of_paths(const ErrorModel& model, const Point& around, std::size_t count,
                                   RandomStream& random);

}  // namespace vitrum::compare
