// States in which samples were tested: which belong together, in which order, and what they are called.
#pragma once

#include <cstdint>
#include <string>

#include "record/local_yield.h"
#include "rig/program.h"

namespace vitrum::study {

/// States of the first leg are told apart by their strain, those at the end of others by the leg.
struct TestedState {
  std::int64_t leg = 0;
  double strain = 0;  ///< 0 in later legs

  friend bool operator==(const TestedState&, const TestedState&) = default;
  /// The order of loading; the first leg may go backward.
  friend bool operator<(const TestedState& a, const TestedState& b);
};

TestedState tested_state(const LocalYieldSurvey& survey);

/// "as quenched" or, of what was not, "before loading"; "at a strain of 0.1", "unloaded",
/// "reloaded backward (2)".
std::string label_of(const TestedState& state, const rig::Program& program, bool quenched);

}  // namespace vitrum::study
