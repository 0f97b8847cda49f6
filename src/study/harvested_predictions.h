// What a harvest foretells of specimens that it has not seen: with a further variable, and without bins.
#pragma once

#include <string>
#include <vector>

#include "base/hear_share.h"
#include "seem/event_map.h"
#include "study/harvest.h"
#include "study/set_trajectories.h"

namespace vitrum::study {

/// A variable that not every record holds, or too few specimens: the reason is in the result.
FurtherVariable further_variable(const std::string& name, const std::vector<LoadingSet>& sets,
                                 const std::vector<SetTrajectories>& trajectories,
                                 const seem::ElasticLaw& law, const HearShare& hear);

/// The binned map and one without bins, made of the same specimens, on those that were held out.
/// @throws InputError when none was held out, or too few are left to choose bandwidths.
MapScores scores_of(const Harvest& settings, const std::vector<SetTrajectories>& sets,
                    const seem::EventMap& binned, int threads, const HearShare& hear);

}  // namespace vitrum::study
