// Lattices whose elements follow the map that a study harvests.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "study/element_settings.h"
#include "study/harvest.h"
#include "study/job.h"

namespace vitrum::study {

/// Of one set, sample number `sample` of it: states of its elements are drawn from those that the specimens
/// of the set begin in. Its record is a SampleRecord of model "elements"; the text "set" of its measures is
/// the label.
std::unique_ptr<Job> element_job(const Elements& settings, const HarvestedMap& harvested, std::size_t set,
                                 std::uint64_t seed, std::uint64_t sample);

/// All that such a lattice depends on beside the settings, as a number: law, rates and jumps of the map, and
/// the states that specimens begin in.
std::string checksum(const HarvestedMap& harvested);

/// Seconds on one core for one lattice, and bytes of its record.
double element_seconds(const Elements& settings);
double element_record_bytes(const Elements& settings);

}  // namespace vitrum::study
