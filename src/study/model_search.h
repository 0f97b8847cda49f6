// The search for one model's parameters, by either protocol.
#pragma once

#include <string>
#include <vector>

#include "study/calibration.h"
#include "study/calibration_rounds.h"

namespace vitrum::study {

/// One model to be calibrated.
struct SearchedModel {
  std::string variant;
  elastoplastic::LatticeSettings rules;
  std::string name;  ///< of its tasks: "c-l6_6"
};

SearchedModel searched_model(const Settings& settings, const std::string& variant, double element_length);

/// All that the settings ask for: first those of the element lengths, then the other variants.
std::vector<SearchedModel> searched_models(const Settings& settings);

/// Fills lattice, names, optimum, both parts of its error and correlation: errors in the parameters of the
/// lattice from those in the coordinates of the search, to first order, C = J C' J^T.
/// @param errors those that the search left
/// @param correlation of these errors, row after row; empty: taken as none, and not told
/// @param of_reference covariance from the finite number of glasses, see reference_scatter.h; empty: not
/// known
void put_optimum(const compare::Point& at, const std::vector<double>& errors,
                 const std::vector<double>& correlation, const std::vector<double>& of_reference,
                 const SearchedModel& model, CalibratedModel& out);

/// Each fills names, optimum, lattice, profile, trials, and the posterior where there is one.
CalibratedModel search_with_surrogate(const SearchedModel& model, Rounds& rounds);
CalibratedModel search_as_paper(const SearchedModel& model, Rounds& rounds);

}  // namespace vitrum::study
