#include "edge/import/atom_table.h"

#include <algorithm>
#include <cmath>

namespace vitrum::imports {

bool lies_in_a_plane(const AtomTable& table) {
  if (table.positions.size() < 2) return table.box.lz <= 1;
  const double z = table.positions.front()[2];
  const double rounding = 1e-12 * (std::abs(z) + table.box.lx);
  return std::all_of(table.positions.begin(), table.positions.end(),
                     [&](const Vector& r) { return std::abs(r[2] - z) <= rounding; });
}

atomistic::Configuration configuration_from(const AtomTable& table) {
  atomistic::Configuration configuration{table.box, table.species, {}};
  atomistic::Box& box = configuration.box;
  box.dimension = lies_in_a_plane(table) ? 2 : 3;
  if (box.dimension == 2) {
    box.origin[2] = 0;
    box.lz = 1;
    box.xz = box.yz = 0;
  }
  configuration.positions.reserve(table.positions.size() * static_cast<std::size_t>(box.dimension));
  for (const Vector& r : table.positions) {
    configuration.positions.insert(configuration.positions.end(), r.begin(), r.begin() + box.dimension);
  }
  return configuration;
}

}  // namespace vitrum::imports
