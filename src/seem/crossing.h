// Whether mean trajectories cross in the state space: paper 2, fig. 5.
#pragma once

#include <vector>

#include "seem/mean_states.h"

namespace vitrum::seem {

/// How surely the mean curves of two preparations cross and part again. Where their lines through the means
/// intersect, `after` is the largest distance of a later point of one curve from the later part of the other,
/// divided by the standard error of both means along the line between them; `before` is the same of the
/// earlier parts. In a model of two variables curves that meet stay together, but for the spread of
/// specimens about the mean: then `after` is noise. A large strength says that two variables are too few. It
/// is the largest of many numbers with errors of one: two or three mean nothing.
struct Crossing {
  double strength = 0;  ///< the lesser of both; 0 when the curves do not intersect
  double before = 0, after = 0;
  double first_strain = 0, second_strain = 0;  ///< at which each curve is at the intersection
  StatePoint at;                               ///< the intersection
};

/// The strongest of all intersections of two curves; axes are measured in units of the ranges of both.
Crossing crossing(const std::vector<StateMoments>& first, const std::vector<StateMoments>& second);

}  // namespace vitrum::seem
