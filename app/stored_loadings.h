// The loadings that a study harvests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "edge/config/study_file.h"
#include "edge/store/provenance.h"
#include "study/harvest.h"

namespace vitrum::app {

/// The loadings of one source: a folder of results, a file in it, or a file of `vitrum export --to loadings`.
/// @throws InputError when it is none of these, or does not tell what a harvest needs.
std::vector<study::LoadingRecord> loadings_of(const std::string& source);

/// Those that the content of such a file holds, or a record of one specimen: the same as of its file, to the
/// last bit.
/// @throws InputError as above.
std::vector<study::LoadingRecord> loadings_in(const Group& content);

/// Reads what settings.harvest.sets names. Says in `findings` everything that is wrong.
std::vector<study::LoadingSet> read_stored_loadings(const study::Settings& settings,
                                                    config::Findings& findings);

/// Keeps them with the results, so that the page can be made from their folder alone. Does nothing without
/// any.
void keep_loadings(const std::vector<study::LoadingSet>& sets, const store::Provenance& study,
                   const std::filesystem::path& folder);
/// Those of a folder of results; none where nothing was kept.
std::vector<study::LoadingSet> kept_loadings(const std::filesystem::path& folder);

}  // namespace vitrum::app
