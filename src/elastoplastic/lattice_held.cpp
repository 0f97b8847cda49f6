// Lattices that are held at a shear stress.
#include <algorithm>
#include <cmath>

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
  strain_ = strain;
  rig::Response response = begin_response();
  const double step = strain - relaxed_.strain;
  if (lattice_.active_at(step).empty()) return response;
  lattice_.load(step);
  sites_.clear();
  avalanche_at_stress(stress, range, {}, response);
  return response;
}

rig::Response LatticeSpecimen::wait(double temperature, double until, const rig::StrainRange& range) {
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
  sites_.clear();
  slip({&event->system, 1}, thermal_bound(temperature), response);
  avalanche_at_stress(stress, range, athermal_bound(temperature), response);
  return response;
}

// Relaxation steps, after each of which the strain gives way so that the mean stress is `stress` again. At
// an end of the range the specimen is stopped: there the strain is held.
void LatticeSpecimen::avalanche_at_stress(double stress, const rig::StrainRange& range,
                                          const AmplitudeBound& bound, rig::Response& response) {
  while (strain_ > range.lowest && strain_ < range.highest) {
    const double missing = (stress - mean_shear(lattice_.stress())) / loading_modulus();
    const double strain = std::clamp(strain_ + missing, range.lowest, range.highest);
    lattice_.load(strain - strain_);
    strain_ = strain;
    const auto active = lattice_.active_at(0);
    if (active.empty()) return settle(strain_);
    slip(active, bound, response);
    require_end(response.slips);
  }
  avalanche(response, bound);
  settle(strain_);
}

}  // namespace vitrum::elastoplastic
