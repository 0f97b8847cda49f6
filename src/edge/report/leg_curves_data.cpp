#include <cmath>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {

nlohmann::json leg_curves_data(const std::vector<study::LegCurve>& curves) {
  nlohmann::json out = nlohmann::json::array();
  for (const auto& [model, label, curve] : curves) {
    std::vector<double> error;
    for (const double e : curve.error) error.push_back(std::isnan(e) ? 0 : e);
    out.push_back({{"model", model},
                   {"label", label},
                   {"realizations", curve.realizations},
                   {"x", packed(curve.x)},
                   {"value", packed(curve.value)},
                   {"error", packed(error)}});
  }
  if (out.empty()) return nullptr;
  return out;
}

}  // namespace vitrum::report
