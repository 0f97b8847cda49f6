// Preparation of a glass: melt, equilibrate, quench (paper 1, sec. 2.1).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "atomistic/configuration.h"
#include "atomistic/dynamics.h"
#include "atomistic/mixture.h"
#include "atomistic/pair_potential.h"
#include "atomistic/potential_registry.h"
#include "atomistic/settling.h"
#include "atomistic/structural_relaxation.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// In the units of the potential. The defaults are those of the binary glass of paper 1.
struct PreparationSettings {
  Mixture mixture = usual_mixture("lj2d");
  int atoms = 1000;
  double density = 1.02435;       ///< that of 10^4 atoms in a box of 98.8045
  double melt_temperature = 0.7;  ///< where the memory of the random start is lost
  double melt_duration = 20;
  double cooling_duration = 300;  ///< from the melt to `temperature`, linear in time
  double temperature = 0.351;     ///< 1.132 T_g
  double duration = 2000;         ///< at `temperature`; its first half is not judged
  double timestep = 0.01;
  double thermostat_time = 1.0;    ///< of the Nose-Hoover chain
  double drift_limit = 4;          ///< standard errors; infinity accepts any liquid
  double cooling_rate = 0;         ///< of the quench, temperature per time; 0: at once
  double final_temperature = 0.1;  ///< at which that cooling ends
  double force_tolerance = 1e-10;  ///< size of the forces left in the glass, as its minimiser measures them
  /// New velocities are drawn when `temperature` is reached, so that liquids of one melt part (paper 2,
  /// methods).
  bool resample = false;
  /// Energy per volume, under which everything behind the melt happens; nothing: at constant volume.
  std::optional<double> pressure;
  double barostat_time = 10;  ///< see Barostat
  double boltzmann = 1;       ///< k_B: energy per unit of temperature
  double least_distance = 0;  ///< of atoms in the random start: tables end badly where atoms meet
};

/// Takes a configuration to its nearest mechanical equilibrium at fixed box; returns the largest force
/// component that is left.
using Minimise = std::function<double(Configuration&)>;

/// One sample of a glass. Atoms thrown at random are driven apart, melted, cooled and held at `temperature`
/// by molecular dynamics at constant volume, or under a constant pressure from the cooling on (the melt,
/// which still knows of atoms thrown upon each other, is held at `density`); then velocities are dropped at
/// once, or after a cooling at `cooling_rate`, linear in time, to `final_temperature`; and forces are
/// minimised. The potential energy of the held liquid must have settled: its means over the third and the
/// fourth quarter of `duration` may differ by at most `drift_limit` standard errors. How often its structure
/// relaxes in that time is counted.
///
/// How long, for the glass of paper 1: of eight samples of 1000 atoms, cooled in 300 time units, the mean
/// energy per atom in the time held falls from -1.926(2) (first 200) over -1.962(3) (800 to 1000) to
/// -1.970(3) at 1000 and stays there, -1.971(3) from 1000 to 2000, with a drift of -0.001(3) between its
/// halves. Cooling slowly instead of at once saves nothing but moves time from the one to the other.
///
/// Sample n of a seed is the same whatever else is prepared, and stopping between two advances, storing
/// checkpoint() and resuming leads to the same bits.
class Preparation {
 public:
  /// With quench() as the way down.
  /// @throws InputError when a setting is out of range.
  Preparation(const PreparationSettings& settings, const PairPotentials& potentials, std::uint64_t seed,
              std::uint64_t sample);
  /// With another force field, or another way down.
  Preparation(const PreparationSettings& settings, MakeForceField make_force_field, Minimise minimise,
              std::uint64_t seed, std::uint64_t sample);

  bool finished() const { return stage_ == Stage::finished; }
  /// The random start, a block of at most a thousand time steps, or the quench.
  /// @throws PhysicsError when the liquid has not settled or the quench leaves forces above the tolerance.
  void advance();
  /// Share of the time steps that is done, 0 to 1.
  double progress() const;
  /// "placing atoms", "melting", "cooling", "equilibrating", "cooling to a glass", "quenching" or "done".
  std::string doing() const;

  Group checkpoint() const;
  /// Goes on from a checkpoint of a preparation made with the same arguments.
  /// @throws InputError when it is another sample's.
  void resume(const Group& checkpoint);

  /// @throws InputError before the preparation is finished.
  const Configuration& glass() const;

  /// How the judged part of the held liquid's energy per atom, as recorded so far, has settled.
  Settling settling() const;

  /// What the sample went through: durations; energy per atom and temperature of the held liquid against
  /// time, their means, errors and drift, and its structural relaxation time; energy per atom and largest
  /// force of the glass.
  /// @throws InputError before the preparation is finished.
  Group report() const;

 private:
  enum class Stage : std::int64_t { place, melt, cool, hold, slow_cool, quench, finished };

  Dynamics dynamics_from(Configuration start, std::vector<double> velocities) const;
  std::int64_t steps_of(Stage stage) const;
  std::size_t unjudged() const { return energies_.size() / 2; }
  double bath_temperature() const;
  void work();
  Configuration random_start() const;
  void place();
  void resample();
  void run_block();
  Configuration at_first_density(const Configuration& configuration) const;
  double linear_temperature(double from, double to) const;
  /// Mean structural relaxation time of the judged part of the hold, or of the whole; 0: none completed.
  double relaxation_time() const;
  void require_settled() const;
  void quench();
  void require_finished() const;

  PreparationSettings settings_;
  MakeForceField make_force_field_;
  Minimise minimise_;
  std::uint64_t seed_, sample_;
  std::int64_t window_ = 1;  // time steps averaged into one entry of the series
  std::int64_t block_ = 1;   // time steps of one advance(), a multiple of the window
  Stage stage_ = Stage::place;
  std::int64_t stage_steps_ = 0;  // made in the present stage
  std::optional<Dynamics> dynamics_;
  std::vector<double> energies_, temperatures_, pressures_, densities_;  // per window of the held liquid
  StructuralRelaxation relaxation_;                                      // of the held liquid
  Configuration glass_;
  double glass_energy_ = 0, largest_force_ = 0;
};

}  // namespace vitrum::atomistic
