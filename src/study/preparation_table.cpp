#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "compare/estimate.h"
#include "study/glass_former.h"
#include "study/liquid_relaxation.h"
#include "study/tables.h"

namespace vitrum::study {

namespace {

// One number of the record of every glass.
std::vector<double> collect(const Results& results, const char* group, const char* name) {
  std::vector<double> out;
  for (const SampleRecord& record : results.glass) {
    const Group& from = *group == 0 ? record.measures : record.measures.group(group);
    out.push_back(from.number(name));
  }
  return out;
}

double largest_size(const std::vector<double>& values) {
  double out = 0;
  for (const double value : values) out = std::max(out, std::abs(value));
  return out;
}

struct Rows {
  QuantityTable& table;

  void exact(const char* key, const char* label, const char* symbol, const std::string& unit, double value,
             const char* note) const {
    table.rows.push_back({key, label, symbol, unit, value, -1, note});
  }
  void mean(const char* key, const char* label, const char* symbol, const std::string& unit,
            const std::vector<double>& values, const char* note) const {
    const compare::Estimate estimate = compare::mean_of_realizations(values);
    table.rows.push_back({key, label, symbol, unit, estimate.value, estimate.error, note});
  }
};

bool under_pressure(const Glass& glass) {
  return glass.from.empty() && glass.liquid.ensemble == Ensemble::constant_pressure;
}

std::string caption(const Glass& glass, const LiquidRelaxation& relaxation) {
  const char* tail = " Means over samples with standard errors.";
  if (!glass.from.empty()) return std::string("Glasses of earlier work, read and minimised.") + tail;
  const std::string liquid = relaxation.in_equilibrium() ? "A liquid in equilibrium" : "A liquid";
  if (glass.liquid.quench == Quench::cooling)
    return liquid + ", cooled at a constant rate and " + (under_pressure(glass) ? "pressure" : "volume") +
           ", forces relaxed." + tail;
  return "Paper 1, sec. 2.1: " + liquid + ", quenched at once at constant volume, forces relaxed." +
         (under_pressure(glass) ? " The liquid was kept under a constant pressure." : "") + tail;
}

// Where a structure did not relax the hold is a lower bound of its time, and such a bound is the mean, then.
void add_relaxation(const Rows& rows, const Glass& glass, const LiquidRelaxation& relaxation) {
  if (relaxation.watched == 0) return;  // records of earlier versions
  const char* const what = "until the self-intermediate scattering at 2π per mean distance falls to 1/e";
  if (relaxation.never == 0) {
    rows.mean("glass.relaxation_time", "Structural relaxation time", "tau_alpha", "t0", relaxation.times,
              what);
    rows.mean("glass.hold_in_relaxation_times", "Hold time in relaxation times", "t/tau_alpha", "",
              relaxation.holds, "");
    return;
  }
  const std::string none = "longer than the hold in " + std::to_string(relaxation.never) + " of " +
                           std::to_string(relaxation.watched) + " samples";
  std::vector<double> times = relaxation.times;
  times.resize(relaxation.watched, glass.liquid.duration);
  const double bound =
      std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(relaxation.watched);
  rows.exact("glass.relaxation_time", "Structural relaxation time, at least", "tau_alpha", "t0", bound,
             (none + ", which counts in its place").c_str());
  rows.exact("glass.hold_in_relaxation_times", "Hold time in relaxation times, at most", "t/tau_alpha", "",
             glass.liquid.duration / bound, none.c_str());
}

void add_liquid(QuantityTable& table, const Glass& glass, const Results& results,
                const LiquidRelaxation& relaxation) {
  const Rows rows{table};
  rows.exact("glass.hold", "Hold time", "t", "t0", glass.liquid.duration,
             "after melting and cooling to the temperature; its first half is not judged");
  rows.mean("glass.temperature", "Temperature of the liquid", "T", "eps/k_B",
            collect(results, "liquid", "temperature_mean"),
            glass.potential == "lj2d" ? "1.132 T_g in paper 1: 0.351" : "");
  rows.mean("glass.liquid_energy", "Energy of the liquid per atom", "E/N", "eps",
            collect(results, "liquid", "energy_mean"), "");
  rows.mean(
      "glass.drift", "Drift of that energy", "", "eps", collect(results, "liquid", "energy_drift"),
      "last quarter of the time less the one before; nothing beyond its error when the liquid has settled");
  rows.exact("glass.drift_largest", "Largest drift of a single sample", "", "standard errors",
             largest_size(collect(results, "liquid", "drift")),
             "beyond the study's drift_limit it is refused");
  add_relaxation(rows, glass, relaxation);
  if (under_pressure(glass)) {
    const std::string volume = glass.dimension == 2 ? "sigma^2" : "sigma^3";
    rows.mean("glass.liquid_pressure", "Pressure of the liquid", "p", "eps/" + volume,
              collect(results, "liquid", "pressure_mean"), "kinetic part included");
    rows.mean("glass.liquid_density", "Density of the liquid", "N/V", "1/" + volume,
              collect(results, "liquid", "density_mean"), "");
    rows.mean("glass.density", "Density of the glass", "N/V", "1/" + volume, collect(results, "", "density"),
              "after the quench");
  }
  if (glass.liquid.quench == Quench::cooling)
    rows.exact("glass.cooling_rate", "Rate of cooling to the glass", "-dT/dt", "eps/(k_B t0)",
               glass.liquid.cooling_rate, "from the temperature of the liquid");
}

}  // namespace

QuantityTable preparation_table(const Settings& settings, const Results& results) {
  QuantityTable table;
  const Glass& glass = settings.glass;
  table.title = "How the glasses were made";
  const bool read = !glass.from.empty();
  const LiquidRelaxation relaxation = liquid_relaxation(results.glass);
  table.caption = caption(glass, relaxation);
  const Rows rows{table};
  const std::string energy = "eps";
  const bool of_the_paper = glass.potential == "lj2d" && glass.species.empty() && !read;
  rows.exact("glass.atoms", "Atoms", "N", "", glass.atoms, of_the_paper ? "N_L/N_S = (1 + √5)/4" : "");
  if (!under_pressure(glass))
    rows.exact("glass.size", "Width of the cell", "L", "sigma", cell_width(glass), "");
  if (!read) add_liquid(table, glass, results, relaxation);
  rows.mean("glass.energy", "Energy of the glass per atom", "E/N", energy,
            collect(results, "", "glass_energy"), "after the quench");
  rows.exact("glass.force_quench", "Largest force after the quench", "max|f|", "eps/sigma",
             largest_size(collect(results, "", "largest_force")), "all samples");
  rows.exact("glass.force_loading", "Largest force left under load", "max|f|", "eps/sigma",
             largest_size(collect(results, "", "largest_residual")), "all samples, all increments");
  return table;
}

}  // namespace vitrum::study
