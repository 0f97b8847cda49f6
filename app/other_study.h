// Whether a folder holds what another study left, which a study's page would hide.
#pragma once

#include <filesystem>

#include "study/run.h"
#include "study/settings.h"

namespace vitrum::app {

/// A study may be extended in its folder: by samples, by a lattice beside its glass, by a calibration. A
/// folder that holds nothing that it goes on with is another study's: its page would replace that one's.
/// @throws InputError when there is none of its own, but records of other settings, loadings or a
/// calibration.
void refuse_other_study(const std::filesystem::path& folder, const study::Settings& settings,
                        const study::Origin& origin);

}  // namespace vitrum::app
