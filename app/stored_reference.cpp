#include "app/stored_reference.h"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>
#include <utility>

#include "app/not_there.h"
#include "app/stored_samples.h"
#include "base/error.h"
#include "edge/import/read_reference.h"
#include "edge/store/file.h"
#include "edge/store/file_head.h"
#include "edge/store/result_folder.h"
#include "edge/store/whole_file.h"
#include "record/leg_number.h"
#include "study/reference.h"

namespace vitrum::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* key = "reference.records";

/// What a source is.
enum class Kind { records, exported, hdf5, csv };

Kind kind_of(const fs::path& source) {
  if (!fs::exists(source)) throw InputError(not_there(source.string()));
  if (fs::is_directory(source)) return imports::holds_csv_tables(source) ? Kind::csv : Kind::records;
  const std::string bytes = store::read_whole(source);
  if (bytes.starts_with("vitrum file format"))
    return store::read_file(source).kind == store::reference_kind ? Kind::exported : Kind::records;
  return bytes.starts_with("\x89HDF\r\n") ? Kind::hdf5 : Kind::csv;
}

/// A file of ours tells more than a calibration reads: what the page shows.
study::ReferenceTables exported_tables(const fs::path& file) {
  const Group content = store::read_file(file, store::reference_kind).content;
  study::ReferenceTables out = imports::read_hdf5_reference(file);
  if (content.has_group("cell")) out.width = content.group("cell").number("width");
  out.held_strain =
      out.local.realization.empty() ||
      (content.has_group("definitions") && content.group("definitions").integer("held_strain") != 0);
  if (!content.has_group("legs")) return out;
  const Group& legs = content.group("legs");
  out.legs = {legs.integers("realization"), legs.integers("leg"), legs.doubles("strain"),
              legs.doubles("stress")};
  const std::size_t rows = out.legs.realization.size();
  if (out.legs.leg.size() != rows || out.legs.strain.size() != rows || out.legs.stress.size() != rows)
    throw InputError(file.string() +
                     ": the columns of the table legs are not of one length; export it again");
  for (const std::int64_t leg : out.legs.leg) require_leg(leg);
  return out;
}

study::ReferenceTables tables_of(const fs::path& source, Kind kind) {
  if (kind == Kind::records) return tables_of_records(source.string());
  if (kind == Kind::exported) return exported_tables(source);
  if (kind == Kind::csv) return imports::read_csv_reference({source});
  return imports::read_hdf5_reference(source);
}

}  // namespace

study::ReferenceTables tables_of_records(const std::string& source) {
  return study::reference_tables(stored_samples(source));
}

study::ReferenceTables reference_tables_of(const std::string& source) {
  return tables_of(source, kind_of(source));
}

namespace {

/// One finding for each line of a message, at the key that it begins with, or else at `where`.
void say(const std::string& message, const std::string& where, config::Findings& findings) {
  std::istringstream lines(message);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("reference.from"))
      findings.inconsistent({"reference.from", key}, line);
    else
      findings.inconsistent({where, key}, where + ": " + line);
}

/// Fluctuation of the stress in other cells. Sources whose width or window is not known are said.
void read_sizes(const study::ReferenceSettings& wanted, StoredReference& out, config::Findings& findings) {
  constexpr const char* sizes = "reference.sizes";
  std::vector<study::ReferenceTables> all;
  for (const std::string& source : wanted.sizes) try {
      study::ReferenceTables tables = tables_of(source, kind_of(source));
      if (tables.width <= 0)
        throw InputError(source +
                         " does not tell how wide its cells are (tables of other programs do not); name "
                         "records, or a file of `vitrum export --to reference`");
      study::stress_deviations_of({tables}, wanted);  // says what is wrong with this one
      all.push_back(std::move(tables));
    } catch (const InputError& error) {
      say(error.what(), sizes, findings);
    }
  out.sizes = study::stress_deviations_of(all, wanted);
}

}  // namespace

StoredReference read_stored_reference(const study::Settings& settings, config::Findings& findings) {
  StoredReference out;
  const study::ReferenceSettings& wanted = settings.reference;
  if (wanted.from_files.empty() || findings.in_doubt("reference")) return out;
  read_sizes(wanted, out, findings);
  study::ReferenceTables tables;
  std::vector<fs::path> csv_files;  // tables of one reference, file by file
  bool whole = true;
  const auto or_say = [&](const auto& work, const char* where = key) {
    try {
      work();
    } catch (const InputError& error) {
      whole = false;
      say(error.what(), where, findings);
    }
  };
  for (const std::string& source : wanted.from_files)
    or_say([&] {
      const Kind kind = kind_of(source);
      if (kind == Kind::csv && !fs::is_directory(source))
        csv_files.emplace_back(source);
      else
        study::append(tables_of(source, kind), tables);
    });
  if (!csv_files.empty()) or_say([&] { study::append(imports::read_csv_reference(csv_files), tables); });
  if (!whole) return out;
  out.remarks = study::reference_remarks(tables);
  or_say([&] {
    out.reference = study::reference_of(tables, wanted, settings.lattice.model.shear_modulus,
                                        fmt::format("{}", fmt::join(wanted.from_files, ", ")));
  });
  if (whole)
    or_say([&] { out.yardstick = compare::yardstick_of(out.reference, wanted.bins, wanted.radius); },
           "reference.radius");
  if (!whole) out.reference.samples.clear();
  out.tables = std::move(tables);
  return out;
}

void keep_reference(const StoredReference& reference, const store::Provenance& study,
                    const fs::path& folder) {
  if (reference.reference.samples.empty()) return;
  Group content = study::to_group(reference.tables);
  if (!reference.sizes.empty()) content.groups["sizes"] = study::to_group(reference.sizes);
  store::write_file(folder / store::reference_name,
                    {std::string(store::reference_kind), store::to_group(study), std::move(content)});
}

std::optional<study::ReferenceTables> kept_reference(const fs::path& folder) {
  const fs::path file = folder / store::reference_name;
  if (!fs::exists(file)) return std::nullopt;
  return exported_tables(file);
}

std::vector<study::StressDeviationOfSize> kept_sizes(const fs::path& folder) {
  const fs::path file = folder / store::reference_name;
  if (!fs::exists(file)) return {};
  const Group content = store::read_file(file, store::reference_kind).content;
  return content.has_group("sizes") ? study::sizes_from(content.group("sizes"))
                                    : std::vector<study::StressDeviationOfSize>{};
}

}  // namespace vitrum::app
