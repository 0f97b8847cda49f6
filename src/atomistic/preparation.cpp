#include "atomistic/preparation.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/pair_force_field.h"
#include "atomistic/quench.h"
#include "atomistic/random_liquid.h"
#include "atomistic/velocities.h"
#include "base/error.h"
#include "base/rounded_text.h"

namespace vitrum::atomistic {

namespace {

// Atoms of a liquid outrun a neighbour list quickly: a thick skin costs less than many lists.
constexpr double liquid_skin = 0.6;
constexpr double recording_time = 1.0;  // time units averaged into one entry of the series

PreparationSettings checked(const PreparationSettings& s) {
  const auto require = [](bool good, const char* name, double value, const char* range) {
    if (!good) {
      throw InputError(std::string("the ") + name + " of the glass preparation is " + rounded_text(value) +
                       " and must be " + range);
    }
  };
  const auto positive = [&](const char* name, double v) {
    require(std::isfinite(v) && v > 0, name, v, "a positive number");
  };
  const auto not_negative = [&](const char* name, double v) {
    require(v >= 0 && v <= 1e9, name, v, "between 0 and 1e9");
  };
  require(s.atoms >= 2, "number of atoms", s.atoms, "at least 2");
  positive("density", s.density);
  positive("melt temperature", s.melt_temperature);
  positive("temperature", s.temperature);
  require(s.timestep >= 1e-6 && s.timestep <= 1, "time step", s.timestep, "between 1e-6 and 1");
  positive("thermostat time", s.thermostat_time);
  positive("force tolerance", s.force_tolerance);
  positive("Boltzmann constant", s.boltzmann);
  not_negative("melt duration", s.melt_duration);
  not_negative("cooling duration", s.cooling_duration);
  not_negative("duration", s.duration);
  require(s.cooling_rate >= 0 && std::isfinite(s.cooling_rate), "cooling rate", s.cooling_rate,
          "a positive number, or 0 for a quench at once");
  if (s.cooling_rate > 0)
    require(s.final_temperature > 0 && s.final_temperature < s.temperature, "final temperature",
            s.final_temperature, "positive and below the temperature of the liquid");
  if (s.pressure) {
    require(std::isfinite(*s.pressure), "pressure", *s.pressure, "a number");
    positive("barostat time", s.barostat_time);
  }
  require(s.drift_limit > 0, "drift limit", s.drift_limit, "a positive number of standard errors");
  return s;
}

}  // namespace

Preparation::Preparation(const PreparationSettings& settings, const PairPotentials& potentials,
                         std::uint64_t seed, std::uint64_t sample)
    : Preparation(
          settings, [potentials] { return std::make_unique<PairForceField>(potentials, liquid_skin); },
          [potentials, tolerance = settings.force_tolerance](Configuration& configuration) {
            PairForceField force_field(potentials);
            return atomistic::quench(force_field, configuration, tolerance).residual;
          },
          seed, sample) {}

Preparation::Preparation(const PreparationSettings& settings, MakeForceField make_force_field,
                         Minimise minimise, std::uint64_t seed, std::uint64_t sample)
    : settings_(checked(settings)),
      make_force_field_(std::move(make_force_field)),
      minimise_(std::move(minimise)),
      seed_(seed),
      sample_(sample),
      window_(std::max<std::int64_t>(1, std::llround(recording_time / settings.timestep))) {
  const std::int64_t affordable = 1000000 / std::max(settings.atoms, 1000);
  block_ = window_ * std::max<std::int64_t>(1, affordable / window_);
}

Dynamics Preparation::dynamics_from(Configuration start, std::vector<double> velocities) const {
  const double freedom = degrees_of_freedom(start.atoms(), start.box.dimension);
  const double energy = settings_.boltzmann * settings_.melt_temperature;
  std::optional<Barostat> barostat;
  if (settings_.pressure && stage_ > Stage::melt)
    barostat.emplace(*settings_.pressure, energy, settings_.barostat_time, start.atoms(),
                     start.box.dimension);
  return {std::move(start),
          std::move(velocities),
          make_force_field_,
          settings_.timestep,
          NoseHooverChain(energy, settings_.thermostat_time, freedom),
          settings_.mixture.masses,
          barostat};
}

std::int64_t Preparation::steps_of(Stage stage) const {
  const auto steps = [&](double duration) { return std::llround(duration / settings_.timestep); };
  if (stage == Stage::melt) return steps(settings_.melt_duration);
  if (stage == Stage::cool) return steps(settings_.cooling_duration);
  if (stage == Stage::hold) return steps(settings_.duration);
  if (stage == Stage::slow_cool && settings_.cooling_rate > 0)
    return steps((settings_.temperature - settings_.final_temperature) / settings_.cooling_rate);
  return 0;
}

double Preparation::linear_temperature(double from, double to) const {
  const double middle_of_block = static_cast<double>(stage_steps_) + 0.5 * static_cast<double>(block_);
  const double share = std::min(1.0, middle_of_block / static_cast<double>(steps_of(stage_)));
  return from + share * (to - from);
}

double Preparation::bath_temperature() const {
  if (stage_ == Stage::melt) return settings_.melt_temperature;
  if (stage_ == Stage::hold) return settings_.temperature;
  if (stage_ == Stage::slow_cool)
    return linear_temperature(settings_.temperature, settings_.final_temperature);
  return linear_temperature(settings_.melt_temperature, settings_.temperature);
}

Configuration Preparation::random_start() const {
  RandomStream places(seed_, sample_, Purpose::positions);
  return random_liquid(settings_.mixture, settings_.atoms, settings_.density, places,
                       settings_.least_distance);
}

void Preparation::place() {
  RandomStream speeds(seed_, sample_, Purpose::velocities);
  Configuration start = random_start();
  const double energy = settings_.boltzmann * settings_.melt_temperature;
  const double thermal_force = 50 * energy;  // of the order of forces in the melt
  remove_overlaps(start, *make_force_field_(), thermal_force);
  auto velocities = thermal_velocities(start.atoms(), start.box.dimension, energy, speeds,
                                       masses_of_atoms(start.species, settings_.mixture.masses));
  dynamics_ = dynamics_from(std::move(start), std::move(velocities));
}

void Preparation::resample() {
  Configuration liquid = dynamics_->configuration();
  RandomStream speeds(seed_, sample_, Purpose::velocities);
  speeds.seek(2 * liquid.positions.size());  // behind the words of those of the melt
  auto velocities =
      thermal_velocities(liquid.atoms(), liquid.box.dimension, settings_.boltzmann * settings_.temperature,
                         speeds, masses_of_atoms(liquid.species, settings_.mixture.masses));
  dynamics_ = dynamics_from(std::move(liquid), std::move(velocities));
}

// The breathing of the cell moves no atom beside its neighbours.
Configuration Preparation::at_first_density(const Configuration& configuration) const {
  Configuration out = configuration;
  const double volume = settings_.atoms / settings_.density;
  const double scale = std::pow(volume / out.box.volume(), 1.0 / out.box.dimension);
  for (double& x : out.positions) x *= scale;
  for (double* length : {&out.box.lx, &out.box.ly}) *length *= scale;
  if (out.box.dimension == 3) out.box.lz *= scale;
  return out;
}

void Preparation::run_block() {
  dynamics_->set_temperature(settings_.boltzmann * bath_temperature());
  const std::int64_t steps = std::min(block_, steps_of(stage_) - stage_steps_);
  std::int64_t windows = 0;
  const auto watch = [&](const Configuration& configuration) {
    const std::int64_t done = stage_steps_ + std::min(++windows * window_, steps);
    relaxation_.observe(settings_.pressure ? at_first_density(configuration) : configuration,
                        static_cast<double>(done) * settings_.timestep);
  };
  const bool holding = stage_ == Stage::hold;
  for (const Averages& average : dynamics_->run(steps, window_, holding ? Watch(watch) : Watch())) {
    if (!holding) continue;
    energies_.push_back(average.potential_energy / settings_.atoms);
    temperatures_.push_back(average.temperature / settings_.boltzmann);
    pressures_.push_back(average.pressure);
    densities_.push_back(settings_.atoms / average.volume);
  }
  stage_steps_ += steps;
}

void Preparation::advance() {
  try {
    work();
  } catch (const PhysicsError& error) {
    throw PhysicsError("sample " + std::to_string(sample_) + ": " + error.what());
  }
}

void Preparation::work() {
  if (stage_ == Stage::finished) return;
  if (stage_ == Stage::place) {
    place();
  } else if (stage_ == Stage::quench) {
    quench();
  } else {
    run_block();
  }
  while (stage_ != Stage::finished && stage_steps_ >= steps_of(stage_)) {
    if (stage_ == Stage::hold) require_settled();
    stage_ = static_cast<Stage>(static_cast<std::int64_t>(stage_) + 1);
    stage_steps_ = 0;
    if (stage_ == Stage::cool && settings_.pressure)
      dynamics_ = dynamics_from(dynamics_->configuration(), dynamics_->velocities());
    if (stage_ == Stage::hold && settings_.resample) resample();
    if (stage_ == Stage::quench) return;  // the work of the next call
  }
}

Settling Preparation::settling() const {
  return atomistic::settling(std::span(energies_).subspan(unjudged()));
}

void Preparation::require_settled() const {
  const Settling found = settling();
  if (std::abs(found.drift) <= settings_.drift_limit) return;
  throw PhysicsError(
      "the liquid at temperature " + rounded_text(settings_.temperature) +
      " has not settled: its energy per atom drifts by " + rounded_text(found.second - found.first) + " (" +
      rounded_text(found.drift) + " standard errors, limit " + rounded_text(settings_.drift_limit) +
      ") between the third and the fourth quarter of " + rounded_text(settings_.duration) +
      " time units; lengthen the duration, or raise the drift limit to take the liquid as it is");
}

void Preparation::quench() {
  glass_ = dynamics_->configuration();
  largest_force_ = minimise_(glass_);
  if (!(largest_force_ <= settings_.force_tolerance)) {
    throw PhysicsError("the quench from the liquid left a largest force of " + rounded_text(largest_force_) +
                       ", above the tolerance " + rounded_text(settings_.force_tolerance) +
                       " (the glass is not in equilibrium); loosen the tolerance or let the minimiser "
                       "make more evaluations");
  }
  std::vector<double> forces;
  glass_energy_ = make_force_field_()->evaluate(glass_, forces).energy;
}

}  // namespace vitrum::atomistic
