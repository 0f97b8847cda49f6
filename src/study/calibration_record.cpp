// Outcomes of calibrations as stored groups.
#include <cmath>
#include <initializer_list>
#include <limits>

#include "base/error.h"
#include "study/calibration.h"
#include "study/lattice_record.h"
#include "study/posterior_record.h"

namespace vitrum::study {

namespace {

using compare::Estimate;

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

void put(const std::string& name, const std::vector<Estimate>& all, Group& group) {
  std::vector<double> values, errors;
  for (const Estimate& one : all) {
    values.push_back(one.value);
    errors.push_back(one.error);
  }
  group.put(name, values);
  group.put(name + "_error", errors, "", "standard errors");
}

std::vector<Estimate> estimates(const std::string& name, const Group& group) {
  const std::vector<double>&values = group.doubles(name), &errors = group.doubles(name + "_error");
  if (values.size() != errors.size())
    throw InputError("the outcome of a calibration is damaged: " + name + " and its errors differ in number");
  std::vector<Estimate> out;
  for (std::size_t i = 0; i < values.size(); ++i) out.push_back({values[i], errors[i]});
  return out;
}

/// Of a value that stands alone.
Estimate estimate(const std::string& name, const Group& group) {
  const std::vector<Estimate> all = estimates(name, group);
  if (all.size() != 1)
    throw InputError("the outcome of a calibration is damaged: " + name + " should be one value, but it is " +
                     std::to_string(all.size()));
  return all.front();
}

/// @throws InputError unless these columns of `group` have one entry for each of `count`.
void require_length(std::size_t count, const Group& group, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto& array = group.arrays.at(name);
    if (array.size() != count)
      throw InputError(std::string("the outcome of a calibration is damaged: ") + name + " has " +
                       std::to_string(array.size()) + " values where there should be " +
                       std::to_string(count));
  }
}

/// Texts whose names are this and 0, 1, ...
std::vector<std::string> numbered(const std::string& name, const Group& group) {
  std::vector<std::string> out;
  for (auto text = group.texts.find(name + "0"); text != group.texts.end();
       text = group.texts.find(name + std::to_string(out.size())))
    out.push_back(text->second);
  return out;
}

// Errors in a fixed order; what is absent is not a number.
template <class Use>
void for_all_errors(compare::StationaryErrors& errors, const Use& use) {
  for (auto& one : errors.density) use(one);
  for (auto& angle : errors.local)
    for (auto& one : angle) use(one);
  use(errors.macro);
  use(errors.forward);
  use(errors.backward);
}

Group errors_group(compare::StationaryErrors errors) {
  Group out;
  std::vector<Estimate> all;
  for_all_errors(errors, [&](std::optional<Estimate>& one) {
    all.push_back(one.value_or(Estimate{absent, absent}));
  });
  put("errors", all, out);
  put("stat", {errors.stat}, out);
  out.put("floor", errors.floor);
  for (std::size_t i = 0; i < errors.missing.size(); ++i)
    out.texts["missing_" + std::to_string(i)] = errors.missing[i];
  return out;
}

compare::StationaryErrors errors_from(const Group& group) {
  compare::StationaryErrors out;
  const std::vector<Estimate> all = estimates("errors", group);
  std::size_t next = 0;
  for_all_errors(out, [&](std::optional<Estimate>& one) {
    if (next >= all.size()) throw InputError("the outcome of a calibration is damaged: errors are missing");
    if (!std::isnan(all[next].value)) one = all[next];
    ++next;
  });
  out.stat = estimate("stat", group);
  out.floor = group.number("floor");
  out.missing = numbered("missing_", group);
  return out;
}

void put(const std::string& name, const std::vector<std::optional<double>>& all, Group& group) {
  std::vector<double> values;
  for (const auto& one : all) values.push_back(one.value_or(absent));
  group.put(name, values);
}

std::vector<std::optional<double>> optionals(const std::string& name, const Group& group) {
  std::vector<std::optional<double>> out;
  for (const double value : group.doubles(name))
    out.push_back(std::isnan(value) ? std::nullopt : std::optional(value));
  return out;
}

Group profile_group(const ErrorProfile& profile) {
  Group out;
  out.put("first", profile.first);
  put("macro", profile.macro, out);
  put("stat", profile.stat, out);
  put("forward", profile.forward, out);
  put("backward", profile.backward, out);
  std::vector<double> all;
  for (const auto& one : profile.parameters) all.insert(all.end(), one.begin(), one.end());
  out.put("parameters", all, "", "of every point, point after point");
  return out;
}

ErrorProfile profile_from(const Group& group) {
  ErrorProfile out{group.doubles("first"),      estimates("macro", group),    estimates("stat", group),
                   optionals("forward", group), optionals("backward", group), {}};
  require_length(out.first.size(), group, {"macro", "stat"});
  for (const char* name : {"forward", "backward"})  // empty: not known
    if (!group.doubles(name).empty()) require_length(out.first.size(), group, {name});
  const std::vector<double>& all = group.doubles("parameters");
  const std::size_t each = out.first.empty() ? 0 : all.size() / out.first.size();
  for (std::size_t i = 0; i < out.first.size(); ++i)
    out.parameters.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(i * each),
                                all.begin() + static_cast<std::ptrdiff_t>((i + 1) * each));
  return out;
}

}  // namespace

