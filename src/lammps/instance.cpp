#include "lammps/instance.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "atomistic/box_geometry.h"
#include "base/error.h"

#define LAMMPS_LIB_MPI
#include <lammps/library.h>

namespace vitrum::lammps {

namespace {

using atomistic::Box;
using atomistic::Configuration;
using atomistic::Vector3;

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

constexpr const char* usual_output = "thermo_style custom step pe c_vitrum_virial[1]";

/// The distance up to which LAMMPS lists neighbours; the C interface tells it nowhere else.
double list_distance(const std::string& log) {
  const std::string mark = "master list distance cutoff = ";
  const std::size_t at = log.rfind(mark);
  return at == std::string::npos ? 0 : std::strtod(log.c_str() + at + mark.size(), nullptr);
}

/// LAMMPS' edges of a flat cell: one length of depth, the atoms in its middle.
Box deep(Box box) {
  if (box.dimension == 2) box.lz = 1, box.xz = box.yz = 0, box.origin[2] = -0.5;
  return box;
}

}  // namespace

Instance::Instance(const PotentialSettings& settings, double skin, MPI_Comm communicator)
    : settings_(settings), communicator_(communicator) {
  const std::lock_guard lock(one_at_a_time());
  MPI_Comm_size(communicator_, &processes_);
  const std::string screen = log_.path();
  const char* arguments[] = {"vitrum", "-screen", screen.c_str(), "-log", "none", "-nocite"};
  const CatchEnd catch_end(processes_ == 1, log_);
  try {
    lammps_ = lammps_open(6, const_cast<char**>(arguments), communicator_, nullptr);
    command("units " + settings.units);
    command("dimension " + std::to_string(settings.dimension));
    command("boundary p p p");
    command("atom_style atomic");
    command("atom_modify map array");
    command("box tilt large");
    command("region cell prism 0 20 0 20 -0.5 0.5 0 0 0 units box");
    command("create_box " + std::to_string(settings.masses.size()) + " cell");
    for (std::size_t s = 0; s < settings.masses.size(); ++s)
      command("mass " + std::to_string(s + 1) + " " + number(settings.masses[s]));
    command("neighbor " + number(skin) + " bin");
    for (const std::string& line : settings.lines) command(line);
    command("neigh_modify once yes");
    command("compute vitrum_virial all pressure NULL virial");
    // Whatever is printed at the end of a run LAMMPS computes there.
    command(usual_output);
    stress_unit_ = *static_cast<double*>(lammps_extract_global(lammps_, "nktv2p"));
    command("run 0 post no");  // of no atoms: the potential is complete, or LAMMPS says what is missing
    cutoff_ = list_distance(log_.text()) - skin;  // the first process prints for all
    MPI_Bcast(&cutoff_, 1, MPI_DOUBLE, 0, communicator_);
  } catch (const LammpsEnds&) {
    give_up(false);
  }
  if (!(cutoff_ > 0)) {
    lammps_close(lammps_);
    throw InputError("LAMMPS does not tell how far this potential reaches.");
  }
  log_.forget();
}

Instance::~Instance() {
  if (!lammps_) return;
  const std::lock_guard lock(one_at_a_time());
  lammps_close(lammps_);
}

int Instance::version() const { return lammps_version(lammps_); }

void Instance::command(const std::string& line) {
  lammps_command(lammps_, line.c_str());
  if (lammps_config_has_exceptions() && lammps_has_error(lammps_)) throw LammpsEnds();
}

/// What has ended once is left as it is: LAMMPS has torn down a part of it.
void Instance::give_up(bool physics) {
  lammps_ = nullptr;
  const std::string said = "LAMMPS: " + log_.error();
  if (physics) throw PhysicsError(said);
  throw InputError(said);
}

void Instance::make_atoms(const Configuration& configuration) {
  if (built_) command("delete_atoms group all compress no");
  set_box(configuration.box);
  const auto d = static_cast<std::size_t>(settings_.dimension);
  const std::size_t atoms = configuration.atoms();
  std::vector<int> id(atoms), type(atoms);
  std::iota(id.begin(), id.end(), 1);
  std::vector<double> x(3 * atoms, 0.0);
  for (std::size_t i = 0; i < atoms; ++i) {
    type[i] = configuration.species[i] + 1;
    // Into the cell, where LAMMPS takes atoms from.
    Vector3 s{}, p{};
    for (std::size_t c = 0; c < d; ++c) p[c] = configuration.positions[d * i + c];
    s = atomistic::fractional(configuration.box, p);
    std::array<int, 3> n{};
    for (std::size_t c = 0; c < d; ++c) n[c] = -static_cast<int>(std::floor(s[c]));
    const Vector3 shift = atomistic::lattice_vector(configuration.box, n);
    for (std::size_t c = 0; c < d; ++c) x[3 * i + c] = p[c] + shift[c];
  }
  lammps_create_atoms(lammps_, static_cast<int>(atoms), id.data(), type.data(), x.data(), nullptr, nullptr,
                      0);
  built_ = true;
}

void Instance::build(const Configuration& configuration) {
  if (!lammps_) throw PhysicsError("LAMMPS has given up before.");
  const std::lock_guard lock(one_at_a_time());
  const CatchEnd catch_end(processes_ == 1, log_);
  try {
    make_atoms(configuration);
    command("run 0 post no");
    find_own(configuration);
    log_.forget();
  } catch (const LammpsEnds&) {
    give_up(true);
  }
}

/// Between two builds atoms, too, may be there: LAMMPS, which would refuse, is told that they are not.
void Instance::set_box(const Box& configured) {
  if (configured == box_) return;
  box_ = configured;
  const Box box = deep(configured);
  double low[] = {box.origin[0], box.origin[1], box.origin[2]};
  double high[] = {low[0] + box.lx, low[1] + box.ly, low[2] + box.lz};
  auto* const atoms = static_cast<std::int64_t*>(lammps_extract_global(lammps_, "natoms"));
  const std::int64_t number = std::exchange(*atoms, 0);
  lammps_reset_box(lammps_, low, high, box.xy, box.yz, box.xz);
  *atoms = number;
}

void Instance::find_own(const Configuration& configuration) {
  const auto own = static_cast<std::size_t>(lammps_extract_setting(lammps_, "nlocal"));
  const int* const tags = static_cast<const int*>(lammps_extract_atom(lammps_, "id"));
  double** const x = static_cast<double**>(lammps_extract_atom(lammps_, "x"));
  const auto d = static_cast<std::size_t>(settings_.dimension);
  Box corner = configuration.box;
  corner.origin = {0, 0, 0};
  atom_.resize(own);
  image_.resize(own);
  for (std::size_t k = 0; k < own; ++k) {
    atom_[k] = static_cast<std::size_t>(tags[k] - 1);
    Vector3 apart{};
    for (std::size_t c = 0; c < d; ++c) apart[c] = x[k][c] - configuration.positions[d * atom_[k] + c];
    const Vector3 edges = atomistic::fractional(corner, apart);
    for (std::size_t c = 0; c < d; ++c) image_[k][c] = static_cast<int>(std::lround(edges[c]));
  }
}

atomistic::Evaluation Instance::evaluate(const Configuration& configuration, std::vector<double>& forces) {
  if (!lammps_) throw PhysicsError("LAMMPS has given up before.");
  const auto turn = turn_in_mpi();
  const CatchEnd catch_end(processes_ == 1, log_);
  try {
    const auto d = static_cast<std::size_t>(settings_.dimension);
    set_box(configuration.box);
    double** const x = static_cast<double**>(lammps_extract_atom(lammps_, "x"));
    for (std::size_t k = 0; k < atom_.size(); ++k) {
      const Vector3 shift = atomistic::lattice_vector(configuration.box, image_[k]);
      for (std::size_t c = 0; c < d; ++c) x[k][c] = configuration.positions[d * atom_[k] + c] + shift[c];
    }
    // One step in which nothing moves the atoms: LAMMPS computes what they feel.
    command("run 1 pre no post no");

    forces.assign(configuration.positions.size(), 0.0);
    double** const f = static_cast<double**>(lammps_extract_atom(lammps_, "f"));
    for (std::size_t k = 0; k < atom_.size(); ++k)
      for (std::size_t c = 0; c < d; ++c) forces[d * atom_[k] + c] = f[k][c];
    atomistic::Evaluation out;
    out.energy = *static_cast<double*>(
        lammps_extract_compute(lammps_, "thermo_pe", LMP_STYLE_GLOBAL, LMP_TYPE_SCALAR));
    const double* const p = static_cast<double*>(
        lammps_extract_compute(lammps_, "vitrum_virial", LMP_STYLE_GLOBAL, LMP_TYPE_VECTOR));
    const double unit = -1 / stress_unit_;
    out.stress.xx = unit * p[0], out.stress.yy = unit * p[1], out.stress.xy = unit * p[3];
    if (d == 3) out.stress.zz = unit * p[2], out.stress.xz = unit * p[4], out.stress.yz = unit * p[5];
    log_.forget();
    return out;
  } catch (const LammpsEnds&) {
    give_up(true);
  }
}

std::vector<double> Instance::atom_virials(const Configuration& configuration) {
  if (!lammps_) throw PhysicsError("LAMMPS has given up before.");
  const std::lock_guard lock(one_at_a_time());
  const CatchEnd catch_end(processes_ == 1, log_);
  try {
    make_atoms(configuration);
    // LAMMPS computes them only where somebody asks for them: here for their sum.
    command("compute vitrum_atoms all stress/atom NULL virial");
    command("compute vitrum_sum all reduce sum c_vitrum_atoms[1]");
    command("thermo_style custom step pe c_vitrum_virial[1] c_vitrum_sum");
    command("run 0 post no");
    find_own(configuration);
    double** const virial = static_cast<double**>(
        lammps_extract_compute(lammps_, "vitrum_atoms", LMP_STYLE_ATOM, LMP_TYPE_ARRAY));
    // LAMMPS has xx, yy, zz, xy, xz, yz, in its units of pressure.
    constexpr std::size_t places[] = {0, 1, 2, 5, 4, 3};
    std::vector<double> out(6 * configuration.atoms(), 0.0);
    for (std::size_t k = 0; k < atom_.size(); ++k)
      for (std::size_t c = 0; c < 6; ++c) out[6 * atom_[k] + c] = virial[k][places[c]] / stress_unit_;
    command(usual_output);
    command("uncompute vitrum_sum");
    command("uncompute vitrum_atoms");
    log_.forget();
    return out;
  } catch (const LammpsEnds&) {
    give_up(true);
  }
}

}  // namespace vitrum::lammps
