#include "atomistic/eam_potential.h"

#include <algorithm>

#include "base/checksum.h"

namespace vitrum::atomistic {

EamPotential::EamPotential(const EamTables& tables) : tables_(tables) {
  check(tables);
  largest_density_ = (tables.densities - 1) * tables.density_step;
  const std::size_t n = tables.elements.size();
  for (std::size_t a = 0; a < n; ++a) {
    embedding_.emplace_back(tables.embedding[a], tables.density_step);
    for (std::size_t b = 0; b < n; ++b) {
      density_.emplace_back(tables.density[a][b], tables.distance_step);
      pair_.emplace_back(tables.pair[std::max(a, b)][std::min(a, b)], tables.distance_step);
    }
  }
  for (int a = 0; a < species(); ++a)
    for (int b = 0; b < species(); ++b) {
      density_reach_.push_back(std::min(cutoff(), std::max(density(a, b).reach(), density(b, a).reach())));
      reach_.push_back(std::min(cutoff(), std::max(density_reach_.back(), scaled_pair(a, b).reach())));
    }
  lines_ = EamLines(species(), density_, pair_);
  Checksum sum;
  const auto add = [&](const std::vector<double>& values) {
    for (const double v : values) sum.add(v);
  };
  add({tables.cutoff, tables.density_step, tables.distance_step});
  add(tables.masses);
  for (std::size_t a = 0; a < n; ++a) {
    add(tables.embedding[a]);
    for (const auto& values : tables.density[a]) add(values);
    for (const auto& values : tables.pair[a]) add(values);
  }
  checksum_ = sum.text();
}

}  // namespace vitrum::atomistic
