#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

using Records = std::vector<study::SampleRecord>;

/// The first record with a field of that name.
const study::SampleRecord* record_with(const Records& records, const std::string& field) {
  const auto found = std::find_if(records.begin(), records.end(), [&](const auto& record) {
    return std::any_of(record.fields.begin(), record.fields.end(),
                       [&](const auto& snapshot) { return snapshot.fields.has_array(field); });
  });
  return found == records.end() ? nullptr : &*found;
}

}  // namespace

void bring_into_cell(double strain, const std::vector<double>& box, std::vector<double>& x,
                     std::vector<double>& y) {
  const double width = box.at(0), height = box.at(1);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double cells_up = std::floor(y[i] / height);
    y[i] -= cells_up * height;
    x[i] -= cells_up * height * strain;
    x[i] -= std::floor(x[i] / width) * width;
  }
}

nlohmann::json glass_map_data(const Records& glass) {
  const auto* record = record_with(glass, "dx");
  if (record == nullptr) return nullptr;
  nlohmann::json frames = nlohmann::json::array();
  for (const auto& snapshot : record->fields) {
    if (!snapshot.fields.has_array("dx")) continue;
    auto x = snapshot.fields.doubles("x"), y = snapshot.fields.doubles("y");
    if (record->measures.has_array("box")) {
      const auto& box = record->measures.doubles("box");
      const bool tilted = record->measures.has_array("tilts");
      const double before = tilted ? record->measures.doubles("tilts").at(0) / box.at(1) : 0;
      bring_into_cell(before + snapshot.strain, box, x, y);
    }
    frames.push_back({{"strain", snapshot.strain},
                      {"x", packed(x)},
                      {"y", packed(y)},
                      {"across", packed(snapshot.fields.doubles("dx"))},
                      {"up", packed(snapshot.fields.doubles("dy"))}});
  }
  return {{"sample", record->sample}, {"frames", frames}};
}

}  // namespace vitrum::report
