#include "atomistic/evaluate.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/elasticity.h"
#include "atomistic/eam_force_field.h"
#include "atomistic/material.h"
#include "atomistic/metal_lowest_mode.h"
#include "atomistic/metal_moduli.h"
#include "atomistic/metal_relaxation.h"
#include "atomistic/potential_registry.h"
#include "atomistic/quench.h"
#include "base/error.h"
#include "edge/import/eam_file.h"
#include "edge/import/potential_file.h"
#include "edge/import/read_configuration.h"

namespace vitrum::app {

namespace {

nlohmann::json matrix(const SymmetricTensor& s, int dimension) {
  if (dimension == 2) return {{s.xx, s.xy}, {s.xy, s.yy}};
  return {{s.xx, s.xy, s.xz}, {s.xy, s.yy, s.yz}, {s.xz, s.yz, s.zz}};
}

nlohmann::ordered_json as_json(const atomistic::Evaluated& result) {
  return {{"potential", result.potential},
          {"atoms", result.atoms},
          {"pairs", result.pairs},
          {"energy", result.energy},
          {"energy_per_atom", result.energy_per_atom},
          {"stress", matrix(result.stress, result.dimension)},
          {"max_force", result.max_force}};
}

void print(const atomistic::Evaluated& result) {
  const nlohmann::json stress = matrix(result.stress, result.dimension);
  fmt::print("potential        {}\natoms            {}\npairs            {}\n", result.potential,
             result.atoms, result.pairs);
  fmt::print("energy           {:.17g}\nenergy per atom  {:.17g}\n", result.energy, result.energy_per_atom);
  for (std::size_t i = 0; i < stress.size(); ++i) {
    fmt::print("{}", i == 0 ? "stress          " : "                ");
    for (const auto& component : stress[i]) fmt::print(" {:23.17g}", component.get<double>());
    fmt::print("\n");
  }
  fmt::print("largest force    {:.3g}\n", result.max_force);
}

/// Moduli in eV per cubic angstrom, in GPa.
atomistic::ElasticModuli in_gigapascals(atomistic::ElasticModuli moduli) {
  moduli.stress = atomistic::gigapascals * moduli.stress;
  for (auto* tensor : {&moduli.affine, &moduli.relaxed})
    for (auto& row : tensor->value)
      for (double& c : row) c *= atomistic::gigapascals;
  return moduli;
}

void add_mode(nlohmann::ordered_json& out, const atomistic::LowestMode& mode,
              const EvaluateArguments& arguments) {
  out["lowest_mode"] = {{"eigenvalue", mode.eigenvalue}, {"participation", mode.participation}};
  if (!arguments.json) app::print(mode);
}

/// By a table file of an embedded-atom potential.
int evaluate_table(const EvaluateArguments& arguments) {
  auto imported = imports::read_configuration(arguments.file);
  const auto potential = std::make_shared<const atomistic::EamPotential>(
      imports::read_eam(imports::find_table(arguments.potential)));
  const auto numbers =
      atomistic::species_numbers(imported.species_names, arguments.potential, potential->elements());
  for (int& s : imported.configuration.species) s = numbers[static_cast<std::size_t>(s)];
  atomistic::Configuration& configuration = imported.configuration;
  atomistic::EamForceField field(potential);
  if (arguments.minimise)
    atomistic::metal_material(potential, atomistic::metal_relaxation_settings(), 0.3)->quench(configuration);
  auto result = atomistic::evaluate(field, configuration, arguments.potential);
  result.stress = atomistic::gigapascals * result.stress;
  nlohmann::ordered_json out = as_json(result);
  const std::string units = "eV, angstrom, stress in GPa";
  out["units"] = units;
  if (!arguments.json) {
    print(result);
    fmt::print("units            {}\n", units);
  }
  if (arguments.moduli) {
    const auto moduli = in_gigapascals(atomistic::metal_moduli(potential, configuration));
    out["moduli"] = app::as_json(moduli);
    if (!arguments.json) app::print(moduli);
  }
  if (arguments.lowest_mode) add_mode(out, atomistic::metal_lowest_mode(potential, configuration), arguments);
  if (arguments.json) fmt::print("{}\n", out.dump(2));
  return 0;
}

}  // namespace

int evaluate(const EvaluateArguments& arguments) {
  if (imports::names_a_table(arguments.potential)) return evaluate_table(arguments);
  const auto imported = imports::read_configuration(arguments.file);
  auto [potential, configuration] =
      atomistic::recognise(imported.configuration, arguments.potential, imported.species_names);
  atomistic::PairForceField field(atomistic::pair_potentials(potential));
  if (arguments.minimise) atomistic::quench(field, configuration);
  const auto result = atomistic::evaluate(configuration, potential);

  nlohmann::ordered_json out = as_json(result);
  const std::string units = fmt::format("eps, sigma, stress in eps/sigma^{}", result.dimension);
  out["units"] = units;
  if (!arguments.json) {
    print(result);
    fmt::print("units            {}\n", units);
  }
  if (arguments.moduli) {
    const auto moduli = atomistic::elastic_moduli(field, configuration);
    out["moduli"] = as_json(moduli);
    if (!arguments.json) print(moduli);
  }
  if (arguments.lowest_mode) add_mode(out, atomistic::lowest_mode(field, configuration), arguments);
  if (arguments.json) fmt::print("{}\n", out.dump(2));
  return 0;
}

}  // namespace vitrum::app
