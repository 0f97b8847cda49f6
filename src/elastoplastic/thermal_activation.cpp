#include "elastoplastic/thermal_activation.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "math/exponential.h"

namespace vitrum::elastoplastic {

namespace {

// An element is looked at anew when its bound might exceed its rate by more than exp of this.
constexpr double loosest = 0.5;
constexpr std::int64_t never = -1;

/// The first entry at which the sum up to and with it exceeds `share`; the last entry that is not zero when
/// rounding leaves none.
std::size_t pick(const std::vector<double>& weights, double share) {
  double sum = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!(weights[i] > 0)) continue;
    sum += weights[i];
    last = i;
    if (sum > share) break;
  }
  return last;
}

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

}  // namespace

ThermalActivation::ThermalActivation(std::size_t elements, std::uint64_t seed, std::uint64_t sample)
    : random_(seed, sample, Purpose::thermal_activation),
      stress_(elements, true),
      rate_(elements),
      bound_(elements),
      slips_(elements, never) {}

// The sum of an element's rates at its present stress; weights_ are the rates of its systems.
void ThermalActivation::look_at(const Lattice& lattice, std::size_t element) {
  const StressField& stress = lattice.stress();
  const double pressure = stress.has_pressure() ? stress.pressure[element] : 0;
  weights_.resize(lattice.systems().per_element());
  lattice.systems().distances(element, stress.deviator(element), lattice.threshold_shift(pressure), weights_);
  for (double& weight : weights_) weight *= -per_stress_;
  exponential(weights_);
  stress_.diagonal[element] = stress.diagonal[element];
  stress_.shear[element] = stress.shear[element];
  stress_.pressure[element] = pressure;
  slips_[element] = lattice.slip_counts()[element];
  rate_[element] = sum_of(weights_);
}

void ThermalActivation::bound_rates(const Lattice& lattice) {
  const StressField& stress = lattice.stress();
  const double sensitivity = lattice.threshold_shift(1.0).shift;
  for (std::size_t i = 0; i < bound_.size(); ++i) {
    const double d = stress.diagonal[i] - stress_.diagonal[i];
    const double s = stress.shear[i] - stress_.shear[i];
    bound_[i] = per_stress_ * std::sqrt(d * d + s * s);
  }
  if (stress.has_pressure() && sensitivity != 0)
    for (std::size_t i = 0; i < bound_.size(); ++i)
      bound_[i] += per_stress_ * std::abs(sensitivity * (stress.pressure[i] - stress_.pressure[i]));
  for (std::size_t i = 0; i < bound_.size(); ++i) {
    if (slips_[i] == lattice.slip_counts()[i] && bound_[i] <= loosest) continue;
    look_at(lattice, i);
    bound_[i] = 0;
  }
  exponential(bound_);
  for (std::size_t i = 0; i < bound_.size(); ++i) bound_[i] *= rate_[i];
}

std::optional<ThermalActivation::Pick> ThermalActivation::next(const Lattice& lattice, double temperature,
                                                               double activation_volume, double patience) {
  const double per_stress = activation_volume / temperature;
  if (per_stress != per_stress_) std::fill(slips_.begin(), slips_.end(), never);
  per_stress_ = per_stress;
  bound_rates(lattice);
  double wait = 0;
  for (;;) {
    const double total = sum_of(bound_);
    if (!(total > 0)) return std::nullopt;  // so cold that no rate can be told from zero
    wait -= std::log(random_.uniform_positive()) / total;
    if (wait > patience) return std::nullopt;
    const std::size_t element = pick(bound_, random_.uniform() * total);
    const double accepted = random_.uniform() * bound_[element];
    look_at(lattice, element);
    bound_[element] = rate_[element];
    if (accepted < rate_[element])
      return Pick{{element, pick(weights_, random_.uniform() * rate_[element])}, wait};
  }
}

Group ThermalActivation::snapshot() const {
  Group group;
  group.put("random_numbers_drawn", static_cast<std::int64_t>(random_.counter()));
  group.put("per_stress", per_stress_);
  group.put("diagonal", stress_.diagonal);
  group.put("shear", stress_.shear);
  group.put("pressure", stress_.pressure);
  group.put("rate", rate_);
  group.put("slips", slips_);
  return group;
}

void ThermalActivation::restore(const Group& snapshot) {
  const std::size_t elements = rate_.size();
  StressField stress;
  stress.diagonal = snapshot.doubles("diagonal");
  stress.shear = snapshot.doubles("shear");
  stress.pressure = snapshot.doubles("pressure");
  auto rate = snapshot.doubles("rate");
  auto slips = snapshot.integers("slips");
  if (stress.diagonal.size() != elements || stress.shear.size() != elements ||
      stress.pressure.size() != elements || rate.size() != elements || slips.size() != elements)
    throw InputError("lattice snapshot: the rates are those of a lattice of another size");
  const double per_stress = snapshot.number("per_stress");
  random_.seek(static_cast<std::uint64_t>(snapshot.integer("random_numbers_drawn")));
  per_stress_ = per_stress;
  stress_ = std::move(stress);
  rate_ = std::move(rate);
  slips_ = std::move(slips);
}

}  // namespace vitrum::elastoplastic
