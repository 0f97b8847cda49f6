#include "atomistic/patch_atoms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include "atomistic/box_geometry.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// Of the lattice of periodic images, by Lagrange's and Gauss' reduction: a and b may be long where the box
/// is tilted.
double shortest_lattice_vector(const Box& box) {
  std::array<double, 2> a{box.lx, 0}, b{box.xy, box.ly};
  while (true) {
    if (std::hypot(a[0], a[1]) > std::hypot(b[0], b[1])) std::swap(a, b);
    const double square = a[0] * a[0] + a[1] * a[1];
    const double times = (a[0] * b[0] + a[1] * b[1]) / square;
    // At one half, as at a strain of 0.5, b and b - a are equally long, and would be exchanged for ever.
    if (std::abs(times) < 0.5 + 1e-9) return std::sqrt(square);
    for (std::size_t k = 0; k < 2; ++k) b[k] -= std::round(times) * a[k];
  }
}

struct Cut {
  int group;  // 0: disc, 1: shell, 2: frozen
  double x, y;
  int species;
};

}  // namespace

double largest_radius(const Box& box, double shell, double cutoff) {
  return 0.5 * shortest_lattice_vector(box) - shell - cutoff;
}

void cut_patch(const Configuration& sample, const PatchShape& shape, double cutoff, PatchAtoms& atoms) {
  const double largest = largest_radius(sample.box, shape.shell, cutoff);
  if (!(shape.radius <= largest))
    throw InputError("A patch of radius " + std::to_string(shape.radius) +
                     " would meet its own periodic image. This box allows radii up to " +
                     std::to_string(largest) + ": take a smaller one, or a larger sample.");
  const Box box = reduced(sample.box);
  const double outer = shape.radius + shape.shell, reach = outer + shape.reach;
  const int rows = static_cast<int>(std::ceil(reach / box.ly + 0.5));
  std::vector<Cut> cuts;
  for (std::size_t i = 0; i < sample.atoms(); ++i) {
    const double from_x = sample.positions[2 * i] - shape.place[0];
    double y = sample.positions[2 * i + 1] - shape.place[1];
    const double row = std::round(y / box.ly);
    y -= row * box.ly;
    for (int n = -rows; n <= rows; ++n) {
      const double high = y + n * box.ly;
      if (std::abs(high) > reach) continue;
      double x = from_x + (n - row) * box.xy;
      x -= std::round(x / box.lx) * box.lx;
      const double width = std::sqrt(reach * reach - high * high);
      for (double m = std::ceil((-width - x) / box.lx); x + m * box.lx <= width; ++m) {
        const double at = x + m * box.lx, square = at * at + high * high;
        const int group = square <= shape.radius * shape.radius ? 0 : square <= outer * outer ? 1 : 2;
        cuts.push_back({group, at, high, sample.species[i]});
      }
    }
  }
  std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) {
    return std::tie(a.group, a.x, a.y) < std::tie(b.group, b.x, b.y);
  });
  atoms = {};
  for (const Cut& cut : cuts) {
    if (cut.group == 0) ++atoms.disc;
    if (cut.group <= 1) ++atoms.free;
    atoms.species.push_back(cut.species);
    atoms.positions.insert(atoms.positions.end(), {cut.x, cut.y});
  }
}

}  // namespace vitrum::atomistic
