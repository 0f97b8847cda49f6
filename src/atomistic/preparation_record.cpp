// What a preparation tells of itself: progress, checkpoint, report.
#include <algorithm>
#include <string>
#include <utility>

#include "atomistic/configuration_record.h"
#include "atomistic/preparation.h"
#include "base/error.h"

namespace vitrum::atomistic {

double Preparation::progress() const {
  double done = 0, all = 0;
  for (const Stage stage : {Stage::melt, Stage::cool, Stage::hold, Stage::slow_cool}) {
    const auto steps = static_cast<double>(steps_of(stage));
    all += steps;
    if (stage < stage_) done += steps;
    if (stage == stage_) done += static_cast<double>(stage_steps_);
  }
  if (finished()) return 1;
  return all > 0 ? done / all : 0;
}

std::string Preparation::doing() const {
  switch (stage_) {
    case Stage::place:
      return "placing atoms";
    case Stage::melt:
      return "melting";
    case Stage::cool:
      return "cooling";
    case Stage::hold:
      return "equilibrating";
    case Stage::slow_cool:
      return "cooling to a glass";
    case Stage::quench:
      return "quenching";
    case Stage::finished:
      break;
  }
  return "done";
}

Group Preparation::checkpoint() const {
  Group group;
  group.put("sample", static_cast<std::int64_t>(sample_));
  group.put("stage", static_cast<std::int64_t>(stage_));
  group.put("stage steps", stage_steps_);
  group.put("energies", energies_);
  group.put("temperatures", temperatures_);
  group.put("pressures", pressures_);
  group.put("densities", densities_);
  group.groups["relaxation"] = relaxation_.checkpoint();
  if (dynamics_) group.groups["dynamics"] = dynamics_->checkpoint();
  if (finished()) {
    group.groups["glass"] = to_group(glass_);
    group.put("glass energy", glass_energy_);
    group.put("largest force", largest_force_);
  }
  return group;
}

void Preparation::resume(const Group& checkpoint) {
  const std::int64_t stage = checkpoint.integer("stage");
  if (checkpoint.integer("sample") != static_cast<std::int64_t>(sample_) || stage < 0 ||
      stage > static_cast<std::int64_t>(Stage::finished)) {
    throw InputError("the checkpoint is one of sample " + std::to_string(checkpoint.integer("sample")) +
                     " at stage " + std::to_string(stage) + ", not one of sample " + std::to_string(sample_) +
                     "; delete it to start afresh");
  }
  stage_ = static_cast<Stage>(stage);
  stage_steps_ = checkpoint.integer("stage steps");
  energies_ = checkpoint.doubles("energies");
  temperatures_ = checkpoint.doubles("temperatures");
  pressures_ = checkpoint.doubles("pressures");
  densities_ = checkpoint.doubles("densities");
  relaxation_.resume(checkpoint.group("relaxation"));
  dynamics_.reset();
  if (!checkpoint.has_group("dynamics")) return;
  Configuration start = random_start();
  std::vector<double> velocities(start.positions.size());
  dynamics_ = dynamics_from(std::move(start), std::move(velocities));
  dynamics_->resume(checkpoint.group("dynamics"));
  if (!finished()) return;
  glass_ = configuration_from(checkpoint.group("glass"));
  if (glass_.positions.size() != dynamics_->configuration().positions.size()) {
    throw InputError("the checkpoint of sample " + std::to_string(sample_) + " holds a glass of " +
                     std::to_string(glass_.positions.size()) + " coordinates, its liquid has " +
                     std::to_string(dynamics_->configuration().positions.size()) +
                     "; delete it to start afresh");
  }
  glass_energy_ = checkpoint.number("glass energy");
  largest_force_ = checkpoint.number("largest force");
}

void Preparation::require_finished() const {
  if (finished()) return;
  throw InputError("sample " + std::to_string(sample_) + " is still " + doing() +
                   " (there is no glass yet); advance the preparation until it is finished");
}

const Configuration& Preparation::glass() const {
  require_finished();
  return glass_;
}

double Preparation::relaxation_time() const {
  double end = 0, sum = 0, all = 0;
  int count = 0;
  for (const double tau : relaxation_.times()) {
    end += tau;
    all += tau;
    if (end - tau < settings_.duration / 2) continue;
    sum += tau;
    ++count;
  }
  if (count > 0) return sum / count;
  return relaxation_.times().empty() ? 0 : all / static_cast<double>(relaxation_.times().size());
}

Group Preparation::report() const {
  require_finished();
  std::vector<double> times;
  for (std::size_t k = 0; k < energies_.size(); ++k) {
    times.push_back(static_cast<double>(k + 1) * static_cast<double>(window_) * settings_.timestep);
  }
  const std::size_t skip = std::min(unjudged(), energies_.size());
  const SeriesMean energy = series_mean(std::span(energies_).subspan(skip));
  const SeriesMean temperature = series_mean(std::span(temperatures_).subspan(skip));
  const SeriesMean pressure = series_mean(std::span(pressures_).subspan(skip));
  const Settling halves = settling();
  const double atoms = settings_.atoms;

  const std::string volume = settings_.mixture.dimension == 2 ? "sigma^2" : "sigma^3";
  const std::string per_volume = "1/" + volume, stress = "epsilon/" + volume;

  Group liquid;
  liquid.put("time", times, "t0", "end of each window over which the next two are averaged");
  liquid.put("energy", energies_, "epsilon", "potential energy per atom of the held liquid");
  liquid.put("temperature", temperatures_, "epsilon/k_B", "kinetic temperature");
  liquid.put("judged_from", static_cast<std::int64_t>(skip), "", "first window that the means use");
  liquid.put("energy_mean", energy.mean, "epsilon", "potential energy per atom");
  liquid.put("energy_error", energy.error, "epsilon",
             "of this record; the structure relaxes more slowly, and samples differ by more");
  liquid.put("energy_correlation_time",
             energy.correlation_time * static_cast<double>(window_) * settings_.timestep, "t0");
  liquid.put("temperature_mean", temperature.mean, "epsilon/k_B");
  liquid.put("temperature_error", temperature.error, "epsilon/k_B");
  liquid.put("pressure_mean", pressure.mean, stress, "kinetic part included");
  liquid.put("pressure_error", pressure.error, stress);
  if (settings_.pressure) {
    const SeriesMean density = series_mean(std::span(densities_).subspan(skip));
    liquid.put("pressure", *settings_.pressure, stress, "under which it was cooled and held");
    liquid.put("density", densities_, per_volume, "of the held liquid");
    liquid.put("density_mean", density.mean, per_volume);
    liquid.put("density_error", density.error, per_volume);
  }
  liquid.put("energy_first_half", halves.first, "epsilon", "mean over the first half of the judged part");
  liquid.put("energy_second_half", halves.second, "epsilon");
  liquid.put("energy_drift", halves.second - halves.first, "epsilon", "second half less first");
  liquid.put("drift", halves.drift, "", "second half less first, in standard errors");
  liquid.put("long_enough", std::int64_t{halves.long_enough}, "", "1: each half spans ten correlation times");
  liquid.put("melt_duration", settings_.melt_duration, "t0");
  liquid.put("cooling_duration", settings_.cooling_duration, "t0");
  liquid.put("duration", settings_.duration, "t0");
  liquid.put("timestep", settings_.timestep, "t0");
  const double tau = relaxation_time();
  liquid.put("relaxation_times", relaxation_.times(), "t0",
             "structural relaxation times tau_alpha, one after the other, of the held liquid");
  liquid.put("relaxation_time", tau, "t0", "their mean in the judged part; 0: the structure never relaxed");
  liquid.put("hold_in_relaxation_times", tau > 0 ? settings_.duration / tau : 0, "",
             "duration over relaxation_time; 0: less than one");
  liquid.put(
      "scattering", relaxation_.scattering(), "",
      "self-intermediate scattering at the end since the last relaxation; below 1/e it would be another");
  liquid.put("cooling_rate", settings_.cooling_rate, "epsilon/(k_B t0)", "of the quench; 0: at once");
  if (settings_.cooling_rate > 0)
    liquid.put("final_temperature", settings_.final_temperature, "epsilon/k_B", "where that cooling ended");

  Group report;
  report.groups["liquid"] = liquid;
  report.put("density", atoms / glass_.box.volume(), per_volume, "atoms per volume of the glass");
  report.put("glass_energy", glass_energy_ / atoms, "epsilon", "potential energy per atom of the glass");
  report.put("largest_force", largest_force_, "epsilon/sigma", "largest force component in the glass");
  return report;
}

}  // namespace vitrum::atomistic
