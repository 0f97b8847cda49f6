// Statistics of one quantity over an ensemble, for any choice of its realizations.
#pragma once

#include <cstddef>
#include <vector>

#include "base/random.h"

namespace vitrum::compare {

/// Density, mean and standard deviation of the values of several realizations together.
struct Statistics {
  std::vector<double> density;
  double mean = 0;
  double deviation = 0;
};

/// Keeps each realization's counts and sums, so that resampling need not look at the values again.
class EnsembleStatistics {
 public:
  /// `values`: one list per realization. Values <= 0 stay out of the density when `positive` is set.
  EnsembleStatistics(std::vector<double> edges, const std::vector<std::vector<double>>& values,
                     bool positive);

  Statistics all() const;
  /// Realizations by their indices; one that stands there twice counts twice.
  Statistics of(const std::vector<std::size_t>& realizations) const;
  std::size_t realizations() const { return parts_.size(); }
  /// Share of the values that the density leaves out.
  double excluded() const;

 private:
  struct Part {
    std::vector<double> counts;
    double number = 0, sum = 0, squares = 0;  ///< sums of differences from centre_
    double excluded = 0;
  };
  std::vector<double> edges_;
  std::vector<Part> parts_;
  double centre_ = 0;
};

/// n - 1 of n realizations, drawn with replacement.
std::vector<std::size_t> draw_realizations(RandomStream& stream, std::size_t realizations);

/// Standard deviation of what resampling gave, number by number.
class Spread {
 public:
  void add(const std::vector<double>& values);
  std::vector<double> deviations() const;

 private:
  double number_ = 0;
  std::vector<double> mean_, squares_;
};

}  // namespace vitrum::compare
