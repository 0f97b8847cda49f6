#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

using Numbers = std::vector<double>;

/// Numbers with their errors as columns.
struct Estimates {
  Numbers value, error;
  void add(const compare::Estimate& one) {
    value.push_back(one.value);
    error.push_back(one.error);
  }
  nlohmann::json data() const { return {{"value", packed(value)}, {"error", packed(error)}}; }
};

nlohmann::json moments_data(const study::LocalYieldState& state,
                            compare::Estimate compare::LocalMoments::*of) {
  nlohmann::json out;
  const auto quantities = compare::local_quantities();
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    Estimates estimates;
    for (const auto& one : state.statistics) estimates.add(one.moments[i].*of);
    out[quantities[i].name] = estimates.data();
  }
  return out;
}

nlohmann::json detail_data(const study::LocalDetail& detail) {
  nlohmann::json densities;
  const auto quantities = compare::local_quantities();
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const compare::LocalDensity& density = detail.densities[i];
    if (density.edges.empty()) continue;
    densities[quantities[i].name] = {{"edges", packed(density.edges)},
                                     {"value", packed(density.density)},
                                     {"error", packed(density.error)}};
  }
  nlohmann::json out{{"radius", detail.radius}, {"angle", detail.angle}, {"densities", densities}};
  if (!detail.distances.edges.empty())
    out["distances"] = {{"edges", packed(detail.distances.edges)},
                        {"value", packed(detail.distances.value)},
                        {"error", packed(detail.distances.error)}};
  if (!detail.drops.x.empty())
    out["drops"] = {{"x", packed(detail.drops.x)},
                    {"value", packed(detail.drops.value)},
                    {"error", packed(detail.drops.error)}};
  return out;
}

nlohmann::json foresight_data(const study::LocalForesight& foresight) {
  Estimates correlation;
  for (const auto& one : foresight.prediction.correlation) correlation.add(one);
  nlohmann::json out = correlation.data();
  out["radius"] = foresight.radius;
  out["strain"] = packed(foresight.prediction.strain);
  out["samples"] = foresight.prediction.samples;
  return out;
}

nlohmann::json state_data(const study::LocalYieldState& state) {
  Numbers radius, angle;
  std::vector<std::int64_t> elements, tests, realizations;
  Estimates negative;
  for (const auto& one : state.statistics) {
    radius.push_back(one.radius);
    angle.push_back(one.angle);
    elements.push_back(one.elements);
    tests.push_back(one.tests);
    realizations.push_back(one.realizations);
    negative.add(one.negative);
  }
  nlohmann::json details = nlohmann::json::array(), foresight = nlohmann::json::array();
  for (const auto& detail : state.details) details.push_back(detail_data(detail));
  for (const auto& one : state.foresight) foresight.push_back(foresight_data(one));
  return {{"model", state.model},
          {"label", state.label},
          {"strain", state.strain},
          {"radius", radius},
          {"angle", angle},
          {"elements", elements},
          {"tests", tests},
          {"realizations", realizations},
          {"mean", moments_data(state, &compare::LocalMoments::mean)},
          {"deviation", moments_data(state, &compare::LocalMoments::deviation)},
          {"negative", negative.data()},
          {"details", std::move(details)},
          {"foresight", std::move(foresight)}};
}

}  // namespace

nlohmann::json local_yield_data(const std::vector<study::LocalYieldState>& local) {
  nlohmann::json out = nlohmann::json::array();
  for (const auto& state : local) out.push_back(state_data(state));
  if (out.empty()) return nullptr;
  return out;
}

}  // namespace vitrum::report
