#include <variant>

#include "compare/estimate.h"
#include "study/tables.h"

namespace vitrum::study {

namespace {

struct LiquidRow {
  const char* name;  ///< in the measures of a record
  const char* label;
  const char* unit;
  const char* note;
};

constexpr LiquidRow liquid_rows[] = {
    {"liquid_events", "Thermally activated events", "", "until the liquid was stationary"},
    {"liquid_slips", "Slips", "", "those of all avalanches that followed"},
    {"liquid_time", "Time", "", "units of the inverse attempt rate"},
    {"quench_von_mises", "Von Mises stress of the glass", "eps/sigma^2",
     "mean over the elements, after the quench"}};

double number_of(const Array& array) {
  return std::visit([](const auto& values) { return static_cast<double>(values.at(0)); }, array.values);
}

}  // namespace

QuantityTable parent_liquid_table(const std::vector<SampleRecord>& lattice) {
  QuantityTable table;
  table.title = "The parent liquid of the lattices";
  table.caption =
      "Each lattice flowed by thermal activation at rest and was then quenched at once (paper 1, A.3). Means "
      "over realizations with standard errors.";
  for (const LiquidRow& row : liquid_rows) {
    std::vector<double> values;
    for (const SampleRecord& record : lattice)
      if (record.measures.has_array(row.name))
        values.push_back(number_of(record.measures.arrays.at(row.name)));
    if (values.empty()) continue;
    const compare::Estimate mean = compare::mean_of_realizations(values);
    table.rows.push_back(
        {std::string("lattice.") + row.name, row.label, "", row.unit, mean.value, mean.error, row.note});
  }
  return table;
}

}  // namespace vitrum::study
