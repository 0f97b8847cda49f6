// One glass: prepared from the liquid, quenched, and sheared on the rig (paper 1, sec. 2).
#pragma once

#include <cstdint>
#include <memory>

#include "study/job.h"
#include "study/settings.h"

namespace vitrum::study {

/// The record is a SampleRecord (results.h) of model "glass".
std::unique_ptr<Job> glass_job(const Glass& settings, std::uint64_t seed, std::uint64_t sample);

}  // namespace vitrum::study
