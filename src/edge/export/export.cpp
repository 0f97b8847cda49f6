#include "edge/export/export.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "base/error.h"
#include "edge/export/atoms.h"
#include "edge/export/digits.h"
#include "edge/export/image_data.h"
#include "edge/export/table.h"

namespace vitrum::exports {
namespace {

std::string stem(const std::string& model, std::int64_t sample) {
  char number[24];
  std::snprintf(number, sizeof number, "-%03lld", static_cast<long long>(sample));
  return model + number;
}

std::string stem(const study::SampleRecord& record) { return stem(record.model, record.sample); }

/// Names of a record's snapshots carry number and strain: two legs may pass the same strain.
std::string snapshot_stem(const study::SampleRecord& record, std::size_t i) {
  return stem(record) + "-" + std::to_string(i) + "-strain-" + shortest(record.fields[i].strain);
}

void add_tables(const study::SampleRecord& record, std::vector<Document>& out) {
  // A file of local tests alone has no history.
  if (!record.history.states.empty() || record.surveys.empty()) {
    out.push_back({stem(record) + "-states.csv", states_csv(record.history)});
    out.push_back({stem(record) + "-events.csv", events_csv(record.history)});
  }
  if (!record.surveys.empty()) out.push_back({stem(record) + "-local.csv", local_yield_csv(record.surveys)});
  if (!record.history.site_begin.empty())
    out.push_back({stem(record) + "-sites.csv", sites_csv(record.history)});
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    out.push_back({snapshot_stem(record, i) + ".csv", fields_csv(record.fields[i])});
}

std::vector<Atoms> frames_of(const study::SampleRecord& record, const SpeciesOfAtoms& species) {
  std::vector<Atoms> frames;
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    if (holds_atoms(record.fields[i])) {
      frames.push_back(atoms_of(record, i));
      frames.back().kinds = species;
    }
  return frames;
}

void add_extended_xyz(const study::SampleRecord& record, const SpeciesOfAtoms& species,
                      std::vector<Document>& out) {
  const std::vector<Atoms> frames = frames_of(record, species);
  if (!frames.empty()) out.push_back({stem(record) + ".xyz", extended_xyz(frames)});
}

void add_dump(const study::SampleRecord& record, std::vector<Document>& out) {
  const std::vector<Atoms> frames = frames_of(record, {});
  if (!frames.empty()) out.push_back({stem(record) + ".dump", lammps_dump(frames)});
}

void add_lammps(const study::SampleRecord& record, const SpeciesOfAtoms& species,
                std::vector<Document>& out) {
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    if (!holds_atoms(record.fields[i])) continue;
    Atoms atoms = atoms_of(record, i);
    atoms.kinds = species;
    out.push_back({snapshot_stem(record, i) + ".data", lammps_data(atoms)});
  }
}

void add_image_data(const study::SampleRecord& record, std::vector<Document>& out) {
  std::vector<std::pair<double, std::string>> files;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    if (!holds_lattice(record.fields[i])) continue;
    out.push_back({snapshot_stem(record, i) + ".vti", image_data(record.fields[i])});
    files.emplace_back(record.fields[i].strain, out.back().name);
  }
  if (!files.empty()) out.push_back({stem(record) + ".pvd", collection(files)});
}

/// Empty for formats that are not for atoms.
std::vector<Document> quenched_document(const QuenchedGlass& glass, bool metal_units,
                                        const SpeciesOfAtoms& species, Format format) {
  const std::string name = stem("glass", glass.sample) + "-quenched";
  Atoms atoms = atoms_of(glass.configuration);
  atoms.metal_units = metal_units;
  atoms.kinds = species;
  if (format == Format::extxyz) return {{name + ".xyz", extended_xyz({atoms})}};
  if (format == Format::dump) return {{name + ".dump", lammps_dump({atoms})}};
  if (format == Format::lammps) return {{name + ".data", lammps_data(atoms)}};
  return {};
}

[[noreturn]] void refuse_fields(const std::vector<study::SampleRecord>& records) {
  const bool atoms = std::any_of(records.begin(), records.end(),
                                 [](const study::SampleRecord& record) { return record.model == "glass"; });
  if (atoms)
    throw InputError(
        "there is a glass here, and vti is for fields of lattices: choose extxyz, lammps or dump for atoms, "
        "csv "
        "for tables");
  throw InputError(
      "there are no fields of a lattice here, which vti is for: choose csv or another file, or list strains "
      "under snapshots in the study");
}

}  // namespace

Format format_of(const std::string& name) {
  if (name == "csv") return Format::csv;
  if (name == "extxyz") return Format::extxyz;
  if (name == "lammps") return Format::lammps;
  if (name == "dump") return Format::dump;
  if (name == "vti") return Format::vti;
  throw InputError("there is no format \"" + name +
                   "\"; choose csv, extxyz, lammps, dump, vti, xdmf, reference or loadings");
}

std::vector<Document> documents(const std::vector<study::SampleRecord>& records, Format format,
                                const std::vector<QuenchedGlass>& quenched, const SpeciesOfAtoms& species) {
  std::vector<Document> out;
  const bool metal_units = std::any_of(records.begin(), records.end(), is_in_metal_units);
  for (const QuenchedGlass& glass : quenched)
    for (Document& document : quenched_document(glass, metal_units, species, format))
      out.push_back(std::move(document));
  for (const study::SampleRecord& record : records) switch (format) {
      case Format::csv:
        add_tables(record, out);
        break;
      case Format::extxyz:
        add_extended_xyz(record, species, out);
        break;
      case Format::lammps:
        add_lammps(record, species, out);
        break;
      case Format::dump:
        add_dump(record, out);
        break;
      case Format::vti:
        add_image_data(record, out);
        break;
    }
  if (!out.empty()) return out;
  if (format == Format::vti) refuse_fields(records);
  throw InputError(
      "there are no snapshots of atoms here, which extxyz, lammps and dump are for: choose csv or another "
      "file, or "
      "list strains under snapshots in the study");
}

}  // namespace vitrum::exports
