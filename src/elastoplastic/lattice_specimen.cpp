#include "elastoplastic/lattice_specimen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "base/error.h"
#include "elastoplastic/initial_stress.h"

namespace vitrum::elastoplastic {

namespace {

/// A sum as four sums side by side: the processor can add to them at once.
using Sums = std::array<double, 4>;

double total(const Sums& sums) { return (sums[0] + sums[1]) + (sums[2] + sums[3]); }

}  // namespace

LatticeSpecimen::LatticeSpecimen(const LatticeSettings& settings, std::uint64_t seed, std::uint64_t sample,
                                 Rules rules)
    : settings_(settings),
      sample_(sample),
      lattice_(settings, {seed, sample}, std::move(rules)),
      thermal_(lattice_.elements(), seed, sample),
      initial_plastic_diagonal_(lattice_.elements()),
      initial_plastic_shear_(lattice_.elements()),
      initial_slips_(lattice_.elements()) {
  if (settings.has_pressure()) add_mean_pressure(lattice_, settings, {seed, sample});
  if (settings.initial == Initial::stressed) {
    add_random_stress(lattice_, settings.initial_stress, {seed, sample});
    rig::Response response;
    avalanche(response, {});
  }
  begin_here();
}

double LatticeSpecimen::area() const { return settings_.element_length * settings_.element_length; }

double LatticeSpecimen::volume() const { return static_cast<double>(elements()) * area(); }

State LatticeSpecimen::state() const {
  const Loading& loading = lattice_.elasticity().loading();
  const double step = strain_ - relaxed_.strain;
  const double pressure = relaxed_.pressure + step * loading.mean_pressure;
  const double diagonal = relaxed_.stress.diagonal + step * loading.mean.diagonal;
  State state;
  state.strain = strain_;
  state.stress.xx = -pressure - diagonal;
  state.stress.yy = -pressure + diagonal;
  state.stress.xy = relaxed_.stress.shear + step * loading.mean.shear;
  state.energy =
      relaxed_.energy + volume() * step * (relaxed_.stress.shear + 0.5 * step * loading.mean.shear);
  state.time = time_;
  return state;
}

rig::Response LatticeSpecimen::begin_response() const {
  rig::Response response;
  response.counts_slips = true;
  response.before = state();
  return response;
}

rig::Response LatticeSpecimen::strain_to(double strain) {
  if (!std::isfinite(strain)) throw InputError("lattice: the strain to load to must be a finite number");
  rig::Response response;
  if (!load_to(strain, response)) return response;
  avalanche(response, {});
  settle(strain);
  return response;
}

// Strains elastically. True: something is active there, and the load has been put on the elements.
bool LatticeSpecimen::load_to(double strain, rig::Response& response) {
  strain_ = strain;
  response = begin_response();
  const double step = strain - relaxed_.strain;
  if (lattice_.active_at(step).empty()) return false;
  lattice_.load(step);
  begin_event(response);
  return true;
}

void LatticeSpecimen::begin_event(const rig::Response& response) {
  sites_.clear();
  energy_ = response.before->energy;
}

// Relaxation steps (paper 1, sec. 3.4) at the present external strain.
void LatticeSpecimen::avalanche(rig::Response& response, const AmplitudeBound& bound) {
  const std::int64_t earlier = response.slips;
  for (auto active = lattice_.active_at(0); !active.empty(); active = lattice_.active_at(0)) {
    slip(active, bound, response);
    require_end(response.slips - earlier);
  }
}

void LatticeSpecimen::slip(std::span<const ActiveSystem> active, const AmplitudeBound& bound,
                           rig::Response& response) {
  for (const auto& [element, system] : active) sites_.push_back(static_cast<std::int64_t>(element));
  response.slips += static_cast<std::int64_t>(active.size());
  response.duration += 1;
  energy_ -= area() * lattice_.slip(active, bound);
}

// What the mode allows a liquid at a temperature: paper 1, A.3, or the author's code.
AmplitudeBound LatticeSpecimen::thermal_bound(double temperature) const {
  return settings_.mode == Mode::mepls ? AmplitudeBound{true, temperature / settings_.activation_volume}
                                       : AmplitudeBound{true, 0};
}

AmplitudeBound LatticeSpecimen::athermal_bound(double temperature) const {
  return settings_.mode == Mode::mepls ? thermal_bound(temperature) : AmplitudeBound{};
}

// Mean stress and elastic energy of the fields as they are, at the strain `strain`. A finite element system
// in equilibrium has the energy volume / 2 * (mean stress : strain - mean of stress : plastic strain); with
// plastic strain gamma M, the second product is the resolved shear stress times gamma.
void LatticeSpecimen::settle(double strain) {
  const StressField& stress = lattice_.stress();
  const std::vector<double>& plastic_diagonal = lattice_.plastic_diagonal();
  const std::vector<double>& plastic_shear = lattice_.plastic_shear();
  Sums diagonal{}, shear{}, work{};
  const auto add = [&](std::size_t lane, std::size_t i) {
    diagonal[lane] += stress.diagonal[i];
    shear[lane] += stress.shear[i];
    work[lane] += stress.diagonal[i] * plastic_diagonal[i] + stress.shear[i] * plastic_shear[i];
  };
  std::size_t i = 0;
  for (; i + 4 <= elements(); i += 4)
    for (std::size_t lane = 0; lane < 4; ++lane) add(lane, i + lane);
  for (std::size_t lane = 0; i + lane < elements(); ++lane) add(lane, i + lane);
  const auto count = static_cast<double>(elements());
  if (!std::isfinite(total(diagonal)) || !std::isfinite(total(shear)))
    throw PhysicsError("lattice sample " + std::to_string(sample_) + ": in the avalanche at strain " +
                       std::to_string(strain_) +
                       " the stress grew without bound (slips so large that they feed one another); check "
                       "threshold_scale against shear_modulus, and amplitude_exponent");
  relaxed_ = {strain, {total(diagonal) / count, total(shear) / count}, 0.0, 0.0};
  if (stress.has_pressure()) {
    for (const double pressure : stress.pressure) relaxed_.pressure += pressure;
    relaxed_.pressure /= static_cast<double>(elements());
  }
  relaxed_.energy = energy_;
  if (lattice_.elasticity().is_in_balance())
    relaxed_.energy = 0.5 * volume() * (relaxed_.stress.shear * strain - total(work) / count);
  strain_ = strain;
}

void LatticeSpecimen::begin_here() {
  initial_plastic_diagonal_ = lattice_.plastic_diagonal();
  initial_plastic_shear_ = lattice_.plastic_shear();
  initial_slips_ = lattice_.slip_counts();
  sites_.clear();
  energy_ = 0;
  settle(0.0);
}

void LatticeSpecimen::require_end(std::int64_t slips) const {
  const double per_element = settings_.mode == Mode::mepls ? 10 : settings_.longest_avalanche;
  if (static_cast<double>(slips) <= per_element * static_cast<double>(elements())) return;
  throw PhysicsError("lattice sample " + std::to_string(sample_) + ": the avalanche at strain " +
                     std::to_string(strain_) + " has made more than " +
                     std::to_string(std::llround(per_element)) + " slips per element and does not end (" +
                     (settings_.mode == Mode::mepls ? "fracture, by the rule of mode \"mepls\""
                                                    : "the slips are too small to relax the stress") +
                     "); check threshold_scale against shear_modulus, and amplitude_exponent");
}

}  // namespace vitrum::elastoplastic
