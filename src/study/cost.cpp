#include "study/cost.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"
#include "study/calibration_cost.h"
#include "study/element_job.h"
#include "study/evaluation_cost.h"
#include "study/glass_probes.h"

namespace vitrum::study {

namespace {

// Unit costs on one core of the reference machine. A factor of two either way is what to expect.
constexpr double dynamics_seconds = 1.5e-7;  // per atom and time step
constexpr double in_three_dimensions = 4.5;  // all of atoms, for the pairs are that many more
constexpr double unknown_strain = 0.1;       // of a leg whose length is not known beforehand
constexpr double creeping_share = 0.5;       // of the strain that creep may reach

// Quasi-static shear past yield, 1000 atoms, and the powers of the number of atoms with which it grows
// (docs/performance.md).
constexpr double quiet_seconds = 3.4e-3, quiet_power = 1.3;  // an increment
constexpr double event_seconds = 0.2, event_power = 1.3;     // an instability
constexpr double glass_events_per_strain = 230, event_rate_power = 0.7;
constexpr double location = 5;             // times an instability: to locate its critical strain
constexpr double moduli_seconds = 0.05;    // one measurement, growing as an increment does
constexpr double back_stress_seconds = 2;  // one measurement, growing as an instability does

// Sizes.
constexpr double state_bytes = 72;      // strain, stress, energy and leg of one state
constexpr double event_bytes = 56;      // one event
constexpr double atom_bytes = 12000;    // neighbours, stiffness and its factor, Krylov spaces
constexpr double field_bytes = 48;      // one site of a snapshot
constexpr double kept_atom_bytes = 24;  // of a state that is kept for local tests
constexpr double test_bytes = 100;      // one local test
constexpr double program_bytes = 3e7;   // the program itself

double events_per_strain(int atoms) {
  return glass_events_per_strain * std::pow(atoms / 1000.0, event_rate_power);
}

double work_per_atom(const Glass& glass) { return glass.dimension == 3 ? in_three_dimensions : 1; }

double samples_at_once(int samples, int threads) { return std::min<double>(samples, thread_count(threads)); }

double rounds(int samples, int threads) { return std::ceil(samples / samples_at_once(samples, threads)); }

StageCost ensemble(const std::string& stage, int samples, int threads, double seconds, double working_bytes,
                   double record_bytes) {
  return {stage, samples * seconds, rounds(samples, threads) * seconds,
          samples_at_once(samples, threads) * working_bytes, samples * record_bytes};
}

/// How many times as long as one of pairs an evaluation takes.
double slowness(const Glass& glass) {
  const double seconds = foreign_evaluation_seconds(glass);
  return seconds > 0 ? seconds / (glass.atoms * dynamics_seconds * work_per_atom(glass)) : 1;
}

StageCost glass_stage(const Glass& glass, int threads) {
  const double strain = strain_path(glass.program);
  const double record = strain / glass.program.increment * state_bytes +
                        strain * events_per_strain(glass.atoms) * event_bytes +
                        static_cast<double>(glass.program.snapshots.size()) * glass.atoms * field_bytes +
                        static_cast<double>(tested_states(glass.program)) * glass.atoms * kept_atom_bytes;
  return ensemble("glass", glass.samples, threads, slowness(glass) * glass_seconds(glass),
                  glass.atoms * atom_bytes, record);
}

StageCost probe_stage(const Glass& glass, int threads) {
  double seconds = 0, tests = 0;
  for (const TestBatch& batch : test_batches(glass, prepared_box(glass))) {
    seconds += glass.samples * batch.seconds;
    tests += glass.samples * static_cast<double>(batch.count);
  }
  return {"local tests", seconds, seconds / thread_count(threads), glass.atoms * atom_bytes,
          tests * test_bytes};
}

StageCost lattice_stage(const Lattice& lattice, int threads) {
  return ensemble("lattice", lattice.samples, threads, lattice_seconds(lattice),
                  lattice_working_bytes(lattice), lattice_record_bytes(lattice));
}

StageCost elements_stage(const Settings& settings) {
  const Elements& elements = settings.elements;
  const auto sets =
      static_cast<int>(settings.harvest.sets.size()) + (settings.harvest.own == OwnSamples::none ? 0 : 1);
  const double record = element_record_bytes(elements);
  return ensemble("elements", sets * elements.samples, settings.study.threads, element_seconds(elements),
                  record, record);
}

}  // namespace

double strain_path(const rig::Program& program) {
  using rig::LegKind;
  double path = 0, strain = 0;
  for (const rig::Leg& leg : program.legs) switch (leg.kind) {
      case LegKind::unload:
        path += unknown_strain;
        break;
      case LegKind::stress:
        path += std::min(unknown_strain, leg.most_strain);
        break;
      case LegKind::creep:
        path += creeping_share * leg.most_strain;
        break;
      case LegKind::shear:
        path += std::abs(leg.strain - strain);
        strain = leg.strain;
        break;
      case LegKind::cycle:
        path += 4 * leg.times * leg.strain;
        break;
      case LegKind::reload_forward:
      case LegKind::reload_backward:
        path += leg.strain;
        strain += leg.kind == LegKind::reload_forward ? leg.strain : -leg.strain;
        break;
    }
  return path;
}

double preparation_seconds(const Glass& glass) {
  if (!glass.from.empty()) return 0;
  const Liquid& liquid = glass.liquid;
  double duration = liquid.melt_duration + liquid.cooling_duration + liquid.duration;
  if (liquid.quench == Quench::cooling)
    duration += (liquid.temperature - liquid.final_temperature) / liquid.cooling_rate;
  return glass.atoms * duration / liquid.timestep * dynamics_seconds * work_per_atom(glass);
}

/// Along the first leg, of which `strain` is not less.
double measurement_seconds(const Glass& glass, double strain) {
  const rig::Program& program = glass.program;
  if (!(program.measure_every > 0)) return 0;
  const double size = glass.atoms / 1000.0;
  double each = 0;
  if (program.measure_stability) each += moduli_seconds * std::pow(size, quiet_power);
  if (program.measure_back_stress) each += back_stress_seconds * std::pow(size, event_power);
  return strain / program.measure_every * each;
}

double glass_seconds(const Glass& glass) {
  const double strain = strain_path(glass.program), size = glass.atoms / 1000.0;
  const double quiet = strain / glass.program.increment * quiet_seconds * std::pow(size, quiet_power);
  const double each =
      event_seconds * std::pow(size, event_power) * (glass.events.resolution > 0 ? 1 + location : 1);
  const double events = strain * events_per_strain(glass.atoms) * each;
  const auto measured = static_cast<double>(1 + glass.program.snapshots.size() + glass.program.moduli.size());
  const double moduli = measured * moduli_seconds * std::pow(size, quiet_power);
  return preparation_seconds(glass) +
         (quiet + events + moduli + measurement_seconds(glass, strain)) * work_per_atom(glass);
}

Cost estimate(const Settings& settings) {
  Cost cost;
  const int threads = settings.study.threads;
  if (settings.calibrate.search != Search::none) cost.stages.push_back(calibration_stage(settings));
  if (settings.glass.samples > 0) cost.stages.push_back(glass_stage(settings.glass, threads));
  if (settings.glass.samples > 0 && tested_states(settings.glass.program) > 0)
    cost.stages.push_back(probe_stage(settings.glass, threads));
  if (settings.lattice.samples > 0) cost.stages.push_back(lattice_stage(settings.lattice, threads));
  if (settings.elements.samples > 0) cost.stages.push_back(elements_stage(settings));
  for (const StageCost& stage : cost.stages) {
    cost.core_seconds += stage.core_seconds;
    cost.wall_seconds += stage.wall_seconds;
    cost.disk_bytes += stage.disk_bytes;
    cost.memory_bytes = std::max(cost.memory_bytes, stage.memory_bytes);
  }
  cost.memory_bytes += cost.disk_bytes + program_bytes;
  return cost;
}

}  // namespace vitrum::study
