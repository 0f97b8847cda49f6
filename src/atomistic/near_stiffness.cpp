#include "atomistic/near_stiffness.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "atomistic/minimiser.h"
#include "atomistic/stiffness_factor.h"

namespace vitrum::atomistic {

namespace {

constexpr double decay = 3, reach = 2;  // A; the last distance, in r_nn
constexpr double amplitude = 1e-3;      // of the wave, in r_nn

struct Near {
  std::size_t first, second;
  double distance;
};

/// All pairs of a list, nearer than `most`.
std::vector<Near> near_pairs(const NeighbourList& list, double most) {
  const auto d = static_cast<std::size_t>(list.built_for().box.dimension);
  const std::size_t row = row_length(static_cast<int>(d));
  std::vector<double> rows;
  list.gather(list.built_for(), rows);
  std::vector<Near> out;
  for (std::size_t slot = 0; slot < list.atoms(); ++slot)
    for (auto k = static_cast<std::size_t>(list.first()[slot]);
         k < static_cast<std::size_t>(list.first()[slot + 1]); ++k) {
      const auto other = static_cast<std::size_t>(list.neighbour()[k]);
      double square = 0;
      for (std::size_t c = 0; c < d; ++c) {
        const double s = rows[row * other + c] - rows[row * slot + c];
        square += s * s;
      }
      if (square >= most * most) continue;
      out.push_back({static_cast<std::size_t>(list.atom()[slot]),
                     static_cast<std::size_t>(list.atom()[other]), std::sqrt(square)});
    }
  return out;
}

double mean_nearest_distance(const std::vector<Near>& pairs, std::size_t atoms) {
  std::vector<double> nearest(atoms, std::numeric_limits<double>::infinity());
  for (const Near& pair : pairs)
    for (const std::size_t i : {pair.first, pair.second}) nearest[i] = std::min(nearest[i], pair.distance);
  double sum = 0;
  int counted = 0;
  for (const double r : nearest)
    if (std::isfinite(r)) sum += r, ++counted;
  return counted > 0 ? sum / counted : 1;
}

/// A standing wave along each edge of the cell.
std::vector<double> long_wave(const Configuration& configuration, double height) {
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  std::vector<double> wave(configuration.positions.size());
  for (std::size_t i = 0; i < configuration.atoms(); ++i) {
    const double* const p = &configuration.positions[d * i];
    const Vector3 s = fractional(configuration.box, {p[0], p[1], d == 3 ? p[2] : 0});
    for (std::size_t c = 0; c < d; ++c) wave[d * i + c] = height * std::sin(2 * std::numbers::pi * s[c]);
  }
  return wave;
}

}  // namespace

void NearStiffness::renew(const Configuration& configuration) {
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  const double spacing = std::pow(configuration.box.volume() / static_cast<double>(configuration.atoms()),
                                  1.0 / static_cast<double>(d));
  // Nearest neighbours are never further than 1.23 of it in close packings; twice that is looked through.
  const double far = 1.3 * reach * spacing;
  NeighbourList list(far, 0.01 * far);
  list.build(configuration);
  const std::vector<Near> pairs = near_pairs(list, far);
  const double nearest = mean_nearest_distance(pairs, configuration.atoms());
  const std::vector<double> wave = long_wave(configuration, amplitude * nearest);
  BlockSum sum(list);
  double stiffness = 0;  // wave . P . wave with mu = 1
  for (const Near& pair : pairs) {
    if (pair.distance >= reach * nearest) continue;
    const double spring = std::exp(-decay * (pair.distance / nearest - 1));
    BlockSymmetric::Block block{};
    for (std::size_t c = 0; c < d; ++c) {
      block[4 * c] = spring;
      const double stretch = wave[d * pair.first + c] - wave[d * pair.second + c];
      stiffness += spring * stretch * stretch;
    }
    sum.add(pair.first, pair.second, block);
  }
  factor_.make(sum);

  force_field_.build_list(configuration);
  std::vector<double> forces, moved_forces;
  force_field_.evaluate(configuration, forces);
  Configuration moved = configuration;
  for (std::size_t i = 0; i < wave.size(); ++i) moved.positions[i] += wave[i];
  force_field_.evaluate(moved, moved_forces);
  const double measured = dot(wave, forces) - dot(wave, moved_forces);
  if (measured > 0 && stiffness > 0)
    strength_ = measured / stiffness;
  else
    strength_ = 1;
  made_for_ = configuration;
}

void NearStiffness::apply(std::vector<double>& vector) {
  factor_.apply(vector);
  for (double& v : vector) v /= strength_;
}

Group NearStiffness::snapshot() const {
  Group group;
  if (ready()) group.groups["made_for"] = place_of(made_for_);
  return group;
}

void NearStiffness::restore(const Group& snapshot, const Configuration& like) {
  factor_.clear();
  if (snapshot.has_group("made_for")) renew(placed(snapshot.group("made_for"), like));
}

}  // namespace vitrum::atomistic
