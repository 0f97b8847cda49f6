// Lattices that are held at a shear stress.
#include <algorithm>
#include <cmath>
#include <string>

#include "base/error.h"
#include "elastoplastic/lattice_specimen.h"

namespace vitrum::elastoplastic {

namespace {

double mean_shear(const StressField& stress) {
  double sum = 0;
  for (const double shear : stress.shear) sum += shear;
  return sum / static_cast<double>(stress.elements());
}

}  // namespace

rig::Response LatticeSpecimen::stress_to(double stress, const rig::StrainRange& range) {
  if (!std::isfinite(stress)) throw InputError("lattice: the stress to load to must be a finite number");
  const double strain = strain_at_stress(stress);
  if (strain < range.lowest || strain > range.highest)
    return strain_to(std::clamp(strain, range.lowest, range.highest));
  rig::Response response;
  if (!load_to(strain, response)) return response;
  avalanche_at_stress(stress, range, {}, response);
  return response;
}

rig::Response LatticeSpecimen::wait(double temperature, double until, const rig::StrainRange& range) {
  if (!(temperature > 0) || !std::isfinite(temperature) || std::isnan(until))
    throw InputError("lattice: to wait, the temperature must be positive and finite and the time a number");
  rig::Response response = begin_response();
  const double stress = state().stress.xy;
  lattice_.load(strain_ - relaxed_.strain);
  settle(strain_);
  const auto event = thermal_.next(lattice_, temperature, settings_.activation_volume, until - time_);
  if (!event) {
    time_ = until;
    return response;
  }
  time_ += event->wait;
  begin_event(response);
  slip({&event->system, 1}, thermal_bound(temperature), response);
  avalanche_at_stress(stress, range, athermal_bound(temperature), response);
  return response;
}

// Relaxation steps, after each of which the strain gives way so that the mean stress is `stress` again. At
// an end of the range the specimen is stopped: there the strain is held.
void LatticeSpecimen::avalanche_at_stress(double stress, const rig::StrainRange& range,
                                          const AmplitudeBound& bound, rig::Response& response) {
  while (strain_ > range.lowest && strain_ < range.highest) {
    const double present = mean_shear(lattice_.stress());
    const double strain =
        std::clamp(strain_ + (stress - present) / loading_modulus(), range.lowest, range.highest);
    const double step = strain - strain_;
    lattice_.load(step);
    energy_ += volume() * step * (present + 0.5 * step * loading_modulus());
    strain_ = strain;
    const auto active = lattice_.active_at(0);
    if (active.empty()) break;
    slip(active, bound, response);
    require_progress(response.slips, range);
  }
  avalanche(response, bound);
  // What pushes is the external stress, whatever the stress of the lattice is meanwhile.
  response.work = volume() * stress * (strain_ - response.before->strain);
  settle(strain_);
}

// Flow to the end of the range is one avalanche; it takes the longer the wider the range.
void LatticeSpecimen::require_progress(std::int64_t slips, const rig::StrainRange& range) const {
  const double most =
      settings_.longest_avalanche * static_cast<double>(elements()) * (1 + range.highest - range.lowest);
  if (static_cast<double>(slips) <= most) return;
  throw PhysicsError(
      "lattice sample " + std::to_string(sample_) + ": under stress, an avalanche has made " +
      std::to_string(slips) + " slips, and the strain is still " + std::to_string(strain_) +
      " (the slips are too small to lead anywhere); check threshold_scale against shear_modulus, "
      "and amplitude_exponent");
}

}  // namespace vitrum::elastoplastic
