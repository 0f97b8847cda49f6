#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "compare/estimate.h"
#include "edge/report/figure_data.h"

namespace vitrum::report {

nlohmann::json moduli_data(const std::vector<study::SampleRecord>& glass) {
  nlohmann::json out;
  for (const char* name : {"shear_modulus", "affine_shear_modulus", "bulk_modulus", "affine_bulk_modulus"}) {
    std::map<double, std::vector<double>> by_strain;
    for (const auto& record : glass) {
      if (!record.moduli.has_array(name)) continue;
      const auto& strains = record.moduli.doubles("strain");
      // Grid points of one strain may differ in the last bits.
      for (std::size_t i = 0; i < strains.size(); ++i)
        by_strain[std::round(strains[i] * 1e9) / 1e9].push_back(record.moduli.doubles(name)[i]);
    }
    if (by_strain.size() < 2) return nullptr;
    std::vector<double> strain, value, error;
    for (const auto& [at, values] : by_strain) {
      const auto mean = compare::mean_of_realizations(values);
      strain.push_back(at);
      value.push_back(mean.value);
      error.push_back(std::isnan(mean.error) ? 0 : mean.error);
    }
    out["strain"] = strain;
    out[name] = {{"value", value}, {"error", error}};
  }
  return out;
}

}  // namespace vitrum::report
