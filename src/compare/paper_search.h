// Paper 1's own way to its parameters, first part: the best of all others for one value of the first.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/search.h"
#include "compare/search_box.h"

namespace vitrum::compare {

/// What came out at one value of the first parameter.
struct PaperOptimum {
  double first = 0;
  Trial best_macro;                  ///< the trial of least L_macro
  Trial best_stat;                   ///< that of least L_stat in its neighbourhood
  std::vector<std::string> at_edge;  ///< parameters of best_macro that are at an end of their range
};

/// The search over all parameters but the first, which is held (paper 1, secs. 4.1 and 4.2; it does not say
/// how its minima were found). Grids of five points along each parameter, on the scale of SearchBox: the
/// first one over the whole box, each next one about the least L_macro so far, with half the spacing; where
/// that least one is at the rim of its grid, the grid is moved before it is refined. Then the neighbourhood:
/// a grid of `around` points along each parameter between the points of the last one, where the least L_stat
/// is taken. With common random numbers in all trials the errors are functions of the parameters, whose
/// minima can be compared.
class PaperSearch {
 public:
  /// @param refinements grids after the first one
  /// @param around points along each parameter of the neighbourhood; its half width is the last spacing
  /// @throws InputError with less than two parameters, or a first value outside of its range.
  PaperSearch(const std::vector<Parameter>& parameters, double first, int refinements = 2, int around = 4);

  std::vector<Point> ask();  ///< empty when the search has ended
  /// @throws InputError when a trial is not at the held value, or has no number for an error.
  void tell(const std::vector<Trial>& trials);
  const std::vector<Trial>& trials() const { return trials_; }
  /// @throws InputError before any trial.
  PaperOptimum result() const;
  /// PaperOptimum::best_stat if L_stat of the trials had been these numbers. @throws InputError as result().
  Trial best_with(const std::vector<double>& stat) const;

 private:
  std::vector<Point> grid(const Point& centre, double spacing, int points) const;
  std::vector<Point> untried(const std::vector<Point>& units) const;
  std::size_t least_macro() const;

  SearchBox box_;
  double first_;
  int refinements_, around_;
  double spacing_ = 0.25;  ///< of the last grid, in the unit cube
  Point centre_;           ///< of the last grid, all parameters, in the unit cube
  int stage_ = 0, moves_ = 0;
  std::vector<Trial> trials_;
};

}  // namespace vitrum::compare
