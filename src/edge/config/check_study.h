// Settings that are fine one by one and do not fit together.
#pragma once

#include <string>

#include "edge/config/findings.h"
#include "study/settings.h"

namespace vitrum::config {

/// Checks everything, and says in `findings` what does not fit.
void check_study(const study::Settings& settings, Findings& findings);

/// What follows from the potential where the file says nothing: dimension, density, inner ends of pairs.
void complete_glass(study::Glass& glass, Findings& findings);

/// Of the potential; 0: not known, as a table file was not read.
double cutoff_of(const study::Glass& glass);

/// Mixture, pairs, box and liquid.
void check_glass(const study::Glass& glass, Findings& findings);
/// The lines for LAMMPS, as far as they can be judged without it.
void check_lammps(const study::Glass& glass, Findings& findings);

/// How glasses are sheared, and how closely their events are located.
void check_loading(const study::Glass& glass, Findings& findings);

/// Local shear tests of glasses, and of lattices.
void check_probes(const study::Glass& glass, Findings& findings);
void check_patches(const study::Lattice& lattice, Findings& findings);

/// What a lattice is made of.
void check_lattice(const study::Lattice& lattice, Findings& findings);

/// Reference and calibration together.
void check_calibration(const study::Settings& settings, Findings& findings);

/// Whether a harvest has what it needs.
void check_harvest(const study::Settings& settings, Findings& findings);

/// Lattices of harvested elements.
void check_elements(const study::Settings& settings, Findings& findings);

/// The loading program of one model ("glass", "lattice").
void check_program(const std::string& model, const rig::Program& program, Findings& findings);

/// True when `distance` is a whole number of increments, up to rounding.
bool on_grid(double distance, double increment);

}  // namespace vitrum::config
