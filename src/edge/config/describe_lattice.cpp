// [lattice] and [[lattice.leg]].
#include "edge/config/schema.h"

namespace vitrum::config {

std::vector<Table> describe(study::Lattice& lattice) {
  Table table{"lattice", "The elasto-plastic lattices of paper 1, sec. 3", {}, nullptr};
  table.keys = {
      {"samples", whole(lattice.samples, 0, 1000000), "",
       "Independent lattices; 0 leaves the elasto-plastic model out"},
      {"columns", whole(lattice.columns, 2, 1024), "", "Elements along x"},
      {"rows", whole(lattice.rows, 2, 1024), "", "Elements along y"},
      {"mode", choice(lattice.mode, {"paper", "mepls"}), "",
       "Where the text of paper 1 and its author's code (mepls) differ: whose rules hold"},
      {"element_length", real_above(lattice.element_length, 0, 10000), "sigma_SL",
       "Edge of an element, l of paper 1"},
      {"slip_systems", whole(lattice.slip_systems, 4, 100000), "",
       "Slip systems of an element, N of paper 1, a multiple of 4"},
      {"threshold_shape", real(lattice.threshold_shape, 0.1, 100), "",
       "Shape k of the Weibull distribution of slip thresholds (paper 1, eq. 5)"},
      {"threshold_scale", real_above(lattice.threshold_scale, 0, 10000), "eps_SL/sigma_SL^2",
       "Scale lambda of the Weibull distribution of slip thresholds (paper 1, eq. 5)"},
      {"amplitude_exponent", real(lattice.amplitude_exponent, 0, 1000), "",
       "Exponent chi of the distribution of slip amplitudes (paper 1, eq. 7)"},
      {"shear_modulus", real_above(lattice.shear_modulus, 0, 1e6), "eps_SL/sigma_SL^2", "Shear modulus G"},
      {"bulk_modulus", real_above(lattice.bulk_modulus, 0, 1e6), "eps_SL/sigma_SL^2",
       "Two-dimensional bulk modulus B"},
  };
  add_program_keys(table, lattice.program);
  table.keys.push_back(
      {"unload_end", choice(lattice.program.unload_end, {"exact", "overshoot"}), "",
       "Where an unloading leg ends: at zero stress, or at the first instability past it (as mepls does)"});
  return {table, leg_table("lattice", lattice.program)};
}

}  // namespace vitrum::config
