// What the local shear tests of a study's samples say together.
#pragma once

#include <string>
#include <vector>

#include "rig/program.h"
#include "study/results.h"

namespace vitrum::study {

/// One entry for each state that was tested, in the order of loading; states of the first leg belong together
/// by their strain, those at the end of a later leg by the leg. Several surveys of one sample in one state
/// count as one. `program` is that of the model.
std::vector<LocalYieldState> local_yield(const std::string& model, const std::vector<SampleRecord>& records,
                                         const rig::Program& program);

/// The tests of one sample in a state of its model; without tests where there are none.
LocalYieldSurvey survey_in(const SampleRecord& record, const LocalYieldState& state);

/// The cell of a two-dimensional sample; its width is 0 where the record does not tell.
compare::SampleCell sample_cell(const SampleRecord& record);
/// Its width, also that of a reference which is only known by it; 0: not known.
double sample_width(const SampleRecord& record);

}  // namespace vitrum::study
