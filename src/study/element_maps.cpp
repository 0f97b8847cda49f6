#include "study/element_maps.h"

#include <algorithm>
#include <cmath>

#include "compare/leg_path.h"
#include "study/results.h"

namespace vitrum::study {
namespace {

constexpr int stress_points = 201;

double mean_of_map(const std::vector<double>& values) {
  double sum = 0;
  for (const double one : values) sum += one;
  return sum / static_cast<double>(values.size());
}

double variance_about(const std::vector<double>& values, double mean) {
  double sum = 0;
  for (const double one : values) sum += (one - mean) * (one - mean);
  return sum / static_cast<double>(values.size());
}

/// Means of rows (step 1 within a line) or columns.
std::vector<double> line_means(const std::vector<double>& values, std::size_t columns, std::size_t rows,
                               bool along_rows) {
  std::vector<double> out(along_rows ? rows : columns);
  for (std::size_t i = 0; i < values.size(); ++i)
    out[along_rows ? i / columns : i % columns] +=
        values[i] / static_cast<double>(along_rows ? columns : rows);
  return out;
}

std::vector<const SampleRecord*> records_of(const std::vector<SampleRecord>& elements,
                                            const std::string& label) {
  std::vector<const SampleRecord*> out;
  for (const SampleRecord& record : elements)
    if (record.measures.text("set") == label) out.push_back(&record);
  return out;
}

ElementMap last_map(const SampleRecord& record) {
  ElementMap out;
  for (const FieldSnapshot& snapshot : record.fields) {
    if (snapshot.leg != 0) continue;
    const Array& plastic = snapshot.fields.arrays.at("plastic_shear");
    out = {snapshot.strain, plastic.shape.at(1), plastic.shape.at(0),
           snapshot.fields.doubles("plastic_shear"), snapshot.fields.doubles("inelastic")};
  }
  return out;
}

ElementSet element_set(const std::string& label, const std::vector<const SampleRecord*>& records) {
  std::vector<compare::Line> stress, deviation, participation, banding;
  double end = records.front()->history.states.back().strain;
  ElementSet out;
  out.label = label;
  out.units = records.front()->measures.text("units");
  for (const SampleRecord* record : records) {
    const compare::LegPath path = compare::leg_path(record->history, 0);
    for (auto* lines : {&stress, &deviation, &participation, &banding}) lines->emplace_back();
    for (std::size_t i = 0; i < path.strain.size(); ++i) stress.back().add(path.strain[i], path.stress[i]);
    end = std::min(end, path.strain.back());
    for (const FieldSnapshot& snapshot : record->fields) {
      if (snapshot.leg != 0) continue;
      const Array& strain = snapshot.fields.arrays.at("strain");
      const Localisation found =
          localisation_of(snapshot.fields.doubles("strain"), strain.shape.at(1), strain.shape.at(0));
      deviation.back().add(snapshot.strain, found.deviation);
      participation.back().add(snapshot.strain, found.participation);
      banding.back().add(snapshot.strain, found.banding);
    }
    out.unvisited += record->measures.number("unvisited") / static_cast<double>(records.size());
  }
  out.stress =
      compare::mean_curve(stress, compare::even_points(stress.front().x.front(), end, stress_points));
  const std::vector<double> at = deviation.front().x;
  out.deviation = compare::mean_curve(deviation, at);
  out.participation = compare::mean_curve(participation, at);
  out.banding = compare::mean_curve(banding, at);
  out.map = last_map(*records.front());
  return out;
}

}  // namespace

Localisation localisation_of(const std::vector<double>& strain, std::size_t columns, std::size_t rows) {
  const double mean = mean_of_map(strain), variance = variance_about(strain, mean);
  Localisation out;
  out.deviation = std::sqrt(variance) / std::abs(mean);
  // Above the mean in the sense of the mean.
  const auto above = std::count_if(strain.begin(), strain.end(),
                                   [mean](double one) { return mean < 0 ? one < mean : one > mean; });
  out.participation = static_cast<double>(above) / static_cast<double>(strain.size());
  for (const bool along_rows : {true, false}) {
    const double lines = variance_about(line_means(strain, columns, rows, along_rows), mean);
    const double length = static_cast<double>(along_rows ? columns : rows);
    if (variance > 0) out.banding = std::max(out.banding, lines * length / variance);
  }
  return out;
}

std::vector<ElementSet> element_sets(const std::vector<SampleRecord>& elements) {
  std::vector<std::string> labels;
  for (const SampleRecord& record : elements)
    if (const std::string& label = record.measures.text("set");
        std::find(labels.begin(), labels.end(), label) == labels.end())
      labels.push_back(label);
  std::vector<ElementSet> out;
  for (const std::string& label : labels) out.push_back(element_set(label, records_of(elements, label)));
  return out;
}

}  // namespace vitrum::study
