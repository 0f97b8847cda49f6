#include "study/trial_lattice.h"

#include <cmath>

#include "study/lattice_mesh.h"

namespace vitrum::study {

namespace {

// Slips per element: those of glasses have a few. Far from the reference there are avalanches without end.
constexpr double longest_avalanche = 100;

Lattice tested_lattice(const elastoplastic::LatticeSettings& model, const compare::Yardstick& yardstick) {
  Lattice out;
  out.model = model;
  out.fields_of = 0;
  if (yardstick.radius == 0) return out;
  out.patches.tests.sizes = {patch_elements(yardstick.radius, model.element_length)};
  out.patches.tests.angles.assign(compare::calibration_angles.begin(), compare::calibration_angles.end());
  return out;
}

/// Whether all slip systems are the same in every element, and stay so.
bool is_uniform(const elastoplastic::LatticeSettings& model) {
  return model.slip_angles == "fixed" && model.thresholds == "fixed" && model.amplitudes == "fixed" &&
         model.interaction != "heterogeneous" && model.interaction != "shuffled";
}

}  // namespace

Lattice quenched_lattice(const elastoplastic::LatticeSettings& model, const compare::Yardstick& yardstick) {
  Lattice out = tested_lattice(model, yardstick);
  out.model.initial = elastoplastic::Initial::liquid;
  rig::Leg shear;
  shear.strain = out.program.increment;  // the rig wants a way to go
  out.program.legs = {shear};
  out.program.stops = {0};
  return out;
}

Lattice trial_lattice(const elastoplastic::LatticeSettings& model, const Calibration& calibration,
                      const compare::Yardstick& yardstick) {
  Lattice out = tested_lattice(model, yardstick);
  out.model.initial = is_uniform(model) ? elastoplastic::Initial::liquid : elastoplastic::Initial::unstressed;
  out.model.longest_avalanche = longest_avalanche;
  rig::Leg shear;
  shear.strain = calibration.strain;
  out.program.legs = {shear};
  if (yardstick.radius == 0 || !yardstick.stationary_tests) return out;
  const double window = calibration.strain - calibration.from;
  for (int i = 0; i < calibration.tested_states; ++i) {
    const double strain = calibration.from + window * (i + 1) / calibration.tested_states;
    out.program.stops.push_back(std::round(strain / out.program.increment) * out.program.increment);
  }
  return out;
}

}  // namespace vitrum::study
