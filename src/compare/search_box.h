// The box of parameters in which a model is looked for, as a unit cube.
#pragma once

#include <cstddef>
#include <vector>

#include "base/random.h"
#include "compare/search.h"

namespace vitrum::compare {

/// Each parameter between 0 and 1. On a logarithmic scale where 0 < low and 4 low <= high: a parameter that
/// may change by factors is best known by its factors.
class SearchBox {
 public:
  /// @throws InputError when there is no parameter or one has no range.
  explicit SearchBox(std::vector<Parameter> parameters);

  std::size_t dimensions() const { return parameters_.size(); }
  const std::vector<Parameter>& parameters() const { return parameters_; }
  bool logarithmic(std::size_t index) const;
  double to_unit(std::size_t index, double value) const;
  double from_unit(std::size_t index, double value) const;
  Point to_unit(const Point& point) const;
  Point from_unit(const Point& unit) const;

 private:
  std::vector<Parameter> parameters_;
};

/// Points that fill the unit cube evenly, however many: the additive recurrence whose steps are the powers of
/// the root of x^(d+1) = x + 1 (Roberts 2018), for d = 1 the golden ratio, from a random beginning.
std::vector<Point> space_filling(std::size_t count, std::size_t dimensions, RandomStream& random);

}  // namespace vitrum::compare
