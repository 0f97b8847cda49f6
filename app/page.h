// The page and summary.json of a folder of results: what `run` and `report` both end with.
#pragma once

#include <filesystem>
#include <optional>

#include "edge/config/study_file.h"
#include "edge/store/provenance.h"

namespace vitrum::app {

store::Provenance provenance_of(const config::ParsedStudy& study);

inline constexpr const char* page_name = "report.html";

/// Reads the records in `folder`, analyses them, and writes report.html and summary.json beside them. The
/// analysis is that of the study named, or else of the one stored with the records.
void write_page(const std::filesystem::path& folder,
                const std::optional<store::Provenance>& study = std::nullopt);

}  // namespace vitrum::app
