#include "app/potential_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <set>

#include "base/error.h"
#include "base/nearest_name.h"
#include "edge/import/eam_file.h"
#include "edge/import/potential_file.h"

namespace vitrum::app {

namespace {

constexpr const char* potential_key = "glass.potential";

std::filesystem::path place_of_table(const std::string& study_file, const std::string& name) {
  const auto beside = std::filesystem::path(study_file).parent_path() / name;
  return std::filesystem::is_regular_file(beside) ? beside : imports::find_table(name);
}

/// The species that the study lists; false when some are none of the table's.
bool find_elements(const study::Glass& glass, const atomistic::EamTables& tables,
                   std::vector<std::string>& elements, config::Findings& findings) {
  bool good = true;
  for (std::size_t i = 0; i < glass.species.size(); ++i) {
    const std::string& name = glass.species[i].name;
    const auto& known = tables.elements;
    elements.push_back(name);
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    good = false;
    const std::string meant = nearest(name, known);
    findings.inconsistent({fmt::format("glass.species[{}].name", i + 1), potential_key},
                          fmt::format("glass.species[{}].name is \"{}\" (the table {} has {}){}", i + 1, name,
                                      glass.potential, fmt::join(known, ", "),
                                      meant.empty() ? "; choose one of these, or another table"
                                                    : "; did you mean \"" + meant + "\"?"));
  }
  return good && std::set<std::string>(elements.begin(), elements.end()).size() == elements.size();
}

/// Those of the table; the study may say them again.
void take_masses(study::Glass& glass, config::Findings& findings) {
  for (std::size_t i = 0; i < glass.species.size(); ++i) {
    const double mass = glass.metal->masses()[i];
    const std::string path = fmt::format("glass.species[{}].mass", i + 1);
    if (findings.is_given(path) && std::abs(glass.species[i].mass - mass) > 1e-6 * mass)
      findings.inconsistent({path, potential_key},
                            fmt::format("{} is {} (the table {} has {}, in g/mol); leave it out", path,
                                        glass.species[i].mass, glass.potential, mass));
    glass.species[i].mass = mass;
  }
}

}  // namespace

void read_potential_table(const std::string& study_file, study::Settings& settings,
                          config::Findings& findings) {
  study::Glass& glass = settings.glass;
  if (!study::names_a_table(glass.potential) || findings.in_doubt(potential_key) || glass.samples == 0)
    return;
  try {
    const atomistic::EamTables tables = imports::read_eam(place_of_table(study_file, glass.potential));
    std::vector<std::string> elements;
    if (!find_elements(glass, tables, elements, findings)) return;
    glass.metal = std::make_shared<const atomistic::EamPotential>(
        elements.empty() ? tables : atomistic::tables_of(tables, elements));
    take_masses(glass, findings);
  } catch (const InputError& error) {
    findings.wrong(potential_key, findings.place(potential_key),
                   fmt::format("{}: {}", potential_key, error.what()));
  }
}

}  // namespace vitrum::app
