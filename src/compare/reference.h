// A measured glass that a model is calibrated to: this program's records, or tables of another one.
#pragma once

#include <string>
#include <vector>

#include "compare/calibration_sample.h"
#include "compare/local_statistics.h"
#include "compare/macroscale.h"

namespace vitrum::compare {

/// One realization; lists that are empty are not known. Local tests of several states of the stationary
/// window belong to one list; a stress of their patches that is not known is not a number.
struct ReferenceSample {
  MacroscaleSample macroscale;
  std::vector<LocalYield> stationary, quenched, unloaded;
};

struct Reference {
  std::string name;  ///< for people: where it comes from
  std::vector<ReferenceSample> samples;
};

/// The bins of a reference, and its largest tested radius or that asked for.
/// @param bins of each density
/// @param radius of the local tests; 0: the largest one that was tested at both angles of calibration
/// @throws InputError when there are no values at all, or the radius was not tested.
Yardstick yardstick_of(const Reference& reference, int bins, double radius);

/// The realizations as calibrations measure them.
std::vector<CalibrationSample> calibration_samples(const Reference& reference, const Yardstick& yardstick);

}  // namespace vitrum::compare
