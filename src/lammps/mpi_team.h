// The team by MPI: what the first process says, and what the others do.
#pragma once

#include <mpi.h>

#include <map>
#include <memory>
#include <vector>

#include "lammps/instance.h"

namespace vitrum::lammps {

class MpiTeam : public Team {
 public:
  MpiTeam();
  ~MpiTeam() override;
  MpiTeam(const MpiTeam&) = delete;
  MpiTeam& operator=(const MpiTeam&) = delete;

  int processes() const override { return processes_; }
  bool is_first() const override { return rank_ == 0; }
  void serve() override;

  MPI_Comm communicator() const { return communicator_; }

  // Of the first: lets the others do the same. Instances are numbered.
  int announce_new(const PotentialSettings& settings, double skin);
  void announce_end(int number);
  void announce_build(int number, const atomistic::Configuration& configuration);
  void announce_evaluation(int number, const atomistic::Configuration& configuration);
  void announce_virials(int number, const atomistic::Configuration& configuration);
  /// Of all: forces, or virials, of all processes together, at the first.
  void gather(std::vector<double>& forces) const;

 private:
  enum Order : int { stop, make, end, build, evaluate, virials };

  void say(Order order, int number);
  void share(std::vector<double>& numbers) const;
  void share(PotentialSettings& settings, double& skin) const;
  void share(atomistic::Configuration& configuration, bool species) const;
  void obey(Order order, int number);

  MPI_Comm communicator_;
  int processes_ = 1, rank_ = 0;
  int made_ = 0;
  std::map<int, std::unique_ptr<Instance>> instances_;  // of the others
};

}  // namespace vitrum::lammps
