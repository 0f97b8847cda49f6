#include "edge/report/local_yield_summary.h"

namespace vitrum::report {
namespace {

using Json = nlohmann::ordered_json;

/// Not a number is written as null.
Json estimate_json(const compare::Estimate& estimate) {
  return Json{{"value", estimate.value}, {"error", estimate.error}};
}

Json statistics_json(const compare::LocalStatistics& one) {
  Json json{{"radius", one.radius},
            {"elements", one.elements},
            {"angle", one.angle},
            {"tests", one.tests},
            {"realizations", one.realizations},
            {"not_found", one.not_found},
            {"negative", estimate_json(one.negative)}};
  Json means = Json::object(), deviations = Json::object();
  const auto quantities = compare::local_quantities();
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    means[quantities[i].name] = estimate_json(one.moments[i].mean);
    deviations[quantities[i].name] = estimate_json(one.moments[i].deviation);
  }
  json["mean"] = std::move(means);
  json["deviation"] = std::move(deviations);
  return json;
}

Json foresight_json(const study::LocalForesight& foresight) {
  Json events = Json::array();
  const compare::LocalPrediction& prediction = foresight.prediction;
  for (std::size_t n = 0; n < prediction.correlation.size(); ++n)
    events.push_back({{"strain", prediction.strain[n]},
                      {"samples", prediction.samples[n]},
                      {"rank_correlation", estimate_json(prediction.correlation[n])}});
  return {{"radius", foresight.radius}, {"events", std::move(events)}};
}

}  // namespace

Json local_yield_summary(const std::vector<study::LocalYieldState>& local) {
  Json states = Json::array();
  for (const auto& state : local) {
    Json tests = Json::array(), foresight = Json::array();
    for (const auto& one : state.statistics) tests.push_back(statistics_json(one));
    for (const auto& one : state.foresight) foresight.push_back(foresight_json(one));
    states.push_back({{"model", state.model},
                      {"state", state.label},
                      {"leg", state.leg},
                      {"strain", state.strain},
                      {"tests", std::move(tests)},
                      {"following_events", std::move(foresight)}});
  }
  return states;
}

}  // namespace vitrum::report
