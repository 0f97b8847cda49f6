// Which elements of a lattice are active, and how far it can be loaded until one is.
#include <algorithm>
#include <cmath>

#include "elastoplastic/lattice.h"

namespace vitrum::elastoplastic {

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
    if (distance < 0)
      active_.push_back({element, systems_.weakest(element, here.stress, here.shift, distance)});
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

}  // namespace vitrum::elastoplastic
