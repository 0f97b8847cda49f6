// Coordinates in which a narrow, curved valley of errors is straight and as wide as it is long.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/search.h"

namespace vitrum::compare {

/// Principal axes of low points, the longest first, each in units of its spread; from all others the parabola
/// is taken that they follow along the first. Errors are alike along a valley and unlike across it, which a
/// Gaussian process, whose lengths belong to coordinates, can know only in coordinates like these.
class ValleyCoordinates {
 public:
  /// @param low points of the unit cube, more than twice as many as dimensions
  explicit ValleyCoordinates(const std::vector<Point>& low);

  Point along(const Point& unit) const;  ///< from the unit cube
  Point back(const Point& along) const;  ///< may lie outside of the unit cube
  std::vector<Point> along(const std::vector<Point>& units) const;

 private:
  Point centre_;
  std::vector<Point> axis_;  ///< orthonormal
  Point spread_, bend_;      ///< of each axis; of the square of the first coordinate in each
};

}  // namespace vitrum::compare
