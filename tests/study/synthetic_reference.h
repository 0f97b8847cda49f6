// A reference whose truth is known: lattices of given parameters, measured as a glass would be.
#pragma once

#include "compare/reference.h"
#include "study/lattice_sample.h"
#include "study/settings.h"
#include "study/trial_lattice.h"

namespace vitrum::study {

/// `samples` lattices, of seeds that no trial has.
/// @param seed one for each reference
inline compare::Reference synthetic_reference(const elastoplastic::LatticeSettings& truth, int samples,
                                              const Calibration& calibration, double radius,
                                              std::uint64_t seed = 987654) {
  compare::Yardstick yardstick;
  yardstick.radius = radius;
  const Lattice lattice = trial_lattice(truth, calibration, yardstick);
  const Lattice quenched = quenched_lattice(truth, yardstick);
  const auto run = [seed](const Lattice& settings, std::uint64_t n) {
    LatticeSample sample(settings, seed, n);
    while (!sample.finished()) sample.step();
    return sample.record();
  };
  compare::Reference out;
  out.name = "lattices of known parameters";
  for (std::uint64_t n = 0; n < static_cast<std::uint64_t>(samples); ++n) {
    const SampleRecord record = run(lattice, n);
    compare::ReferenceSample one;
    one.macroscale = compare::macroscale_sample(record.history, calibration.from, calibration.strain);
    for (const LocalYieldSurvey& survey : record.surveys)
      one.stationary.insert(one.stationary.end(), survey.tests.begin(), survey.tests.end());
    for (const LocalYieldSurvey& survey : run(quenched, n).surveys)
      one.quenched.insert(one.quenched.end(), survey.tests.begin(), survey.tests.end());
    out.samples.push_back(one);
  }
  return out;
}

}  // namespace vitrum::study
