// How the mean of a positive quantity changes through the state space, on the whole.
#pragma once

#include <array>
#include <vector>

#include "seem/elastic_law.h"

namespace vitrum::seem {

/// exp(quadratic polynomial of tau and X_1): the generalised linear model with a logarithmic link and errors
/// in proportion to the mean (McCullagh and Nelder 1989, ch. 8), which needs the mean alone to be right.
/// Beyond three standard deviations of the states it stays as it is there.
class MeanTrend {
 public:
  /// Constant 1.
  MeanTrend() = default;
  /// @param values one for each state, their mean above zero; with fewer than 20, or where the fit does not
  /// come to rest, the trend is their mean
  MeanTrend(const std::vector<StatePoint>& states, const std::vector<double>& values);

  /// The trend of a rate, by counts of Poisson's distribution: mean count = rate times exposure.
  /// @param exposure, counts one for each state, exposures above zero
  static MeanTrend of_rates(const std::vector<StatePoint>& states, const std::vector<double>& exposure,
                            const std::vector<double>& counts);

  double operator()(const StatePoint& at) const;

 private:
  std::array<double, 6> terms(const StatePoint& at) const;
  void put_scale(const std::vector<StatePoint>& states, const std::vector<double>& weights);

  StatePoint middle_, deviation_{1, 1};
  std::array<double, 6> coefficients_{};
};

}  // namespace vitrum::seem
