#include "atomistic/eam_force_field.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "atomistic/coinciding_atoms.h"
#include "base/error.h"

namespace vitrum::atomistic {

EamForceField::EamForceField(std::shared_ptr<const EamPotential> potential, double skin)
    : potential_(std::move(potential)), skin_(skin), list_(potential_->cutoff(), skin) {}

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

/// What follows from the list, from nothing but the configuration that it was built for.
void EamForceField::arrange() {
  rows_.resize(list_.slots() + 1);
  list_.gather(list_.built_for(), rows_.data()->data());
  runs_.build(list_, *potential_, skin_, rows_);
  std::vector<std::size_t> slot(list_.atoms());
  for (std::size_t k = 0; k < list_.atoms(); ++k) slot[static_cast<std::size_t>(list_.atom()[k])] = k;
  home_.resize(list_.slots());
  for (std::size_t k = 0; k < list_.slots(); ++k) home_[k] = slot[static_cast<std::size_t>(list_.atom()[k])];
  arranged_ = list_.builds();
}

void EamForceField::prepare(const Configuration& configuration) {
  if (!list_.good_for(configuration)) build_list(configuration);
  if (arranged_ != list_.builds()) arrange();
  list_.gather(configuration, rows_.data()->data());
}

/// Sums up the densities, puts F' where sum_near() wants it, and returns the energy sum_i F_i.
double EamForceField::embed() {
  const std::size_t atoms = list_.atoms(), slots = list_.slots();
  for (std::size_t k = atoms; k < slots; ++k) sums_[home_[k]][3] += sums_[k][3];
  densities_.resize(atoms);
  double energy = 0;
  for (std::size_t k = 0; k < atoms; ++k) {
    const double density = sums_[k][3];
    const Derivatives f = potential_->embedding(list_.species()[k], density);
    energy += f.value;
    rows_[k][3] = f.first;
    densities_[static_cast<std::size_t>(list_.atom()[k])] = density;
  }
  for (std::size_t k = atoms; k < slots; ++k) rows_[k][3] = rows_[home_[k]][3];
  rows_[slots][3] = 0;
  return energy;
}

Evaluation EamForceField::evaluate(const Configuration& configuration, std::vector<double>& forces) {
  prepare(configuration);
  sums_.assign(rows_.size(), SlotRow{});
  slopes_.resize(slopes_needed(potential_->lines(), runs_));
  const EamProblem problem{list_.atoms(), cutoff(),     potential_->lines(), runs_,
                           rows_.data(),  sums_.data(), slopes_.data()};
  const EamSums pairs = sum_densities(problem);
  const double energy = pairs.energy + embed();
  sum_near(problem);

  forces.assign(configuration.positions.size(), 0.0);
  double sum = energy;
  for (std::size_t k = 0; k < list_.slots(); ++k)
    for (std::size_t c = 0; c < 3; ++c) {
      forces[3 * static_cast<std::size_t>(list_.atom()[k]) + c] += sums_[k][c];
      sum += sums_[k][c];
    }
  if (!std::isfinite(sum))
    throw_not_finite(list_, [this](std::size_t i, std::size_t j) {
      return Vector3{rows_[j][0] - rows_[i][0], rows_[j][1] - rows_[i][1], rows_[j][2] - rows_[i][2]};
    });
  return {energy, (1.0 / configuration.box.volume()) * virial(rows_, sums_, list_.slots()), pairs.pairs};
}

}  // namespace vitrum::atomistic
