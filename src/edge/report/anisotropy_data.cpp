#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "compare/estimate.h"
#include "edge/report/figure_data.h"

namespace vitrum::report {
namespace {

constexpr const char* field = "directional_distance";

double mean_of(const double* begin, const double* end) {
  return std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
}

/// What the samples show in their snapshot of the same number.
struct Snapshots {
  std::vector<double> strains, stresses;        ///< of each sample
  std::vector<std::vector<double>> directions;  ///< for each direction the mean over elements, of each sample
};

Snapshots snapshots_numbered(std::size_t number, const std::vector<study::SampleRecord>& lattice) {
  Snapshots out;
  for (const auto& record : lattice) {
    if (number >= record.fields.size() || !record.fields[number].fields.has_array(field)) continue;
    const Group& fields = record.fields[number].fields;
    const auto& shape = fields.arrays.at(field).shape;
    if (shape.size() != 3 || shape[0] == 0) continue;
    const std::vector<double>& values = fields.doubles(field);
    const std::size_t elements = values.size() / shape[0];
    out.directions.resize(shape[0]);
    for (std::size_t i = 0; i < shape[0]; ++i)
      out.directions[i].push_back(mean_of(values.data() + i * elements, values.data() + (i + 1) * elements));
    out.strains.push_back(record.fields[number].strain);
    if (fields.has_array("stress_xy")) {
      const auto& stress = fields.doubles("stress_xy");
      out.stresses.push_back(mean_of(stress.data(), stress.data() + stress.size()));
    }
  }
  return out;
}

}  // namespace

nlohmann::json anisotropy_data(const std::vector<study::SampleRecord>& lattice) {
  std::size_t most = 0;
  for (const auto& record : lattice) most = std::max(most, record.fields.size());
  nlohmann::json curves = nlohmann::json::array();
  for (std::size_t number = 0; number < most; ++number) {
    const Snapshots found = snapshots_numbered(number, lattice);
    if (found.strains.empty()) continue;
    std::vector<double> alpha, value, error;
    for (std::size_t i = 0; i < found.directions.size(); ++i) {
      // A direction along which some element never yields has no mean distance.
      const auto mean = compare::mean_of_realizations(found.directions[i]);
      if (!std::isfinite(mean.value)) continue;
      alpha.push_back(180.0 * static_cast<double>(i) / static_cast<double>(found.directions.size()));
      value.push_back(mean.value);
      error.push_back(std::isnan(mean.error) ? 0 : mean.error);
    }
    nlohmann::json curve{{"strain", compare::mean_of_realizations(found.strains).value},
                         {"samples", found.strains.size()},
                         {"alpha", alpha},
                         {"value", value},
                         {"error", error}};
    if (!found.stresses.empty()) curve["stress"] = compare::mean_of_realizations(found.stresses).value;
    if (!alpha.empty()) curves.push_back(std::move(curve));
  }
  if (curves.empty()) return nullptr;
  return curves;
}

}  // namespace vitrum::report
