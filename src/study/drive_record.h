// The record of a specimen that was driven on the rig.
#pragma once

#include <cstdint>
#include <string>

#include "rig/drive.h"
#include "study/results.h"

namespace vitrum::study {

/// History, fields, moduli and largest event; without measures and local tests.
SampleRecord record_of(const std::string& model, std::int64_t sample, const rig::Drive& drive);

}  // namespace vitrum::study
