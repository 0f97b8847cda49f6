#include "edge/import/read_reference.h"

#include <map>

#include "base/error.h"
#include "edge/import/csv_table.h"
#include "edge/import/hdf5_tables.h"
#include "edge/import/reference_columns.h"
#include "edge/import/trial_read.h"

namespace vitrum::imports {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const std::vector<fs::path>& paths) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const TableKind& kind : table_kinds())
      if (const fs::path file = path / (std::string(kind.name) + ".csv"); fs::exists(file))
        files.push_back(file);
  }
  return files;
}

void refuse(const std::vector<std::string>& complaints) {
  std::string message;
  for (const std::string& one : complaints) message += (message.empty() ? "" : "\n") + one;
  if (!message.empty()) throw InputError(message);
}

}  // namespace

bool holds_csv_tables(const fs::path& folder) { return !files_in({folder}).empty(); }

study::ReferenceTables read_csv_reference(const std::vector<fs::path>& paths) {
  std::vector<std::string> all;
  Complaints complaints(all);
  study::ReferenceTables tables;
  std::map<std::string, std::string> file_of;
  for (const fs::path& file : files_in(paths)) {
    try {
      const RawTable table = read_csv_table(file, complaints);
      const auto [other, first] = file_of.try_emplace(table.name, table.file);
      if (first)
        take_table(table, complaints, tables);
      else
        complaints.add(table.file, "a second table " + table.name + " beside " + other->second +
                                       "; put its rows into one file, with realizations of their own");
    } catch (const InputError& error) {
      all.emplace_back(error.what());
    }
  }
  refuse(all);
  return tables;
}

study::ReferenceTables read_hdf5_reference(const fs::path& path) {
  const auto trial = [&path] {
    std::vector<std::string> ignored;
    Complaints complaints(ignored);
    read_hdf5_tables(path, complaints);
  };
  if (fs::is_regular_file(path) && !comes_to_an_end(trial))
    throw InputError(
        path.string() +
        ": the HDF5 library fails on this file, which is damaged inside (h5ls and h5dump may show where); "
        "write the file again");
  std::vector<std::string> all;
  Complaints complaints(all);
  study::ReferenceTables tables;
  for (const RawTable& table : read_hdf5_tables(path, complaints)) take_table(table, complaints, tables);
  refuse(all);
  return tables;
}

}  // namespace vitrum::imports
