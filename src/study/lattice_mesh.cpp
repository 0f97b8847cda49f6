#include "study/lattice_mesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrum::study {

namespace {

struct Row {
  double length;
  int columns;
  int slip_systems;
};
// Table 1 of paper 1, for its glass of L = 98.8045. Its numbers are not all the nearest ones.
constexpr Row table_1[]{{3.5, 29, 8},  {4.4, 23, 16}, {6.6, 15, 36},
                        {8.8, 11, 64}, {10.5, 9, 92}, {13.2, 8, 144}};
constexpr double table_width = 98.8045;

const Row* row_of(double length) {
  for (const Row& row : table_1)
    if (row.length == length) return &row;
  return nullptr;
}

int elements_along(double width, double length) {
  const bool papers = std::abs(width - table_width) < 0.01 * table_width;
  if (const Row* row = row_of(length); papers && row) return row->columns;
  return std::max(2, static_cast<int>(std::lround(width / length)));
}

int systems_of(const elastoplastic::LatticeSettings& lattice, double length) {
  const Row *now = row_of(lattice.element_length), *then = row_of(length);
  if (now && then && now->slip_systems == lattice.slip_systems) return then->slip_systems;
  const double ratio = length / lattice.element_length;
  return std::max(4, 4 * static_cast<int>(std::lround(lattice.slip_systems * ratio * ratio / 4)));
}

}  // namespace

elastoplastic::LatticeSettings with_element_length(const elastoplastic::LatticeSettings& lattice,
                                                   double length) {
  elastoplastic::LatticeSettings out = lattice;
  if (length == lattice.element_length) return out;
  out.columns = elements_along(lattice.columns * lattice.element_length, length);
  out.rows = elements_along(lattice.rows * lattice.element_length, length);
  out.element_length = length;
  out.slip_systems = systems_of(lattice, length);
  return out;
}

int patch_elements(double radius, double element_length) {
  return std::max(1, static_cast<int>(std::lround(radius * std::sqrt(std::numbers::pi) / element_length)));
}

}  // namespace vitrum::study