Group to_group(const CalibratedModel& model) {
  Group out;
  out.texts["variant"] = model.variant;
  out.texts["doubt"] = model.doubt;
  out.put("element_length", model.element_length, "length");
  out.put("trials", model.trials, "1", "parameter sets that were tried");
  out.groups["lattice"] = to_group(model.lattice);
  for (std::size_t i = 0; i < model.names.size(); ++i)
    out.texts["parameter_" + std::to_string(i)] = model.names[i];
  put("optimum", model.optimum, out);
  out.put("optimum_search_error", model.search_error, "", "part of the error that the search left");
  out.put("optimum_reference_error", model.reference_error, "",
          "part of the error that the finite number of glasses left");
  out.put("correlation", model.correlation, "1", "of the errors of the optimum, row after row");
  out.groups["errors"] = errors_group(model.errors);
  out.groups["profile"] = profile_group(model.profile);
  if (model.posterior) out.groups["posterior"] = to_group(*model.posterior);
  return out;
}

CalibratedModel calibrated_model_from(const Group& group) {
  CalibratedModel out;
  out.variant = group.text("variant");
  out.doubt = group.text("doubt");
  out.element_length = group.number("element_length");
  out.trials = group.integer("trials");
  out.lattice = lattice_settings_from(group.group("lattice"));
  out.names = numbered("parameter_", group);
  out.optimum = estimates("optimum", group);
  if (group.has_array("optimum_search_error")) {
    out.search_error = group.doubles("optimum_search_error");
    out.reference_error = group.doubles("optimum_reference_error");
  }
  out.correlation = group.doubles("correlation");
  out.errors = errors_from(group.group("errors"));
  out.profile = profile_from(group.group("profile"));
  if (group.has_group("posterior")) out.posterior = posterior_from(group.group("posterior"));
  return out;
}

Group to_group(const QuenchTemperature& temperature) {
  Group out;
  out.put("temperature", temperature.temperature);
  put("mismatch", temperature.mismatch, out);
  put("best", {temperature.best.value_or(Estimate{absent, absent})}, out);
  out.put("at_ends", temperature.at_ends, "1", "share of resamples whose least lies at an end");
  return out;
}

QuenchTemperature quench_temperature_from(const Group& group) {
  QuenchTemperature out;
  out.temperature = group.doubles("temperature");
  out.mismatch = estimates("mismatch", group);
  require_length(out.temperature.size(), group, {"mismatch"});
  if (const Estimate best = estimate("best", group); !std::isnan(best.value)) out.best = best;
  if (group.has_array("at_ends")) out.at_ends = group.number("at_ends");
  return out;
}

Group to_group(const std::vector<ScaleOfSystems>& scales) {
  Group out;
  std::vector<std::int64_t> systems;
  std::vector<Estimate> all;
  for (const ScaleOfSystems& one : scales) {
    systems.push_back(one.slip_systems);
    all.push_back(one.scale);
  }
  out.put("slip_systems", systems);
  put("scale", all, out);
  return out;
}

std::vector<ScaleOfSystems> scales_of_systems_from(const Group& group) {
  const std::vector<Estimate> all = estimates("scale", group);
  const auto& systems = group.integers("slip_systems");
  require_length(all.size(), group, {"slip_systems"});
  std::vector<ScaleOfSystems> out;
  for (std::size_t i = 0; i < all.size(); ++i) out.push_back({static_cast<int>(systems[i]), all[i]});
  return out;
}

Group to_group(const std::vector<StressDeviationOfSize>& sizes) {
  Group out;
  std::vector<double> widths;
  std::vector<Estimate> all;
  for (const StressDeviationOfSize& one : sizes) {
    widths.push_back(one.width);
    all.push_back(one.deviation);
  }
  out.put("width", widths);
  put("deviation", all, out);
  return out;
}

std::vector<StressDeviationOfSize> sizes_from(const Group& group) {
  const std::vector<Estimate> all = estimates("deviation", group);
  const auto& widths = group.doubles("width");
  require_length(all.size(), group, {"width"});
  std::vector<StressDeviationOfSize> out;
  for (std::size_t i = 0; i < all.size(); ++i) out.push_back({widths[i], all[i]});
  return out;
}

}  // namespace vitrum::study
