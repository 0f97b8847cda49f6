// What of a glass's potential energy is elastic, and what is left: the state space of paper 2.
#pragma once

#include <limits>

namespace vitrum::seem {

/// Where a specimen stands in the state space: paper 2, the vector (tau, X_1) of eq. 3.
struct StatePoint {
  double stress = 0;     ///< tau, shear stress
  double inelastic = 0;  ///< X_1, inelastic potential energy per atom (eq. 5)

  friend bool operator==(const StatePoint&, const StatePoint&) = default;
};

/// Paper 2, eqs. 5 to 8 and table I. Units are those of the record: with energies in eV and lengths in
/// angstrom, stresses and moduli are in eV/angstrom^3 (160.21766 GPa). In two dimensions volumes are areas;
/// for a lattice an atom is an element.
struct ElasticLaw {
  double volume = 1;   ///< Omega, volume per atom, > 0
  double modulus = 1;  ///< G_0, shear modulus at X_1 = 0 and tau = 0, > 0
  /// u_A: the modulus falls as 1 - X_1/u_A. Infinity: it does not.
  double softening = std::numeric_limits<double>::infinity();
  double tau_a = std::numeric_limits<double>::infinity();  ///< tau_A; infinity: no such term
  double tau_b = std::numeric_limits<double>::infinity();  ///< tau_B
  double reference = 0;  ///< u_0, energy per atom of the state X_1 = tau = 0

  /// Elastic energy per atom (eq. 7). @pre inelastic < softening
  double elastic_energy(const StatePoint& at) const;
  /// u = u_0 + X_1 + u_el, energy per atom (eq. 5).
  double energy(const StatePoint& at) const;

  /// X_1 of a specimen with this energy per atom: eq. 5 with eq. 7, solved exactly. The root that becomes
  /// u - u_0 - u_el as u_A grows; always below u_A.
  double inelastic_energy(double stress, double energy) const;
  /// The same with 1/(1 - X_1/u_A) taken as 1 + X_1/u_A (eq. 8): too high by about
  /// (Omega tau^2 / 2 G_0) (X_1/u_A)^2.
  double approximate_inelastic_energy(double stress, double energy) const;

  /// G(X_1) = G_0 (1 - X_1/u_A), the modulus at vanishing stress.
  double shear_modulus(double inelastic) const;
  /// d tau / d gamma at constant X_1: that for which the work Omega tau d gamma is the change of eq. 7,
  /// G_0 / (1/(1 - X_1/u_A) + 2 (tau/tau_A)^2 + 3 (tau/tau_B)^4).
  double tangent_modulus(const StatePoint& at) const;
  /// Strain of elastic loading from zero stress to `at`, at constant X_1; odd in the stress: the integral of
  /// 1/tangent_modulus.
  double elastic_strain(const StatePoint& at) const;
  /// The stress whose elastic_strain() is `strain`, at this X_1.
  double stress_at(double elastic_strain, double inelastic) const;

  friend bool operator==(const ElasticLaw&, const ElasticLaw&) = default;
};

}  // namespace vitrum::seem
