// What specimens of the map do in the loading program of the records, in numbers.
#include <cmath>

#include "study/tables.h"
#include "study/verdicts.h"

namespace vitrum::study {
namespace {

/// Whether the sense of past loading matters where both senses have been.
void add_memory(const HarvestedSet& set, const std::string& key, QuantityTable& table) {
  if (set.memory.empty() && !set.without_memory.empty())
    table.rows.push_back({key + "memory", "Sheared back, events over those of forward loading", "", "",
                          std::nan(""), -1, set.without_memory});
  int part = 0;
  for (const seem::DirectionMemory& memory : set.memory) {
    const std::string number = "." + std::to_string(part++);
    const std::string way =
        "Sheared back by " + in_words(memory.from) + " to " + in_words(memory.to) + " since zero stress: ";
    const std::string of = std::to_string(memory.events) + " events in bins that forward loading knows, " +
                           in_percent({memory.known, 0}) +
                           " of that way; 1: no memory of the sense of loading";
    table.rows.push_back({key + "memory" + number,
                          way + "rate of events over that of forward loading in the same bins", "", "",
                          memory.rate.value, memory.rate.error, of});
    table.rows.push_back({key + "memory_stress" + number, way + "stress that events take, likewise", "", "",
                          memory.relaxation.value, memory.relaxation.error, "per unit strain"});
  }
}

}  // namespace

std::vector<QuantityTable> leg_tables(const Harvested& harvested) {
  std::vector<QuantityTable> out;
  int number = 0;
  for (const HarvestedSet& set : harvested.sets) {
    QuantityTable table;
    table.title = "Loading programs: " + set.label;
    table.caption =
        "Specimens of the map against those of the records, leg by leg: root mean square over the leg of the "
        "difference of mean stresses in units of its standard error; 1 where nothing but chance differs. "
        "Specimens whose first leg was harvested are among the records. The map knows no sense of past "
        "loading; where the glass does, reversed legs differ.";
    int leg_number = 0;
    for (const LegComparison& leg : set.legs) {
      const std::string key = "harvest.legs." + std::to_string(number) + "." + std::to_string(leg_number++);
      if (leg.measured.realizations < 2) continue;
      table.rows.push_back({key, "Difference, " + leg.label, "", "standard errors", leg.z, -1,
                            in_percent({leg.relative, 0}) + " of the largest mean stress of the leg; " +
                                std::to_string(leg.measured.realizations) + " records, " +
                                std::to_string(leg.walked.realizations) + " specimens of the map" +
                                (leg.lost > 0 ? ", " + std::to_string(leg.lost) +
                                                    " more never came to rest at zero stress and are left out"
                                              : "")});
    }
    add_memory(set, "harvest.legs." + std::to_string(number++) + ".", table);
    if (!table.rows.empty()) out.push_back(std::move(table));
  }
  return out;
}

}  // namespace vitrum::study
