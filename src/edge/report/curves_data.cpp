#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "compare/estimate.h"
#include "compare/uniform_curve.h"
#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

// Numbers that the single curves of one model may take on the page; one curve is shown whatever it takes.
constexpr std::size_t room = 300'000;

struct Curve {
  std::int64_t sample;
  compare::UniformCurve path;
};

/// Histories that have a curve, all on the grid of the first one.
std::vector<Curve> curves_of(const std::vector<study::SampleRecord>& records) {
  std::vector<Curve> curves;
  for (const auto& record : records) {
    if (!compare::has_uniform_curve(record.history)) continue;
    Curve curve{record.sample, compare::uniform_curve(record.history)};
    const bool same_grid = curves.empty() || (curve.path.origin == curves.front().path.origin &&
                                              curve.path.step == curves.front().path.step);
    if (same_grid) curves.push_back(std::move(curve));
  }
  return curves;
}

}  // namespace

nlohmann::json curves_data(const std::vector<study::SampleRecord>& records) {
  const auto curves = curves_of(records);
  if (curves.empty()) return nullptr;

  nlohmann::json samples = nlohmann::json::array();
  std::size_t used = 0, common = curves.front().path.stress.size();
  for (const Curve& curve : curves) {
    common = std::min(common, curve.path.stress.size());
    if (used > 0 && used + curve.path.stress.size() > room) continue;
    used += curve.path.stress.size();
    samples.push_back({{"sample", curve.sample}, {"stress", packed(curve.path.stress)}});
  }

  std::vector<double> mean, error;
  for (std::size_t k = 0; k < common; ++k) {
    std::vector<double> values;
    for (const Curve& curve : curves) values.push_back(curve.path.stress[k]);
    const auto estimate = compare::mean_of_realizations(values);
    mean.push_back(estimate.value);
    error.push_back(std::isnan(estimate.error) ? 0 : estimate.error);
  }
  return {{"origin", curves.front().path.origin},
          {"step", curves.front().path.step},
          {"realizations", curves.size()},
          {"samples", std::move(samples)},
          {"mean", packed(mean)},
          {"error", packed(error)}};
}

}  // namespace vitrum::report
