#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {

nlohmann::json liquid_data(const std::vector<study::SampleRecord>& glass) {
  nlohmann::json samples = nlohmann::json::array();
  for (const auto& record : glass) {
    if (!record.measures.has_group("liquid")) continue;
    const Group& liquid = record.measures.group("liquid");
    if (!liquid.has_array("time") || !liquid.has_array("energy")) continue;
    samples.push_back({{"sample", record.sample},
                       {"time", packed(liquid.doubles("time"))},
                       {"energy", packed(liquid.doubles("energy"))}});
  }
  if (samples.empty()) return nullptr;
  return samples;
}

}  // namespace vitrum::report
