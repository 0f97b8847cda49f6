#include "compare/quantity_edges.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "compare/bins.h"
#include "compare/stationary.h"

namespace vitrum::compare {
namespace {

using Ensemble = std::vector<MacroscaleSample>;
using List = std::vector<double> MacroscaleSample::*;

/// All values of an ensemble in rising order, without those <= 0 when `positive` is set.
std::vector<double> sorted_values(const Ensemble& samples, List list, bool positive,
                                  const std::string& what) {
  std::vector<double> values;
  for (const auto& sample : samples) {
    std::copy_if((sample.*list).begin(), (sample.*list).end(), std::back_inserter(values),
                 [positive](double value) { return !positive || value > 0; });
  }
  if (values.empty()) {
    throw InputError(
        "the densities of the stress " + what +
        " cannot be compared: a model has none in its window; shear further or take more samples");
  }
  std::sort(values.begin(), values.end());
  return values;
}

/// Mean stress rise over one increment.
double rise_per_increment(const Ensemble& samples) {
  return stationary_summary(samples).slope.value * samples.front().increment;
}

std::vector<double> edges_for_rises(double quantum, double low, double high, int bins) {
  return quantum > 0 ? quantised_edges(quantum, high, bins) : logarithmic_edges(low, high, bins);
}

}  // namespace

std::vector<double> stress_edges(const Ensemble& first, const Ensemble& second, int bins) {
  const auto a = sorted_values(first, &MacroscaleSample::stress, false, "values");
  const auto b = sorted_values(second, &MacroscaleSample::stress, false, "values");
  return linear_edges(std::min(a.front(), b.front()), std::max(a.back(), b.back()), bins);
}

std::vector<double> drop_edges(const Ensemble& first, const Ensemble& second, int bins) {
  const auto a = sorted_values(first, &MacroscaleSample::drops, true, "drops");
  const auto b = sorted_values(second, &MacroscaleSample::drops, true, "drops");
  return logarithmic_edges(std::min(a[a.size() / 100], b[b.size() / 100]), std::max(a.back(), b.back()),
                           bins);
}

std::vector<double> increment_edges(const Ensemble& first, const Ensemble& second, int bins) {
  const auto a = sorted_values(first, &MacroscaleSample::increments, true, "increments");
  const auto b = sorted_values(second, &MacroscaleSample::increments, true, "increments");
  return edges_for_rises(std::max(rise_per_increment(first), rise_per_increment(second)),
                         std::min(a.front(), b.front()), std::max(a.back(), b.back()), bins);
}

std::vector<double> increment_edges_of(const Ensemble& samples, int bins) {
  const auto values = sorted_values(samples, &MacroscaleSample::increments, true, "increments");
  Ensemble telling;
  std::copy_if(samples.begin(), samples.end(), std::back_inserter(telling), [](const MacroscaleSample& s) {
    return s.stress.size() > 1 && s.window > 0 && s.increment > 0;
  });
  const double quantum = telling.empty() ? 0 : rise_per_increment(telling);
  return edges_for_rises(quantum, values.front(), values.back(), bins);
}

}  // namespace vitrum::compare
