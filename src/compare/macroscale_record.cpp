#include "compare/macroscale_record.h"

#include <string>
#include <vector>

namespace vitrum::compare {

namespace {

void put_estimate(const std::string& name, const Estimate& value, const char* unit, const char* note,
                  Group& group) {
  group.put(name, value.value, unit, note);
  group.put(name + "_error", value.error, unit, "standard error");
}

void put_density(const std::string& name, const Density& density, Group& group) {
  group.put(name, density.value, "1/stress", "probability density in each bin, integral 1");
  group.put(name + "_error", density.error, "1/stress", "standard error");
}

Group quantity_group(const DensityPair& pair) {
  Group out;
  out.put("edges", pair.first.edges, "stress", "of the bins, one more than these");
  put_density("first", pair.first, out);
  put_density("second", pair.second, out);
  put_estimate("first_mean", pair.mean_first, "stress", "over all values", out);
  put_estimate("second_mean", pair.mean_second, "stress", "over all values", out);
  put_estimate("first_deviation", pair.std_first, "stress", "standard deviation of all values", out);
  put_estimate("second_deviation", pair.std_second, "stress", "standard deviation of all values", out);
  put_estimate("mismatch", pair.mismatch, "1", "L[P] of paper 1, eq. 8", out);
  out.put("floor", pair.floor, "1", "mean L[P] of two finite sets of this size from one model");
  out.put("first_excluded", pair.excluded_first, "1", "share of values <= 0 that the density leaves out");
  out.put("second_excluded", pair.excluded_second, "1", "share of values <= 0 that the density leaves out");
  return out;
}

Group deviation_group(const std::vector<DeviationPair>& pairs) {
  std::vector<double> width, first, first_error, second, second_error;
  for (const DeviationPair& pair : pairs) {
    width.push_back(pair.width);
    first.push_back(pair.first.value);
    first_error.push_back(pair.first.error);
    second.push_back(pair.second.value);
    second_error.push_back(pair.second.error);
  }
  Group out;
  out.put("width", width, "1", "strain intervals");
  out.put("first", first, "stress", "r of paper 1, eq. 10");
  out.put("first_error", first_error, "stress", "standard error");
  out.put("second", second, "stress", "r of paper 1, eq. 10");
  out.put("second_error", second_error, "stress", "standard error");
  return out;
}

}  // namespace

Group to_group(const MacroscaleComparison& comparison) {
  Group out;
  put_estimate("macro", comparison.macro, "1", "L_macro: mean of the three L[P] (paper 1, sec. 4.1)", out);
  out.put("floor", comparison.floor, "1", "mean L_macro of two finite sets of this size from one model");
  out.put("from_first", comparison.from_first, "1", "strain at which the window begins");
  out.put("from_second", comparison.from_second, "1", "strain at which the window begins");
  for (const DensityPair& pair : comparison.quantities) out.groups[pair.quantity] = quantity_group(pair);
  out.groups["deviation"] = deviation_group(comparison.deviation);
  return out;
}

}  // namespace vitrum::compare
