#include "atomistic/metal_relaxation.h"

namespace vitrum::atomistic {

RelaxationSettings metal_relaxation_settings() {
  RelaxationSettings settings;
  settings.force_tolerance = 1e-6;
  settings.patience = 300;
  settings.stale = 40;
  // Some hundredth of the distance of neighbours, as in the reduced units of pairs.
  settings.farthest = 0.03;
  // Thrice as much and a third of it lead to the same minima along 40 events of 1000 atoms.
  settings.flow.tolerance = 1e-3;
  return settings;
}

}  // namespace vitrum::atomistic
