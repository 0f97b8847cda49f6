#include "seem/elastic_law.h"

#include <cmath>

namespace vitrum::seem {

namespace {

double square(double x) { return x * x; }

/// The terms of eq. 7 that do not know X_1.
double anharmonic(const ElasticLaw& law, double stress) {
  return square(stress / law.tau_a) + square(square(stress / law.tau_b));
}

/// Omega tau^2 / 2 G_0
double harmonic(const ElasticLaw& law, double stress) {
  return law.volume * square(stress) / (2 * law.modulus);
}

double compliance(const ElasticLaw& law, double inelastic) { return 1 / (1 - inelastic / law.softening); }

}  // namespace

double ElasticLaw::elastic_energy(const StatePoint& at) const {
  return harmonic(*this, at.stress) * (compliance(*this, at.inelastic) + anharmonic(*this, at.stress));
}

double ElasticLaw::energy(const StatePoint& at) const {
  return reference + at.inelastic + elastic_energy(at);
}

double ElasticLaw::inelastic_energy(double stress, double energy) const {
  const double linear = harmonic(*this, stress);
  const double rest = energy - reference - linear * anharmonic(*this, stress);
  // X + linear/(1 - X/u_A) = rest. With X = rest - linear - d: d (u_A - rest + linear + d) = linear (rest -
  // linear - d), a quadratic equation whose solution loses no digits as u_A goes to infinity.
  const double first_guess = rest - linear;
  if (std::isinf(softening)) return first_guess;
  const double b = (softening - first_guess + linear), c = linear * first_guess;
  const double root = std::sqrt(square(b) + 4 * c);
  const double d = b > 0 ? 2 * c / (b + root) : (root - b) / 2;
  return first_guess - d;
}

double ElasticLaw::approximate_inelastic_energy(double stress, double energy) const {
  const double linear = harmonic(*this, stress);
  return (energy - reference - linear * (1 + anharmonic(*this, stress))) / (1 + linear / softening);
}

double ElasticLaw::shear_modulus(double inelastic) const { return modulus * (1 - inelastic / softening); }

double ElasticLaw::tangent_modulus(const StatePoint& at) const {
  return modulus / (compliance(*this, at.inelastic) + 2 * square(at.stress / tau_a) +
                    3 * square(square(at.stress / tau_b)));
}

double ElasticLaw::elastic_strain(const StatePoint& at) const {
  return at.stress / modulus *
         (compliance(*this, at.inelastic) + 2.0 / 3 * square(at.stress / tau_a) +
          3.0 / 5 * square(square(at.stress / tau_b)));
}

double ElasticLaw::stress_at(double elastic_strain, double inelastic) const {
  // The strain is odd and convex in a positive stress: Newton's method from the linear law's stress, which is
  // too high, comes down without overshooting.
  StatePoint at{elastic_strain * shear_modulus(inelastic), inelastic};
  for (int i = 0; i < 100; ++i) {
    const double step = (this->elastic_strain(at) - elastic_strain) * tangent_modulus(at);
    at.stress -= step;
    if (std::abs(step) <= 1e-15 * std::abs(at.stress)) break;
  }
  return at.stress;
}

}  // namespace vitrum::seem
