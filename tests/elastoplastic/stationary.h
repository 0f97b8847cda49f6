// Stationary statistics of lattices that are driven in any way, against those of the author's code.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/parallel.h"
#include "statistics_of_samples.h"

namespace vitrum::elastoplastic::test {

/// The parameters with which tests/reference/lattice/mepls_l6.6.json was made.
inline LatticeSettings reference_settings() {
  LatticeSettings settings;
  settings.mode = Mode::mepls;
  settings.threshold_shape = 2.1818;
  settings.threshold_scale = 2.0517;
  return settings;
}

/// Shears by `strain`, of either sign, in increments of 1e-4 from where the specimen is.
inline History shear_by(rig::Specimen& specimen, double strain) {
  const auto kind = strain > 0 ? rig::LegKind::reload_forward : rig::LegKind::reload_backward;
  return driven(specimen, {{kind, std::abs(strain)}});
}

/// Numbers of the stationary state, over realizations that `make` makes; each is sheared by 2.
inline Statistics stationary(std::size_t realizations,
                             const std::function<LatticeSpecimen(std::uint64_t sample)>& make) {
  std::vector<std::map<std::string, double>> numbers(realizations);
  parallel_for(realizations, 0, [&](std::size_t sample) {
    LatticeSpecimen lattice = make(sample);
    Realization one;
    measure_stationary(shear_by(lattice, 2.0), lattice.settings().shear_modulus, one);
    one.numbers.erase("macro_stationary.prestress_peak.mean");  // it is of the beginning
    numbers[sample] = one.numbers;
  });
  return over_batches(numbers);
}

inline Statistics reference() {
  Statistics all;
  flatten(reference_file("l6.6"), "", all);
  return all;
}

inline void expect_equal(const Statistics& measured, const Statistics& expected, double most) {
  for (const auto& [name, value] : measured) {
    const Measured& other = expected.at(name);
    EXPECT_LT(std::abs(standard_errors(value, other)), most)
        << name << " " << value.mean << " +- " << value.error << " against " << other.mean << " +- "
        << other.error;
  }
}

}  // namespace vitrum::elastoplastic::test
