#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "compare/leg_path.h"
#include "compare/mean_curve.h"
#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

using compare::LegPath;
using compare::Line;

constexpr std::size_t most_samples = 40;
constexpr std::size_t points_of_leg = 500;

std::set<std::int64_t> legs_of(const std::vector<study::SampleRecord>& records) {
  std::set<std::int64_t> legs;
  for (const auto& record : records) legs.insert(record.history.leg.begin(), record.history.leg.end());
  return legs;
}

/// Every n-th point of the path of a leg, and its last one.
void append_thinned(const LegPath& path, std::vector<double>& strain, std::vector<double>& stress) {
  const std::size_t every = std::max<std::size_t>(1, path.strain.size() / points_of_leg);
  for (std::size_t i = 0; i < path.strain.size(); ++i) {
    if (i % every != 0 && i + 1 != path.strain.size()) continue;
    strain.push_back(path.strain[i]);
    stress.push_back(path.stress[i]);
  }
}

nlohmann::json sample_data(const study::SampleRecord& record, const std::set<std::int64_t>& legs) {
  std::vector<double> strain, stress;
  for (const std::int64_t leg : legs) append_thinned(compare::leg_path(record.history, leg), strain, stress);
  return {{"sample", record.sample}, {"strain", packed(strain)}, {"stress", packed(stress)}};
}

/// Stress against the strain since the start of a leg, counted along it; empty when the strain turns back.
Line along(const LegPath& path) {
  Line line;
  const double way = path.strain.back() - path.strain.front();
  for (std::size_t i = 0; i < path.strain.size(); ++i) {
    const double x = std::copysign(1.0, way) * (path.strain[i] - path.strain.front());
    if (!line.x.empty() && x < line.x.back() - 1e-9 * std::abs(way)) return {};
    line.add(x, path.stress[i]);
  }
  return line;
}

/// The mean as far as all samples are still in the leg; null where there is none.
nlohmann::json mean_data(const std::vector<study::SampleRecord>& records, std::int64_t leg) {
  std::vector<Line> lines;
  double start = 0, way = 0, common = INFINITY;
  for (const auto& record : records) {
    const LegPath path = compare::leg_path(record.history, leg);
    if (path.strain.size() < 2) continue;
    lines.push_back(along(path));
    if (lines.back().x.empty()) return nullptr;
    start += path.strain.front();
    way += path.strain.back() - path.strain.front();
    common = std::min(common, lines.back().x.back());
  }
  if (lines.empty() || !(common > 0)) return nullptr;
  start /= static_cast<double>(lines.size());
  const auto mean = compare::mean_curve(lines, compare::even_points(0, common, int{points_of_leg} + 1));
  std::vector<double> strain, error;
  for (std::size_t i = 0; i < mean.x.size(); ++i) {
    strain.push_back(start + std::copysign(mean.x[i], way));
    error.push_back(std::isnan(mean.error[i]) ? 0 : mean.error[i]);
  }
  return {{"strain", packed(strain)}, {"value", packed(mean.value)}, {"error", packed(error)}};
}

}  // namespace

nlohmann::json bundle_data(const std::vector<study::SampleRecord>& records) {
  const auto legs = legs_of(records);
  nlohmann::json samples = nlohmann::json::array(), means = nlohmann::json::array();
  for (const auto& record : records) {
    if (samples.size() == most_samples) break;
    if (record.history.states.size() > 1) samples.push_back(sample_data(record, legs));
  }
  for (const std::int64_t leg : legs)
    if (auto mean = mean_data(records, leg); !mean.is_null()) means.push_back(std::move(mean));
  if (samples.empty()) return nullptr;
  return {{"samples", std::move(samples)},
          {"means", std::move(means)},
          {"realizations", records.size()},
          {"legs", legs.size()}};
}

}  // namespace vitrum::report
