#include "study/loading_sets.h"

#include <algorithm>
#include <limits>

#include "base/error.h"

namespace vitrum::study {

void check_sets(const std::vector<LoadingSet>& sets) {
  if (sets.empty()) throw InputError("there is nothing to harvest: name records of loadings in harvest.set");
  for (const LoadingSet& set : sets) {
    if (set.records.empty()) throw InputError("the set \"" + set.label + "\" holds no specimen");
    for (const LoadingRecord& record : set.records)
      if (record.units != sets.front().records.front().units)
        throw InputError("the set \"" + set.label + "\" is in other units than \"" + sets.front().label +
                         "\": metals and Lennard-Jones glasses have no library in common");
  }
}

double volume_per_atom(const std::vector<LoadingSet>& sets) {
  double volume = 0, atoms = 0;
  for (const LoadingSet& set : sets)
    for (const LoadingRecord& record : set.records) {
      volume += record.volume;
      atoms += record.atoms;
    }
  return volume / atoms;
}

double least_mean_energy(const std::vector<LoadingSet>& sets) {
  double least = std::numeric_limits<double>::infinity();
  for (const LoadingSet& set : sets) {
    double sum = 0;
    for (const LoadingRecord& record : set.records)
      sum += record.history.states.empty() ? 0 : record.history.states.front().energy / record.atoms;
    least = std::min(least, sum / static_cast<double>(set.records.size()));
  }
  return least;
}

}  // namespace vitrum::study
