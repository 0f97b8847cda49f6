// References and models that tests/reference/calibration/errors.py makes in the same way.
#pragma once

#include <cmath>
#include <vector>

#include "compare/reference.h"
#include "synthetic.h"
#include "synthetic_local.h"

namespace vitrum::compare::synthetic {

/// Realization r of a model whose events are `spacing` apart and whose local tests are `harder` times as far
/// from yielding; every third realization has no local test.
inline ReferenceSample calibration_realization(int r, int spacing, double harder) {
  ReferenceSample sample;
  sample.macroscale = macroscale_sample(history(r, spacing), 0.5, 2.0);
  if (r % 3 == 2) return sample;
  int i = 0;
  for (const double radius : {9.9, 20.0})
    for (const double angle : {0.0, 30.0, 90.0})
      for (int place = 0; place < 15 + 2 * r; ++place) {
        LocalYield test = local_test(r, i++, radius, angle);
        test.tau_c = test.tau_i + harder * test.distance();
        sample.stationary.push_back(test);
        test.tau_i *= 0.5;
        sample.quenched.push_back(test);
      }
  return sample;
}

inline Reference calibration_ensemble(int first, int realizations, int spacing, double harder) {
  Reference reference;
  reference.name = "synthetic";
  for (int r = first; r < first + realizations; ++r)
    reference.samples.push_back(calibration_realization(r, spacing, harder));
  return reference;
}

}  // namespace vitrum::compare::synthetic
