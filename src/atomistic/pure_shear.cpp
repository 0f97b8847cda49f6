#include "atomistic/pure_shear.h"

#include <cmath>
#include <numbers>

namespace vitrum::atomistic {

PlaneMap shear_of(double angle) {
  const double twice = std::fmod(angle, 180.0) * std::numbers::pi / 90;
  return {-0.5 * std::sin(twice), 0.5 * std::sin(twice), 0.5 * std::cos(twice)};
}

PlaneMap stretch_of(const PlaneMap& shear, double strain) {
  // M M = 1/4.
  const double even = std::cosh(0.5 * strain), odd = 2 * std::sinh(0.5 * strain);
  return {even + odd * shear.xx, even + odd * shear.yy, odd * shear.xy};
}

double resolved(const PlaneMap& shear, const SymmetricTensor& stress) {
  return shear.xx * stress.xx + shear.yy * stress.yy + 2 * shear.xy * stress.xy;
}

}  // namespace vitrum::atomistic
