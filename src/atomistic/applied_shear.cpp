#include "atomistic/applied_shear.h"

#include <cmath>
#include <numbers>

namespace vitrum::atomistic {

namespace {

constexpr double degree = std::numbers::pi / 180;

/// M has a period of half a turn.
double twice(double angle) { return 2 * std::fmod(angle, 180.0) * degree; }

}  // namespace

CellShear cell_shear(const AppliedShear& shear, double strain) {
  if (!shear.angle) return {1, strain};
  // Of F^T F = exp(2 gamma M): the square of what becomes of an edge along x, and its product with one along
  // y.
  const double sine = std::sin(twice(*shear.angle)), cosine = std::cos(twice(*shear.angle));
  const double stretch = std::sqrt(std::cosh(strain) - std::sinh(strain) * sine);
  return {stretch, std::sinh(strain) * cosine / stretch};
}

Box sheared(const Box& initial, const CellShear& shear) {
  Box box = initial;
  box.lx = shear.stretch * initial.lx;
  box.ly = initial.ly / shear.stretch;
  box.yz = initial.yz / shear.stretch;
  box.xy = shear.stretch * initial.xy + shear.tilt * initial.ly;
  box.xz = shear.stretch * initial.xz + shear.tilt * initial.yz;
  return box;
}

void shear_positions(std::vector<double>& positions, int dimension, const CellShear& from,
                     const CellShear& to) {
  const double xx = to.stretch / from.stretch, yy = from.stretch / to.stretch;
  const double xy = to.tilt * from.stretch - from.tilt * to.stretch;
  const auto d = static_cast<std::size_t>(dimension);
  for (std::size_t i = 0; i < positions.size(); i += d) {
    positions[i] = xx * positions[i] + xy * positions[i + 1];
    positions[i + 1] *= yy;
  }
}

double turn_of_loading(const AppliedShear& shear, double strain) {
  if (!shear.angle) return 0;
  // Where the pure shear has turned the edge a, along x, to: the cell's frame lies there.
  const double sine = std::sin(twice(*shear.angle)), cosine = std::cos(twice(*shear.angle));
  const double t = std::tanh(0.5 * strain);
  return std::fmod(*shear.angle, 180.0) - std::atan2(t * cosine, 1 - t * sine) / degree;
}

SymmetricTensor in_turned_frame(const SymmetricTensor& tensor, double angle) {
  const double c = std::cos(angle * degree), s = std::sin(angle * degree);
  SymmetricTensor out = tensor;
  out.xx = c * c * tensor.xx + s * s * tensor.yy + 2 * s * c * tensor.xy;
  out.yy = s * s * tensor.xx + c * c * tensor.yy - 2 * s * c * tensor.xy;
  out.xy = (c * c - s * s) * tensor.xy + s * c * (tensor.yy - tensor.xx);
  out.xz = c * tensor.xz + s * tensor.yz;
  out.yz = c * tensor.yz - s * tensor.xz;
  return out;
}

}  // namespace vitrum::atomistic
