// The ways down that the study compares.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "minimisers/unstable_state.h"

namespace vitrum::bench {

struct Method {
  std::string name;
  std::string description;
  std::function<Descent(const UnstableState&)> run;
  double seconds_of_run(const UnstableState& state, Descent& result) const;
};

/// All but the reference, in the order of the tables.
const std::vector<Method>& methods();

/// Fine steepest descent from the state's start.
Descent reference_descent(const UnstableState& state);

}  // namespace vitrum::bench
