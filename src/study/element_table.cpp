#include <cmath>

#include "study/tables.h"
#include "study/verdicts.h"

namespace vitrum::study {
namespace {

void add_last(const compare::MeanCurve& curve, const std::string& key, const std::string& label,
              const std::string& note, QuantityTable& table) {
  if (curve.x.empty()) return;
  const double error = curve.error.back();
  table.rows.push_back({key, label, "", "", curve.value.back(), std::isnan(error) ? -1 : error, note});
}

}  // namespace

QuantityTable element_table(const std::vector<ElementSet>& sets) {
  QuantityTable table;
  table.title = "Lattices of harvested elements";
  table.caption =
      "Local strains at the last snapshot of the first leg; errors over lattices. Deviation over mean: "
      "degree of "
      "localisation of Cheng, Cao and Ma (2009). Participation: share of elements above the mean (Shi and "
      "Falk "
      "2005). Banding: variance of the means of lines, relative to that of independent elements.";
  int number = 0;
  for (const ElementSet& set : sets) {
    const std::string key = "elements." + std::to_string(number++) + ".";
    const std::string at =
        set.deviation.x.empty() ? "" : "at a strain of " + in_words(set.deviation.x.back());
    add_last(set.deviation, key + "deviation", set.label + ": deviation of strains over their mean", at,
             table);
    add_last(set.participation, key + "participation", set.label + ": participation", at, table);
    add_last(set.banding, key + "banding", set.label + ": banding", at, table);
    table.rows.push_back({key + "unvisited", set.label + ": strain of elements in bins not known", "", "",
                          set.unvisited, -1, "share; there the map is a choice, harvest.unvisited"});
  }
  return table;
}

}  // namespace vitrum::study
