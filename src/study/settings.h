// What a study asks for, as plain structs; the edge fills them. Every default stands here, once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "atomistic/eam_potential.h"
#include "atomistic/foreign_potential.h"
#include "atomistic/local_shear.h"
#include "atomistic/minimiser.h"
#include "elastoplastic/lattice_settings.h"
#include "elastoplastic/patch_settings.h"
#include "rig/drive.h"
#include "rig/program.h"
#include "study/calibration_settings.h"
#include "study/element_settings.h"
#include "study/harvest_settings.h"

namespace vitrum::study {

struct General {
  std::string title = "Untitled study";
  std::uint64_t seed = 1;
  int threads = 0;                  ///< 0: all cores
  std::string output;               ///< folder of results; empty: results/<name of the study file>
  double checkpoint_interval = 20;  ///< seconds of work that a kill may cost
  std::string paper = "none";       ///< "castellanos2021", "seem2024": its figures are redrawn
};

/// How the liquid becomes a glass: its velocities dropped at once, or after a cooling at a given rate.
enum class Quench { instantaneous, cooling };

/// What is kept behind the melt.
enum class Ensemble { constant_volume, constant_pressure };

struct Liquid {
  double melt_temperature = 0.7;
  double melt_duration = 20;
  double cooling_duration = 300;  ///< from the melt to `temperature`, linear in time
  double temperature = 0.351;     ///< 1.132 T_g of paper 1
  double duration = 2000;         ///< equilibration at `temperature`, time units
  double timestep = 0.01;
  double thermostat_time = 1.0;
  double drift_limit = 4;  ///< refuse the liquid when |drift| of its energy exceeds this many standard errors
  Quench quench = Quench::instantaneous;
  double cooling_rate = 1e-3;       ///< of that cooling, temperature per time
  double final_temperature = 0.03;  ///< where it ends; forces are minimised then
  bool resample = false;            ///< new velocities when `temperature` is reached
  Ensemble ensemble = Ensemble::constant_volume;
  double pressure = 0;        ///< at constant pressure; metals: GPa
  double barostat_time = 10;  ///< see atomistic::Barostat
};

/// One species of a mixture.
struct GlassSpecies {
  std::string name;
  double mass = 1;
  double fraction = 0;  ///< of the atoms; the sum of all counts as the whole
};

/// How two species of a custom potential interact: a Lennard-Jones pair.
struct GlassPair {
  std::vector<std::string> species;  ///< two names, or twice the same
  double epsilon = 0;
  double sigma = 0;
  double inner = 0;  ///< where the smooth end begins; equal to `outer`: cut off and shifted
  double outer = 0;
};

/// The name of a potential that the study itself defines.
inline const std::string custom_potential = "custom";

/// Whether the name of a potential is that of a table file of metals: it ends in .alloy or .fs.
bool names_a_table(const std::string& potential);

/// How glasses are sheared: x -> x + gamma y, or without rotation along an angle.
enum class Shear { simple, pure };

/// Local shear tests of discs of atoms (paper 1, sec. 2.2), at the stops of the loading program. Every place,
/// radius and angle is tested.
struct GlassProbes {
  std::vector<double> radii{5, 10, 15, 30};
  std::vector<double> angles{0, 22.5, 45, 67.5, 90, 112.5, 135, 157.5};
  double spacing = 2.5;        ///< of the square grid of places
  std::vector<double> places;  ///< instead of the grid: x and y of one after the other
  atomistic::LocalShearSettings shear;
};

/// Who computes the forces of atoms.
enum class Engine { vitrum, lammps };

/// What `potential` is when LAMMPS has the potential.
inline const std::string lammps_potential = "lammps";

/// The atomistic samples.
struct Glass {
  int samples = 8;  ///< 0: no atomistic part
  Engine engine = Engine::vitrum;
  std::vector<std::string> lammps;  ///< lines for LAMMPS, see lammps_lines.h
  bool together = false;            ///< the processes of an mpirun compute the forces of one sample together
  /// LAMMPS with these lines; whoever reads the study makes it.
  std::shared_ptr<const atomistic::ForeignPotential> foreign;
  /// One of atomistic::potentials(), or custom_potential, or a table file (names_a_table).
  std::string potential = "lj2d";
  /// What the table file holds of the species of this study; whoever reads the study reads it, too.
  std::shared_ptr<const atomistic::EamPotential> metal;
  int dimension = 2;
  int atoms = 1000;
  double density = 1.02435;
  double force_tolerance = 1e-10;
  atomistic::ForceNorm force_norm = atomistic::ForceNorm::largest;
  std::vector<std::string> from;      ///< where glasses are read instead of being prepared
  int orientations = 1;               ///< of each of them, see atomistic::oriented()
  std::vector<GlassSpecies> species;  ///< empty: those of the potential
  std::vector<GlassPair> pairs;       ///< of a custom potential
  Liquid liquid;
  rig::Detection events;  ///< what counts as a plastic event
  Shear shear = Shear::simple;
  double angle = 0;  ///< of pure shear, degrees, as atomistic::AppliedShear::angle
  rig::Program program;
  GlassProbes probes;
};

/// What holds of a glass of metals (paper 2, methods) where a study says nothing: eV, angstrom, ps, K.
Glass metal_glass();

/// Local shear tests of patches of elements (paper 1, sec. 3.5), at the stops of the loading program.
struct LatticePatches {
  int samples = 1000000;  ///< that are tested, from the first one on
  elastoplastic::PatchSettings tests;
};

/// The elasto-plastic lattices: paper 1, sec. 3.
struct Lattice {
  int samples = 64;  ///< 0: no lattice part
  elastoplastic::LatticeSettings model;
  rig::Program program;
  LatticePatches patches;
  int fields_of = 1;  ///< samples of which fields are kept, from the first one on
};

struct Comparison {
  bool enabled = true;  ///< when both models have samples
  double from = 0.5;    ///< strain at which the stationary window begins
  int bins = 40;        ///< bins of each probability density
  int bootstrap = 400;  ///< resamples for the errors
};

/// What the model of a calibration is compared with.
struct ReferenceSettings {
  std::vector<std::string>
      from_files;     ///< "records": folders of results, their files, tables of other programs
  double from = 0.5;  ///< strain at which the stationary window begins
  int blocks = 1;     ///< windows of equal width that each sample's is cut into, counted as realizations
  double radius = 0;  ///< of the local tests; 0: the largest one that was tested
  int bins = 40;      ///< bins of each probability density
  std::vector<std::string> sizes;  ///< records or exports of glasses of other sizes (paper 1, fig. 5b)
};

struct Settings {
  General study;
  Glass glass;
  Lattice lattice;
  Comparison compare;
  ReferenceSettings reference;
  Calibration calibrate;
  Harvest harvest;
  Elements elements;
};

}  // namespace vitrum::study
