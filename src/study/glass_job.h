// One glass: prepared from the liquid and quenched, or read, and sheared on the rig (paper 1, sec. 2).
#pragma once

#include <cstdint>
#include <memory>

#include "atomistic/configuration.h"
#include "study/job.h"
#include "study/settings.h"

namespace vitrum::study {

/// Groups of the record that hold what was read, so that the record can be made again without any other file:
/// the glass as it was read (configuration_record.h), and the tables of a metal's potential
/// (eam_tables_record.h).
inline constexpr const char* read_glass_name = "read_glass";
inline constexpr const char* potential_name = "potential";

/// The record is a SampleRecord (results.h) of model "glass", with the glass before loading beside it
/// (configuration_record.h).
/// @param stored copied; the glass to start from, whose forces are minimised first; nullptr: prepare one.
/// The states in which local shear tests are to be made are kept, too.
std::unique_ptr<Job> glass_job(const Glass& settings, std::uint64_t seed, std::uint64_t sample,
                               const atomistic::Configuration* stored = nullptr);

/// One of these states: "strain", "leg" and the configuration (configuration_record.h).
/// @throws InputError when the record holds none of that number.
const Group& tested_state(const Group& glass_record, std::size_t state);

}  // namespace vitrum::study
