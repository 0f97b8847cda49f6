// Settings as text: complete, in TOML or as pairs, and the study that one starts from.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "study/run.h"
#include "study/settings.h"

namespace vitrum::config {

/// Every setting as a TOML study that reads back to the same settings.
std::string settings_toml(const study::Settings& settings);

/// The same as ("glass.samples", "8"), in the order of the file.
std::vector<std::pair<std::string, std::string>> settings_list(const study::Settings& settings);

/// A study to start from: every key with its default, unit, range and meaning.
std::string new_study();

/// The key reference in Markdown: docs/studies.md.
std::string settings_reference();

/// What the records of each model depend on: the seed and the model's own settings, without the number
/// of samples.
study::Origin origin_of(const study::Settings& settings);

}  // namespace vitrum::config
