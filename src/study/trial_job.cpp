#include "study/trial_job.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "base/error.h"
#include "compare/stationary_errors.h"
#include "study/lattice_mesh.h"
#include "study/lattice_sample.h"

namespace vitrum::study {

namespace {

using compare::CalibrationSample;
using compare::Moments;

// Slips per element: those of glasses have a few. Far from the reference there are avalanches without end.
constexpr double longest_avalanche = 100;
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

// Moments of all samples side by side: {samples, 3}.
void put_moments(const std::string& name, const std::vector<const Moments*>& all, Group& group) {
  std::vector<double> values;
  for (const Moments* one : all) values.insert(values.end(), {one->number, one->sum, one->squares});
  group.put_shaped(name, {all.size(), 3}, values, "1", "number, sum, sum of squares of each sample");
}

template <class Which>
void put_moments(const std::string& name, const std::vector<CalibrationSample>& samples, const Which& which,
                 Group& group) {
  std::vector<const Moments*> all;
  for (const CalibrationSample& sample : samples) all.push_back(&which(sample));
  put_moments(name, all, group);
}

template <class Which>
void read_moments(const std::string& name, const Group& group, std::vector<CalibrationSample>& samples,
                  const Which& which) {
  const std::vector<double>& values = group.doubles(name);
  if (values.size() != 3 * samples.size())
    throw InputError("the record of a trial is damaged: " + name + " has " + std::to_string(values.size()) +
                     " numbers for " + std::to_string(samples.size()) + " samples");
  for (std::size_t i = 0; i < samples.size(); ++i)
    which(samples[i]) = {values[3 * i], values[3 * i + 1], values[3 * i + 2]};
}

/// Calls with every kind of moments, its name and where it stands.
template <class Use>
void for_all_moments(const Use& use) {
  for (std::size_t q = 0; q < 3; ++q)
    use(
        std::string("moments_") + compare::macroscale_quantities[q], [q](auto& sample) -> auto& {
          return sample.macroscale[q];
        });
  for (std::size_t angle = 0; angle < 2; ++angle) {
    const std::string at = angle == 0 ? "_forward" : "_backward";
    for (std::size_t m = 0; m < 4; ++m)
      use(
          std::string("local_") + compare::local_magnitudes[m] + at, [=](auto& sample) -> auto& {
            return sample.stationary[angle][m];
          });
    use(
        "quenched_tau" + at, [angle](auto& sample) -> auto& { return sample.quenched_tau[angle]; });
  }
  use(
      "quenched_stress", [](auto& sample) -> auto& { return sample.quenched_stress; });
}

Lattice tested_lattice(const elastoplastic::LatticeSettings& model, const compare::Yardstick& yardstick) {
  Lattice out;
  out.model = model;
  out.fields_of = 0;
  if (yardstick.radius == 0) return out;
  out.patches.tests.sizes = {patch_elements(yardstick.radius, model.element_length)};
  out.patches.tests.angles.assign(compare::calibration_angles.begin(), compare::calibration_angles.end());
  return out;
}

}  // namespace

Lattice quenched_lattice(const elastoplastic::LatticeSettings& model, const compare::Yardstick& yardstick) {
  Lattice out = tested_lattice(model, yardstick);
  out.model.initial = elastoplastic::Initial::liquid;
  rig::Leg shear;
  shear.strain = out.program.increment;  // the rig wants a way to go
  out.program.legs = {shear};
  out.program.stops = {0};
  return out;
}

Lattice trial_lattice(const elastoplastic::LatticeSettings& model, const Calibration& calibration,
                      const compare::Yardstick& yardstick) {
  Lattice out = tested_lattice(model, yardstick);
  out.model.initial = elastoplastic::Initial::unstressed;
  out.model.longest_avalanche = longest_avalanche;
  rig::Leg shear;
  shear.strain = calibration.strain;
  out.program.legs = {shear};
  if (yardstick.radius == 0 || !yardstick.stationary_tests) return out;
  const double window = calibration.strain - calibration.from;
  for (int i = 0; i < calibration.tested_states; ++i) {
    const double strain = calibration.from + window * (i + 1) / calibration.tested_states;
    out.program.stops.push_back(std::round(strain / out.program.increment) * out.program.increment);
  }
  return out;
}

std::unique_ptr<Job> trial_job(const Lattice& lattice, const Calibration& calibration, int samples,
                               std::shared_ptr<const TrialPlan> plan) {
  return std::make_unique<TrialJob>(lattice, calibration, samples, std::move(plan));
}

Group to_group(const std::vector<CalibrationSample>& samples) {
  Group out;
  std::vector<double> windows;
  for (const CalibrationSample& sample : samples) windows.push_back(sample.window);
  out.put("window", windows, "1", "strain of each sample");
  for (std::size_t q = 0; q < 3; ++q) {
    std::vector<double> counts;
    for (const CalibrationSample& sample : samples)
      counts.insert(counts.end(), sample.counts[q].begin(), sample.counts[q].end());
    if (counts.empty()) continue;
    const std::size_t bins = samples.front().counts[q].size();
    out.put_shaped(std::string("counts_") + compare::macroscale_quantities[q], {samples.size(), bins}, counts,
                   "1", "values in the bins of the reference, sample after sample");
  }
  for_all_moments(
      [&](const std::string& name, const auto& which) { put_moments(name, samples, which, out); });
  return out;
}

std::vector<CalibrationSample> trial_samples(const Group& record) {
  const std::vector<double>& windows = record.doubles("window");
  std::vector<CalibrationSample> out(windows.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i].window = windows[i];
  for (std::size_t q = 0; q < 3 && !out.empty(); ++q) {
    const std::string name = std::string("counts_") + compare::macroscale_quantities[q];
    if (!record.has_array(name)) continue;  // the reference does not know the quantity
    const std::vector<double>& counts = record.doubles(name);
    const std::size_t bins = counts.size() / out.size();
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i].counts[q].assign(counts.begin() + static_cast<std::ptrdiff_t>(i * bins),
                              counts.begin() + static_cast<std::ptrdiff_t>((i + 1) * bins));
  }
  for_all_moments(
      [&](const std::string& name, const auto& which) { read_moments(name, record, out, which); });
  return out;
}

}  // namespace vitrum::study
