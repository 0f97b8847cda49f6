// A calibration that came out as paper 1's, made up: for tests of its figures, not physics.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "study/results.h"
#include "study/variants.h"

namespace vitrum::study::example {

/// Profile over k from 1 to 3 with the least L_stat at `best`: the macroscale hardly depends on k, the local
/// properties backward do.
inline ErrorProfile profile(double best, double least) {
  ErrorProfile out;
  for (int i = 0; i <= 10; ++i) {
    const double k = 1 + 0.2 * i, off = k - best;
    const double macro = 0.05 + 0.02 * off * off, forward = 0.15 + 0.03 * off * off;
    const double backward = 4 * least - 2 * 0.05 - 0.15 + 0.3 * off * off;
    out.first.push_back(k);
    out.macro.push_back({macro, 0.005});
    out.forward.emplace_back(forward);
    out.backward.emplace_back(backward);
    out.stat.push_back({(macro + (forward + backward) / 2) / 2, 0.004});
    out.parameters.push_back({k, 2, 2});
  }
  return out;
}

inline CalibratedModel model(const std::string& variant, double length, const std::vector<double>& optimum,
                             double macro, double forward, double backward) {
  CalibratedModel out;
  out.variant = variant;
  out.element_length = length;
  out.lattice = under_rules_of(variant, {});
  out.names = free_parameters(out.lattice);
  for (const double value : optimum) out.optimum.push_back({value, 0.03 * value});
  if (optimum.empty()) out.doubt = "the least error lies at the edge of the parameters";
  compare::StationaryErrors& errors = out.errors;
  errors.macro = {macro, 0.005};
  errors.forward = {forward, 0.01};
  errors.backward = {backward, 0.02};
  errors.stat = {(macro + (forward + backward) / 2) / 2, 0.005};
  for (std::size_t i = 0; i < 3; ++i)
    errors.density[i] = {macro * (0.5 + 0.5 * static_cast<double>(i)), 0.004};
  for (std::size_t i = 0; i < 8; ++i) {
    const double share = 0.3 + 0.2 * static_cast<double>(i);
    errors.local[0][i] = {forward * share, 0.01};
    errors.local[1][i] = {backward * (i == 2 ? 2.5 : share), 0.02};
  }
  out.profile = profile(2.18, errors.stat.value);
  return out;
}

inline void add_calibration(Results& results) {
  CalibrationResults& out = results.calibration;
  out.models = {model("C", 3.5, {2.3, 1.8, 0.8}, 0.09, 0.2, 0.4),
                model("C", 4.4, {2.2, 1.9, 0.95}, 0.07, 0.16, 0.34),
                model("C", 6.6, {2.2, 2.05, 2.2}, 0.06, 0.17, 0.34),
                model("C", 8.8, {2.0, 2.1, 3.1}, 0.05, 0.2, 0.45),
                model("C", 13.2, {1.8, 2.2, 5.0}, 0.04, 0.25, 0.6),
                model("A", 6.6, {2.18, 2.08, 2.19}, 0.05, 0.16, 0.26),
                model("B", 6.6, {1.9, 1.05, 3.3}, 0.07, 0.18, 0.6),
                model("D", 6.6, {2.0, 2.5, 3.0}, 0.08, 0.2, 0.37),
                model("E", 6.6, {0.93, 2.3}, 0.1, 0.2, 0.9),
                model("F", 6.6, {1.2, 0.38, 0.022}, 0.09, 0.19, 0.38),
                model("G", 6.6, {1.1, 0.57, 0.064}, 0.1, 0.2, 0.4),
                model("H", 6.6, {0.9, 0.02}, 0.5, 0.6, 0.9),
                model("I", 6.6, {1.5, 2, 3}, 0.4, 0.5, 0.8)};
  out.temperature = QuenchTemperature{{0.15, 0.2, 0.25, 0.3},
                                      {{0.3, 0.01}, {0.2, 0.01}, {0.1, 0.01}, {0.2, 0.01}},
                                      compare::Estimate{0.26, 0.01},
                                      0.01};
  for (const int systems : {8, 16, 36, 64, 144})
    out.scales.push_back({systems, {2.05 * std::pow(systems / 36.0, 1 / 2.2), 0.03}});
  for (const int columns : {8, 15, 30, 60}) {
    const double width = 6.6 * columns, deviation = 0.04 * std::pow(width / 99, -0.94);
    out.sizes.push_back({width, {deviation, 0.02 * deviation}});
  }
  for (const double width : {50.0, 98.8, 200.0}) {
    const double deviation = 0.041 * std::pow(width / 99, -0.95);
    results.glass_sizes.push_back({width, {deviation, 0.03 * deviation}});
  }
}

/// Reloading of a model: forward at once near the plateau, backward slowly.
inline void add_reloads(const std::string& model, double plateau, Results& results) {
  for (const auto& [direction, strain] : {std::pair{"forward", 0.03}, std::pair{"backward", 0.12}}) {
    compare::MeanCurve curve;
    for (int i = 0; i <= 40; ++i) {
      curve.x.push_back(0.005 * i);
      curve.value.push_back(plateau * (1 - std::exp(-curve.x.back() / strain)));
      curve.error.push_back(0.005);
    }
    curve.realizations = 12;
    results.reloads.push_back({model, std::string("reloaded ") + direction, curve});
  }
}

}  // namespace vitrum::study::example
