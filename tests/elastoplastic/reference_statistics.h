// Statistics of the author's code of paper 1 (tests/reference/lattice/mepls_*.json), by name.
#pragma once

#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "elastoplastic/lattice_settings.h"

namespace vitrum::elastoplastic::test {

struct Measured {
  double mean;
  double error;
};

using Statistics = std::map<std::string, Measured>;

/// Everything in `json` that has an error: "local.quench.vm.mean", "stress_percentiles.25", ...
inline void flatten(const nlohmann::json& json, const std::string& path, Statistics& out) {
  for (const auto& [key, error] : {std::pair{"mean", "se"}, {"mean", "mean_se"}, {"std", "std_se"}}) {
    if (!json.contains(key) || !json.contains(error)) continue;
    if (json.at(key).is_number()) out[path + "." + key] = {json.at(key), json.at(error)};
    if (!json.at(key).is_array()) continue;
    for (std::size_t i = 0; i < json.at(key).size(); ++i)
      out[path + "." + key + "." + std::to_string(i)] = {json.at(key).at(i), json.at(error).at(i)};
  }
  if (json.contains("value")) out[path] = {json.at("value"), json.at("se")};
  for (const auto& [key, below] : json.items())
    if (below.is_object()) flatten(below, path.empty() ? key : path + "." + key, out);
}

inline nlohmann::json reference_file(const std::string& name) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/mepls_" + name + ".json");
  return nlohmann::json::parse(file);
}

/// What two independent sets of equal size say together. What only the first has stays as it is.
inline Statistics together(const Statistics& first, const Statistics& second) {
  Statistics out = first;
  for (auto& [name, value] : out) {
    const auto other = second.find(name);
    if (other == second.end()) continue;
    value = {0.5 * (value.mean + other->second.mean), 0.5 * std::hypot(value.error, other->second.error)};
  }
  return out;
}

/// Difference in combined standard errors.
inline double standard_errors(const Measured& a, const Measured& b) {
  return (a.mean - b.mean) / std::hypot(a.error, b.error);
}

}  // namespace vitrum::elastoplastic::test
