// How the stress rises where no event happens.
#pragma once

#include "seem/elastic_law.h"

namespace vitrum::seem {

enum class Loading {
  modulus,  ///< d tau = G(X_1) d gamma, as paper 2
  tangent,  ///< by eq. 7 itself: ElasticLaw::tangent_modulus, which X_1 needs to stay constant
};

/// d tau / d gamma at constant X_1.
double loading_slope(const ElasticLaw& law, Loading loading, const StatePoint& at);
/// Strain of elastic loading from `from` to a stress, X_1 being constant.
double strain_between(const ElasticLaw& law, Loading loading, const StatePoint& from, double stress);
/// The stress after such a strain.
double stress_after(const ElasticLaw& law, Loading loading, const StatePoint& from, double strain);

}  // namespace vitrum::seem
