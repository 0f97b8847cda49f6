// Processes that were started together by mpirun and compute the forces of one sample together.
#pragma once

#include <memory>

namespace vitrum::lammps {

/// The first process of the team does everything but forces; the others serve() it until it lets them go.
class Team {
 public:
  virtual ~Team() = default;
  virtual int processes() const = 0;
  virtual bool is_first() const = 0;
  /// Of all others: computes what the first asks for, returns when the first destroys its team.
  virtual void serve() = 0;
};

/// All processes of this mpirun. Every one of them must call it.
/// @throws InputError when the program was built without LAMMPS.
std::shared_ptr<Team> all_processes();

}  // namespace vitrum::lammps
