// How far a harvest is.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "base/hear_share.h"
#include "record/sink.h"
#include "study/harvest_settings.h"

namespace vitrum::study {

/// For Watcher::plan: the parts of a harvest and the seconds of one core that each takes, roughly.
std::map<std::string, double> parts_of_harvest(const Harvest& settings, std::size_t sets);

/// Tells `watcher` of a part of some work. Throws Stopped when it is asked to.
/// @param watcher none: nobody hears
/// @param number, of: the part has so many pieces, and this is that one, from 0
HearShare told_to(Watcher* watcher, const std::string& part, const std::string& what, std::size_t number = 0,
                  std::size_t of = 1);

inline const std::string law_part = "elastic law", attractor_part = "attractor", walkers_part = "walkers",
                         legs_part = "legs", variables_part = "variables", smooth_part = "smooth map";

}  // namespace vitrum::study
