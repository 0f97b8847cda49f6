#include "rig/specimen.h"

#include "base/error.h"

namespace vitrum::rig {

Response Specimen::stress_to(double stress, const StrainRange& range) {
  (void)stress, (void)range;
  throw InputError("this model cannot be held at a stress; load it by strain");
}

double Specimen::loading_modulus() const {
  throw InputError("this model cannot be held at a stress; load it by strain");
}

Response Specimen::wait(double temperature, double until, const StrainRange& range) {
  (void)temperature, (void)until, (void)range;
  throw InputError("this model has no thermally activated events; leave creep out");
}

}  // namespace vitrum::rig
