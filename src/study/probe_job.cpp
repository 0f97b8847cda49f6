#include "study/probe_job.h"

#include <chrono>
#include <stdexcept>

#include "atomistic/configuration_record.h"
#include "base/error.h"
#include "study/disc_shear.h"
#include "study/glass_former.h"
#include "study/glass_job.h"
#include "study/lammps_lines.h"
#include "study/reduced_units.h"
#include "study/results.h"

namespace vitrum::study {

namespace {

class ProbeJob : public Job {
 public:
  ProbeJob(const Glass& settings, std::uint64_t sample, const TestBatch& batch, const Group& state)
      : sample_(sample),
        configuration_(atomistic::configuration_from(state)),
        former_(glass_former(settings)),
        in_metal_units_(in_metal_units(settings)),
        shear_settings_(settings.probes.shear),
        shear_(configuration_, former_, shear_settings_) {
    survey_.strain = state.number("strain");
    survey_.leg = state.integer("leg");
    const auto all = local_tests(settings.probes, configuration_.box);
    require_room(settings, configuration_.box);
    if (batch.first + batch.count > all.size())
      throw InputError("the cell of glass " + std::to_string(sample) +
                       " is not the one that its local tests were planned for");
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(batch.first);
    tests_.assign(begin, begin + static_cast<std::ptrdiff_t>(batch.count));
  }

  bool finished() const override { return done() == tests_.size(); }

  void advance() override {
    const auto begin = std::chrono::steady_clock::now();
    while (!finished() && std::chrono::steady_clock::now() - begin < advance_time) make_next();
  }

  double progress() const override {
    return static_cast<double>(done()) / static_cast<double>(tests_.size());
  }
  std::string doing() const override { return "local shear tests"; }

  Group checkpoint() const override { return to_group(survey_); }
  void resume(const Group& checkpoint) override { survey_ = local_yield_survey_from(checkpoint); }

  Group result() const override {
    SampleRecord record;
    record.model = "glass";
    record.sample = static_cast<std::int64_t>(sample_);
    record.surveys.push_back(survey_);
    Group out = to_group(record);
    if (!in_metal_units_) name_reduced_units(out, configuration_.box.dimension);
    return out;
  }

 private:
  std::size_t done() const { return survey_.tests.size() + static_cast<std::size_t>(survey_.failed); }

  // One disc among thousands that finds no equilibrium must not end the study.
  void make_next() {
    try {
      survey_.tests.push_back(shear_.test(tests_[done()]));
    } catch (const std::runtime_error& error) {
      if (survey_.failed++ == 0) survey_.failure = error.what();
    }
  }

  std::uint64_t sample_;
  atomistic::Configuration configuration_;
  GlassFormer former_;
  bool in_metal_units_;
  atomistic::LocalShearSettings shear_settings_;
  DiscShear shear_;
  std::vector<LocalTest> tests_;
  LocalYieldSurvey survey_;  // what is done of them
};

}  // namespace

std::unique_ptr<Job> probe_job(const Glass& settings, std::uint64_t sample, const TestBatch& batch,
                               const Group& glass_record) {
  return std::make_unique<ProbeJob>(settings, sample, batch, tested_state(glass_record, batch.state));
}

}  // namespace vitrum::study
