// Statistics of lattices, defined as those of the author's code that they are compared with (the description
// in tests/reference/lattice/mepls_l6.6.json). Independent of the program's own analysis.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/parent_liquid.h"
#include "reference_statistics.h"
#include "rig/drive.h"

namespace vitrum::elastoplastic::test {

constexpr std::array reload_strains{0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05,
                                    0.075, 0.1,   0.15,  0.2,  0.3,  0.4};
constexpr std::array percents{1, 5, 25, 50, 75, 95, 99};

/// Values of one quantity in one realization: averaged over realizations, or pooled.
using Lists = std::map<std::string, std::vector<double>>;

struct Realization {
  std::map<std::string, double> numbers;
  Lists pooled;
};

inline History driven(rig::Specimen& specimen, const std::vector<rig::Leg>& legs) {
  rig::Program program;
  program.increment = 1e-4;
  program.legs = legs;
  program.unload_end = rig::UnloadEnd::overshoot;
  rig::Drive drive(specimen, program);
  while (!drive.finished()) drive.advance();
  return drive.history();
}

/// Stress after relaxation at `strain`; between two states the lattice is elastic.
inline double stress_at(const History& history, double modulus, double strain) {
  std::size_t last = 0;
  const double sense = history.states.back().strain > history.states.front().strain ? 1 : -1;
  while (last + 1 < history.states.size() && sense * (history.states[last + 1].strain - strain) <= 1e-9)
    ++last;
  return history.states[last].stress.xy + modulus * (strain - history.states[last].strain);
}

inline double mean(const std::vector<double>& x) {
  double sum = 0;
  for (const double value : x) sum += value;
  return sum / static_cast<double>(x.size());
}

inline double deviation(const std::vector<double>& x) {
  const double m = mean(x);
  double sum = 0;
  for (const double value : x) sum += (value - m) * (value - m);
  return std::sqrt(sum / static_cast<double>(x.size()));
}

/// As numpy does: linear between the two nearest ranks.
inline double percentile(std::vector<double> sorted, double percent) {
  const double rank = percent / 100 * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(rank);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

inline void look_at_elements(const LatticeSpecimen& specimen, const std::string& state, Lists& pooled) {
  const Group fields = specimen.fields();
  const auto& xx = fields.doubles("stress_xx");
  const auto& yy = fields.doubles("stress_yy");
  const auto& xy = fields.doubles("stress_xy");
  const auto& distance = fields.doubles("smallest_distance");
  const auto put = [&](const char* name, double value) {
    pooled["local." + state + "." + name].push_back(value);
  };
  for (std::size_t i = 0; i < xx.size(); ++i) {
    put("sxx", xx[i]), put("syy", yy[i]), put("sxy", xy[i]);
    put("vm", std::hypot(0.5 * (yy[i] - xx[i]), xy[i]));
    put("half_diff_yy_xx", 0.5 * (yy[i] - xx[i]));
    put("pressure", -0.5 * (xx[i] + yy[i]));
    put("element_min_distance", distance[i]);
    const SlipSystems& systems = specimen.lattice().systems();
    for (std::size_t s = 0; s < systems.per_element(); ++s) put("slip_thresholds", systems.threshold(i, s));
  }
}

/// From the strains 0.5 to 2, counted from where the history begins.
inline void measure_stationary(const History& history, double modulus, Realization& out) {
  const double origin = history.states.front().strain;
  std::vector<double> grid, drops, rises;
  double slips = 0, steps = 0, negative = 0, peak = -1;
  for (std::size_t i = 0; i < history.events.size(); ++i) {
    const Event& event = history.events[i];
    if (event.strain - origin < 0.5 + 5e-5 || event.strain - origin > 2 + 5e-5) continue;
    if (!drops.empty()) rises.push_back(event.stress_before - history.events[i - 1].stress_after);
    drops.push_back(event.drop());
    slips += static_cast<double>(event.slips);
    steps += static_cast<double>(event.duration);
    negative += event.drop() < 0 ? 1 : 0;
    out.pooled["slips_per_aval_percentiles"].push_back(static_cast<double>(event.slips));
  }
  std::size_t last = 0;
  for (int k = 0; k <= 20000; ++k) {
    const double strain = origin + k * 1e-4;
    while (last + 1 < history.states.size() && history.states[last + 1].strain <= strain + 1e-9) ++last;
    const double stress = history.states[last].stress.xy + modulus * (strain - history.states[last].strain);
    if (k < 5000) peak = std::max(peak, stress);
    if (k >= 5000) grid.push_back(stress);
    if (k >= 5000 && k % 5 == 0) out.pooled["stress_percentiles"].push_back(stress);
  }
  const auto roughness = [&](std::size_t width) {
    double total = 0;
    for (std::size_t first = 0; first + width < grid.size(); first += std::max<std::size_t>(1, width / 50))
      total += deviation({grid.begin() + static_cast<std::ptrdiff_t>(first),
                          grid.begin() + static_cast<std::ptrdiff_t>(first + width + 1)});
    const double windows = std::ceil(static_cast<double>(grid.size() - width) /
                                     static_cast<double>(std::max<std::size_t>(1, width / 50)));
    return total / windows;
  };
  const auto count = static_cast<double>(drops.size());
  const std::string name = "macro_stationary.";
  out.numbers[name + "stress_mean.mean"] = mean(grid);
  out.numbers[name + "stress_std.mean"] = deviation(grid);
  out.numbers[name + "aval_per_step.mean"] = count / 15000;
  out.numbers[name + "slips_per_aval.mean"] = slips / count;
  out.numbers[name + "slips_per_unit_gamma.mean"] = slips / 1.5;
  out.numbers[name + "relaxsteps_per_aval.mean"] = steps / count;
  out.numbers[name + "drop_mean.mean"] = mean(drops);
  out.numbers[name + "drop_std.mean"] = deviation(drops);
  out.numbers[name + "frac_negative_drop.mean"] = negative / count;
  out.numbers[name + "incr_mean.mean"] = mean(rises);
  out.numbers[name + "incr_std.mean"] = deviation(rises);
  out.numbers[name + "prestress_peak.mean"] = peak;
  out.numbers[name + "r_0.001.mean"] = roughness(10);
  out.numbers[name + "r_0.01.mean"] = roughness(100);
  out.numbers[name + "r_0.1.mean"] = roughness(1000);
  out.pooled["drop_percentiles"] = drops;
}

inline void append(const History& part, History& whole) {
  const auto offset = static_cast<std::int64_t>(whole.states.size());
  for (Event event : part.events) {
    event.state += offset;
    whole.events.push_back(event);
  }
  whole.states.insert(whole.states.end(), part.states.begin(), part.states.end());
}

inline double strain_of_next_event(const LatticeSpecimen& specimen) {
  const rig::StrainGrid grid{specimen.state().strain, 1e-4};
  return grid.at(specimen.quiet_increments(grid, 0, 1'000'000));
}

/// Parent liquid, shear to 2, unloading as the author's code does it, and both reloads from there.
inline Realization realization(const LatticeSettings& settings, std::uint64_t seed, std::uint64_t sample) {
  Realization out;
  LatticeSpecimen specimen(settings, seed, sample);
  const Group liquid = quench_from_liquid(specimen);
  out.numbers["liquid_slips.mean"] = static_cast<double>(liquid.integer("liquid_slips"));
  look_at_elements(specimen, "quench", out.pooled);

  // The author's code looks at elements, and ends, just after an avalanche: the first past some strain.
  History history;
  for (const double strain : {0.94, 1.42, 1.9, 2.0}) {
    append(driven(specimen, {{rig::LegKind::shear, strain}}), history);
    append(driven(specimen, {{rig::LegKind::shear, strain_of_next_event(specimen)}}), history);
    if (strain < 2) look_at_elements(specimen, "stationary", out.pooled);
  }
  const double reached = specimen.state().strain;
  measure_stationary(history, settings.shear_modulus, out);

  out.numbers["bauschinger.stress_at_unload_start.mean"] = specimen.state().stress.xy;
  const History unloading = driven(specimen, {{rig::LegKind::unload}});
  const double origin = unloading.states.back().strain;
  out.numbers["bauschinger.unload_gamma.mean"] = reached - origin;
  out.numbers["bauschinger.residual_stress_after_unload.mean"] = specimen.state().stress.xy;
  const Group unloaded = specimen.snapshot();
  for (const double sense : {1.0, -1.0}) {
    specimen.restore(unloaded);
    const auto kind = sense > 0 ? rig::LegKind::reload_forward : rig::LegKind::reload_backward;
    const History reload = driven(specimen, {{kind, 0.4}});
    for (std::size_t i = 0; i < reload_strains.size(); ++i)
      out.numbers[std::string("bauschinger.") + (sense > 0 ? "forward" : "backward") + ".mean." +
                  std::to_string(i)] =
          sense * stress_at(reload, settings.shear_modulus, origin + sense * reload_strains[i]);
  }
  return out;
}

/// Statistics of a few realizations taken together: their mean, and mean, deviation and percentiles of what
/// is pooled.
inline std::map<std::string, double> of_batch(const std::vector<Realization>& batch) {
  std::map<std::string, double> out;
  Lists pooled;
  for (const Realization& one : batch) {
    for (const auto& [name, value] : one.numbers) out[name] += value / static_cast<double>(batch.size());
    for (const auto& [name, values] : one.pooled)
      pooled[name].insert(pooled[name].end(), values.begin(), values.end());
  }
  for (auto& [name, values] : pooled) {
    std::sort(values.begin(), values.end());
    const bool local = name.starts_with("local");
    for (const int percent : percents)
      out[name + (local ? ".percentiles." : ".") + std::to_string(percent)] = percentile(values, percent);
    const std::string group = local ? name : name.substr(0, name.find("_percentiles")) + "_pooled";
    out[group + ".mean"] = mean(values);
    out[group + ".std"] = deviation(values);
  }
  return out;
}

/// Means over batches with their standard errors.
inline Statistics over_batches(const std::vector<std::map<std::string, double>>& batches) {
  Statistics out;
  for (const auto& [name, unused] : batches.front()) {
    std::vector<double> values;
    for (const auto& batch : batches) values.push_back(batch.at(name));
    out[name] = {mean(values), deviation(values) / std::sqrt(static_cast<double>(values.size()) - 1)};
  }
  return out;
}

}  // namespace vitrum::elastoplastic::test
