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
  if (loading.uniform) return length(loading.mean) + std::abs(sensitivity * loading.mean_pressure);
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
      rules_(std::move(rules)),
      system_random_(name.seed, name.sample, Purpose::slip_systems),
      amplitude_random_(name.seed, name.sample, Purpose::slip_amplitudes),
      threshold_floor_(settings.has_pressure() ? lowest_threshold_share * mean_threshold(settings)
                                               : -std::numeric_limits<double>::infinity()),
      stress_(element_count(settings), tracks_pressure(settings)),
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

// The stress if the external strain were larger by `strain`: a field, and a deviator to add everywhere.
const StressField& Lattice::stress_at(double strain, Deviator& uniform) const {
  const Loading& loading = rules_.elasticity->loading();
  uniform = {};
  if (strain == 0) return stress_;
  if (loading.uniform) {
    uniform = {strain * loading.mean.diagonal, strain * loading.mean.shear};
    return stress_;
  }
  loaded_ = stress_;
  add(loading, strain, loaded_);
  return loaded_;
}

Lattice::Place Lattice::place(const StressField& stress, const Deviator& uniform, std::size_t element) const {
  const double pressure = stress.has_pressure() ? stress.pressure[element] : 0;
  return {{stress.diagonal[element] + uniform.diagonal, stress.shear[element] + uniform.shear},
          pressure,
          threshold_shift(pressure)};
}

// Writes to unsafe_ the elements that may be active within `around` of that strain, and counts them.
std::size_t Lattice::find_unsafe(double strain, double around) const {
  Deviator uniform;
  const StressField& stress = stress_at(strain, uniform);
  return discs_.find_unsafe(stress, uniform, around * fastest_loading_, unsafe_);
}

// Leaves in active_ those of the first elements of unsafe_ that are active.
bool Lattice::any_active_of(std::size_t candidates, double strain) const {
  Deviator uniform;
  const StressField& stress = stress_at(strain, uniform);
  active_.clear();
  for (const std::size_t element : std::span(unsafe_).first(candidates)) {
    const Place here = place(stress, uniform, element);
    const double distance = systems_.lowest_distance(element, here.stress, here.shift);
    discs_.set(element, here.stress, here.pressure, distance);
    if (distance < 0) active_.push_back({element, systems_.weakest(element, here.stress, here.shift)});
  }
  active_known_at_ = strain;
  return !active_.empty();
}

std::span<const ActiveSystem> Lattice::active_at(double strain) const {
  if (active_known_at_ != strain) any_active_of(find_unsafe(strain, 0), strain);
  return active_;
}

// How much more strain than `strain`, in the direction `sense`, brings the first system of the candidates to
// its threshold, good to rounding; `most` when nothing is nearer. Candidates that are safe for that and
// `margin` more are dropped.
double Lattice::strain_to_instability(std::size_t& candidates, double strain, double sense, double most,
                                      double margin) const {
  const Loading& loading = rules_.elasticity->loading();
  Deviator uniform;
  const StressField& stress = stress_at(strain, uniform);
  double nearest = most;
  safe_strain_.resize(candidates);
  for (std::size_t i = 0; i < candidates; ++i) {
    const std::size_t element = unsafe_[i];
    const Place here = place(stress, uniform, element);
    const double distance = systems_.lowest_distance(element, here.stress, here.shift);
    discs_.set(element, here.stress, here.pressure, distance);
    safe_strain_[i] = std::max(0.0, distance / fastest_loading_);
    if (safe_strain_[i] > nearest) continue;
    const Deviator rate = loading.uniform ? loading.mean : loading.field.deviator(element);
    const bool presses = !loading.uniform && loading.field.has_pressure();
    const double shift_rate = presses ? settings_.pressure_sensitivity * loading.field.pressure[element] : 0;
    // A threshold at its floor does not rise at once with the pressure: that it falls is all that is sure.
    const double steps = systems_.steps_to_threshold(element, here.stress, here.shift,
                                                     {sense * rate.diagonal, sense * rate.shear},
                                                     std::min(0.0, sense * shift_rate));
    safe_strain_[i] = std::max(0.0, steps);
    nearest = std::min(nearest, safe_strain_[i]);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < candidates; ++i)
    if (safe_strain_[i] <= nearest + margin) unsafe_[kept++] = unsafe_[i];
  candidates = kept;
  return nearest;
}

std::int64_t Lattice::quiet_steps(const std::function<double(std::int64_t)>& strain_after, double step,
                                  std::int64_t limit) const {
  const double sense = step > 0 ? 1.0 : -1.0, width = std::abs(step), margin = 2 * width;
  // Few elements can become active soon; the search goes farther only when none of them does.
  std::int64_t reach = std::min<std::int64_t>(limit, 16);
  std::size_t candidates = 0;
  double nearest = 0;
  while (true) {
    const double most = width * static_cast<double>(reach);
    candidates = find_unsafe(strain_after(0), most + margin);
    nearest = strain_to_instability(candidates, strain_after(0), sense, most, margin);
    if (nearest < most || reach == limit) break;
    reach = reach < limit / 4 ? 4 * reach : limit;
  }
  // The quotient may be off by its rounding; the grid points themselves decide, by the very test that
  // loading there makes. Along a line of loading, rounded distances to threshold never turn back.
  const auto whole = static_cast<std::int64_t>(nearest / width);
  std::int64_t n = std::min(limit, whole + 1);
  while (n > 1 && any_active_of(candidates, strain_after(n - 1))) --n;
  for (; n < limit; ++n) {
    if (n > whole + 1) candidates = find_unsafe(strain_after(n), 0);
    if (any_active_of(candidates, strain_after(n))) break;
  }
  return n;
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

void Lattice::slip(std::span<const ActiveSystem> active, const AmplitudeBound& bound) {
  slips_.clear();
  for (const auto [element, system] : active) {
    const Deviator direction = systems_.direction(element, system);
    double stress = dot(direction, stress_.deviator(element));
    if (bound.at_threshold) {
      const auto [shift, floor] = threshold_shift(pressure(element));
      stress = std::max(systems_.threshold(element, system) + shift, floor) + bound.beyond;
    }
    const double largest = largest_amplitude(stress, rules_.elasticity->self_stress(element, direction));
    const double amplitude = rules_.amplitude->draw(largest, amplitude_random_);
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
}

}  // namespace vitrum::elastoplastic
