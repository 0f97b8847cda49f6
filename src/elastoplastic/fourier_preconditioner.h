// Inverse of the stiffness of a homogeneous lattice, by Fourier transform.
#pragma once

#include <vector>

#include "elastoplastic/node_field.h"
#include "elastoplastic/periodic_fourier.h"
#include "elastoplastic/stiffness.h"

namespace vitrum::elastoplastic {

/// Displacements, of mean zero, that forces cause in a bi-periodic lattice of equal elements. A uniform
/// force, which nothing balances, is left out.
class FourierPreconditioner {
 public:
  FourierPreconditioner(int columns, int rows, const Stiffness& stiffness);

  NodeField operator()(const NodeField& force) const;

 private:
  /// Symmetric inverse of a mode's stiffness; zero for that of wave number zero.
  struct Compliance {
    double xx = 0, yy = 0, xy = 0;
  };
  PeriodicFourier fourier_;
  std::vector<Compliance> compliance_;
};

}  // namespace vitrum::elastoplastic
