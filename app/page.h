// The page and summary.json of a folder of results: what `run` and `report` both end with.
#pragma once

#include <filesystem>
#include <optional>

#include "edge/config/study_file.h"
#include "edge/report/report.h"
#include "edge/store/provenance.h"
#include "study/results.h"

namespace vitrum::app {

store::Provenance provenance_of(const config::ParsedStudy& study);

inline constexpr const char* page_name = "report.html";

/// What the page is made from.
struct Analysed {
  study::Results results;
  report::Provenance provenance;
};

/// Reads the records in `folder` and analyses them. The analysis is that of the study named, or else of the
/// one stored with the records.
Analysed analysed(const std::filesystem::path& folder,
                  const std::optional<store::Provenance>& study = std::nullopt);

/// Writes report.html and summary.json of these beside them.
void write_page(const std::filesystem::path& folder,
                const std::optional<store::Provenance>& study = std::nullopt);

}  // namespace vitrum::app
