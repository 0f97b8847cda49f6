// What is allowed and seldom meant: settings that a study may have, and that make its numbers mean little.
#pragma once

#include <string>
#include <vector>

#include "study/settings.h"

namespace vitrum::study {

/// Sentences for whoever checks, runs or reads a study; none where nothing is conspicuous.
std::vector<std::string> setting_remarks(const Settings& settings);

}  // namespace vitrum::study
