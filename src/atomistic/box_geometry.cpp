#include "atomistic/box_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/error.h"

namespace vitrum::atomistic {

Vector3 fractional(const Box& box, const Vector3& position) {
  Vector3 s{};
  double x = position[0] - box.origin[0];
  double y = position[1] - box.origin[1];
  if (box.dimension == 3) {
    s[2] = (position[2] - box.origin[2]) / box.lz;
    x -= box.xz * s[2];
    y -= box.yz * s[2];
  }
  s[1] = y / box.ly;
  s[0] = (x - box.xy * s[1]) / box.lx;
  return s;
}

Vector3 lattice_vector(const Box& box, const std::array<int, 3>& n) {
  Vector3 v{n[0] * box.lx + n[1] * box.xy, n[1] * box.ly, 0};
  if (box.dimension == 3) {
    v[0] += n[2] * box.xz;
    v[1] += n[2] * box.yz;
    v[2] = n[2] * box.lz;
  }
  return v;
}

Vector3 perpendicular_widths(const Box& box) {
  if (box.dimension == 2)
    return {box.lx * box.ly / std::hypot(box.xy, box.ly), box.ly, std::numeric_limits<double>::infinity()};
  // Volume over the area of the face spanned by the other two edges.
  const double bc = std::hypot(box.ly * box.lz, box.xy * box.lz, box.xy * box.yz - box.xz * box.ly);
  const double ac = std::hypot(box.lx * box.lz, box.lx * box.yz);
  return {box.volume() / bc, box.volume() / ac, box.lz};
}

Vector3 affine_image(const Box& from, const Box& to, const Vector3& vector) {
  Box unshifted = from;
  unshifted.origin = {0, 0, 0};
  const Vector3 s = fractional(unshifted, vector);
  Vector3 image{s[0] * to.lx + s[1] * to.xy, s[1] * to.ly, 0};
  if (to.dimension == 3) {
    image[0] += s[2] * to.xz;
    image[1] += s[2] * to.yz;
    image[2] = s[2] * to.lz;
  }
  return image;
}

double smallest_stretch(const Box& from, const Box& to) {
  const Vector3 fx = affine_image(from, to, {1, 0, 0});
  const Vector3 fy = affine_image(from, to, {0, 1, 0});
  if (from.dimension == 2) {
    // Singular values of a 2x2 matrix from its norm and its determinant.
    const double norm = fx[0] * fx[0] + fx[1] * fx[1] + fy[0] * fy[0] + fy[1] * fy[1];
    const double determinant = fx[0] * fy[1] - fx[1] * fy[0];
    return 0.5 * (std::sqrt(norm + 2 * determinant) - std::sqrt(std::max(0.0, norm - 2 * determinant)));
  }
  const Vector3 fz = affine_image(from, to, {0, 0, 1});
  // |F v| >= |v| - |(F - 1) v|, and the Frobenius norm bounds F - 1.
  double excess = 0;
  const Vector3 columns[3] = {fx, fy, fz};
  for (int j = 0; j < 3; ++j)
    for (int i = 0; i < 3; ++i) {
      const double e = columns[j][static_cast<std::size_t>(i)] - (i == j ? 1.0 : 0.0);
      excess += e * e;
    }
  return std::max(0.0, 1.0 - std::sqrt(excess));
}

Box reduced(Box box) {
  if (box.dimension == 3) {
    const double n = std::round(box.yz / box.ly);
    box.yz -= n * box.ly;
    box.xz -= n * box.xy;
    box.xz -= std::round(box.xz / box.lx) * box.lx;
  }
  box.xy -= std::round(box.xy / box.lx) * box.lx;
  return box;
}

void check(const Box& box) {
  if (box.dimension != 2 && box.dimension != 3)
    throw InputError("A box has 2 or 3 dimensions; got " + std::to_string(box.dimension) + ".");
  const bool positive = box.lx > 0 && box.ly > 0 && (box.dimension == 2 || box.lz > 0);
  const bool finite = std::isfinite(box.lx + box.ly + box.xy) &&
                      (box.dimension == 2 || std::isfinite(box.lz + box.xz + box.yz)) &&
                      std::isfinite(box.origin[0] + box.origin[1] + box.origin[2]);
  if (!positive || !finite)
    throw InputError("The edges of a box must be positive and all its numbers finite; got lx = " +
                     std::to_string(box.lx) + ", ly = " + std::to_string(box.ly) +
                     ", lz = " + std::to_string(box.lz) + ", xy = " + std::to_string(box.xy) +
                     ", xz = " + std::to_string(box.xz) + ", yz = " + std::to_string(box.yz) + ".");
}

}  // namespace vitrum::atomistic
