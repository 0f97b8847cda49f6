// What a study will cost, from unit costs that were measured once (cost.cpp names them).
#pragma once

#include <string>
#include <vector>

#include "study/settings.h"

namespace vitrum::study {

struct StageCost {
  std::string stage;        ///< "calibration", "glass", "local tests", "lattice"
  double core_seconds = 0;  ///< work, on one core after the other
  double wall_seconds = 0;  ///< with the study's threads
  double memory_bytes = 0;  ///< of the samples in work at once
  double disk_bytes = 0;    ///< of results
};

struct Cost {
  std::vector<StageCost> stages;  ///< those that the study has
  double core_seconds = 0;
  double wall_seconds = 0;
  double memory_bytes = 0;  ///< the largest stage, all records, and the program itself
  double disk_bytes = 0;
};

/// Measures an evaluation where another program has the potential.
Cost estimate(const Settings& settings);

/// Seconds on one core for the liquid and quench of one sample.
double preparation_seconds(const Glass& settings);
/// Seconds on one core for one sample, of atoms that interact in pairs: preparation and loading.
double glass_seconds(const Glass& settings);
double lattice_seconds(const Lattice& settings);
/// The part of it that the parent liquid takes.
double parent_liquid_seconds(const Lattice& settings);
/// Bytes of one lattice in work, and of its record.
double lattice_working_bytes(const Lattice& settings);
double lattice_record_bytes(const Lattice& settings);
/// How many lattices one task does: about a second of work, at most 32. A function of the settings alone, for
/// a task's record must not depend on the machine; and not of the number of samples, which may grow.
int lattices_per_task(const Lattice& settings);

/// Strain that a program goes through, all legs together; a leg to a stress, whose length is not known
/// beforehand, counts with 0.1, creep with half of what it may reach.
double strain_path(const rig::Program& program);

}  // namespace vitrum::study
