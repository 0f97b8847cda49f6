#include "study/trial_job.h"

#include <cmath>
#include <numbers>
#include <utility>

#include "base/error.h"
#include "compare/stationary_errors.h"
#include "study/lattice_sample.h"
#include "study/trial_record.h"

namespace vitrum::study {

namespace {

using compare::CalibrationSample;

// Lattices after which a hopeless trial is given up, and one of which none could be sheared.
constexpr int first_look = 8, first_failures = 3;

CalibrationSample measured(const SampleRecord& record, const Calibration& calibration, bool quenched,
                           const compare::Yardstick& yardstick) {
  std::vector<LocalYield> tests;
  for (const LocalYieldSurvey& survey : record.surveys)
    tests.insert(tests.end(), survey.tests.begin(), survey.tests.end());
  if (quenched) return compare::calibration_sample({}, {}, tests, yardstick);
  return compare::calibration_sample(
      compare::macroscale_sample(record.history, calibration.from, calibration.strain), tests, {}, yardstick);
}

class TrialJob : public Job {
 public:
  TrialJob(Lattice lattice, Calibration calibration, int samples, std::shared_ptr<const TrialPlan> plan)
      : lattice_(std::move(lattice)),
        calibration_(std::move(calibration)),
        plan_(std::move(plan)),
        yardstick_(plan_->yardstick),
        patches_(patch_tests(lattice_)),
        wanted_(samples) {
    // The patch is as near to the disc as whole elements allow.
    if (patches_)
      yardstick_.radius =
          lattice_.patches.tests.sizes.front() * lattice_.model.element_length / std::sqrt(std::numbers::pi);
  }

  bool finished() const override { return done_ >= wanted_; }

  void advance() override {
    try {
      LatticeSample lattice(lattice_, plan_->seed, static_cast<std::uint64_t>(done_), patches_);
      while (!lattice.finished()) lattice.step();
      samples_.push_back(measured(lattice.record(), calibration_, plan_->quenched, yardstick_));
    } catch (const PhysicsError&) {  // left out: there are fewer samples than lattices
    }
    ++done_;
    const bool all_failed = samples_.empty() && done_ == first_failures;
    if (all_failed || (done_ == first_look && is_hopeless())) wanted_ = done_;
  }

  double progress() const override { return static_cast<double>(done_) / wanted_; }
  std::string doing() const override { return "lattices of a trial"; }

  Group checkpoint() const override {
    Group out;
    out.put("done", static_cast<std::int64_t>(done_));
    out.put("wanted", static_cast<std::int64_t>(wanted_));
    out.groups["samples"] = to_group(samples_);
    return out;
  }
  void resume(const Group& checkpoint) override {
    done_ = static_cast<int>(checkpoint.integer("done"));
    wanted_ = static_cast<int>(checkpoint.integer("wanted"));
    samples_ = trial_samples(checkpoint.group("samples"));
  }
  Group result() const override {
    Group out = to_group(samples_);
    out.put("lattices", static_cast<std::int64_t>(done_), "1", "that were sheared");
    return out;
  }

 private:
  bool is_hopeless() const {
    CalibrationSample all;
    for (const CalibrationSample& sample : samples_) all += sample;
    return compare::plain_errors(plan_->yardstick, plan_->reference, all).stat > plan_->give_up;
  }

  Lattice lattice_;
  Calibration calibration_;
  std::shared_ptr<const TrialPlan> plan_;
  compare::Yardstick yardstick_;
  std::shared_ptr<const elastoplastic::PatchTests> patches_;
  int wanted_, done_ = 0;
  std::vector<CalibrationSample> samples_;
};

}  // namespace

std::unique_ptr<Job> trial_job(const Lattice& lattice, const Calibration& calibration, int samples,
                               std::shared_ptr<const TrialPlan> plan) {
  return std::make_unique<TrialJob>(lattice, calibration, samples, std::move(plan));
}

}  // namespace vitrum::study
