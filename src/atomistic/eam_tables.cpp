#include "atomistic/eam_tables.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

void require(bool holds, const std::string& what) {
  if (!holds) throw InputError("An embedded-atom potential needs " + what + ".");
}

void check_table(const std::vector<double>& table, int length, const std::string& name) {
  require(table.size() == static_cast<std::size_t>(length),
          std::to_string(length) + " values of " + name + "; got " + std::to_string(table.size()));
  require(std::all_of(table.begin(), table.end(), [](double v) { return std::isfinite(v); }),
          "finite values of " + name);
}

}  // namespace

void check(const EamTables& t) {
  const std::size_t n = t.elements.size();
  require(n > 0, "at least one element");
  require(t.masses.size() == n, "a mass of each element");
  for (const double mass : t.masses) require(mass > 0 && std::isfinite(mass), "positive masses");
  // The slope of the interpolation looks at two values on each side.
  require(t.densities >= 5 && t.distances >= 5, "tables of five values or more");
  const auto positive = [](double v) { return v > 0 && std::isfinite(v); };
  require(positive(t.density_step) && positive(t.distance_step), "positive steps of its tables");
  require(positive(t.cutoff), "a positive cut-off");
  require(t.embedding.size() == n && t.density.size() == n && t.pair.size() == n, "tables of each element");
  for (std::size_t a = 0; a < n; ++a) {
    check_table(t.embedding[a], t.densities, "F of " + t.elements[a]);
    require(t.density[a].size() == n && t.pair[a].size() == a + 1, "tables of each pair of elements");
    for (std::size_t b = 0; b < n; ++b) {
      const std::string pair = t.elements[a] + " and " + t.elements[b];
      check_table(t.density[a][b], t.distances, "rho of " + pair);
      if (b <= a) check_table(t.pair[a][b], t.distances, "r phi of " + pair);
    }
  }
}

EamTables tables_of(const EamTables& t, const std::vector<std::string>& elements) {
  std::vector<std::size_t> place;
  for (const std::string& element : elements) {
    const auto found = std::find(t.elements.begin(), t.elements.end(), element);
    require(found != t.elements.end(), "tables of each element; there are none of " + element);
    place.push_back(static_cast<std::size_t>(found - t.elements.begin()));
  }
  EamTables chosen = t;
  chosen.elements = elements;
  chosen.atomic_numbers.clear(), chosen.masses.clear(), chosen.lattice_constants.clear();
  chosen.embedding.clear(), chosen.density.clear(), chosen.pair.clear();
  for (const std::size_t a : place) {
    chosen.atomic_numbers.push_back(t.atomic_numbers[a]);
    chosen.masses.push_back(t.masses[a]);
    chosen.lattice_constants.push_back(t.lattice_constants[a]);
    chosen.embedding.push_back(t.embedding[a]);
    auto& density = chosen.density.emplace_back();
    for (const std::size_t b : place) density.push_back(t.density[a][b]);
    auto& pair = chosen.pair.emplace_back();
    for (std::size_t k = 0; k < chosen.pair.size(); ++k)
      pair.push_back(t.pair[std::max(a, place[k])][std::min(a, place[k])]);
  }
  return chosen;
}

}  // namespace vitrum::atomistic
