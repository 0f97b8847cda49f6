#include "compare/search_box.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"

namespace vitrum::compare {

SearchBox::SearchBox(std::vector<Parameter> parameters) : parameters_(std::move(parameters)) {
  if (parameters_.empty()) throw InputError("a search needs at least one parameter; name one with its range");
  for (const Parameter& parameter : parameters_)
    if (!std::isfinite(parameter.low) || !std::isfinite(parameter.high) || !(parameter.low < parameter.high))
      throw InputError("the parameter \"" + parameter.name +
                       "\" has no range: its low end must be less than its high one");
}

bool SearchBox::logarithmic(std::size_t index) const {
  const Parameter& parameter = parameters_[index];
  return parameter.low > 0 && parameter.high >= 4 * parameter.low;
}

double SearchBox::to_unit(std::size_t index, double value) const {
  const auto [low, high] = std::pair{parameters_[index].low, parameters_[index].high};
  return logarithmic(index) ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
}

double SearchBox::from_unit(std::size_t index, double value) const {
  const auto [low, high] = std::pair{parameters_[index].low, parameters_[index].high};
  const double result = logarithmic(index) ? low * std::pow(high / low, value) : low + value * (high - low);
  return value >= 0 && value <= 1 ? std::clamp(result, low, high) : result;
}

Point SearchBox::to_unit(const Point& point) const {
  if (point.size() != dimensions())
    throw InputError("a point of the search has " + std::to_string(point.size()) + " coordinates, not " +
                     std::to_string(dimensions()));
  Point unit(point.size());
  for (std::size_t i = 0; i < point.size(); ++i) unit[i] = to_unit(i, point[i]);
  return unit;
}

Point SearchBox::from_unit(const Point& unit) const {
  Point point(unit.size());
  for (std::size_t i = 0; i < unit.size(); ++i) point[i] = from_unit(i, unit[i]);
  return point;
}

std::vector<Point> space_filling(std::size_t count, std::size_t dimensions, RandomStream& random) {
  double root = 1.5;
  for (int i = 0; i < 60; ++i) root = std::pow(1 + root, 1 / (static_cast<double>(dimensions) + 1));
  Point at(dimensions), step(dimensions);
  for (std::size_t i = 0; i < dimensions; ++i) {
    at[i] = random.uniform();
    step[i] = std::pow(root, -static_cast<double>(i + 1));
  }
  std::vector<Point> points;
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t i = 0; i < dimensions; ++i) at[i] = std::fmod(at[i] + step[i], 1.0);
    points.push_back(at);
  }
  return points;
}

}  // namespace vitrum::compare
