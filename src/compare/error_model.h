// A smooth model of an error function, made from noisy trials of it.
#pragma once

#include <utility>
#include <vector>

#include "base/random.h"
#include "compare/search.h"
#include "compare/search_box.h"
#include "compare/valley.h"
#include "math/gaussian_process.h"

namespace vitrum::compare {

/// Which error of a trial.
enum class Quantity { macro, stat, forward, backward };

/// The logarithm of the error as a Gaussian process in the coordinates of its valley. Points are those of the
/// unit cube.
class ErrorModel {
 public:
  /// @throws InputError with fewer than four trials, or when one does not know the quantity.
  static ErrorModel fit(const SearchBox& box, const std::vector<Trial>& trials, Quantity quantity);

  /// Variances are multiplied by the mean square of the leave-one-out residuals of the lowest trials where
  /// that is above 1 (Bachoc 2013): at its bottom the valley is not what the whole function is like.
  GaussianProcess::Prediction at(const Point& unit) const;
  double mean(const Point& unit) const { return process_.mean(valley_.along(unit)); }
  JointNormal joint(const std::vector<Point>& units) const;
  double nugget() const { return process_.parameters().nugget; }
  const std::vector<Point>& trials() const { return trials_; }

  /// Where the mean is least: by compass search, along the valley and the axes of the box, from the lowest of
  /// these points.
  /// @param held coordinate that stays as it is in all starts; -1: none
  Point least(const std::vector<Point>& starts, int held = -1) const;
  /// A point near another one, `width` times the spread of the valley away, inside the cube.
  Point near(const Point& unit, double width, RandomStream& random) const;

 private:
  ErrorModel(GaussianProcess process, ValleyCoordinates valley, std::vector<Point> trials, double unsure)
      : process_(std::move(process)),
        valley_(std::move(valley)),
        trials_(std::move(trials)),
        unsure_(unsure) {}
  GaussianProcess process_;
  ValleyCoordinates valley_;
  std::vector<Point> trials_;
  double unsure_;  ///< factor of variances
};

}  // namespace vitrum::compare
