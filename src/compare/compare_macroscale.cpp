#include "base/error.h"
#include "compare/macroscale.h"
#include "compare/quantity_comparison.h"
#include "compare/quantity_edges.h"

namespace vitrum::compare {
namespace {

using List = std::vector<double> MacroscaleSample::*;

std::vector<std::vector<double>> lists_of(const std::vector<MacroscaleSample>& samples, List list) {
  std::vector<std::vector<double>> values;
  for (const auto& sample : samples) values.push_back(sample.*list);
  return values;
}

void require_enough(const std::vector<MacroscaleSample>& samples, const char* which) {
  if (samples.size() < 2) {
    throw InputError(std::string("the ") + which + " model has " + std::to_string(samples.size()) +
                     " realizations; errors of a comparison need at least two of each model");
  }
}

}  // namespace

MacroscaleComparison compare_macroscale(const std::vector<MacroscaleSample>& first,
                                        const std::vector<MacroscaleSample>& second,
                                        const MacroscaleOptions& options) {
  require_enough(first, "first");
  require_enough(second, "second");
  if (options.bins < 2 || options.bootstrap < 2) {
    throw InputError("a comparison of densities needs at least two bins and two bootstrap resamples");
  }

  std::vector<QuantityComparison> quantities;
  const auto compare_lists = [&](const char* name, List list, const std::vector<double>& edges,
                                 bool logarithmic) {
    quantities.emplace_back(name, edges, lists_of(first, list), lists_of(second, list), logarithmic);
  };
  const int bins = options.bins;
  compare_lists("stress", &MacroscaleSample::stress, stress_edges(first, second, bins), false);
  compare_lists("drop", &MacroscaleSample::drops, drop_edges(first, second, bins), true);
  compare_lists("increment", &MacroscaleSample::increments, increment_edges(first, second, bins), true);

  RandomStream draws_of_first(options.seed, 0, Purpose::bootstrap);
  RandomStream draws_of_second(options.seed, 1, Purpose::bootstrap);
  Spread macro;
  for (int i = 0; i < options.bootstrap; ++i) {
    tell(options.hear, static_cast<double>(i) / options.bootstrap);
    const auto from_first = draw_realizations(draws_of_first, first.size());
    const auto from_second = draw_realizations(draws_of_second, second.size());
    double sum = 0;
    for (auto& quantity : quantities) sum += quantity.resample(from_first, from_second);
    macro.add({sum / static_cast<double>(quantities.size())});
  }

  MacroscaleComparison comparison;
  for (const auto& quantity : quantities) {
    const DensityPair pair = quantity.result();
    comparison.macro.value += pair.mismatch.value / static_cast<double>(quantities.size());
    comparison.floor += pair.floor / static_cast<double>(quantities.size());
    comparison.quantities.push_back(pair);
  }
  comparison.macro.error = macro.deviations().front();
  comparison.deviation = compare_stress_deviation(first, second);
  comparison.from_first = first.front().from;
  comparison.from_second = second.front().from;
  return comparison;
}

}  // namespace vitrum::compare
