#include "atomistic/periodic_centre.h"

#include <algorithm>
#include <cmath>

namespace vitrum::atomistic {

namespace {

double square(const Vector3& v) { return v[0] * v[0] + v[1] * v[1] + v[2] * v[2]; }

Vector3 plus(Vector3 a, const Vector3& b, double factor = 1) {
  for (std::size_t k = 0; k < 3; ++k) a[k] += factor * b[k];
  return a;
}

Vector3 in_rectangle(const Box& box, Vector3 v) {
  if (box.dimension == 3) v = plus(v, {box.xz, box.yz, box.lz}, -std::floor(v[2] / box.lz));
  v = plus(v, {box.xy, box.ly, 0}, -std::floor(v[1] / box.ly));
  v[0] -= std::floor(v[0] / box.lx) * box.lx;
  return v;
}

}  // namespace

Vector3 shortest_image(const Box& box, const Vector3& vector) {
  Vector3 v = vector;
  if (box.dimension == 3) v = plus(v, {box.xz, box.yz, box.lz}, -std::round(v[2] / box.lz));
  v = plus(v, {box.xy, box.ly, 0}, -std::round(v[1] / box.ly));
  v[0] -= std::round(v[0] / box.lx) * box.lx;
  // In a tilted cell a neighbour of this image may be shorter.
  const int depth = box.dimension == 3 ? 1 : 0;
  Vector3 best = v;
  for (int k = -depth; k <= depth; ++k)
    for (int m = -1; m <= 1; ++m)
      for (int n = -1; n <= 1; ++n) {
        const Vector3 other = plus(v, lattice_vector(box, {n, m, k}));
        if (square(other) < square(best)) best = other;
      }
  return best;
}

Vector3 periodic_centre(const Box& box, const std::vector<double>& positions,
                        const std::vector<double>& weights) {
  if (weights.empty()) return {};
  const auto d = static_cast<std::size_t>(box.dimension);
  const auto position = [&](std::size_t i) {
    Vector3 p{};
    for (std::size_t k = 0; k < d; ++k) p[k] = positions[d * i + k] - box.origin[k];
    return p;
  };
  const auto heaviest = std::max_element(weights.begin(), weights.end());
  if (!(*heaviest > 0)) return {};
  Vector3 centre = position(static_cast<std::size_t>(heaviest - weights.begin()));
  for (int round = 0; round < 50; ++round) {
    Vector3 shift{};
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (!(weights[i] > 0)) continue;
      shift = plus(shift, shortest_image(box, plus(position(i), centre, -1)), weights[i]);
      sum += weights[i];
    }
    centre = plus(centre, shift, 1 / sum);
    if (square(shift) < 1e-24 * sum * sum * box.lx * box.lx) break;
  }
  return in_rectangle(box, centre);
}

}  // namespace vitrum::atomistic
