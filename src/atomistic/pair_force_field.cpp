#include "atomistic/pair_force_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// Pairs that are worked on at once: what fits into the first cache with all that is known of them.
constexpr int pairs_at_once = 512;

}  // namespace

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
  list_.gather(configuration, coordinates_);
}

Evaluation PairForceField::evaluate(const Configuration& configuration, std::vector<double>& forces) {
  prepare(configuration);
  forces.assign(configuration.positions.size(), 0.0);
  Evaluation result = configuration.box.dimension == 2 ? sum<2>(forces) : sum<3>(forces);
  if (!std::isfinite(result.energy)) explain_failure(configuration);
  result.stress = (1.0 / configuration.box.volume()) * result.stress;
  return result;
}

void PairForceField::tabulate_coefficients() {
  coefficients_.clear();
  for (std::size_t i = 0; i < list_.atoms(); ++i)
    for (int k = list_.first()[i]; k < list_.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list_.neighbour()[static_cast<std::size_t>(k)]);
      coefficients_.add(potentials_.between(list_.species()[i], list_.species()[j]));
    }
  coefficients_of_ = list_.builds();
}

// Three passes over the pairs of some atoms at a time, so that their numbers stay in the cache: distances,
// then energies and slopes of all of them, then forces. The sums have the order of the list.
template <int Dimension>
Evaluation PairForceField::sum(std::vector<double>& forces) {
  constexpr bool deep = Dimension == 3;
  if (coefficients_of_ != list_.builds()) tabulate_coefficients();
  for (std::size_t k = 0; k < Dimension; ++k) slot_forces_[k].assign(list_.slots(), 0.0);
  const double* x = coordinates_[0].data();
  const double* y = coordinates_[1].data();
  const double* z = coordinates_[2].data();
  double* fx = slot_forces_[0].data();
  double* fy = slot_forces_[1].data();
  double* fz = slot_forces_[2].data();
  const int* first = list_.first().data();
  const int* neighbour = list_.neighbour().data();
  const auto atoms = static_cast<int>(list_.atoms());
  PairBlock& b = block_;
  Evaluation total;

  for (int begin = 0, end = 0; begin < atoms; begin = end) {
    end = begin + 1;
    while (end < atoms && first[end + 1] - first[begin] <= pairs_at_once) ++end;
    const int base = first[begin];
    const auto count = static_cast<std::size_t>(first[end] - base);
    b.reserve(count);
    for (int i = begin; i < end; ++i)
      for (int k = first[i]; k < first[i + 1]; ++k) {
        const int j = neighbour[k];
        const auto m = static_cast<std::size_t>(k - base);
        const double dx = x[j] - x[i], dy = y[j] - y[i], dz = deep ? z[j] - z[i] : 0.0;
        b.dx[m] = dx, b.dy[m] = dy;
        if constexpr (deep) b.dz[m] = dz;
        b.square[m] = deep ? dx * dx + dy * dy + dz * dz : dx * dx + dy * dy;
      }
    coefficients_.evaluate(static_cast<std::size_t>(base), count, b.square.data(), b.energy.data(),
                           b.slope_over_r.data());
    for (int i = begin; i < end; ++i) {
      double fxi = 0, fyi = 0, fzi = 0, energy = 0;
      SymmetricTensor virial;
      for (int k = first[i]; k < first[i + 1]; ++k) {
        const int j = neighbour[k];
        const auto m = static_cast<std::size_t>(k - base);
        const double px = b.slope_over_r[m] * b.dx[m], py = b.slope_over_r[m] * b.dy[m];
        energy += b.energy[m];
        virial.xx += px * b.dx[m], virial.yy += py * b.dy[m], virial.xy += px * b.dy[m];
        fxi += px, fyi += py;
        fx[j] -= px, fy[j] -= py;
        if constexpr (deep) {
          const double pz = b.slope_over_r[m] * b.dz[m];
          virial.zz += pz * b.dz[m], virial.yz += py * b.dz[m], virial.xz += px * b.dz[m];
          fzi += pz;
          fz[j] -= pz;
        }
        total.pairs += b.square[m] < coefficients_.outer_square(static_cast<std::size_t>(k)) ? 1 : 0;
      }
      fx[i] += fxi, fy[i] += fyi;
      if constexpr (deep) fz[i] += fzi;
      total.energy += energy;
      total.stress += virial;
    }
  }
  for (std::size_t slot = 0; slot < list_.slots(); ++slot)
    for (std::size_t k = 0; k < Dimension; ++k)
      forces[Dimension * static_cast<std::size_t>(list_.atom()[slot]) + k] += slot_forces_[k][slot];
  return total;
}

void PairForceField::stiffness(const Configuration& configuration, std::vector<PairStiffness>& pairs) {
  prepare(configuration);
  pairs.clear();
  const bool deep = configuration.box.dimension == 3;
  for (std::size_t i = 0; i < list_.atoms(); ++i)
    for (int k = list_.first()[i]; k < list_.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list_.neighbour()[static_cast<std::size_t>(k)]);
      std::array<double, 3> d{};
      double square = 0;
      for (std::size_t c = 0; c < (deep ? 3U : 2U); ++c) {
        d[c] = coordinates_[c][j] - coordinates_[c][i];
        square += d[c] * d[c];
      }
      const SmoothedLennardJones& potential = potentials_.between(list_.species()[i], list_.species()[j]);
      PairStiffness pair{list_.atom()[i], list_.atom()[j], d};
      if (square < potential.outer_square()) {
        const double r = std::sqrt(square);
        const PairEnergy u = potential.at(r);
        pair.slope_over_r = u.first / r;
        pair.curvature = u.second;
      }
      pairs.push_back(pair);
    }
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

void PairForceField::explain_failure(const Configuration& configuration) const {
  const bool deep = configuration.box.dimension == 3;
  double closest = list_.built_for().box.lx * list_.built_for().box.lx;
  std::size_t a = 0, b = 0;
  for (std::size_t i = 0; i < list_.atoms(); ++i)
    for (int k = list_.first()[i]; k < list_.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list_.neighbour()[static_cast<std::size_t>(k)]);
      double square = 0;
      for (std::size_t c = 0; c < (deep ? 3U : 2U); ++c)
        square += (coordinates_[c][j] - coordinates_[c][i]) * (coordinates_[c][j] - coordinates_[c][i]);
      if (square < closest) closest = square, a = i, b = j;
    }
  throw PhysicsError("The energy is not a finite number: atoms " + std::to_string(list_.atom()[a] + 1) +
                     " and " + std::to_string(list_.atom()[b] + 1) + " are " +
                     std::to_string(std::sqrt(closest)) +
                     " apart, on top of each other. Check the file, or take smaller steps.");
}

}  // namespace vitrum::atomistic
