// Which arrays of a glass' record, all "in model units", are what.
#pragma once

#include <string>

namespace vitrum::study {

/// Of states, events, moduli and local tests: energies are called so, all but these and is_stiffness() are
/// stresses.
inline bool is_energy(const std::string& name) {
  return name.starts_with("energy") || name == "dissipated" || name == "work";
}

/// Eigenvalues of the Hessian: energy per length squared in any dimension.
inline bool is_stiffness(const std::string& name) { return name == "lowest_eigenvalue"; }

}  // namespace vitrum::study
