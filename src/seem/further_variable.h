// How much a further measured variable, beside tau and X_1, tells of events: the question that paper 2 ends
// with.
#pragma once

#include <functional>
#include <vector>

#include "base/hear_share.h"
#include "math/estimate.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// A piece of forward loading, and the variable in its middle.
struct MarkedPath {
  StatePoint at;
  double variable = 0;
  double strain = 0;  ///< its length
};

struct MarkedEvent {
  StatePoint before;
  double variable = 0;  ///< before the event
  Jump jump;
};

/// The forward loading of one sample.
struct MarkedSample {
  std::vector<MarkedPath> paths;
  std::vector<MarkedEvent> events;
};

/// @param variable its value at a strain; before an event at that strain
/// @param longest neighbouring paths are put together up to this length, which saves time
MarkedSample marked(const Trajectory& trajectory, const std::function<double(double strain)>& variable,
                    double longest);

/// What predictions of left-out samples gain. Errors are over samples.
struct VariableGain {
  Estimate rate;  ///< log-likelihood of the times of events per unit strain, above that without the variable
  /// Share of the mean square error of ln(stress drop), and of Delta X_1, that the variable removes; negative
  /// when it does harm, as one that says nothing does, slightly.
  Estimate drop, inelastic;
};

/// Rates are exponentials of polynomials of second order, ln(stress drop) and Delta X_1 such polynomials, of
/// (tau, X_1) and of (tau, X_1, variable); both are fitted to all samples but a part of them (i modulo
/// `parts`) and judged by that part.
/// @throws InputError with fewer than two samples or parts, or when what is left cannot be fitted.
VariableGain variable_gain(const std::vector<MarkedSample>& samples, int parts, const HearShare& hear = {});

}  // namespace vitrum::seem
