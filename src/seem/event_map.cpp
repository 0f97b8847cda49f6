#include "seem/event_map.h"

#include <algorithm>

namespace vitrum::seem {
namespace {

/// Squared distance of two bins' centres in units of the grid's ranges.
double distance(const StateGrid& grid, std::size_t a, std::size_t b) {
  const StatePoint p = grid.centre(a), q = grid.centre(b);
  const double height = grid.stress_edges().back() - grid.stress_edges().front();
  const double width = grid.inelastic_edges().back() - grid.inelastic_edges().front();
  const double x = (p.inelastic - q.inelastic) / width, y = (p.stress - q.stress) / height;
  return x * x + y * y;
}

}  // namespace

double EventMap::largest_rate() const { return *std::max_element(rates_.begin(), rates_.end()); }

double EventMap::strain_between(const StatePoint& from, double stress) const {
  return seem::strain_between(law_, loading_, from, stress);
}

double EventMap::stress_after(const StatePoint& from, double strain) const {
  return seem::stress_after(law_, loading_, from, strain);
}

std::vector<std::size_t> EventMap::nearest_known() const {
  std::vector<std::size_t> known, nearest;
  for (std::size_t i = 0; i < grid_.bins(); ++i)
    if (known_[i]) known.push_back(i);
  for (std::size_t i = 0; i < grid_.bins(); ++i)
    nearest.push_back(known_[i] ? i : *std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
      return distance(grid_, i, a) < distance(grid_, i, b);
    }));
  return nearest;
}

}  // namespace vitrum::seem
