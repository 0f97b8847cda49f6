#include "study/variants.h"

#include <cmath>

#include "base/error.h"

namespace vitrum::study {

namespace {

using elastoplastic::LatticeSettings;

/// A free parameter, where it stands, and how it is sought.
struct Free {
  const char* name;
  double LatticeSettings::*member;
  const char* coordinate;
  double low, high;  ///< of the coordinate
  bool logarithmic;
};

// The range of k is that of paper 1, sec. 4.1; the others hold all its optima with room around them.
constexpr Free shape{"threshold_shape", &LatticeSettings::threshold_shape, "k", 1, 3, false};
constexpr Free scale{"threshold_scale", &LatticeSettings::threshold_scale, "log10 weakest", -1.0, 0.1, true};
constexpr Free threshold{"threshold", &LatticeSettings::threshold, "log10 tau_c", -0.7, 0.4, true};
constexpr Free exponent{
    "amplitude_exponent", &LatticeSettings::amplitude_exponent, "log10 chi", -0.3, 0.9, true};
constexpr Free amplitude{"amplitude", &LatticeSettings::amplitude, "log10 dgamma_pl", -2.3, -0.8, true};

std::vector<Free> free_of(const LatticeSettings& rules) {
  std::vector<Free> out;
  if (rules.thresholds == "fixed") {
    out.push_back(threshold);
  } else {
    out.push_back(shape);
    out.push_back(scale);
  }
  out.push_back(rules.amplitudes == "fixed" ? amplitude : exponent);
  return out;
}

/// Mean of the weakest of an element's thresholds over lambda: the least of N Weibull numbers is one with
/// lambda N^(-1/k). The systems of elements with fixed angles share one threshold.
double weakest_over_scale(const LatticeSettings& lattice) {
  const double k = lattice.threshold_shape;
  const double independent = lattice.slip_angles == "fixed" ? 1 : lattice.slip_systems;
  return std::tgamma(1 + 1 / k) * std::pow(independent, -1 / k);
}

}  // namespace

const std::vector<Variant>& paper_variants() {
  static const std::vector<Variant> all{
      {"A", "elements of different shear moduli", {2.18, 2.08, 2.19}},
      {"B", "thresholds that depend on pressure", {1.88, 1.05, 3.33}},
      {"C", "the original model", {2.18, 2.05, 2.25}},
      {"D", "shuffled interaction", {2.03, 2.53, 3.05}},
      {"E", "one threshold for all slip systems", {0.925, 2.27}},
      {"F", "two fixed slip systems, fixed amplitudes", {1.17, 0.38, 0.022}},
      {"G", "as F, with shuffled interaction", {1.09, 0.57, 0.064}},
      {"H", "as F, with one threshold for all", {}},
      {"I", "mean-field interaction", {}},
  };
  return all;
}

std::vector<std::string> variant_names() {
  std::vector<std::string> names;
  for (const Variant& variant : paper_variants()) names.push_back(variant.letter);
  names.emplace_back("own");
  return names;
}

LatticeSettings under_rules_of(const std::string& variant, const LatticeSettings& lattice) {
  LatticeSettings out = lattice;
  if (variant == "own") return out;
  out.slip_angles = "random";
  out.renewal = true;
  out.thresholds = "weibull";
  out.amplitudes = "beta";
  out.interaction = "eshelby";
  out.pressure_sensitivity = 0;
  const auto simplify = [&out] {
    out.slip_angles = "fixed";
    out.amplitudes = "fixed";
  };
  if (variant == "A") {
    out.interaction = "heterogeneous";
    out.shear_modulus =
        lattice.shear_modulus * 18.4 / 13.2;  // the mean that gives the whole its modulus: A.8.1
    out.modulus_shape = 1.3;
  } else if (variant == "B") {  // A.8.2
    out.pressure_sensitivity = 0.2;
    out.mean_pressure = 1.95;
    out.pressure_deviation = 0.22;
  } else if (variant == "D") {
    out.interaction = "shuffled";
  } else if (variant == "E") {
    out.thresholds = "fixed";
  } else if (variant == "F") {
    simplify();
  } else if (variant == "G") {
    simplify();
    out.interaction = "shuffled";
  } else if (variant == "H") {
    simplify();
    out.thresholds = "fixed";
  } else if (variant == "I") {
    out.interaction = "mean field";
  } else if (variant != "C") {
    throw InputError("there is no model variant \"" + variant +
                     "\"; the letters of paper 1, fig. 6, go from A to I, and "
                     "\"own\" takes the rules of the lattice");
  }
  return out;
}

std::vector<std::string> free_parameters(const LatticeSettings& rules) {
  std::vector<std::string> names;
  for (const Free& one : free_of(rules)) names.emplace_back(one.name);
  return names;
}

std::vector<compare::Parameter> search_coordinates(const LatticeSettings& rules) {
  std::vector<compare::Parameter> out;
  for (const Free& one : free_of(rules)) out.push_back({one.coordinate, one.low, one.high});
  return out;
}

LatticeSettings lattice_at(const compare::Point& coordinates, const LatticeSettings& rules) {
  LatticeSettings out = rules;
  const auto all = free_of(rules);
  for (std::size_t i = 0; i < all.size(); ++i) {
    double value = all[i].logarithmic ? std::pow(10.0, coordinates.at(i)) : coordinates.at(i);
    // The shape stands before the scale.
    if (all[i].member == scale.member) value /= weakest_over_scale(out);
    out.*(all[i].member) = value;
  }
  return out;
}

std::vector<double> parameter_values(const LatticeSettings& lattice) {
  std::vector<double> out;
  for (const Free& one : free_of(lattice)) out.push_back(lattice.*(one.member));
  return out;
}

compare::Point coordinates_of(const LatticeSettings& lattice) {
  compare::Point out;
  for (const Free& one : free_of(lattice)) {
    double value = lattice.*(one.member);
    if (one.member == scale.member) value *= weakest_over_scale(lattice);
    out.push_back(one.logarithmic ? std::log10(value) : value);
  }
  return out;
}

}  // namespace vitrum::study
