// The ways down that the study compares.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "atomistic/relaxation.h"
#include "minimisers/unstable_state.h"

namespace vitrum::bench {

struct Method {
  std::string name;
  std::string description;
  std::function<Descent(const UnstableState&)> run;
};

/// All but the reference, in the order of the tables. `relaxation`: the settings of the library's.
std::vector<Method> methods(const atomistic::RelaxationSettings& relaxation = {});

/// Fine steepest descent from the state's start.
Descent reference_descent(const UnstableState& state);

}  // namespace vitrum::bench
