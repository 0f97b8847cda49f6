// The model variants of paper 1 (fig. 6, A.8) and what is free in each of them.
#pragma once

#include <string>
#include <vector>

#include "compare/search.h"
#include "elastoplastic/lattice_settings.h"

namespace vitrum::study {

/// A published variant.
struct Variant {
  std::string letter;                ///< "A" to "I"
  std::string title;                 ///< what is different, in a few words
  std::vector<double> paper_values;  ///< optimum of paper 1, as free_parameters(); empty: it found none
};

const std::vector<Variant>& paper_variants();

/// The letters, and "own" for the rules that the lattice has already.
std::vector<std::string> variant_names();

/// The lattice under the rules of a variant.
/// @throws InputError when there is no such variant.
elastoplastic::LatticeSettings under_rules_of(const std::string& variant,
                                              const elastoplastic::LatticeSettings& lattice);

/// What is free under the rules of a lattice: keys of [lattice], in the order in which numbers follow.
/// Weibull thresholds: threshold_shape and threshold_scale; fixed ones: threshold. Amplitudes:
/// amplitude_exponent, or amplitude when fixed.
std::vector<std::string> free_parameters(const elastoplastic::LatticeSettings& rules);

/// The coordinates in which they are sought. Instead of lambda, log10 of the mean of the weakest of an
/// element's N thresholds, lambda Gamma(1 + 1/k) N^(-1/k): to it, not to lambda, does the flow stress belong
/// (paper 1, A.1), so that the valley of good parameters is straight. chi, tau_c and the amplitude: log10.
std::vector<compare::Parameter> search_coordinates(const elastoplastic::LatticeSettings& rules);

/// The lattice at a point of the search.
elastoplastic::LatticeSettings lattice_at(const compare::Point& coordinates,
                                          const elastoplastic::LatticeSettings& rules);
/// Its free parameters as numbers.
std::vector<double> parameter_values(const elastoplastic::LatticeSettings& lattice);
/// The point of the search at which a lattice stands.
compare::Point coordinates_of(const elastoplastic::LatticeSettings& lattice);

}  // namespace vitrum::study
