#include "atomistic/pair_force_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/coinciding_atoms.h"
#include "atomistic/pair_kernel.h"
#include "base/error.h"

namespace vitrum::atomistic {

PairForceField::PairForceField(PairPotentials potentials, double skin)
    : potentials_(std::move(potentials)), list_(potentials_.cutoff(), skin) {}

void PairForceField::build_list(const Configuration& configuration) {
  for (std::size_t i = 0; i < configuration.atoms(); ++i)
    if (configuration.species[i] < 0 || configuration.species[i] >= species())
      throw InputError("Atom " + std::to_string(i + 1) + " is of species number " +
                       std::to_string(configuration.species[i] + 1) + ", but the potential knows only " +
                       std::to_string(species()) +
                       ". Check the types in the file or choose another potential.");
  list_.build(configuration);
}

void PairForceField::prepare(const Configuration& configuration) {
  if (!list_.good_for(configuration)) build_list(configuration);
  list_.gather(configuration, rows_);
}

Evaluation PairForceField::evaluate(const Configuration& configuration, std::vector<double>& forces) {
  prepare(configuration);
  const auto dimension = static_cast<std::size_t>(configuration.box.dimension);
  if (runs_of_ != list_.builds()) {
    // The order of the sums must not depend on when they are first asked for.
    std::vector<double> rows;
    list_.gather(list_.built_for(), rows);
    runs_.build(list_, potentials_, rows);
    runs_of_ = list_.builds();
  }
  force_rows_.assign(rows_.size(), 0.0);
  const PairSums sums = sum_pairs(
      {configuration.box.dimension, list_.species().first(list_.atoms()), runs_, potentials_, rows_.data()},
      force_rows_.data());
  forces.assign(configuration.positions.size(), 0.0);
  const std::size_t stride = row_length(configuration.box.dimension);
  for (std::size_t slot = 0; slot < list_.slots(); ++slot)
    for (std::size_t k = 0; k < dimension; ++k)
      forces[dimension * static_cast<std::size_t>(list_.atom()[slot]) + k] += force_rows_[stride * slot + k];
  double sum = sums.energy;
  for (const double f : forces) sum += f;
  if (!std::isfinite(sum))
    throw_not_finite(list_, [this](std::size_t i, std::size_t j) { return separation(i, j); });
  return {sums.energy, (1.0 / configuration.box.volume()) * sums.virial, sums.pairs};
}

void PairForceField::stiffness(const Configuration& configuration, std::vector<PairStiffness>& pairs) {
  pairs.clear();
  pairs.reserve(list_.neighbour().size());
  each_stiffness(configuration, [&](const PairStiffness& pair) { pairs.push_back(pair); });
}

double PairForceField::largest_stiffness(const Configuration& configuration) {
  // (n.(u_i - u_j))^2 <= 2 (n.u_i)^2 + 2 (n.u_j)^2, so no eigenvalue exceeds twice the largest one of
  // any atom's own block; negative stiffnesses only lower them. A block's row sums bound its eigenvalues.
  stiffness(configuration, pairs_);
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  std::vector<double> blocks(d * d * configuration.atoms(), 0.0);
  for (const auto& pair : pairs_) {
    const double along = std::max(pair.curvature, 0.0), across = std::max(pair.slope_over_r, 0.0);
    if (along == 0 && across == 0) continue;
    double square = 0;
    for (std::size_t c = 0; c < d; ++c) square += pair.separation[c] * pair.separation[c];
    for (const int atom : {pair.first, pair.second}) {
      double* block = blocks.data() + d * d * static_cast<std::size_t>(atom);
      for (std::size_t r = 0; r < d; ++r)
        for (std::size_t c = 0; c < d; ++c)
          block[d * r + c] +=
              (along - across) * pair.separation[r] * pair.separation[c] / square + (r == c ? across : 0.0);
    }
  }
  double largest = 0;
  for (std::size_t row = 0; row < blocks.size(); row += d) {
    double sum = 0;
    for (std::size_t c = 0; c < d; ++c) sum += std::abs(blocks[row + c]);
    largest = std::max(largest, sum);
  }
  return 2 * largest;
}

}  // namespace vitrum::atomistic
