#include "atomistic/orientation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "atomistic/box_geometry.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

constexpr double unequal_edges = 0.01;

/// New axis k is old axis `from[k]`, reversed where `reversed[k]`.
struct Turn {
  std::array<std::size_t, 3> from;
  std::array<bool, 3> reversed;
};

constexpr std::array<Turn, 3> planes{{{{0, 1, 2}, {false, false, false}},    // xy
                                      {{0, 2, 1}, {false, false, true}},     // xz: x, z, -y
                                      {{1, 2, 0}, {false, false, false}}}};  // yz: y, z, x

Turn turn_of(int orientation, int dimension) {
  if (orientation < 0 || orientation >= orientations(dimension))
    throw InputError("a glass of " + std::to_string(dimension) + " dimensions has the orientations 0 to " +
                     std::to_string(orientations(dimension) - 1) + "; there is none of number " +
                     std::to_string(orientation));
  const int count = dimension == 2 ? 1 : 3;
  Turn turn = planes.at(static_cast<std::size_t>(orientation % count));
  turn.reversed[0] = orientation >= count;
  return turn;
}

void require_upright(const Box& box) {
  const Box least = reduced(box);
  const double edge = std::min(box.lx, box.ly);
  if (std::abs(least.xy) + std::abs(least.xz) + std::abs(least.yz) > 1e-12 * edge)
    throw InputError(
        "its cell is tilted (it cannot be turned without shearing it); take a glass before loading");
  if (box.dimension == 2) return;
  const auto [shortest, longest] = std::minmax({box.lx, box.ly, box.lz});
  if (longest > (1 + unequal_edges) * shortest)
    throw InputError("the edges of its cell are " + std::to_string(box.lx) + ", " + std::to_string(box.ly) +
                     " and " + std::to_string(box.lz) +
                     " (turned it would be a sample of another shape); take a cubic one");
}

}  // namespace

int orientations(int dimension) { return dimension == 2 ? 2 : 6; }

std::string shear_plane(int orientation, int dimension) {
  const Turn turn = turn_of(orientation, dimension);
  constexpr const char* axes = "xyz";
  return std::string(turn.reversed[0] ? "-" : "") + axes[turn.from[0]] + axes[turn.from[1]];
}

Configuration oriented(const Configuration& configuration, int orientation) {
  const Box& box = configuration.box;
  const Turn turn = turn_of(orientation, box.dimension);
  if (orientation == 0) return configuration;
  require_upright(box);
  const std::array<double, 3> edges{box.lx, box.ly, box.lz};
  Configuration out = configuration;
  out.box.lx = edges[turn.from[0]], out.box.ly = edges[turn.from[1]], out.box.lz = edges[turn.from[2]];
  out.box.xy = out.box.xz = out.box.yz = 0;
  const auto d = static_cast<std::size_t>(box.dimension);
  for (std::size_t i = 0; i < out.positions.size(); i += d)
    for (std::size_t k = 0; k < d; ++k) {
      const std::size_t old = turn.from[k];
      const double distance = configuration.positions[i + old] - box.origin[old];
      out.positions[i + k] = box.origin[k] + (turn.reversed[k] ? edges[old] - distance : distance);
    }
  return out;
}

}  // namespace vitrum::atomistic
