// Means over many specimens in the state space, against strain: paper 2, figs. 4 and 5.
#pragma once

#include <cstdint>
#include <vector>

#include "math/estimate.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// Where the trajectory was at these strains, on straight paths between its points; after the event where
/// one happened there. Forward loading only.
/// @param strains rising
/// @throws InputError when the trajectory does not cover them.
std::vector<StatePoint> states_at(const Trajectory& trajectory, const std::vector<double>& strains);

/// Of all specimens at one strain.
struct StateMoments {
  double strain = 0;
  std::int64_t specimens = 0;
  Estimate stress, inelastic;  ///< means; the errors are not numbers for a single specimen
  double stress_deviation = 0, inelastic_deviation = 0;  ///< standard deviations over specimens
  double correlation = 0;                                ///< of stress and X_1 over specimens
};

/// @param curves of each specimen, as many states as strains
/// @throws InputError when there is no curve or lengths disagree.
std::vector<StateMoments> moments_of(const std::vector<std::vector<StatePoint>>& curves,
                                     const std::vector<double>& strains);

/// How far means and deviations of a model are from those of a reference, over all strains.
struct Discrepancy {
  /// Root mean squares over strain. Both are taken before they are divided: where few specimens begin alike,
  /// their deviation says nothing.
  struct Component {
    double mean = 0;       ///< of the difference of means
    double relative = 0;   ///< that over the reference's deviation over specimens
    double z = 0;          ///< that over the error of the difference; 1 where nothing but chance differs
    double deviation = 0;  ///< of ln(model's deviation / reference's)
  };
  Component stress, inelastic;
  std::size_t strains = 0;  ///< that were compared: all at which both deviations are above zero
};

/// @throws InputError when the strains differ or none can be compared.
Discrepancy discrepancy(const std::vector<StateMoments>& model, const std::vector<StateMoments>& reference);

}  // namespace vitrum::seem
