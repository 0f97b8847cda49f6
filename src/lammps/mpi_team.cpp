#include "lammps/mpi_team.h"

#include <array>
#include <cstdio>
#include <exception>
#include <string>

#include "base/error.h"

namespace vitrum::lammps {

MpiTeam::MpiTeam() {
  begin_mpi();
  MPI_Comm_dup(MPI_COMM_WORLD, &communicator_);
  MPI_Comm_size(communicator_, &processes_);
  MPI_Comm_rank(communicator_, &rank_);
}

MpiTeam::~MpiTeam() {
  if (rank_ == 0) say(stop, 0);
  instances_.clear();
  MPI_Comm_free(&communicator_);
}

void MpiTeam::say(Order order, int number) {
  std::array<int, 2> words{order, number};
  MPI_Bcast(words.data(), 2, MPI_INT, 0, communicator_);
}

void MpiTeam::share(std::vector<double>& numbers) const {
  int size = static_cast<int>(numbers.size());
  MPI_Bcast(&size, 1, MPI_INT, 0, communicator_);
  numbers.resize(static_cast<std::size_t>(size));
  MPI_Bcast(numbers.data(), size, MPI_DOUBLE, 0, communicator_);
}

void MpiTeam::share(PotentialSettings& settings, double& skin) const {
  std::string text = settings.units + '\n';
  for (const std::string& line : settings.lines) text += line + '\n';
  int size = static_cast<int>(text.size());
  MPI_Bcast(&size, 1, MPI_INT, 0, communicator_);
  text.resize(static_cast<std::size_t>(size));
  MPI_Bcast(text.data(), size, MPI_CHAR, 0, communicator_);
  settings.lines.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    settings.lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  settings.units = settings.lines.front();
  settings.lines.erase(settings.lines.begin());
  MPI_Bcast(&settings.dimension, 1, MPI_INT, 0, communicator_);
  MPI_Bcast(&skin, 1, MPI_DOUBLE, 0, communicator_);
  share(settings.masses);
}

void MpiTeam::share(atomistic::Configuration& configuration, bool species) const {
  atomistic::Box& box = configuration.box;
  std::array<double, 9> cell{box.origin[0], box.origin[1], box.origin[2], box.lx, box.ly,
                             box.lz,        box.xy,        box.xz,        box.yz};
  MPI_Bcast(cell.data(), 9, MPI_DOUBLE, 0, communicator_);
  MPI_Bcast(&box.dimension, 1, MPI_INT, 0, communicator_);
  box.origin = {cell[0], cell[1], cell[2]};
  box.lx = cell[3], box.ly = cell[4], box.lz = cell[5];
  box.xy = cell[6], box.xz = cell[7], box.yz = cell[8];
  share(configuration.positions);
  if (!species) return;
  configuration.species.resize(configuration.positions.size() / static_cast<std::size_t>(box.dimension));
  MPI_Bcast(configuration.species.data(), static_cast<int>(configuration.species.size()), MPI_INT, 0,
            communicator_);
}

int MpiTeam::announce_new(const PotentialSettings& settings, double skin) {
  say(make, ++made_);
  PotentialSettings copy = settings;
  share(copy, skin);
  return made_;
}

void MpiTeam::announce_end(int number) { say(end, number); }

void MpiTeam::announce_build(int number, const atomistic::Configuration& configuration) {
  say(build, number);
  atomistic::Configuration copy = configuration;
  share(copy, true);
}

void MpiTeam::announce_evaluation(int number, const atomistic::Configuration& configuration) {
  say(evaluate, number);
  atomistic::Configuration copy = configuration;
  share(copy, false);
}

void MpiTeam::announce_virials(int number, const atomistic::Configuration& configuration) {
  say(virials, number);
  atomistic::Configuration copy = configuration;
  share(copy, true);
}

/// Each number has but one process that does not say 0.
void MpiTeam::gather(std::vector<double>& forces) const {
  const int size = static_cast<int>(forces.size());
  if (rank_ == 0)
    MPI_Reduce(MPI_IN_PLACE, forces.data(), size, MPI_DOUBLE, MPI_SUM, 0, communicator_);
  else
    MPI_Reduce(forces.data(), nullptr, size, MPI_DOUBLE, MPI_SUM, 0, communicator_);
}

void MpiTeam::obey(Order order, int number) {
  if (order == end) {
    instances_.erase(number);
    return;
  }
  if (order == make) {
    PotentialSettings settings;
    double skin = 0;
    share(settings, skin);
    instances_[number] = std::make_unique<Instance>(settings, skin, communicator_);
    return;
  }
  atomistic::Configuration configuration;
  share(configuration, order != evaluate);
  Instance& instance = *instances_.at(number);
  if (order == build) return instance.build(configuration);
  std::vector<double> found;
  if (order == virials)
    found = instance.atom_virials(configuration);
  else
    instance.evaluate(configuration, found);
  gather(found);
}

void MpiTeam::serve() {
  for (;;) {
    std::array<int, 2> words{};
    MPI_Bcast(words.data(), 2, MPI_INT, 0, communicator_);
    if (words[0] == stop) return;
    try {
      obey(static_cast<Order>(words[0]), words[1]);
    } catch (const InputError&) {  // of LAMMPS, and everybody's: the first says it
    } catch (const PhysicsError&) {
    } catch (const std::exception& error) {  // this one's alone: the others would wait forever
      std::fprintf(stderr, "process %d: %s\n", rank_, error.what());
      PMPI_Abort(MPI_COMM_WORLD, 1);
    }
  }
}

std::shared_ptr<Team> all_processes() { return std::make_shared<MpiTeam>(); }

}  // namespace vitrum::lammps
