#include "record/field.h"

#include <utility>

namespace vitrum {

Group columns(const std::vector<FieldSnapshot>& measurements) {
  Group out;
  if (measurements.empty()) return out;
  std::vector<double> strains;
  for (const auto& one : measurements) strains.push_back(one.strain);
  const std::size_t rows = strains.size();
  out.put("strain", std::move(strains), "1", "external shear strain of the measurement");
  for (const auto& [name, first] : measurements.front().fields.arrays) {
    std::vector<double> values;
    bool everywhere = true;
    for (const auto& one : measurements) {
      const auto found = one.fields.arrays.find(name);
      everywhere = everywhere && found != one.fields.arrays.end() && found->second.shape == first.shape &&
                   std::holds_alternative<std::vector<double>>(found->second.values);
      if (!everywhere) break;
      const auto& numbers = std::get<std::vector<double>>(found->second.values);
      values.insert(values.end(), numbers.begin(), numbers.end());
    }
    if (!everywhere) continue;
    std::vector<std::size_t> shape{rows};
    shape.insert(shape.end(), first.shape.begin(), first.shape.end());
    out.put_shaped(name, std::move(shape), std::move(values), first.unit, first.note);
  }
  return out;
}

}  // namespace vitrum
