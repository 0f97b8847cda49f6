// One quantity of two ensembles side by side, resampled step by step together with others.
#pragma once

#include <string>
#include <vector>

#include "compare/ensemble_statistics.h"
#include "compare/macroscale.h"

namespace vitrum::compare {

/// Builds a DensityPair. The caller draws the realizations, the same for all quantities of a resample,
/// so that the error of a mean over quantities knows of their correlation.
class QuantityComparison {
 public:
  /// Values of each realization of both models on common bins. `logarithmic`: the bins begin at 0 and
  /// rise by ratios; values <= 0 stay out of the density.
  QuantityComparison(std::string quantity, const std::vector<double>& edges,
                     const std::vector<std::vector<double>>& first,
                     const std::vector<std::vector<double>>& second, bool logarithmic);

  /// Takes one resample into account and gives its L[P].
  double resample(const std::vector<std::size_t>& first, const std::vector<std::size_t>& second);

  /// The comparison with errors from all resamples so far.
  DensityPair result() const;

 private:
  DensityPair plain_;  ///< without errors
  EnsembleStatistics first_, second_;
  Statistics all_first_, all_second_;
  Spread spread_first_, spread_second_, spread_mismatch_;
  double floor_sum_ = 0;
  int resamples_ = 0;
};

}  // namespace vitrum::compare
