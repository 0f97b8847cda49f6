// The elastic law in the coefficients that its fit is linear in.
#pragma once

#include <vector>

#include "seem/elastic_fit.h"

namespace vitrum::seem {

/// G_0, s = G_0/u_A, a = 1/tau_A^2, b = 1/tau_B^4. Noise may make the last three negative, which no elastic
/// law can be.
struct ElasticCoefficients {
  double modulus = 0, slope = 0, a = 0, b = 0;
};

/// The nearest elastic law: terms that are negative are left out.
ElasticLaw law_of(const ElasticCoefficients& coefficients, const ElasticFitSettings& settings);

/// One sample's stretches, or several samples', that are left out together.
using Part = std::vector<QuietStretch>;

/// What a stretch says about the law; X_1 is taken from `law`.
struct StretchTerms {
  double inelastic = 0;   ///< X_1, mean of both ends
  double stress = 0;      ///< in the middle
  double change = 0;      ///< dtau
  double cubic = 0;       ///< 2/3 d(tau^3), the factor of a
  double quintic = 0;     ///< 3/5 d(tau^5), the factor of b
  double compliance = 1;  ///< 1/(1 - X_1/u_A)
};
/// Whether the stretch ends below this strain.
bool ends_below(const QuietStretch& stretch, double strain);
StretchTerms terms_of(const QuietStretch& stretch, const ElasticLaw& law);

/// The coefficients of all parts but `left_out` (none: their number). Not numbers where they are not told at
/// all.
ElasticCoefficients solve_coefficients(const std::vector<Part>& parts, std::size_t left_out,
                                       const ElasticCoefficients& start, const ElasticFitSettings& settings);

/// ElasticFit::moduli and ElasticFit::compliance.
std::vector<ModulusPoint> modulus_points(const std::vector<std::vector<QuietStretch>>& samples,
                                         const ElasticCoefficients& coefficients,
                                         const ElasticFitSettings& settings);
std::vector<CompliancePoint> compliance_points(const std::vector<Part>& parts,
                                               const ElasticCoefficients& coefficients,
                                               const ElasticFitSettings& settings);

}  // namespace vitrum::seem
