// What searches for the parameters of a model have in common: they ask for trials and are told what came out.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vitrum::compare {

/// A parameter and where it is looked for.
struct Parameter {
  std::string name;
  double low = 0, high = 1;
};

using Point = std::vector<double>;  ///< one number for each parameter

/// What a model was at one point.
struct Trial {
  Point at;
  double macro = 0;        ///< L_macro
  double stat = 0;         ///< L_stat
  double macro_error = 0;  ///< standard errors of both from the finite number of the model's realizations
  double stat_error = 0;
  std::optional<double> forward = std::nullopt, backward = std::nullopt;  ///< L+_meso, L-_meso, where known
  /// The model could not be run here. Its errors are finite and above those of any model that could.
  bool failed = false;
};

}  // namespace vitrum::compare
