// One LAMMPS, on all processes of a communicator.
#pragma once

#include <mpi.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "atomistic/configuration.h"
#include "atomistic/force_field.h"
#include "lammps/engine.h"
#include "lammps/session.h"

namespace vitrum::lammps {

/// All functions are collective: every process of the communicator calls them with the same arguments.
class Instance {
 public:
  /// @param skin of its neighbour list, length.
  /// @throws InputError with LAMMPS' words when it does not take the lines.
  Instance(const PotentialSettings& settings, double skin, MPI_Comm communicator);
  ~Instance();
  Instance(const Instance&) = delete;
  Instance& operator=(const Instance&) = delete;

  /// Of the potential, the longest.
  double cutoff() const { return cutoff_; }
  /// Of LAMMPS: the day, 20210929.
  int version() const;

  /// Makes the atoms anew, so that their order, and with it that of all sums, is a function of the
  /// configuration and of nothing else, and lets LAMMPS find their neighbours.
  /// @throws PhysicsError with LAMMPS' words when it cannot.
  void build(const atomistic::Configuration& configuration);
  /// With the neighbours of the last build().
  /// @param forces complete at the first process; elsewhere those of the atoms there.
  /// `pairs` is 0: LAMMPS does not count them.
  atomistic::Evaluation evaluate(const atomistic::Configuration& configuration, std::vector<double>& forces);
  /// Volume times stress of each atom, xx, yy, zz, yz, xz, xy of one after the other: complete at the first
  /// process, elsewhere of the atoms there. Builds.
  std::vector<double> atom_virials(const atomistic::Configuration& configuration);

 private:
  void make_atoms(const atomistic::Configuration& configuration);
  void command(const std::string& line);
  void set_box(const atomistic::Box& box);
  void find_own(const atomistic::Configuration& configuration);
  [[noreturn]] void give_up(bool physics);

  PotentialSettings settings_;
  Communicator communicator_;  // freed last, whatever became of LAMMPS
  int processes_ = 1;
  Log log_;
  void* lammps_ = nullptr;
  double cutoff_ = 0;
  double stress_unit_ = 1;  // LAMMPS' pressures per energy and volume
  bool built_ = false;
  atomistic::Box box_;  // LAMMPS' present one
  // Of each of LAMMPS' atoms here: which atom it is, moved by which edges.
  std::vector<std::size_t> atom_;
  std::vector<std::array<int, 3>> image_;
};

}  // namespace vitrum::lammps
