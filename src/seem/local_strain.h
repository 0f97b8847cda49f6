// Strains of coupled elements of unequal stiffness.
#pragma once

#include <memory>
#include <vector>

#include "seem/element_coupling.h"

namespace vitrum::seem {

/// Solves, for the strains g_i of elements with the moduli G_i that at given strain would lose the stress
/// d_i,
///
///   g = gamma + Gamma (1 - G_i/G) g + Gamma d/G,     tau_i changes by G_i g_i - d_i,
///
/// Gamma the coupling in a matrix of the modulus G = (least + largest G_i)/2. Inelastic strain relative to
/// that matrix is (1 - G_i/G) g_i + d_i/G, the polarisation of Lippmann and Schwinger; with this G the fixed
/// point iteration of Moulinec and Suquet (1998) contracts by (largest - least)/(largest + least) or better.
/// With equal moduli it is exact at once.
class LocalStrains {
 public:
  /// @throws InputError without a coupling or elements
  explicit LocalStrains(std::unique_ptr<ElementCoupling> coupling);

  std::size_t elements() const { return coupling_->elements(); }

  /// @param moduli > 0; @param drops d_i; @param strains on entry a guess, on return g_i, to a part in 10^8
  /// of the largest
  /// @throws PhysicsError when a modulus is not positive, or nothing converges.
  void solve(double strain, const std::vector<double>& moduli, const std::vector<double>& drops,
             std::vector<double>& strains);

  /// Stresses of elements that in isolation carry `stress`, once they have relaxed against each other:
  /// (1 - Gamma) stress.
  std::vector<double> in_balance(const std::vector<double>& stress);

 private:
  std::unique_ptr<ElementCoupling> coupling_;
  std::vector<double> inelastic_, next_;  // scratch
};

}  // namespace vitrum::seem
