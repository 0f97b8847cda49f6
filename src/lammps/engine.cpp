#include "lammps/engine.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/box_geometry.h"
#include "atomistic/neighbour_list.h"
#include "base/error.h"
#include "lammps/mpi_team.h"

namespace vitrum::lammps {

namespace {

using atomistic::Configuration;

class LammpsForceField : public atomistic::ForeignForceField {
 public:
  LammpsForceField(const PotentialSettings& settings, double skin, std::shared_ptr<MpiTeam> team)
      : species_(static_cast<int>(settings.masses.size())),
        dimension_(settings.dimension),
        skin_(skin),
        team_(std::move(team)),
        number_(team_ ? team_->announce_new(settings, skin) : 0),
        instance_(settings, skin, team_ ? team_->communicator() : MPI_COMM_SELF) {}
  ~LammpsForceField() override {
    if (team_) team_->announce_end(number_);
  }
  LammpsForceField(const LammpsForceField&) = delete;
  LammpsForceField& operator=(const LammpsForceField&) = delete;

  double cutoff() const override { return instance_.cutoff(); }
  int species() const override { return species_; }
  const Configuration& built_for() const override { return built_for_; }

  void build_list(const Configuration& configuration) override {
    check(configuration);
    built_for_ = {};
    if (team_) team_->announce_build(number_, configuration);
    instance_.build(configuration);
    built_for_ = configuration;
  }

  atomistic::Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) override {
    if (!within_skin(built_for_, configuration, cutoff(), skin_)) build_list(configuration);
    if (team_) team_->announce_evaluation(number_, configuration);
    atomistic::Evaluation out = instance_.evaluate(configuration, forces);
    if (team_) team_->gather(forces);
    double sum = out.energy;
    for (const double f : forces) sum += f;
    if (!std::isfinite(sum))
      throw PhysicsError(
          "LAMMPS finds energies or forces that are no finite numbers: some atoms probably lie far too "
          "close to each other. Relax them first, or take smaller steps.");
    return out;
  }

  std::vector<SymmetricTensor> atom_virials(const Configuration& configuration) override {
    check(configuration);
    built_for_ = {};
    if (team_) team_->announce_virials(number_, configuration);
    std::vector<double> numbers = instance_.atom_virials(configuration);
    if (team_) team_->gather(numbers);
    build_list(configuration);
    std::vector<SymmetricTensor> out(configuration.atoms());
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double* const v = &numbers[6 * i];
      out[i] = {v[0], v[1], v[2], v[3], v[4], v[5]};
      if (dimension_ == 2) out[i].zz = out[i].yz = out[i].xz = 0;
    }
    return out;
  }

 private:
  void check(const Configuration& configuration) const {
    atomistic::check(configuration.box);
    if (configuration.box.dimension != dimension_)
      throw InputError("The lines for LAMMPS are for " + std::to_string(dimension_) +
                       " dimensions, the configuration has " + std::to_string(configuration.box.dimension) +
                       ".");
    for (std::size_t i = 0; i < configuration.atoms(); ++i)
      if (configuration.species[i] < 0 || configuration.species[i] >= species_)
        throw InputError("Atom " + std::to_string(i + 1) + " is of species number " +
                         std::to_string(configuration.species[i] + 1) +
                         ", but the lines for LAMMPS are for " + std::to_string(species_) + ".");
    if (configuration.positions.size() != configuration.atoms() * static_cast<std::size_t>(dimension_))
      throw InputError("The configuration has another number of coordinates than its atoms need.");
    for (const double x : configuration.positions)
      if (!std::isfinite(x))
        throw PhysicsError(
            "A coordinate is not a finite number. The atoms before this step were probably far too close "
            "to each other: relax them, or take smaller steps.");
  }

  int species_, dimension_;
  double skin_;
  std::shared_ptr<MpiTeam> team_;
  int number_;
  Instance instance_;
  Configuration built_for_;
};

class LammpsPotential : public atomistic::ForeignPotential {
 public:
  LammpsPotential(PotentialSettings settings, std::shared_ptr<MpiTeam> team)
      : settings_(std::move(settings)), team_(std::move(team)) {
    const Instance trial(settings_, 0.3, MPI_COMM_SELF);
    cutoff_ = trial.cutoff();
    version_ = trial.version();
  }

  int dimension() const override { return settings_.dimension; }
  int species() const override { return static_cast<int>(settings_.masses.size()); }
  double cutoff() const override { return cutoff_; }
  /// Sums come in another order on another number of processes.
  std::string identity() const override {
    return "LAMMPS " + std::to_string(version_) + ", " + std::to_string(team_ ? team_->processes() : 1) +
           " process(es) a sample, files" + settings_.files;
  }
  std::unique_ptr<atomistic::ForeignForceField> force_field(double skin) const override {
    return std::make_unique<LammpsForceField>(settings_, skin, team_);
  }

 private:
  PotentialSettings settings_;
  std::shared_ptr<MpiTeam> team_;
  double cutoff_ = 0;
  int version_ = 0;
};

}  // namespace

bool available() { return true; }

std::string description() { return "with LAMMPS, version " VITRUM_LAMMPS_VERSION; }

std::shared_ptr<const atomistic::ForeignPotential> potential(const PotentialSettings& settings,
                                                             const std::shared_ptr<Team>& team) {
  return std::make_shared<LammpsPotential>(settings, std::dynamic_pointer_cast<MpiTeam>(team));
}

}  // namespace vitrum::lammps
