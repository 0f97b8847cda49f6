// The measured glasses that a study calibrates to.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "compare/reference.h"
#include "edge/config/study_file.h"
#include "edge/store/provenance.h"
#include "study/calibration.h"
#include "study/reference_tables.h"

namespace vitrum::app {

struct StoredReference {
  compare::Reference reference;  ///< without samples when the study names none, or it cannot be used
  compare::Yardstick yardstick;
  study::ReferenceTables tables;                    ///< what both are made of
  std::vector<study::StressDeviationOfSize> sizes;  ///< of glasses of other sizes
  std::vector<std::string> remarks;                 ///< what looks odd, but may be right
};

/// Reads what settings.reference.from_files names: folders of results and their files, files of references,
/// tables in CSV and HDF5; what each is, its content tells. Says in `findings` everything that is wrong.
StoredReference read_stored_reference(const study::Settings& settings, config::Findings& findings);

/// The tables of a folder of results, or of one of its files: of its glasses, or of its lattices when there
/// are none. @throws InputError when there are neither.
study::ReferenceTables tables_of_records(const std::string& source);

/// The tables of any source that a study may name: a folder of results or a file of it, a file of `vitrum
/// export
/// --to reference`, tables in CSV and HDF5.
/// @throws InputError with all that is wrong, one a line.
study::ReferenceTables reference_tables_of(const std::string& source);

/// Keeps the reference with the results, so that the page can be made from their folder alone. Does nothing
/// where the study has none.
void keep_reference(const StoredReference& reference, const store::Provenance& study,
                    const std::filesystem::path& folder);
/// That of a folder of results, if there is one.
std::optional<study::ReferenceTables> kept_reference(const std::filesystem::path& folder);
/// The glasses of other sizes that it keeps with it.
std::vector<study::StressDeviationOfSize> kept_sizes(const std::filesystem::path& folder);

}  // namespace vitrum::app
