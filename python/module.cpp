// vitrum._vitrum: the rooms of src/ as Python sees them. The package vitrum gives it its names.
#include "python/bind.h"

PYBIND11_MODULE(_vitrum, module) {
  using namespace vitrum::python;
  module.doc() = "Compiled part of vitrum; use the package.";
  bind_errors(module);
  bind_records(module);
  bind_studies(module);
  bind_program(module);
  bind_rig(module);
  bind_glass(module);
  bind_lattice(module);
  bind_seem(module);
  bind_compare(module);
}
