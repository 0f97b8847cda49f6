#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"

namespace vitrum::report {
namespace {

nlohmann::json of(const compare::Density& density) {
  return {{"value", density.value}, {"error", density.error}};
}

}  // namespace

nlohmann::json densities_data(const compare::MacroscaleComparison& comparison) {
  nlohmann::json data = nlohmann::json::array();
  for (const auto& pair : comparison.quantities) {
    data.push_back({{"quantity", pair.quantity},
                    {"logarithmic", pair.logarithmic},
                    {"edges", pair.first.edges},
                    {"glass", of(pair.first)},
                    {"lattice", of(pair.second)}});
  }
  return data;
}

nlohmann::json deviation_data(const compare::MacroscaleComparison& comparison) {
  if (comparison.deviation.size() < 2) return nullptr;
  std::vector<double> widths;
  std::vector<double> first, first_error, second, second_error;
  for (const auto& pair : comparison.deviation) {
    widths.push_back(pair.width);
    first.push_back(pair.first.value);
    first_error.push_back(pair.first.error);
    second.push_back(pair.second.value);
    second_error.push_back(pair.second.error);
  }
  return {{"widths", widths},
          {"glass", {{"value", first}, {"error", first_error}}},
          {"lattice", {{"value", second}, {"error", second_error}}}};
}

nlohmann::json densities_data(const study::Description& description) {
  if (description.macroscale.quantities.empty()) return nullptr;
  nlohmann::json data = nlohmann::json::array();
  for (const auto& one : description.macroscale.quantities) {
    data.push_back({{"quantity", one.quantity},
                    {"logarithmic", one.logarithmic},
                    {"edges", one.density.edges},
                    {description.model, of(one.density)}});
  }
  return data;
}

nlohmann::json deviation_data(const study::Description& description) {
  if (description.macroscale.deviation.size() < 2) return nullptr;
  std::vector<double> widths, value, error;
  for (const auto& one : description.macroscale.deviation) {
    widths.push_back(one.width);
    value.push_back(one.value.value);
    error.push_back(one.value.error);
  }
  return {{"widths", widths}, {description.model, {{"value", value}, {"error", error}}}};
}

}  // namespace vitrum::report
