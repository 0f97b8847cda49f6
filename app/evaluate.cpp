#include "atomistic/evaluate.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "edge/import/read_configuration.h"

namespace vitrum::app {

namespace {

nlohmann::json matrix(const SymmetricTensor& s, int dimension) {
  if (dimension == 2) return {{s.xx, s.xy}, {s.xy, s.yy}};
  return {{s.xx, s.xy, s.xz}, {s.xy, s.yy, s.yz}, {s.xz, s.yz, s.zz}};
}

}  // namespace

int evaluate(const std::string& file, const std::string& potential, bool json) {
  const auto imported = imports::read_configuration(file);
  const auto result = atomistic::evaluate(imported.configuration, potential, imported.species_names);
  const nlohmann::json stress = matrix(result.stress, result.dimension);
  if (json) {
    const nlohmann::ordered_json out = {{"potential", result.potential},
                                        {"atoms", result.atoms},
                                        {"pairs", result.pairs},
                                        {"energy", result.energy},
                                        {"energy_per_atom", result.energy_per_atom},
                                        {"stress", stress},
                                        {"max_force", result.max_force}};
    fmt::print("{}\n", out.dump(2));
    return 0;
  }
  fmt::print("potential        {}\natoms            {}\npairs            {}\n", result.potential,
             result.atoms, result.pairs);
  fmt::print("energy           {:.17g}\nenergy per atom  {:.17g}\n", result.energy, result.energy_per_atom);
  for (std::size_t i = 0; i < stress.size(); ++i) {
    fmt::print("{}", i == 0 ? "stress          " : "                ");
    for (const auto& component : stress[i]) fmt::print(" {:23.17g}", component.get<double>());
    fmt::print("\n");
  }
  fmt::print("largest force    {:.3g}\n", result.max_force);
  return 0;
}

}  // namespace vitrum::app
