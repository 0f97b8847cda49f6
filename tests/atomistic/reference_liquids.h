// The random liquids of tests/reference/liquids: the same positions as its make_liquids.py, bit for bit.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "atomistic/configuration.h"

namespace vitrum::atomistic::test {

/// SplitMix64 (Steele, Lea, Flood 2014).
class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}
  double uniform() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

struct LiquidRecipe {
  int dimension;
  int atoms, of_the_first_species;
  double edge;                 ///< all edges of the cell
  std::array<double, 3> tilt;  ///< xy, xz, yz
  double least[2][2];          ///< distances between species
  std::uint64_t seed;
};

inline Configuration liquid(const LiquidRecipe& recipe) {
  SplitMix random(recipe.seed);
  const auto [xy, xz, yz] = recipe.tilt;
  const double edge = recipe.edge;
  const int cells = static_cast<int>(edge / 1.5);
  const int depth = recipe.dimension == 3 ? 1 : 0;
  using Place = std::array<double, 3>;
  std::map<std::array<int, 3>, std::vector<std::pair<int, Place>>> grid;
  Configuration out;
  out.box = {recipe.dimension, {0, 0, 0}, edge, edge, depth == 1 ? edge : 1, xy, xz, yz};
  const auto wrapped = [cells](int cell) { return (cell + cells) % cells; };
  while (static_cast<int>(out.atoms()) < recipe.atoms) {
    const int kind = static_cast<int>(out.atoms()) < recipe.of_the_first_species ? 0 : 1;
    Place u{};
    std::array<int, 3> home{};
    for (std::size_t k = 0; k < static_cast<std::size_t>(recipe.dimension); ++k) u[k] = random.uniform();
    for (std::size_t k = 0; k < 3; ++k) home[k] = static_cast<int>(u[k] * cells);
    bool free = true;
    for (int dz = -depth; dz <= depth; ++dz)
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
          for (const auto& [other, v] :
               grid[{wrapped(home[0] + dx), wrapped(home[1] + dy), wrapped(home[2] + dz)}]) {
            double a = v[0] - u[0], b = v[1] - u[1], c = v[2] - u[2];
            a -= std::nearbyint(a), b -= std::nearbyint(b), c -= std::nearbyint(c);
            const double x = a * edge + b * xy + c * xz, y = b * edge + c * yz, z = c * edge;
            const double least = recipe.least[kind][other];
            if (x * x + y * y + z * z < least * least) free = false;
          }
    if (!free) continue;
    grid[home].push_back({kind, u});
    out.species.push_back(kind);
    out.positions.push_back(u[0] * edge + u[1] * xy + u[2] * xz);
    out.positions.push_back(u[1] * edge + u[2] * yz);
    if (depth == 1) out.positions.push_back(u[2] * edge);
  }
  return out;
}

inline LiquidRecipe lj2d_1000() {
  return {2, 1000, 447, 31.25, {11.0, 0.0, 0.0}, {{0.95, 0.8}, {0.8, 0.55}}, 1};
}
inline LiquidRecipe lj2d_10000() {
  return {2, 10000, 4472, 98.8125, {-40.0, 0.0, 0.0}, {{0.95, 0.8}, {0.8, 0.55}}, 2};
}
inline LiquidRecipe ka3d_1000() {
  return {3, 1000, 800, 9.40625, {2.5, -1.75, 3.0}, {{0.8, 0.7}, {0.7, 0.7}}, 3};
}

/// What LAMMPS found.
struct LiquidReference {
  std::vector<double> last_atom;
  double energy = 0;
  std::vector<double> pressure;  ///< xx, yy, zz, xy, xz, yz
  double largest = 0;            ///< force component of largest size, signed
  std::map<std::size_t, std::vector<double>> forces;
};

inline LiquidReference read_liquid(const std::string& name) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/liquids/" + name + ".txt");
  if (!file) throw std::runtime_error("cannot read the reference liquid " + name);
  LiquidReference out;
  for (std::string line; std::getline(file, line);) {
    std::istringstream in(line);
    std::string key;
    in >> key;
    std::size_t atom = 0;
    if (key == "force") in >> atom;
    std::vector<double> values;
    for (double value = 0; in >> value;) values.push_back(value);
    if (key == "last_atom") out.last_atom = values;
    if (key == "energy") out.energy = values.at(0);
    if (key == "virial") out.pressure = values;
    if (key == "largest") out.largest = values.at(0);
    if (key == "force") out.forces[atom] = values;
  }
  return out;
}

}  // namespace vitrum::atomistic::test
