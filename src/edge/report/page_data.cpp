#include <algorithm>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"

namespace vitrum::report {

nlohmann::json page_data(const study::Results& results) {
  nlohmann::json data{{"glass", curves_data(results.glass)},
                      {"lattice", curves_data(results.lattice)},
                      {"glassBundle", bundle_data(results.glass)},
                      {"latticeBundle", bundle_data(results.lattice)},
                      {"latticeMaps", lattice_maps_data(results.lattice)},
                      {"avalanches", avalanche_sizes_data(results.avalanche_sizes)},
                      {"largestAvalanche", largest_avalanche_data(results.lattice)},
                      {"reloads", leg_curves_data(results.reloads)},
                      {"stressLegs", leg_curves_data(results.stress_legs)},
                      {"creeps", leg_curves_data(results.creeps)},
                      {"anisotropy", anisotropy_data(results.lattice)},
                      {"glassMap", glass_map_data(results.glass)},
                      {"liquid", liquid_data(results.glass)},
                      {"eventMap", event_map_data(results.glass)},
                      {"largestEvent", largest_event_data(results.glass)},
                      {"eventSizes", event_sizes_data(results.event_sizes)},
                      {"moduli", moduli_data(results.glass)},
                      {"localYield", local_yield_data(results.local)},
                      {"localMap", local_map_data(results)},
                      {"paper", paper_figures_data(results.paper_figures)},
                      {"densities", densities_data(results.description)},
                      {"deviation", deviation_data(results.description)}};
  if (results.compared) {
    data["densities"] = densities_data(results.comparison);
    data["deviation"] = deviation_data(results.comparison);
    data["stationaryFrom"] = std::max(results.comparison.from_first, results.comparison.from_second);
  } else if (!data["densities"].is_null()) {
    data["stationaryFrom"] = results.description.macroscale.from;
  }
  return data;
}

}  // namespace vitrum::report
