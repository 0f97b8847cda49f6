// The stationary windows of both models, as figs. 2 and 5a need them.
#pragma once

#include <string>
#include <vector>

#include "compare/macroscale.h"
#include "compare/macroscale_description.h"
#include "study/castellanos2021/series.h"
#include "study/results.h"
#include "study/settings.h"

namespace vitrum::study::castellanos2021 {

/// Windows of a model's samples; of a single sample as many pieces as [reference] blocks, which then count as
/// realizations. Empty when no sample was sheared past the strain at which windows begin.
std::vector<compare::MacroscaleSample> windows(const Settings& settings, const Results& results,
                                               const std::string& model);

/// The densities and r of each model: those of the comparison, or of whichever model has two realizations.
struct MacroscaleFigures {
  std::vector<compare::DensityPair> pairs;  ///< without glass and lattice: empty
  std::vector<compare::DeviationPair> deviation;
  std::vector<compare::QuantityDensity> alone;  ///< of the one model `model` when nothing is compared
  std::vector<compare::Deviation> deviation_alone;
  std::string model;
  std::string note;  ///< why something is missing
};
MacroscaleFigures macroscale_figures(const Settings& settings, const Results& results);

/// The claim; of one that compares stresses of both models the verdict is taken back where their samples
/// differ in width by more than a tenth, since fluctuations depend on size. Widths that are not known do not
/// count.
PaperClaim of_equal_sizes(PaperClaim claim, const Results& results);

}  // namespace vitrum::study::castellanos2021
