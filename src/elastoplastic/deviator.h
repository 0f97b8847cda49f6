// The part of a 2D stress that drives slip.
#pragma once

#include <cmath>

namespace vitrum::elastoplastic {

/// Deviatoric part of a symmetric 2D tensor: ((yy - xx) / 2, xy). In this plane every slip system of
/// paper 1, eq. 3 is a unit vector (sin 2 theta, cos 2 theta): its resolved shear stress (eq. 4) is the
/// projection of the stress on that vector, so no stress farther from the present one than the smallest
/// distance to threshold can activate the element. The length of a stress here is its von Mises stress.
struct Deviator {
  double diagonal = 0;
  double shear = 0;

  friend bool operator==(const Deviator&, const Deviator&) = default;
};

inline double dot(const Deviator& a, const Deviator& b) {
  return a.diagonal * b.diagonal + a.shear * b.shear;
}

inline double length(const Deviator& a) { return std::sqrt(dot(a, a)); }

}  // namespace vitrum::elastoplastic
