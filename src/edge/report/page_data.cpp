#include <algorithm>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"

namespace vitrum::report {

nlohmann::json page_data(const study::Results& results) {
  nlohmann::json data{{"glass", curves_data(results.glass)},
                      {"lattice", curves_data(results.lattice)},
                      {"latticeMap", lattice_map_data(results.lattice)},
                      {"glassMap", glass_map_data(results.glass)},
                      {"liquid", liquid_data(results.glass)},
                      {"eventMap", event_map_data(results.glass)},
                      {"largestEvent", largest_event_data(results.glass)},
                      {"eventSizes", event_sizes_data(results.event_sizes)},
                      {"moduli", moduli_data(results.glass)},
                      {"densities", nullptr},
                      {"deviation", nullptr}};
  if (results.compared) {
    data["densities"] = densities_data(results.comparison);
    data["deviation"] = deviation_data(results.comparison);
    data["stationaryFrom"] = std::max(results.comparison.from_first, results.comparison.from_second);
  }
  return data;
}

}  // namespace vitrum::report
