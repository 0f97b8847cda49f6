#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "compare/estimate.h"
#include "study/tables.h"

namespace vitrum::study {

namespace {

struct ModulusRow {
  const char* name;  ///< of the column in the record
  const char* label;
  const char* symbol;
  const char* note;
};

constexpr ModulusRow moduli_rows[] = {
    {"shear_modulus", "Shear modulus", "G", "mean over directions, stress included (docs/conventions.md)"},
    {"simple_shear_modulus", "Slope of simple shear", "dSigma_xy/dgamma",
     "the tangent of the elastic branches"},
    {"bulk_modulus", "Bulk modulus", "B", "−V dp/dV; paper 1 sets the lattice to 59"},
    {"affine_shear_modulus", "Shear modulus without relaxation", "G", "atoms follow the strain (Born)"},
    {"pressure", "Pressure", "p", ""},
    {"lowest_eigenvalue", "Lowest eigenvalue of the Hessian", "lambda", "translations left out"}};

/// Means over what each glass shows where `chosen` says so, one number a glass. NaN: not found there.
template <class Chosen>
std::vector<double> collect(const Results& results, const char* name, const Chosen& chosen) {
  std::vector<double> out;
  for (const SampleRecord& record : results.glass) {
    if (!record.moduli.has_array(name)) continue;
    const auto& strains = record.moduli.doubles("strain");
    const auto& values = record.moduli.doubles(name);
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < strains.size(); ++i)
      if (chosen(strains[i]) && !std::isnan(values[i])) sum += values[i], ++count;
    if (count > 0) out.push_back(sum / count);
  }
  return out;
}

}  // namespace

QuantityTable moduli_table(const Results& results, double from) {
  QuantityTable table;
  table.title = "Elastic moduli of the glass";
  char flowing[64];
  std::snprintf(flowing, sizeof flowing, ", strain %g and beyond", from);
  table.caption =
      "Exact second derivatives of the energy, atoms relaxed: Born term and non-affine correction. Means "
      "over "
      "samples with standard errors.";
  const auto add = [&](const std::string& key, const std::string& when, const auto& chosen) {
    for (const ModulusRow& row : moduli_rows) {
      const std::vector<double> values = collect(results, row.name, chosen);
      if (values.empty()) continue;
      const compare::Estimate mean = compare::mean_of_realizations(values);
      table.rows.push_back({"glass." + key + row.name, row.label + when, row.symbol, "eps/sigma^2",
                            mean.value, mean.error, row.note});
    }
  };
  add("quenched_", ", quenched", [](double strain) { return strain == 0; });
  add("flowing_", flowing, [from](double strain) { return std::abs(strain) >= from && strain != 0; });
  return table;
}

}  // namespace vitrum::study
