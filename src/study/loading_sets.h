// Loadings by preparation, and what they have in common.
#pragma once

#include <string>
#include <vector>

#include "study/loading_record.h"

namespace vitrum::study {

/// The specimens of one preparation.
struct LoadingSet {
  std::string label;
  std::vector<LoadingRecord> records;
};

/// @throws InputError when there is nothing to harvest, or sets are in different units.
void check_sets(const std::vector<LoadingSet>& sets);

/// Of all specimens together.
double volume_per_atom(const std::vector<LoadingSet>& sets);

/// u_0: the least of the sets' mean energies per atom of first states.
double least_mean_energy(const std::vector<LoadingSet>& sets);

}  // namespace vitrum::study
