// Lattices and patches for tests of local shear tests.
#pragma once

#include <utility>
#include <vector>

#include "elastoplastic/parent_liquid.h"
#include "elastoplastic/patch_tests.h"
#include "rig/drive.h"

namespace vitrum::elastoplastic::test {

inline LatticeSettings small() {
  LatticeSettings settings;
  settings.columns = 9, settings.rows = 7;
  return settings;
}

inline PatchSettings every(std::vector<int> sizes, std::vector<double> angles) {
  PatchSettings patches;
  patches.sizes = std::move(sizes), patches.angles = std::move(angles);
  patches.places = PatchPlaces::every;
  return patches;
}

inline void shear(LatticeSpecimen& specimen, double strain) {
  rig::Program program;
  program.legs.push_back({rig::LegKind::shear, strain, 1});
  rig::Drive drive(specimen, program);
  while (!drive.finished()) drive.advance();
}

inline LatticeSpecimen flowing(const LatticeSettings& settings, std::uint64_t sample = 0) {
  LatticeSpecimen specimen(settings, 3, sample);
  if (settings.initial == Initial::liquid) quench_from_liquid(specimen);
  shear(specimen, 0.3);
  return specimen;
}

}  // namespace vitrum::elastoplastic::test
