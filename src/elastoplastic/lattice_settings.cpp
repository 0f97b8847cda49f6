#include "elastoplastic/lattice_settings.h"

#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::elastoplastic {

namespace {

void require_positive(double value, const std::string& name) {
  if (std::isfinite(value) && value > 0) return;
  throw InputError("lattice: " + name + " = " + std::to_string(value) + " must be positive and finite");
}

void require_not_negative(double value, const std::string& name) {
  if (std::isfinite(value) && value >= 0) return;
  throw InputError("lattice: " + name + " = " + std::to_string(value) + " must be finite and not negative");
}

// The random words that one renewal may use (SlipRule::most_words) suffice for so many.
constexpr int most_slip_systems = 4096;
constexpr double widest_shape = 0.1;

}  // namespace

void require_valid(const LatticeSettings& settings) {
  if (settings.columns < 2 || settings.rows < 2)
    throw InputError("lattice: " + std::to_string(settings.columns) + " x " + std::to_string(settings.rows) +
                     " elements are too few (periodic elements need a neighbour): use at least 2 x 2");
  const bool grouped = settings.slip_angles != "fixed";
  if (grouped && (settings.slip_systems < 4 || settings.slip_systems % 4 != 0 ||
                  settings.slip_systems > most_slip_systems))
    throw InputError("lattice: slip_systems = " + std::to_string(settings.slip_systems) +
                     " must be a multiple of 4 from 4 to " + std::to_string(most_slip_systems) +
                     " (systems come in groups of four directions)");
  require_positive(settings.element_length, "element_length");
  require_positive(settings.threshold_shape, "threshold_shape");
  if (settings.threshold_shape < widest_shape)
    throw InputError("lattice: threshold_shape = " + std::to_string(settings.threshold_shape) +
                     " must be at least " + std::to_string(widest_shape) +
                     " (thresholds would spread over more than 100 decades)");
  require_positive(settings.threshold_scale, "threshold_scale");
  require_positive(settings.threshold, "threshold");
  require_positive(settings.amplitude_exponent, "amplitude_exponent");
  require_positive(settings.amplitude, "amplitude");
  require_positive(settings.shear_modulus, "shear_modulus");
  require_positive(settings.bulk_modulus, "bulk_modulus");
  require_positive(settings.modulus_shape, "modulus_shape");
  require_positive(settings.temperature, "temperature");
  require_positive(settings.activation_volume, "activation_volume");
  require_not_negative(settings.pressure_sensitivity, "pressure_sensitivity");
  require_not_negative(settings.pressure_deviation, "pressure_deviation");
  require_not_negative(settings.initial_stress, "initial_stress");
  require_not_negative(settings.liquid_events, "liquid_events");
  if (!std::isfinite(settings.mean_pressure))
    throw InputError("lattice: mean_pressure must be a finite number");
}

}  // namespace vitrum::elastoplastic
