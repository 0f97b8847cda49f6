#include "edge/export/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/commands.h"
#include "app/page.h"
#include "app/stored_loadings.h"
#include "app/stored_reference.h"
#include "app/stored_samples.h"
#include "atomistic/configuration_record.h"
#include "atomistic/eam_tables_record.h"
#include "base/error.h"
#include "edge/config/schema.h"
#include "edge/config/study_file.h"
#include "edge/export/figure_tables.h"
#include "edge/export/xdmf.h"
#include "edge/store/file.h"
#include "edge/store/make_folder.h"
#include "edge/store/result_folder.h"
#include "edge/store/whole_file.h"
#include "study/lammps_lines.h"
#include "study/reference_tables.h"
#include "study/run.h"

namespace vitrum::app {

namespace {

/// What the later legs of the tables are, one "leg kind" a line.
void name_legs(store::File& file) {
  if (!file.content.has_group("legs")) return;
  const auto settings = config::parse_study(file.provenance.text("settings"), "stored settings").settings;
  const auto& program = settings.glass.samples > 0 ? settings.glass.program : settings.lattice.program;
  std::string kinds;
  for (std::size_t leg = 1; leg < program.legs.size(); ++leg)
    kinds += fmt::format("{} {}\n", leg, config::leg_kind_name(program.legs[leg].kind));
  file.content.groups["legs"].texts["kinds"] = kinds;
}

std::vector<study::LoadingRecord> thinned_loadings(const std::string& source, std::int64_t every) {
  std::vector<study::LoadingRecord> out = loadings_of(source);
  for (study::LoadingRecord& record : out) record.history = study::thinned(record.history, every);
  return out;
}

/// One file of all samples of a folder of results, with the provenance of the one finished last.
int export_together(const std::string& source, std::string_view kind, Group content,
                    const std::string& output) {
  store::File file{std::string(kind), {}, std::move(content)};
  for (const auto& path : record_files(source)) {
    Group provenance = store::read_file(path).provenance;
    if (file.provenance.texts.empty() || provenance.text("date") >= file.provenance.text("date"))
      file.provenance = std::move(provenance);
  }
  name_legs(file);
  std::filesystem::path path = output;
  if (std::filesystem::is_directory(path)) path /= std::string(kind) + ".h5";
  store::make_folder(path.parent_path());
  const auto into = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (std::filesystem::is_directory(source) && std::filesystem::equivalent(into, source))
    throw InputError(path.string() + " would stand among the records of " + source +
                     ", where only these may; choose another place with --output");
  store::remove_unfinished(into);
  store::write_file(path, file);
  fmt::print("{}\n", path.string());
  return 0;
}

/// Every table and figure of a folder's page.
std::vector<exports::Document> tables_of_folder(const std::string& folder, const std::string& format) {
  if (format != "csv")
    throw InputError(folder + " is a folder; " + format +
                     " is made of single files: name one of its .h5 (csv of a folder has the tables and "
                     "figures of its page)");
  return exports::figure_tables(analysed(folder).results);
}

/// Sidecars that name arrays in the file, seen from the folder that they will stand in.
std::vector<exports::Document> sidecars(const std::string& file, const Group& content,
                                        const std::string& output) {
  // The folder need not be there yet.
  const std::string seen = std::filesystem::relative(file, std::filesystem::absolute(output)).string();
  const auto records = study::records_of_task(content);
  const bool batch = !content.has_group("history");
  std::vector<exports::Document> out;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string text =
        exports::xdmf(records[i], seen, batch ? "/content/" + std::to_string(i) : "/content");
    if (!text.empty())
      out.push_back({fmt::format("{}-{:03d}.xdmf", records[i].model, records[i].sample), text});
  }
  if (out.empty() &&
      std::any_of(records.begin(), records.end(), [](const auto& record) { return record.model == "glass"; }))
    throw InputError(file +
                     " holds a glass, and xdmf is for fields of lattices; choose extxyz, lammps or dump for "
                     "atoms, csv for tables");
  if (out.empty())
    throw InputError(
        file + " holds no fields of a lattice, which xdmf is for; list strains under snapshots in the study");
  return out;
}

/// As the tables of its potential have them, or else the study.
exports::SpeciesOfAtoms species_of(const store::File& file) {
  exports::SpeciesOfAtoms out;
  if (file.content.has_group("potential")) {
    const auto tables = atomistic::eam_tables_from(file.content.group("potential"));
    return {tables.masses, tables.elements};
  }
  if (!file.content.has_group("glass") || file.provenance.texts.count("settings") == 0) return out;
  const auto glass = config::parse_study(file.provenance.text("settings"), "stored settings").settings.glass;
  for (const study::GlassSpecies& one : glass.species) {
    out.masses.push_back(one.mass);
    if (study::in_metal_units(glass)) out.symbols.push_back(one.name);
  }
  return out;
}

std::vector<exports::Document> documents_of(const std::string& file, const std::string& format,
                                            const std::string& output) {
  if (std::filesystem::is_directory(file)) return tables_of_folder(file, format);
  const store::File stored = store::read_file(file, store::sample_kind);
  const Group& content = stored.content;
  if (format == "xdmf") return sidecars(file, content, output);
  std::vector<exports::QuenchedGlass> quenched;
  if (content.has_group("glass"))
    quenched.push_back({content.integer("sample"), atomistic::configuration_from(content.group("glass"))});
  return exports::documents(study::records_of_task(content), exports::format_of(format), quenched,
                            species_of(stored));
}

}  // namespace

int export_file(const std::string& file, const std::string& format, const std::string& output,
                std::int64_t every) {
  if (format == "reference")
    return export_together(file, store::reference_kind, study::to_group(tables_of_records(file)), output);
  if (format == "loadings")
    return export_together(file, store::loadings_kind, study::to_group(thinned_loadings(file, every)),
                           output);
  if (format != "xdmf") exports::format_of(format);  // a wrong one, before anything is read
  const auto documents = documents_of(file, format, output);
  store::make_folder(output);
  store::remove_unfinished(output);
  for (const auto& document : documents) {
    const auto path = std::filesystem::path(output) / document.name;
    store::write_whole(path, document.content);
    fmt::print("{}\n", path.string());
  }
  return 0;
}

}  // namespace vitrum::app
