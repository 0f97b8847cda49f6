#include "atomistic/pair_runs.h"

#include <algorithm>

namespace vitrum::atomistic {

void PairRuns::build(const NeighbourList& list, const PairPotentials& potentials,
                     std::span<const double> rows) {
  build({list.built_for().box.dimension, list.first().first(list.atoms() + 1), list.neighbour(),
         list.species()},
        potentials, rows);
}

void PairRuns::build(const Pairs& list, const PairPotentials& potentials, std::span<const double> rows) {
  constexpr std::size_t zones = 3;  // within inner(), within outer(), beyond
  const auto species = static_cast<std::size_t>(potentials.species());
  const std::size_t stride = row_length(list.dimension);
  const auto row_of = [stride](std::size_t slot) { return static_cast<std::uint32_t>(stride * slot); };
  const std::size_t atoms = list.first.size() - 1, pairs = list.neighbour.size();
  begin_.assign(1, 0);
  begin_.reserve(atoms * species + 1);
  row_.resize(pairs + atoms * species * (lanes - 1));

  // For each atom a counting sort, for there are few neighbours and fewer kinds of them.
  std::vector<std::size_t> kind, place(species * zones);
  for (std::size_t i = 0; i < atoms; ++i) {
    const auto neighbours = list.neighbour.subspan(
        static_cast<std::size_t>(list.first[i]), static_cast<std::size_t>(list.first[i + 1] - list.first[i]));
    kind.resize(neighbours.size());
    std::fill(place.begin(), place.end(), 0);
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      const auto j = static_cast<std::size_t>(neighbours[k]);
      double square = 0;
      for (std::size_t c = 0; c < stride; ++c) {
        const double d = rows[stride * j + c] - rows[stride * i + c];
        square += d * d;
      }
      const auto& potential = potentials.between(list.species[i], list.species[j]);
      const std::size_t zone =
          (square < potential.inner_square() ? 0U : 1U) + (square < potential.outer_square() ? 0U : 1U);
      kind[k] = zones * static_cast<std::size_t>(list.species[j]) + zone;
      ++place[kind[k]];
    }
    std::size_t next = begin_.back();
    for (std::size_t b = 0; b < species; ++b) {
      for (std::size_t zone = 0; zone < zones; ++zone) {
        const std::size_t count = place[zones * b + zone];
        place[zones * b + zone] = next;
        next += count;
      }
      while (next % lanes != 0) row_[next++] = row_of(list.species.size());
      begin_.push_back(static_cast<std::uint32_t>(next));
    }
    for (std::size_t k = 0; k < neighbours.size(); ++k)
      row_[place[kind[k]]++] = row_of(static_cast<std::size_t>(neighbours[k]));
  }
  row_.resize(begin_.back());
}

}  // namespace vitrum::atomistic
