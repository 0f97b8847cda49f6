// A study of glasses that take a moment.
#pragma once

#include "study/settings.h"

namespace vitrum::study {

inline Settings small_glass_study(int atoms) {
  Settings s;
  s.lattice.samples = 0;
  s.study.seed = 7;
  s.study.threads = 1;
  s.glass.samples = 2;
  s.glass.atoms = atoms;
  s.glass.liquid.melt_duration = s.glass.liquid.cooling_duration = 1;
  s.glass.liquid.duration = 2;
  s.glass.liquid.drift_limit = 1000;
  s.glass.program.increment = 1e-3;
  s.glass.program.legs = {{rig::LegKind::shear, 0.02, 1}};
  return s;
}

}  // namespace vitrum::study
