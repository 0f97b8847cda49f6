// The few numbers that say what a file is about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "edge/store/file.h"

namespace vitrum::store {

/// Of one sample: how long its history is and where it went.
struct SampleSummary {
  std::int64_t sample = 0;
  std::size_t states = 0;
  std::size_t events = 0;
  double increment = 0;
  double smallest_strain = 0, largest_strain = 0;
  std::vector<double> snapshots;  ///< strains at which fields are kept
};

struct FileSummary {
  std::string model;                   ///< "glass", "lattice"; empty when the file holds no whole sample
  std::vector<SampleSummary> samples;  ///< by number
};

/// Of the samples in a file: its content is one, or a group of them. Anything else is left out.
FileSummary summary_of(const File& file);

}  // namespace vitrum::store
