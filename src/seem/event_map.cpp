#include "seem/event_map.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"

namespace vitrum::seem {
namespace {

constexpr double largest_probability = 0.1;

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

std::vector<std::size_t> EventMap::nearest_known(const HearShare& hear) const {
  // In each column the nearest known row of every row; then the nearest of these over all columns.
  const std::size_t none = grid_.bins();
  std::vector<std::size_t> in_column(grid_.bins(), none);
  const auto take = [&](std::size_t bin, std::size_t other) {
    if (other == none) return;
    if (in_column[bin] == none || distance(grid_, bin, other) < distance(grid_, bin, in_column[bin]))
      in_column[bin] = other;
  };
  for (std::size_t column = 0; column < grid_.columns(); ++column) {
    std::size_t last = none;
    for (std::size_t row = 0; row < grid_.rows(); ++row) {
      const std::size_t bin = grid_.bin(column, row);
      if (known_[bin]) last = bin;
      take(bin, last);
    }
    last = none;
    for (std::size_t row = grid_.rows(); row-- > 0;) {
      const std::size_t bin = grid_.bin(column, row);
      if (known_[bin]) last = bin;
      take(bin, last);
    }
  }
  std::vector<std::size_t> nearest;
  for (std::size_t i = 0; i < grid_.bins(); ++i) {
    if (known_[i]) {
      nearest.push_back(i);
      continue;
    }
    const std::size_t row = i % grid_.rows();
    if (row == 0) tell(hear, static_cast<double>(i) / static_cast<double>(grid_.bins()));
    std::size_t best = none;
    for (std::size_t column = 0; column < grid_.columns(); ++column)
      if (const std::size_t other = in_column[grid_.bin(column, row)];
          other != none && (best == none || distance(grid_, i, other) < distance(grid_, i, best)))
        best = other;
    nearest.push_back(best);
  }
  return nearest;
}

void require_rare_events(const EventMap& map, double increment) {
  const double rate = map.largest_rate();
  if (rate * increment <= largest_probability) return;
  std::ostringstream message;
  message << "the map has up to " << rate << " events per unit strain: increments of " << increment
          << " would hold one with a probability of " << rate * increment << ", above " << largest_probability
          << ", and eq. 4 of paper 2 knows one at most; take increments of " << largest_probability / rate
          << " or less, or exponential waiting strains, which need none";
  throw TooManyEvents(message.str());
}

void require_elastic(const ElasticLaw& law, double inelastic) {
  if (inelastic < law.softening) return;
  std::ostringstream message;
  message << "X_1 has come to " << inelastic << ", where eq. 7 of paper 2 ends (u_A = " << law.softening
          << "): the harvested events do not belong to this elastic law, or too few of them were harvested";
  throw PhysicsError(message.str());
}

}  // namespace vitrum::seem
