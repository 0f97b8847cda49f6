// Paper 1's own way to its parameters, second part: a parabola through the best at each value of the first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compare/estimate.h"
#include "compare/search.h"

namespace vitrum::compare {

/// The best at one value of the first parameter, for parabola_optimum.
struct BestAlong {
  double first = 0;
  Estimate stat;
  Point others;
};

/// Where the parabola has its minimum (paper 1, sec. 4.2: k-hat, lambda-hat, chi-hat).
struct ParabolaOptimum {
  Estimate first;
  std::vector<Estimate> others;
  Estimate stat;                  ///< height of the minimum
  double a = 0, b = 0, c = 0;     ///< L_stat = a + b x + c x^2
  double first_by_bootstrap = 0;  ///< error of `first` by bootstrap of the residuals
  double without_minimum = 0;     ///< share of the bootstrapped parabolas that have none
  double chi_square = 0;          ///< of the fit, with the errors as given
  std::size_t used = 0;           ///< points fitted
  bool inside = true;             ///< the minimum lies between the points fitted
};

/// Fits a + b x + c x^2 to the least L_stat, weighted with its errors; where the residuals are larger than
/// these errors, errors of the result are enlarged alike (Birge 1932). The others are read off parabolas in x
/// through them, too, which smooths their scatter; their errors hold that of `first`.
/// @param within only points whose L_stat is at most so much above the least; infinity: all, as long as the
/// paper
///   does not say otherwise. The lowest four are always used.
/// @throws InputError with fewer than four points, or when c <= 0: there is no minimum.
ParabolaOptimum parabola_optimum(const std::vector<BestAlong>& best, double within, int bootstrap,
                                 std::uint64_t seed);

}  // namespace vitrum::compare
