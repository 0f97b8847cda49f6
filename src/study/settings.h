// What a study asks for, as plain structs; the edge fills them. Every default stands here, once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rig/drive.h"
#include "rig/program.h"

namespace vitrum::study {

struct General {
  std::string title = "Untitled study";
  std::uint64_t seed = 1;
  int threads = 0;                  ///< 0: all cores
  std::string output;               ///< folder of results; empty: results/<name of the study file>
  double checkpoint_interval = 20;  ///< seconds of work that a kill may cost
};

/// The atomistic samples: the binary glass of paper 1, sec. 2.1.
struct Liquid {
  double melt_temperature = 0.7;
  double melt_duration = 20;
  double cooling_duration = 300;  ///< from the melt to `temperature`, linear in time
  double temperature = 0.351;     ///< 1.132 T_g of paper 1
  double duration = 2000;         ///< equilibration at `temperature`, time units
  double timestep = 0.01;
  double thermostat_time = 1.0;
  double drift_limit = 4;  ///< refuse the liquid when |drift| of its energy exceeds this many standard errors
};

struct Glass {
  int samples = 8;  ///< 0: no atomistic part
  int atoms = 1000;
  double density = 1.02435;
  double force_tolerance = 1e-10;
  Liquid liquid;
  rig::Detection events;  ///< what counts as a plastic event
  rig::Program program;
};

/// Which rules hold where the text of paper 1 and its author's code differ.
enum class Mode { paper, mepls };

/// The elasto-plastic lattices: paper 1, sec. 3.
struct Lattice {
  int samples = 64;  ///< 0: no lattice part
  int columns = 15;
  int rows = 15;
  Mode mode = Mode::paper;
  double element_length = 6.6;       ///< l, in units of sigma_SL
  int slip_systems = 36;             ///< N, a multiple of 4
  double threshold_shape = 2.18;     ///< k of eq. 5
  double threshold_scale = 2.05;     ///< lambda of eq. 5
  double amplitude_exponent = 2.25;  ///< chi of eq. 7
  double shear_modulus = 13.2;       ///< G
  double bulk_modulus = 59;          ///< B, two-dimensional
  rig::Program program;
};

struct Comparison {
  bool enabled = true;  ///< when both models have samples
  double from = 0.5;    ///< strain at which the stationary window begins
  int bins = 40;        ///< bins of each probability density
  int bootstrap = 400;  ///< resamples for the errors
};

struct Settings {
  General study;
  Glass glass;
  Lattice lattice;
  Comparison compare;
};

}  // namespace vitrum::study
