// Samples of finished studies, read from their folders.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "study/results.h"

namespace vitrum::app {

/// Files of records in a folder, or the one file that is named.
std::vector<std::filesystem::path> record_files(const std::filesystem::path& source);

/// The samples of a folder of results, or of one of its files: its glasses, or its lattices when there are
/// none. @throws InputError when there are neither.
std::vector<study::SampleRecord> stored_samples(const std::string& source);

}  // namespace vitrum::app
