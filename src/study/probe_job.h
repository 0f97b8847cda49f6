// Local shear tests of one glass in one state (paper 1, sec. 2.2), one after the other.
#pragma once

#include <cstdint>
#include <memory>

#include "record/group.h"
#include "study/glass_probes.h"
#include "study/job.h"
#include "study/settings.h"

namespace vitrum::study {

/// The record is a SampleRecord (results.h) of model "glass" that holds one survey and no history.
/// @param glass_record record of a glass_job whose settings are these
std::unique_ptr<Job> probe_job(const Glass& settings, std::uint64_t sample, const TestBatch& batch,
                               const Group& glass_record);

}  // namespace vitrum::study
