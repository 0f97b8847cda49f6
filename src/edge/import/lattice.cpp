#include "edge/import/lattice.h"

#include <cmath>

namespace vitrum::imports {

namespace {

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

Vector cross(const Vector& a, const Vector& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Vector unit(const Vector& a) {
  const double length = std::hypot(a[0], a[1], a[2]);
  return {a[0] / length, a[1] / length, a[2] / length};
}

}  // namespace

double triple_product(const Lattice& lattice) { return dot(lattice[0], cross(lattice[1], lattice[2])); }

ToBox::ToBox(const Lattice& lattice, const Vector& origin) : origin_(origin) {
  const auto& [a, b, c] = lattice;
  box_.dimension = 3;
  const bool in_convention = a[1] == 0 && a[2] == 0 && b[2] == 0 && a[0] > 0 && b[1] > 0 && c[2] > 0;
  rotates_ = !in_convention;
  if (in_convention) {
    box_ = {3, origin, a[0], b[1], c[2], b[0], c[0], c[1]};
    return;
  }
  const Vector x = unit(a), z = unit(cross(a, b));
  axes_ = {x, cross(z, x), z};
  box_ = {3,         {0, 0, 0},       std::hypot(a[0], a[1], a[2]), dot(b, axes_[1]), dot(c, z), dot(b, x),
          dot(c, x), dot(c, axes_[1])};
}

Vector ToBox::operator()(const Vector& position) const {
  if (!rotates_) return position;
  const Vector r{position[0] - origin_[0], position[1] - origin_[1], position[2] - origin_[2]};
  return {dot(r, axes_[0]), dot(r, axes_[1]), dot(r, axes_[2])};
}

}  // namespace vitrum::imports
