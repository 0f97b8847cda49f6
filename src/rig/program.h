// Loading programs: what is done to a specimen, in legs.
#pragma once

#include <vector>

namespace vitrum::rig {

/// shear: to the external strain `strain` (from wherever the specimen is).
/// unload: against the present stress until the shear stress is zero (`strain` unused).
/// reload_forward, reload_backward: by `strain` > 0 in the positive or negative direction.
/// cycle: `times` times to present + strain, present - strain and back, strain > 0.
/// stress: to the external shear stress `stress`, quasi-statically, in increments that elastically strain by
/// the increment of the program.
/// creep: waits for `duration` under the present stress at `temperature`.
/// The last two end early when the strain has changed by `most_strain`.
enum class LegKind { shear, unload, reload_forward, reload_backward, cycle, stress, creep };

struct Leg {
  LegKind kind = LegKind::shear;
  double strain = 0;
  int times = 1;
  double stress = 0;
  double temperature = 0.25;  ///< energy, k_B = 1
  double duration = 1e4;      ///< units of the inverse attempt rate
  double most_strain = 1;
  friend bool operator==(const Leg&, const Leg&) = default;
};

/// Where an unloading leg ends. exact: at zero stress, by a last fractional increment (or, when an event
/// crosses zero, past it: at the next grid point, or before the next event if events are located). overshoot:
/// at the first event-driven stop with stress <= 0, as the code of paper 1 does (it jumps to the next
/// instability).
enum class UnloadEnd { exact, overshoot };

struct Program {
  double increment = 1e-4;  ///< strain increment, > 0
  std::vector<Leg> legs;
  std::vector<double> snapshots;  ///< strains of the first leg at which fields are kept, on its grid
  UnloadEnd unload_end = UnloadEnd::exact;
  /// Further strains of the first leg, on its grid, at which elastic moduli are measured, beside its start
  /// and the snapshots.
  std::vector<double> moduli;
  bool sites = false;       ///< keep the elements that slipped in every event
  bool leg_fields = false;  ///< keep fields at the end of every leg but the first, too
  std::vector<double>
      stops;               ///< strains of the first leg, on its grid, at which Drive::stop() tells its user
  bool leg_stops = false;  ///< and likewise at the end of every leg but the first
  /// Strain between measurements along the first leg, which is one of strain, of what follows; a whole number
  /// of increments. 0: none.
  double measure_every = 0;
  bool measure_stability = false;    ///< Specimen::stability()
  bool measure_back_stress = false;  ///< rig::back_stress()
};

}  // namespace vitrum::rig
