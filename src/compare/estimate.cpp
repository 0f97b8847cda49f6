#include "compare/estimate.h"

#include <cmath>
#include <limits>

#include "base/error.h"

namespace vitrum::compare {

Estimate mean_of_realizations(const std::vector<double>& values) {
  if (values.empty()) {
    throw InputError("a mean over realizations needs at least one realization, but there is none");
  }
  const double n = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += value;
  const double mean = sum / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double error =
      values.size() > 1 ? std::sqrt(squares / (n - 1) / n) : std::numeric_limits<double>::quiet_NaN();
  return {mean, error};
}

}  // namespace vitrum::compare
