// Mean curves of the loading legs behind the first one.
#pragma once

#include <string>
#include <vector>

#include "rig/program.h"
#include "study/results.h"

namespace vitrum::study {

/// Legs that reload after an unloading one, in either direction (paper 1, fig. 5d).
std::vector<LegCurve> reload_curves(const std::string& model, const std::vector<SampleRecord>& records,
                                    const rig::Program& program);

/// Legs to a given stress: strain against stress.
std::vector<LegCurve> stress_curves(const std::string& model, const std::vector<SampleRecord>& records,
                                    const rig::Program& program);

/// Legs of waiting under a constant stress: strain against time, at times of equal ratio.
std::vector<LegCurve> creep_curves(const std::string& model, const std::vector<SampleRecord>& records,
                                   const rig::Program& program);

}  // namespace vitrum::study
