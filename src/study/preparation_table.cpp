#include <algorithm>
#include <cmath>
#include <limits>

#include "compare/estimate.h"
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

}  // namespace

QuantityTable preparation_table(const Settings& settings, const Results& results) {
  QuantityTable table;
  const Glass& glass = settings.glass;
  table.title = "How the glasses were made";
  table.caption =
      "Paper 1, sec. 2.1: a liquid in equilibrium, quenched at once at constant volume, forces relaxed. "
      "Means over samples with standard errors.";
  const std::string energy = "eps";
  const auto exact = [&](const char* key, const char* label, const char* symbol, const std::string& unit,
                         double value, const char* note) {
    table.rows.push_back({key, label, symbol, unit, value, -1, note});
  };
  const auto mean = [&](const char* key, const char* label, const char* symbol, const std::string& unit,
                        const std::vector<double>& values, const char* note) {
    const compare::Estimate estimate = compare::mean_of_realizations(values);
    table.rows.push_back({key, label, symbol, unit, estimate.value, estimate.error, note});
  };
  exact("glass.atoms", "Atoms", "N", "", glass.atoms, "N_L/N_S = (1 + sqrt 5)/4");
  exact("glass.size", "Width of the cell", "L", "sigma", std::sqrt(glass.atoms / glass.density), "");
  exact("glass.hold", "Equilibrated for", "t", "t0", glass.liquid.duration,
        "after melting and cooling to the temperature; its first half is not judged");
  mean("glass.temperature", "Temperature of the liquid", "T", "eps/k_B",
       collect(results, "liquid", "temperature_mean"), "1.132 T_g in paper 1: 0.351");
  mean("glass.liquid_energy", "Energy of the liquid per atom", "E/N", energy,
       collect(results, "liquid", "energy_mean"), "");
  mean("glass.drift", "Drift of that energy", "", energy, collect(results, "liquid", "energy_drift"),
       "last quarter of the time less the one before; nothing beyond its error when the liquid has settled");
  exact("glass.drift_largest", "Largest drift of a single sample", "", "standard errors",
        largest_size(collect(results, "liquid", "drift")), "beyond the study's drift_limit it is refused");
  mean("glass.energy", "Energy of the glass per atom", "E/N", energy, collect(results, "", "glass_energy"),
       "after the quench");
  exact("glass.force_quench", "Largest force after the quench", "max|f|", "eps/sigma",
        largest_size(collect(results, "", "largest_force")), "all samples");
  exact("glass.force_loading", "Largest force left under load", "max|f|", "eps/sigma",
        largest_size(collect(results, "", "largest_residual")), "all samples, all increments");
  return table;
}

}  // namespace vitrum::study
