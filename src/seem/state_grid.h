// Bins of the state space (paper 2, figs. 2 and 3: 20 x 20).
#pragma once

#include <cstddef>
#include <vector>

#include "seem/elastic_law.h"

namespace vitrum::seem {

/// A rectangular grid of bins of X_1 and tau. Bin (i, j) holds its lower edges; the last of each also its
/// upper one. Bins are numbered with the stress running fastest.
class StateGrid {
 public:
  StateGrid() = default;
  /// @param inelastic, stress edges, rising, two at least
  /// @throws InputError otherwise.
  StateGrid(std::vector<double> inelastic, std::vector<double> stress);

  std::size_t bins() const { return columns() * rows(); }
  std::size_t columns() const { return inelastic_.size() - 1; }  ///< along X_1
  std::size_t rows() const { return stress_.size() - 1; }        ///< along tau
  const std::vector<double>& inelastic_edges() const { return inelastic_; }
  const std::vector<double>& stress_edges() const { return stress_; }

  /// Whether the point lies in a bin.
  bool holds(const StatePoint& point) const;
  /// Its bin; of a point that lies in none the nearest one.
  std::size_t bin_of(const StatePoint& point) const;
  std::size_t column_of(double inelastic) const;
  std::size_t row_of(double stress) const;
  std::size_t bin(std::size_t column, std::size_t row) const { return column * rows() + row; }
  StatePoint centre(std::size_t bin) const;

  /// Calls visit(bin, share) for every bin that the straight path from `from` to `to` goes through, with the
  /// share of the path that lies in it; shares add up to 1. Parts beyond the grid count as of the nearest
  /// bins.
  template <typename Visit>
  void split(const StatePoint& from, const StatePoint& to, Visit&& visit) const;

  friend bool operator==(const StateGrid&, const StateGrid&) = default;

 private:
  /// Positions between 0 and 1 at which the path crosses an edge, in order, 1 being the last.
  std::vector<double> crossings(const StatePoint& from, const StatePoint& to) const;

  std::vector<double> inelastic_{0, 1}, stress_{0, 1};
};

/// Bins of equal width over all points. @throws InputError without points or bins.
StateGrid equal_width_grid(const std::vector<StatePoint>& points, std::size_t columns, std::size_t rows);

/// Bins with as many points in each column, and in each row, as can be. Fewer bins where many points are
/// equal.
StateGrid equal_count_grid(const std::vector<StatePoint>& points, std::size_t columns, std::size_t rows);

template <typename Visit>
void StateGrid::split(const StatePoint& from, const StatePoint& to, Visit&& visit) const {
  // Most paths are one small increment within one bin.
  if (const std::size_t bin = bin_of(from); bin == bin_of(to)) return visit(bin, 1.0);
  double begin = 0;
  for (const double end : crossings(from, to)) {
    const double middle = 0.5 * (begin + end);
    if (end > begin)
      visit(bin_of({from.stress + middle * (to.stress - from.stress),
                    from.inelastic + middle * (to.inelastic - from.inelastic)}),
            end - begin);
    begin = end;
  }
}

}  // namespace vitrum::seem
