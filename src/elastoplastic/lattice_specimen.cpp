#include "elastoplastic/lattice_specimen.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::elastoplastic {

namespace {

LatticeSettings validated(const LatticeSettings& settings) {
  require_valid(settings);
  return settings;
}

std::size_t element_count(const LatticeSettings& settings) {
  return static_cast<std::size_t>(settings.columns) * static_cast<std::size_t>(settings.rows);
}

}  // namespace

LatticeSpecimen::LatticeSpecimen(const LatticeSettings& settings, std::uint64_t seed, std::uint64_t sample)
    : settings_(validated(settings)),
      sample_(sample),
      threshold_law_{settings.threshold_shape, settings.threshold_scale},
      amplitude_law_{settings.amplitude_exponent},
      green_(settings.columns, settings.rows, {settings.shear_modulus, settings.bulk_modulus}),
      kernel_(green_),
      system_random_(seed, sample, Purpose::slip_systems),
      amplitude_random_(seed, sample, Purpose::slip_amplitudes),
      systems_(element_count(settings), static_cast<std::size_t>(settings.slip_systems)),
      diagonal_(element_count(settings)),
      shear_(element_count(settings)),
      plastic_diagonal_(element_count(settings)),
      plastic_shear_(element_count(settings)),
      slip_counts_(element_count(settings)),
      discs_(element_count(settings)) {
  for (std::size_t element = 0; element < elements(); ++element)
    systems_.renew(element, threshold_law_, system_random_);
}

double LatticeSpecimen::volume() const {
  return static_cast<double>(elements()) * settings_.element_length * settings_.element_length;
}

State LatticeSpecimen::state() const {
  const double step = strain_ - relaxed_.strain;
  const double load = load_at(strain_);
  State state;
  state.strain = strain_;
  state.stress.xx = -relaxed_.stress.diagonal;
  state.stress.yy = relaxed_.stress.diagonal;
  state.stress.xy = relaxed_.stress.shear + load;
  state.energy = relaxed_.energy + volume() * step * (relaxed_.stress.shear + 0.5 * load);
  return state;
}

rig::Response LatticeSpecimen::strain_to(double strain) {
  if (!std::isfinite(strain)) throw InputError("lattice: the strain to load to must be a finite number");
  strain_ = strain;
  rig::Response response;
  response.counts_slips = true;
  response.before = state();
  const double load = load_at(strain);
  find_active(load);
  if (active_.empty()) return response;

  for (double& shear : shear_) shear += load;
  while (!active_.empty()) {
    response.slips += static_cast<std::int64_t>(active_.size());
    response.duration += 1;
    require_end(response.slips);
    relaxation_step();
    find_active(0.0);
  }
  settle(strain);
  return response;
}

// Leaves in active_ the weakest active system of every element that has one.
void LatticeSpecimen::find_active(double load) const {
  active_.clear();
  discs_.find_unsafe(diagonal_, shear_, load, unsafe_);
  for (const std::size_t element : unsafe_) {
    const Deviator stress = stress_of(element, load);
    const auto [distance, system] = systems_.weakest(element, stress);
    discs_.set(element, stress, distance);
    if (distance < 0) active_.push_back({element, system});
  }
}

void LatticeSpecimen::relaxation_step() {
  amplitudes_.clear();
  for (const auto [element, system] : active_) {
    const Deviator direction = systems_.direction(element, system);
    const double resolved = dot(direction, stress_of(element, 0.0));
    const double largest = largest_amplitude(resolved, kernel_.self_stress(direction));
    amplitudes_.push_back(amplitude_law_.draw(largest, amplitude_random_));
  }
  for (std::size_t i = 0; i < active_.size(); ++i) {
    const auto [element, system] = active_[i];
    const Deviator direction = systems_.direction(element, system);
    const Deviator slip{amplitudes_[i] * direction.diagonal, amplitudes_[i] * direction.shear};
    kernel_.add(element, slip, diagonal_, shear_);
    plastic_diagonal_[element] += slip.diagonal;
    plastic_shear_[element] += slip.shear;
    slip_counts_[element] += 1;
  }
  for (const auto [element, system] : active_) {
    systems_.renew(element, threshold_law_, system_random_);
    discs_.forget(element);  // a disc is a statement about the systems that were
  }
}

// Mean stress and elastic energy of the fields as they are. A finite element system in equilibrium has
// the energy volume / 2 * (mean stress : strain - mean of stress : plastic strain); with plastic strain
// gamma M, the second product is the resolved shear stress times gamma.
void LatticeSpecimen::settle(double strain) {
  relaxed_ = {strain, {}, 0.0};
  double plastic_work = 0;
  for (std::size_t element = 0; element < elements(); ++element) {
    relaxed_.stress.diagonal += diagonal_[element];
    relaxed_.stress.shear += shear_[element];
    plastic_work +=
        diagonal_[element] * plastic_diagonal_[element] + shear_[element] * plastic_shear_[element];
  }
  const auto count = static_cast<double>(elements());
  relaxed_.stress.diagonal /= count;
  relaxed_.stress.shear /= count;
  relaxed_.energy = 0.5 * volume() * (relaxed_.stress.shear * strain - plastic_work / count);
}

void LatticeSpecimen::require_end(std::int64_t slips) const {
  const std::int64_t per_element = settings_.mode == Mode::mepls ? 10 : 100'000;
  if (slips <= per_element * static_cast<std::int64_t>(elements())) return;
  throw PhysicsError("lattice sample " + std::to_string(sample_) + ": the avalanche at strain " +
                     std::to_string(strain_) + " has made more than " + std::to_string(per_element) +
                     " slips per element and does not end (" +
                     (settings_.mode == Mode::mepls ? "fracture, by the rule of mode \"mepls\""
                                                    : "the slips are too small to relax the stress") +
                     "); check threshold_scale against shear_modulus, and amplitude_exponent");
}

}  // namespace vitrum::elastoplastic
