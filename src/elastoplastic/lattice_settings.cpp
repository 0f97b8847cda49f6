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

}  // namespace

void require_valid(const LatticeSettings& settings) {
  if (settings.columns < 2 || settings.rows < 2)
    throw InputError("lattice: " + std::to_string(settings.columns) + " x " + std::to_string(settings.rows) +
                     " elements are too few (periodic elements need a neighbour): use at least 2 x 2");
  if (settings.slip_systems < 4 || settings.slip_systems % 4 != 0)
    throw InputError("lattice: slip_systems = " + std::to_string(settings.slip_systems) +
                     " must be a positive multiple of 4 (systems come in groups of four directions)");
  require_positive(settings.element_length, "element_length");
  require_positive(settings.threshold_shape, "threshold_shape");
  require_positive(settings.threshold_scale, "threshold_scale");
  require_positive(settings.amplitude_exponent, "amplitude_exponent");
  require_positive(settings.shear_modulus, "shear_modulus");
  require_positive(settings.bulk_modulus, "bulk_modulus");
}

}  // namespace vitrum::elastoplastic
