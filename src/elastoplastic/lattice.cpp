#include "elastoplastic/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "elastoplastic/amplitude.h"
#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

namespace {

// Thresholds that pressure lowers stay above this share of the mean threshold (the author's code of paper 1:
// above 0.001 in units of its stress).
constexpr double lowest_threshold_share = 1e-3;

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();  // equals no strain

/// Most that a unit of strain changes the distance of a system to its threshold.
double fastest(const Loading& loading, double sensitivity) {
  if (loading.uniform) return length(loading.mean);
  double most = 0;
  for (std::size_t i = 0; i < loading.field.elements(); ++i) {
    const double pressure = loading.field.has_pressure() ? loading.field.pressure[i] : 0;
    most = std::max(most, length(loading.field.deviator(i)) + std::abs(sensitivity * pressure));
  }
  return most;
}

const LatticeSettings& validated(const LatticeSettings& settings) {
  require_valid(settings);
  return settings;
}

std::size_t element_count(const LatticeSettings& settings) {
  return static_cast<std::size_t>(settings.columns) * static_cast<std::size_t>(settings.rows);
}

}  // namespace

Lattice::Lattice(const LatticeSettings& settings, const SampleName& name, Rules rules)
    : settings_(validated(settings)),
      name_(name),
      rules_(std::move(rules)),
      system_random_(name.seed, name.sample, Purpose::slip_systems),
      amplitude_random_(name.seed, name.sample, Purpose::slip_amplitudes),
      threshold_floor_(settings.has_pressure() ? lowest_threshold_share * rules_.slip->mean_threshold()
                                               : -std::numeric_limits<double>::infinity()),
      stress_(element_count(settings), rules_.elasticity->tells_pressure()),
      systems_(element_count(settings), rules_.slip->pairs()),
      plastic_diagonal_(element_count(settings)),
      plastic_shear_(element_count(settings)),
      slip_counts_(element_count(settings)),
      discs_(element_count(settings), settings.pressure_sensitivity),
      active_known_at_(nowhere),
      fastest_loading_(fastest(rules_.elasticity->loading(), settings.pressure_sensitivity)),
      unsafe_(element_count(settings)) {
  for (std::size_t element = 0; element < elements(); ++element) renew(element);
}

// The systems of an element are a function of who it is and how often it slipped: a stored lattice needs no
// more than these numbers, and nothing depends on who slipped before.
void Lattice::renew(std::size_t element) {
  const std::uint64_t slips = settings_.renewal ? static_cast<std::uint64_t>(slip_counts_[element]) : 0;
  system_random_.seek((slips * elements() + element) * SlipRule::most_words);
  rules_.slip->draw(system_random_, systems_.of(element));
  discs_.forget(element);  // a disc is a statement about the systems that were
}

ThresholdShift Lattice::threshold_shift(double pressure) const {
  return {settings_.pressure_sensitivity * pressure, threshold_floor_};
}

double Lattice::lowest_distance(std::size_t element) const {
  return systems_.lowest_distance(element, stress_.deviator(element), threshold_shift(pressure(element)));
}

void Lattice::forget_active() { active_known_at_ = nowhere; }

// What was active with that load is active under it: to the last bit, the stress is the same.
void Lattice::load(double strain) {
  add(rules_.elasticity->loading(), strain, stress_);
  if (active_known_at_ == strain)
    active_known_at_ = 0;
  else
    forget_active();
}

void Lattice::add_stress(const StressField& stress) {
  forget_active();
  for (std::size_t i = 0; i < elements(); ++i) {
    stress_.diagonal[i] += stress.diagonal[i];
    stress_.shear[i] += stress.shear[i];
    if (stress_.has_pressure() && stress.has_pressure()) stress_.pressure[i] += stress.pressure[i];
  }
}

void Lattice::add_plastic_strain(std::span<const ElementSlip> strains) {
  rules_.elasticity->add(strains, stress_);
  forget_active();
  for (const auto& [element, strain] : strains) {
    plastic_diagonal_[element] += strain.diagonal;
    plastic_shear_[element] += strain.shear;
  }
}

StressField Lattice::response(std::span<const ElementSlip> strains) {
  StressField stress(elements(), stress_.has_pressure());
  rules_.elasticity->add(strains, stress);
  return stress;
}

double Lattice::slip(std::span<const ActiveSystem> active, const AmplitudeBound& bound) {
  slips_.clear();
  double heat = 0;
  for (const auto [element, system] : active) {
    const Deviator direction = systems_.direction(element, system);
    const double resolved = dot(direction, stress_.deviator(element));
    const double own = rules_.elasticity->self_stress(element, direction);
    double stress = resolved;
    if (bound.at_threshold) {
      const auto [shift, floor] = threshold_shift(pressure(element));
      stress = std::max(systems_.threshold(element, system) + shift, floor) + bound.beyond;
    }
    const double amplitude = rules_.amplitude->draw(largest_amplitude(stress, own), amplitude_random_);
    heat += amplitude * (resolved + 0.5 * own * amplitude);
    slips_.push_back({element, {amplitude * direction.diagonal, amplitude * direction.shear}});
  }
  rules_.elasticity->add(slips_, stress_);
  forget_active();
  for (const auto& [element, slip] : slips_) {
    plastic_diagonal_[element] += slip.diagonal;
    plastic_shear_[element] += slip.shear;
    slip_counts_[element] += 1;
    if (settings_.renewal) renew(element);
  }
  return heat;
}

}  // namespace vitrum::elastoplastic
