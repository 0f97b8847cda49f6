#include "compare/macroscale_description.h"

#include <algorithm>

#include "base/error.h"
#include "compare/ensemble_statistics.h"
#include "compare/quantity_edges.h"

namespace vitrum::compare {
namespace {

using List = std::vector<double> MacroscaleSample::*;

std::vector<std::vector<double>> each_list(const std::vector<MacroscaleSample>& samples, List list) {
  std::vector<std::vector<double>> values;
  for (const auto& sample : samples) values.push_back(sample.*list);
  return values;
}

bool has_positive(const std::vector<std::vector<double>>& lists) {
  return std::any_of(lists.begin(), lists.end(), [](const auto& list) {
    return std::any_of(list.begin(), list.end(), [](double value) { return value > 0; });
  });
}

QuantityDensity describe(const std::string& quantity, const std::vector<double>& edges,
                         const std::vector<std::vector<double>>& values, bool logarithmic,
                         const MacroscaleOptions& options) {
  const EnsembleStatistics ensemble(edges, values, logarithmic);
  const Statistics all = ensemble.all();
  RandomStream draws(options.seed, 0, Purpose::bootstrap);
  Spread density, moments;
  for (int i = 0; i < options.bootstrap; ++i) {
    const Statistics drawn = ensemble.of(draw_realizations(draws, ensemble.realizations()));
    density.add(drawn.density);
    moments.add({drawn.mean, drawn.deviation});
  }
  const std::vector<double> errors = moments.deviations();
  return {quantity,
          {edges, all.density, density.deviations()},
          {all.mean, errors[0]},
          {all.deviation, errors[1]},
          logarithmic,
          ensemble.excluded()};
}

}  // namespace

MacroscaleDescription describe_macroscale(const std::vector<MacroscaleSample>& samples,
                                          const MacroscaleOptions& options) {
  if (samples.size() < 2 || options.bins < 2 || options.bootstrap < 2)
    throw InputError("densities with errors need at least two realizations, two bins and two resamples");
  MacroscaleDescription out;
  const auto add = [&](const char* quantity, List list, const auto& edges_of, bool logarithmic) {
    const auto values = each_list(samples, list);
    if (logarithmic && !has_positive(values)) return;
    out.quantities.push_back(
        describe(quantity, edges_of(samples, samples, options.bins), values, logarithmic, options));
  };
  add("stress", &MacroscaleSample::stress, stress_edges, false);
  add("drop", &MacroscaleSample::drops, drop_edges, true);
  add("increment", &MacroscaleSample::increments, increment_edges, true);
  out.deviation = ensemble_deviation(samples);
  out.from = samples.front().from;
  return out;
}

}  // namespace vitrum::compare
