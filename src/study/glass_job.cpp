#include "study/glass_job.h"

#include <chrono>

#include "atomistic/potential_registry.h"
#include "atomistic/preparation.h"
#include "atomistic/specimen.h"
#include "rig/drive.h"
#include "study/cost.h"
#include "study/results.h"

namespace vitrum::study {

namespace {

constexpr const char* potential = "lj2d";
// A call of advance() ends after the first increment that takes it past this time.
constexpr std::chrono::milliseconds advance_time{50};

atomistic::PreparationSettings preparation_settings(const Glass& glass) {
  atomistic::PreparationSettings out;
  out.atoms = glass.atoms;
  out.density = glass.density;
  out.melt_temperature = glass.liquid.melt_temperature;
  out.melt_duration = glass.liquid.melt_duration;
  out.cooling_duration = glass.liquid.cooling_duration;
  out.temperature = glass.liquid.temperature;
  out.duration = glass.liquid.duration;
  out.timestep = glass.liquid.timestep;
  out.thermostat_time = glass.liquid.thermostat_time;
  out.drift_limit = glass.liquid.drift_limit;
  out.force_tolerance = glass.force_tolerance;
  return out;
}

class GlassJob : public Job {
 public:
  GlassJob(const Glass& settings, std::uint64_t seed, std::uint64_t sample)
      : settings_(settings),
        sample_(sample),
        preparation_(preparation_settings(settings), seed, sample),
        preparation_share_(preparation_seconds(settings) / glass_seconds(settings)) {}

  bool finished() const override { return drive_ && drive_->finished(); }

  void advance() override {
    if (!preparation_.finished()) {
      preparation_.advance();
      return;
    }
    begin_loading();
    const auto begin = std::chrono::steady_clock::now();
    while (!drive_->finished() && std::chrono::steady_clock::now() - begin < advance_time) drive_->advance();
  }

  double progress() const override {
    const double loading = drive_ ? drive_->progress() : 0;
    return preparation_share_ * preparation_.progress() + (1 - preparation_share_) * loading;
  }
  std::string doing() const override { return drive_ ? "shearing" : preparation_.doing(); }

  Group checkpoint() const override {
    Group out;
    out.groups["preparation"] = preparation_.checkpoint();
    if (drive_) out.groups["drive"] = drive_->checkpoint();
    return out;
  }

  void resume(const Group& checkpoint) override {
    preparation_.resume(checkpoint.group("preparation"));
    if (!checkpoint.has_group("drive")) return;
    begin_loading();
    drive_->resume(checkpoint.group("drive"));
  }

  Group result() const override {
    SampleRecord record;
    record.model = "glass";
    record.sample = static_cast<std::int64_t>(sample_);
    record.history = drive_->history();
    record.fields = drive_->snapshots();
    record.moduli = columns(drive_->moduli());
    if (const rig::LargestEvent& largest = drive_->largest_event(); largest.event >= 0) {
      record.largest_event.put("event", largest.event, "1", "index among the events");
      record.largest_event.groups["fields"] = largest.fields;
    }
    record.measures = preparation_.report();
    record.measures.put("largest_residual", drive_->largest_residual(), "eps/sigma",
                        "largest force component left by any relaxation of the loading");
    const atomistic::Box& box = preparation_.glass().box;
    record.measures.put("box", std::vector<double>{box.lx, box.ly}, "sigma",
                        "edges of the cell before loading");
    return to_group(record);
  }

 private:
  void begin_loading() {
    if (drive_) return;
    atomistic::RelaxationSettings relaxation;
    relaxation.force_tolerance = settings_.force_tolerance;
    specimen_ = std::make_unique<atomistic::AtomisticSpecimen>(
        preparation_.glass(), atomistic::pair_potentials(potential), relaxation);
    drive_ = std::make_unique<rig::Drive>(*specimen_, settings_.program, settings_.events);
  }

  Glass settings_;
  std::uint64_t sample_;
  atomistic::Preparation preparation_;
  double preparation_share_;
  std::unique_ptr<atomistic::AtomisticSpecimen> specimen_;
  std::unique_ptr<rig::Drive> drive_;
};

}  // namespace

std::unique_ptr<Job> glass_job(const Glass& settings, std::uint64_t seed, std::uint64_t sample) {
  return std::make_unique<GlassJob>(settings, seed, sample);
}

}  // namespace vitrum::study
