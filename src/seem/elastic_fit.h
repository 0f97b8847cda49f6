// The four numbers of paper 2's elastic law (table I) from records of elastic loading.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/hear_share.h"
#include "math/estimate.h"
#include "seem/elastic_law.h"
#include "seem/quiet_stretch.h"

namespace vitrum::seem {

/// Parameters that are given are not fitted; infinity leaves a term of eq. 7 out.
struct ElasticFitSettings {
  double volume = 1;     ///< Omega, volume per atom
  double reference = 0;  ///< u_0, energy per atom
  std::optional<double> modulus, softening, tau_a, tau_b;
  double small_strain = 0.02;  ///< G_0 and u_A are read off below this strain (paper 2, fig. S1)
  double largest_strain = 1;   ///< tau_A and tau_B are read off below this one
  int least_samples = 3;       ///< that u_A is read off from
  /// How many standard errors s = G_0/u_A, a = 1/tau_A^2 and b = 1/tau_B^4 must be above zero.
  double significance = 2;
  HearShare hear = {};
};

/// The modulus of one sample below small_strain, reduced to vanishing stress, and its X_1: paper 2, fig. S1.
struct ModulusPoint {
  double inelastic = 0, modulus = 0;
};

/// G_0/G_t - 1/(1 - X_1/u_A) of all stretches with about this stress; the law says 2 (tau/tau_A)^2 + 3
/// (tau/tau_B)^4.
struct CompliancePoint {
  double stress = 0;
  Estimate excess;
};

struct ElasticFit {
  ElasticLaw law;
  Estimate modulus, softening, tau_a, tau_b;  ///< errors of given ones are 0
  /// Of G_0, u_A, tau_A, tau_B in this order; 0 where one of the two is given, 1 on the diagonal.
  std::array<std::array<double, 4>, 4> correlation{};
  std::vector<ModulusPoint> moduli;         ///< one for each sample
  std::vector<CompliancePoint> compliance;  ///< bins of the stress, rising
  std::size_t parts = 0;                    ///< that errors come from, by leaving out one after the other
  bool pieces = false;                      ///< they are pieces of one sample's loading, not samples
};

/// Solves, with the exact X_1 of eqs. 5 and 7,
///   G_0 (1 - X_1/u_A) dgamma = dtau + (1 - X_1/u_A) (a 2/3 d(tau^3) + b 3/5 d(tau^5))  below small_strain,
///   G_0 dgamma = dtau/(1 - X_1/u_A) + a 2/3 d(tau^3) + b 3/5 d(tau^5)                below largest_strain,
/// the tangent of eq. 7 integrated over each stretch, in turns until both hold: the first by least squares,
/// the second with the weights tau^2 and tau^4. Both are linear in dtau, which carries the scatter of a
/// glass, so that it does not bias them. Errors: of n samples one after the other (of more than 64, of 64
/// groups) is left out; of a single one 20 pieces of its loading.
/// @param samples stretches of each
/// @throws InputError that names every parameter which these samples do not tell, why, and what to do.
ElasticFit fit_elastic_law(const std::vector<std::vector<QuietStretch>>& samples,
                           const ElasticFitSettings& settings);

}  // namespace vitrum::seem
