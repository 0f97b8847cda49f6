// Pure shear of the plane along an angle: F = exp(gamma M(angle)), M of paper 1, eq. 3.
#pragma once

#include "math/tensor.h"

namespace vitrum::atomistic {

/// A symmetric map of the plane.
struct PlaneMap {
  double xx = 1, yy = 1, xy = 0;

  double x(double a, double b) const { return xx * a + xy * b; }
  double y(double a, double b) const { return xy * a + yy * b; }
};

/// M(angle), degrees: its period is half a turn.
PlaneMap shear_of(double angle);

/// exp(strain M) for an M of shear_of(). Its inverse is that of -strain.
PlaneMap stretch_of(const PlaneMap& shear, double strain);

/// M:Sigma, in the plane.
double resolved(const PlaneMap& shear, const SymmetricTensor& stress);

}  // namespace vitrum::atomistic
