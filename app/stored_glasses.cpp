#include "app/stored_glasses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <sstream>

#include "app/not_there.h"
#include "atomistic/configuration_record.h"
#include "atomistic/orientation.h"
#include "atomistic/potential_registry.h"
#include "base/error.h"
#include "edge/import/read_configuration.h"
#include "edge/store/file.h"
#include "edge/store/result_folder.h"
#include "study/glass_former.h"
#include "study/run.h"

namespace vitrum::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* from = "glass.from";

/// A configuration, and what its species are called where it comes from.
struct Found {
  fs::path path;
  atomistic::Configuration configuration;
  std::vector<std::string> species;
  std::string potential;  ///< "": not known
};

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

Found stored_glass(const fs::path& path) {
  const Group content = store::read_file(path, store::sample_kind).content;
  if (!content.has_group("glass"))
    throw InputError(path.string() +
                     " holds no glass before loading (it is one of lattices, or of an earlier version); "
                     "name a result file of a glass");
  const Group& glass = content.group("glass");
  return {path, atomistic::configuration_from(glass), words(glass.text("species_names")),
          glass.text("potential")};
}

Found imported_glass(const fs::path& path) {
  imports::Imported imported = imports::read_configuration(path);
  return {path, std::move(imported.configuration), std::move(imported.species_names), ""};
}

/// One source after the other: a folder gives all glasses in it.
std::vector<Found> found_in(const std::string& source) {
  const fs::path path = source;
  if (!fs::exists(path)) throw InputError(not_there(source));
  if (!fs::is_directory(path)) return {path.extension() == ".h5" ? stored_glass(path) : imported_glass(path)};
  std::vector<Found> out;
  for (const fs::path& file : store::finished_files(path)) {
    const std::string name = file.filename().string();
    if (name.starts_with("glass-") && !study::holds_local_tests(name)) out.push_back(stored_glass(file));
  }
  if (out.empty()) throw InputError(source + " holds no glass-*.h5; name a folder of results with glasses");
  return out;
}

/// Brings species to the study's numbers. @throws InputError when the glass is not one of the study's
/// potential.
void fit_to(const study::Glass& glass, Found& found) {
  const std::string name = found.path.string();
  const study::GlassFormer former = study::glass_former(glass);
  atomistic::Configuration& configuration = found.configuration;
  const bool foreign = glass.engine == study::Engine::lammps;  // which has its own way to name potentials
  if (!foreign && !found.potential.empty() && found.potential != glass.potential)
    throw InputError(
        fmt::format("{} holds a glass of the potential {} (the study's is {}); set glass.potential "
                    "= \"{}\", or name another glass",
                    name, found.potential, glass.potential, found.potential));
  if (configuration.box.dimension != former.mixture.dimension)
    throw InputError(fmt::format("{} has {} dimensions (the potential {} has {}); name another glass", name,
                                 configuration.box.dimension, glass.potential, former.mixture.dimension));
  if (found.species.size() > former.species.size())
    throw InputError(fmt::format("{} has the species {} (the potential {} knows {}); name another glass",
                                 name, joined(found.species), glass.potential, joined(former.species)));
  const std::vector<int> numbers = atomistic::species_numbers(found.species, glass.potential, former.species);
  for (int& s : configuration.species) s = numbers.at(static_cast<std::size_t>(s));
}

double density_of(const atomistic::Configuration& configuration) {
  return static_cast<double>(configuration.atoms()) / configuration.box.volume();
}

void adopt_sizes(study::Glass& glass, const std::vector<Found>& all, config::Findings& findings) {
  const Found& first = all.front();
  const auto atoms = static_cast<int>(first.configuration.atoms());
  for (const Found& found : all)
    if (found.configuration.atoms() != first.configuration.atoms())
      return findings.inconsistent(
          {from},
          fmt::format("glass.from: {} has {} atoms (the first, {}, has {}; the samples of a study are of "
                      "one size); make a study for each size",
                      found.path.string(), found.configuration.atoms(), first.path.string(), atoms));
  if (findings.is_given("glass.atoms") && glass.atoms != atoms)
    findings.inconsistent({"glass.atoms", from},
                          fmt::format("glass.atoms is {} (the glasses of glass.from have {}); leave it out",
                                      glass.atoms, atoms));
  const double density = density_of(first.configuration);
  if (findings.is_given("glass.density") && std::abs(glass.density - density) > 1e-6 * density)
    findings.inconsistent(
        {"glass.density", from},
        fmt::format("glass.density is {} (the glasses of glass.from have {:.8g}); leave it out",
                    glass.density, density));
  glass.atoms = atoms;
  if (!findings.is_given("glass.density")) glass.density = density;
  const auto count = static_cast<int>(all.size()) * glass.orientations;
  if (!findings.is_given("glass.samples")) glass.samples = count;
  if (glass.samples > count)
    findings.inconsistent(
        {"glass.samples", from},
        fmt::format("glass.samples is {} (glass.from names {} glasses{}); take at most {}, or name "
                    "more",
                    glass.samples, all.size(),
                    glass.orientations > 1 ? fmt::format(" in {} orientations", glass.orientations) : "",
                    count));
}

/// The glass in all orientations that are asked for, said with its file when it cannot be turned.
void add_turned(const Found& found, int orientations, study::StoredGlasses& out) {
  for (int orientation = 0; orientation < orientations; ++orientation) try {
      out.push_back(atomistic::oriented(found.configuration, orientation));
    } catch (const InputError& error) {
      throw InputError(
          fmt::format("{} has no orientation {}: {}", found.path.string(), orientation + 1, error.what()));
    }
}

}  // namespace

study::StoredGlasses read_stored_glasses(study::Settings& settings, config::Findings& findings) {
  study::Glass& glass = settings.glass;
  const bool unsure = findings.in_doubt("glass.potential") || findings.in_doubt("glass.species") ||
                      findings.in_doubt("glass.pair");
  // And that was said.
  const bool without_table = (study::names_a_table(glass.potential) && !glass.metal) ||
                             (glass.engine == study::Engine::lammps && !glass.foreign);
  if (glass.from.empty() || unsure || without_table) return {};
  std::vector<Found> all;
  bool whole = true;
  const auto or_say = [&](const auto& work) {
    try {
      work();
    } catch (const InputError& error) {
      whole = false;
      findings.inconsistent({from}, fmt::format("glass.from: {}", error.what()));
    }
  };
  for (const std::string& source : glass.from)
    or_say([&] {
      for (Found& found : found_in(source)) all.push_back(std::move(found));
    });
  for (Found& found : all) or_say([&] { fit_to(glass, found); });
  const int most = atomistic::orientations(glass.dimension);
  if (glass.orientations > most)
    findings.inconsistent({"glass.orientations", from},
                          fmt::format("glass.orientations is {} (a glass in two dimensions has {}); lower it",
                                      glass.orientations, most));
  if (whole && !all.empty()) adopt_sizes(glass, all, findings);
  study::StoredGlasses out;
  if (glass.orientations <= most)
    for (const Found& found : all) or_say([&] { add_turned(found, glass.orientations, out); });
  return out;
}

}  // namespace vitrum::app
