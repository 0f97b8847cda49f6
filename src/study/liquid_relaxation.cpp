#include "study/liquid_relaxation.h"

#include <algorithm>

namespace vitrum::study {

std::size_t LiquidRelaxation::short_holds() const {
  const auto few = std::count_if(holds.begin(), holds.end(), [](double h) { return h < equilibrium_hold; });
  return never + static_cast<std::size_t>(few);
}

LiquidRelaxation liquid_relaxation(const std::vector<SampleRecord>& glasses) {
  LiquidRelaxation out;
  for (const SampleRecord& record : glasses) {
    if (!record.measures.has_group("liquid")) continue;
    const Group& liquid = record.measures.group("liquid");
    if (!liquid.has_array("relaxation_time")) continue;
    ++out.watched;
    const double time = liquid.number("relaxation_time");
    if (time <= 0) {
      ++out.never;
      continue;
    }
    out.times.push_back(time);
    out.holds.push_back(liquid.number("hold_in_relaxation_times"));
  }
  return out;
}

}  // namespace vitrum::study
