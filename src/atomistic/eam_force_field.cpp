#include "atomistic/eam_force_field.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "base/error.h"

namespace vitrum::atomistic {

EamForceField::EamForceField(std::shared_ptr<const EamPotential> potential, double skin)
    : potential_(std::move(potential)), list_(potential_->cutoff(), skin) {}

void EamForceField::build_list(const Configuration& configuration) {
  if (configuration.box.dimension != 3)
    throw InputError("An embedded-atom potential is made for three dimensions, the configuration has " +
                     std::to_string(configuration.box.dimension) +
                     ". Choose another potential or another configuration.");
  for (std::size_t i = 0; i < configuration.atoms(); ++i)
    if (configuration.species[i] < 0 || configuration.species[i] >= species())
      throw InputError("Atom " + std::to_string(i + 1) + " is of species number " +
                       std::to_string(configuration.species[i] + 1) + ", but the potential knows only " +
                       std::to_string(species()) +
                       ". Check the types in the file or choose another potential.");
  list_.build(configuration);
}

void EamForceField::prepare(const Configuration& configuration) {
  if (!list_.good_for(configuration)) build_list(configuration);
  list_.gather(configuration, rows_);
}

Evaluation EamForceField::evaluate(const Configuration& configuration, std::vector<double>& forces) {
  prepare(configuration);
  const std::size_t atoms = configuration.atoms();
  const auto each_pair = [&](auto&& visit) {
    for (std::size_t i = 0; i < atoms; ++i)
      for (int k = list_.first()[i]; k < list_.first()[i + 1]; ++k) {
        const auto j = static_cast<std::size_t>(list_.neighbour()[static_cast<std::size_t>(k)]);
        Vector3 s{};
        for (std::size_t c = 0; c < 3; ++c) s[c] = rows_[4 * j + c] - rows_[4 * i + c];
        const double r = std::sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
        const int a = list_.species()[i], b = list_.species()[j];
        if (r < potential_->reach(a, b))
          visit(static_cast<std::size_t>(list_.atom()[i]), static_cast<std::size_t>(list_.atom()[j]), a, b, s,
                r);
      }
  };
  densities_.assign(atoms, 0.0);
  each_pair([&](std::size_t i, std::size_t j, int a, int b, const Vector3&, double r) {
    densities_[i] += potential_->density(b, a).at(r).value;
    densities_[j] += potential_->density(a, b).at(r).value;
  });
  double energy = 0;
  std::vector<double> slope(atoms);
  for (std::size_t i = 0; i < atoms; ++i) {
    const Derivatives f = potential_->embedding(configuration.species[i], densities_[i]);
    energy += f.value;
    slope[i] = f.first;
  }
  forces.assign(3 * atoms, 0.0);
  SymmetricTensor virial;
  std::int64_t pairs = 0;
  each_pair([&](std::size_t i, std::size_t j, int a, int b, const Vector3& s, double r) {
    const Derivatives phi = potential_->pair(a, b, r);
    const double pull = (phi.first + slope[i] * potential_->density(b, a).at(r).first +
                         slope[j] * potential_->density(a, b).at(r).first) /
                        r;
    energy += phi.value;
    for (std::size_t c = 0; c < 3; ++c) forces[3 * i + c] += pull * s[c], forces[3 * j + c] -= pull * s[c];
    virial +=
        pull * SymmetricTensor{s[0] * s[0], s[1] * s[1], s[2] * s[2], s[1] * s[2], s[0] * s[2], s[0] * s[1]};
    ++pairs;
  });
  double sum = energy;
  for (const double f : forces) sum += f;
  if (!std::isfinite(sum)) explain_failure();
  return {energy, (1.0 / configuration.box.volume()) * virial, pairs};
}

void EamForceField::explain_failure() const {
  double closest = std::numeric_limits<double>::infinity();
  std::size_t a = 0, b = 0;
  for (std::size_t i = 0; i < list_.atoms(); ++i)
    for (int k = list_.first()[i]; k < list_.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list_.neighbour()[static_cast<std::size_t>(k)]);
      double square = 0;
      for (std::size_t c = 0; c < 3; ++c) square += std::pow(rows_[4 * j + c] - rows_[4 * i + c], 2);
      if (square < closest) closest = square, a = i, b = j;
    }
  throw PhysicsError("The energy is not a finite number: atoms " + std::to_string(list_.atom()[a] + 1) +
                     " and " + std::to_string(list_.atom()[b] + 1) + " are " +
                     std::to_string(std::sqrt(closest)) +
                     " apart, on top of each other. Check the file, or take smaller steps.");
}

}  // namespace vitrum::atomistic
