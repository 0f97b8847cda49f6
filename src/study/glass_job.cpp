#include "study/glass_job.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>

#include "atomistic/configuration_record.h"
#include "atomistic/eam_tables_record.h"
#include "atomistic/orientation.h"
#include "atomistic/preparation.h"
#include "atomistic/specimen.h"
#include "rig/drive.h"
#include "study/cost.h"
#include "study/drive_record.h"
#include "study/glass_former.h"
#include "study/glass_specimen.h"
#include "study/lammps_lines.h"
#include "study/metal_units.h"
#include "study/reduced_units.h"
#include "study/results.h"

namespace vitrum::study {

namespace {

constexpr const char* tested_states_name = "tested_states";

std::string state_name(std::size_t number) {
  char name[24];
  std::snprintf(name, sizeof name, "%04zu", number);
  return name;
}

class GlassJob : public Job {
 public:
  GlassJob(const Glass& settings, std::uint64_t seed, std::uint64_t sample,
           const atomistic::Configuration* stored)
      : settings_(settings), former_(glass_former(settings)), sample_(sample) {
    if (stored) {
      stored_ = *stored;
      return;
    }
    preparation_.emplace(glass_preparation(settings, former_, seed, sample));
    preparation_share_ = preparation_seconds(settings) / glass_seconds(settings);
  }

  bool finished() const override { return drive_ && drive_->finished(); }

  void advance() override {
    if (preparation_ && !preparation_->finished()) {
      preparation_->advance();
      return;
    }
    begin_loading();
    const auto begin = std::chrono::steady_clock::now();
    while (!drive_->finished() && std::chrono::steady_clock::now() - begin < advance_time) {
      drive_->advance();
      keep_state_if_asked();
    }
  }

  double progress() const override {
    const double preparing = preparation_ ? preparation_->progress() : 0;
    const double loading = drive_ ? drive_->progress() : 0;
    return preparation_share_ * preparing + (1 - preparation_share_) * loading;
  }
  std::string doing() const override { return drive_ || !preparation_ ? "shearing" : preparation_->doing(); }

  Group checkpoint() const override {
    Group out;
    if (preparation_) out.groups["preparation"] = preparation_->checkpoint();
    if (drive_) out.groups["drive"] = drive_->checkpoint();
    out.groups[tested_states_name] = states_;
    return out;
  }

  void resume(const Group& checkpoint) override {
    if (preparation_) preparation_->resume(checkpoint.group("preparation"));
    if (checkpoint.has_group(tested_states_name)) states_ = checkpoint.group(tested_states_name);
    if (!checkpoint.has_group("drive")) return;
    begin_loading();
    drive_->resume(checkpoint.group("drive"));
  }

  Group result() const override {
    SampleRecord record = record_of("glass", static_cast<std::int64_t>(sample_), *drive_);
    if (preparation_) record.measures = preparation_->report();
    if (!preparation_) add_energy_and_force(record.measures);
    record.measures.put("largest_residual", drive_->largest_residual(), "eps/sigma",
                        "largest force component left by any relaxation of the loading");
    put_sizes(glass_, settings_.shear == Shear::simple, record.measures);
    record.measures.texts["units"] = units_name(settings_);
    if (former_.metal) {
      record.measures.put("repeated_relaxations", specimen_->repeated_relaxations(), "1",
                          "relaxations that gained energy and were repeated by steepest descent all the way");
      record.measures.put("unexplained_gains", specimen_->unexplained_gains(), "1",
                          "those of them that gained energy even so");
    }
    if (settings_.orientations > 1) {
      const std::uint64_t stored = sample_ / orientations();
      record.measures.put("stored_glass", static_cast<double>(stored), "1",
                          "number of the glass that was read, from 0");
      record.measures.put(
          "orientation", static_cast<double>(orientation()), "1",
          "in which it is sheared: planes xy, xz, yz, then the same backward; 2D: xy, backward");
    }
    if (settings_.shear == Shear::pure)
      record.measures.put("angle", settings_.angle, "degree", "of the pure shear");
    Group out = to_group(record);
    out.groups["glass"] = atomistic::to_group(glass_);
    out.groups["glass"].texts["potential"] = settings_.potential;
    if (!preparation_) out.groups[read_glass_name] = atomistic::to_group(stored_);
    if (former_.metal) out.groups[potential_name] = atomistic::to_group(former_.metal->tables());
    if (settings_.orientations > 1)
      out.groups["glass"].texts["shear_plane"] = atomistic::shear_plane(orientation(), glass_.box.dimension);
    std::string& names = out.groups["glass"].texts["species_names"];
    for (const std::string& name : former_.species) names += (names.empty() ? "" : " ") + name;
    if (!states_.groups.empty()) out.groups[tested_states_name] = states_;
    if (in_metal_units(settings_))
      name_metal_units(out);
    else
      name_reduced_units(out, settings_.dimension);
    return out;
  }

 private:
  void begin_loading() {
    if (drive_) return;
    specimen_ = glass_specimen(settings_, former_, preparation_ ? preparation_->glass() : stored_);
    glass_ = preparation_ ? preparation_->glass() : specimen_->configuration();
    drive_ = std::make_unique<rig::Drive>(*specimen_, settings_.program, settings_.events);
  }

  std::uint64_t orientations() const { return static_cast<std::uint64_t>(settings_.orientations); }
  int orientation() const { return static_cast<int>(sample_ % orientations()); }

  void keep_state_if_asked() {
    if (!drive_->stop()) return;
    Group state = atomistic::to_group(specimen_->configuration());
    state.put("strain", drive_->stop()->strain, "1", "external shear strain");
    state.put("leg", drive_->stop()->leg, "1", "at the end of which it is; 0: during the first one");
    const std::size_t number = states_.groups.size();
    states_.groups[state_name(number)] = std::move(state);
  }

  void add_energy_and_force(Group& measures) const {
    const auto force_field = former_.force_field(neighbour_skin);
    std::vector<double> forces;
    const double energy = force_field->evaluate(glass_, forces).energy;
    double largest = 0;
    for (const double f : forces) largest = std::max(largest, std::abs(f));
    measures.put("glass_energy", energy / static_cast<double>(glass_.atoms()), "epsilon",
                 "potential energy per atom of the glass");
    measures.put("largest_force", largest, "epsilon/sigma", "largest force component in the glass");
  }

  Glass settings_;
  GlassFormer former_;
  std::uint64_t sample_;
  std::optional<atomistic::Preparation> preparation_;  // none: the glass was read
  double preparation_share_ = 0;
  atomistic::Configuration stored_;  // as it was read
  atomistic::Configuration glass_;   // at rest, before loading
  std::unique_ptr<atomistic::AtomisticSpecimen> specimen_;
  std::unique_ptr<rig::Drive> drive_;
  Group states_;  // in which local shear tests will be made
};

}  // namespace

std::unique_ptr<Job> glass_job(const Glass& settings, std::uint64_t seed, std::uint64_t sample,
                               const atomistic::Configuration* stored) {
  return std::make_unique<GlassJob>(settings, seed, sample, stored);
}

const Group& tested_state(const Group& glass_record, std::size_t state) {
  return glass_record.group(tested_states_name).group(state_name(state));
}

}  // namespace vitrum::study
