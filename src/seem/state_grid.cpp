#include "seem/state_grid.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::seem {
namespace {

void check_edges(const std::vector<double>& edges, const char* what) {
  const auto bad = [](double a, double b) { return !(a < b) || !std::isfinite(a) || !std::isfinite(b); };
  if (edges.size() < 2 || std::adjacent_find(edges.begin(), edges.end(), bad) != edges.end())
    throw InputError(
        std::string("edges of the bins of ") + what +
        " must rise, and be two at least: the specimens may all stand in one and the same state");
}

std::size_t interval(const std::vector<double>& edges, double x) {
  const auto above = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
  return static_cast<std::size_t>(above - edges.begin()) - 1;
}

void add_crossings(const std::vector<double>& edges, double from, double to, std::vector<double>& at) {
  const auto [low, high] = std::minmax(from, to);
  for (auto edge = std::upper_bound(edges.begin(), edges.end(), low); edge != edges.end() && *edge < high;
       ++edge)
    at.push_back((*edge - from) / (to - from));
}

std::vector<double> sorted_values(const std::vector<StatePoint>& points, double StatePoint::*member) {
  std::vector<double> values;
  values.reserve(points.size());
  for (const StatePoint& point : points) values.push_back(point.*member);
  std::sort(values.begin(), values.end());
  return values;
}

void check_grid(const std::vector<StatePoint>& points, std::size_t columns, std::size_t rows) {
  if (points.empty() || columns == 0 || rows == 0)
    throw InputError("a grid of the state space needs states and one bin at least");
}

std::vector<double> equal_widths(const std::vector<double>& sorted, std::size_t bins) {
  std::vector<double> edges(bins + 1);
  for (std::size_t i = 0; i <= bins; ++i)
    edges[i] = std::lerp(sorted.front(), sorted.back(), static_cast<double>(i) / static_cast<double>(bins));
  return edges;
}

std::vector<double> equal_counts(const std::vector<double>& sorted, std::size_t bins) {
  std::vector<double> edges;
  for (std::size_t i = 0; i <= bins; ++i) edges.push_back(sorted[i * (sorted.size() - 1) / bins]);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

}  // namespace

StateGrid::StateGrid(std::vector<double> inelastic, std::vector<double> stress)
    : inelastic_(std::move(inelastic)), stress_(std::move(stress)) {
  check_edges(inelastic_, "X_1");
  check_edges(stress_, "the stress");
}

bool StateGrid::holds(const StatePoint& point) const {
  return point.inelastic >= inelastic_.front() && point.inelastic <= inelastic_.back() &&
         point.stress >= stress_.front() && point.stress <= stress_.back();
}

std::size_t StateGrid::column_of(double inelastic) const { return interval(inelastic_, inelastic); }
std::size_t StateGrid::row_of(double stress) const { return interval(stress_, stress); }

std::size_t StateGrid::bin_of(const StatePoint& point) const {
  return bin(column_of(point.inelastic), row_of(point.stress));
}

StatePoint StateGrid::centre(std::size_t bin) const {
  const std::size_t column = bin / rows(), row = bin % rows();
  return {0.5 * (stress_[row] + stress_[row + 1]), 0.5 * (inelastic_[column] + inelastic_[column + 1])};
}

std::vector<double> StateGrid::crossings(const StatePoint& from, const StatePoint& to) const {
  std::vector<double> at;
  add_crossings(inelastic_, from.inelastic, to.inelastic, at);
  add_crossings(stress_, from.stress, to.stress, at);
  std::sort(at.begin(), at.end());
  at.push_back(1);
  return at;
}

StateGrid equal_width_grid(const std::vector<StatePoint>& points, std::size_t columns, std::size_t rows) {
  check_grid(points, columns, rows);
  return {equal_widths(sorted_values(points, &StatePoint::inelastic), columns),
          equal_widths(sorted_values(points, &StatePoint::stress), rows)};
}

StateGrid equal_count_grid(const std::vector<StatePoint>& points, std::size_t columns, std::size_t rows) {
  check_grid(points, columns, rows);
  return {equal_counts(sorted_values(points, &StatePoint::inelastic), columns),
          equal_counts(sorted_values(points, &StatePoint::stress), rows)};
}

}  // namespace vitrum::seem
