#include "study/calibration_rounds.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "base/checksum.h"
#include "base/error.h"
#include "base/random.h"
#include "compare/ensemble_statistics.h"
#include "compare/stationary_errors.h"
#include "study/cost.h"
#include "study/job.h"
#include "study/lattice_record.h"
#include "study/setting_line.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

// All errors of a trial none of whose lattices can be sheared. L_macro is at most 1, but a lattice may well
// be ten times as far as that from the local tests.
constexpr double without_flow = 1e6;
constexpr double hopeless = 0.8;  // L_stat of a few lattices beyond which a trial teaches nothing more
constexpr int resamples = 64;

std::string digest_of(const Measured& measured) {
  Checksum digest;
  digest.add(measured.yardstick.radius);
  for (const auto& edges : measured.yardstick.edges) digest.add(edges);
  const Group numbers = to_group(measured.samples);
  for (const auto& [name, array] : numbers.arrays)
    if (const auto* values = std::get_if<std::vector<double>>(&array.values)) digest.add(*values);
  return digest.text();
}

}  // namespace

compare::CalibrationSample sum_of(const std::vector<compare::CalibrationSample>& samples) {
  compare::CalibrationSample sum;
  for (const compare::CalibrationSample& sample : samples) sum += sample;
  return sum;
}

Measured measured(const compare::Reference& reference, int bins, double radius) {
  Measured out;
  out.yardstick = compare::yardstick_of(reference, bins, radius);
  out.samples = compare::calibration_samples(reference, out.yardstick);
  out.digest = digest_of(out);
  return out;
}

std::vector<std::string> optimum_lines(const elastoplastic::LatticeSettings& lattice) {
  std::vector<std::string> out;
  for (const std::string& name : free_parameters(lattice)) out.push_back("lattice." + name);
  return out;
}

std::vector<std::string> final_lines(const elastoplastic::LatticeSettings& lattice) {
  std::vector<std::string> out = optimum_lines(lattice);
  out.emplace_back("calibrate.samples");
  return out;
}

/// Counts the tasks of a round as a part of the present stage.
class Rounds::Stage : public Watcher {
 public:
  /// @param span share of the stage that all these tasks are
  Stage(const Rounds& rounds, std::size_t tasks, double span)
      : rounds_(rounds), tasks_(static_cast<double>(tasks)), span_(span) {}
  void plan(const std::map<std::string, double>& open) override {
    done_before_ = tasks_ - static_cast<double>(open.size());
  }
  void progress(const std::string& task, double share, const std::string&) override {
    const std::lock_guard lock(guard_);
    shares_[task] = share;
    double done = done_before_;
    for (const auto& [name, one] : shares_) done += one;
    rounds_.watcher_.progress(rounds_.stage_, std::min(1.0, rounds_.share_ + span_ * done / tasks_),
                              rounds_.news_);
  }
  bool stop_requested() override { return rounds_.watcher_.stop_requested(); }

 private:
  const Rounds& rounds_;
  double tasks_, span_, done_before_ = 0;
  std::map<std::string, double> shares_;
  std::mutex guard_;
};

Rounds::Rounds(const Settings& settings, const Measured& reference, Sink& sink, Watcher& watcher)
    : settings_(settings), reference_(reference), sink_(sink), watcher_(watcher) {}

void Rounds::plan(const std::map<std::string, double>& cost) { watcher_.plan(cost); }

void Rounds::stage(const std::string& name, double share, const std::string& news) {
  stage_ = name;
  share_ = std::min(share, 1.0);
  news_ = news;
  watcher_.progress(stage_, share_, news_);
}

std::shared_ptr<const TrialPlan> Rounds::trial_plan(std::uint64_t seed, bool quenched,
                                                    bool to_the_end) const {
  auto plan = std::make_shared<TrialPlan>();
  plan->yardstick = reference_.yardstick;
  plan->reference = sum_of(reference_.samples);
  plan->seed = seed;
  plan->quenched = quenched;
  if (!quenched && !to_the_end) plan->give_up = hopeless;
  return plan;
}

std::string Rounds::made_from(const Lattice& lattice, int samples, std::uint64_t seed) const {
  const Calibration& asked = settings_.calibrate;
  return setting_line("reference, its numbers", reference_.digest) + text_of(lattice.model) +
         setting_line("calibrate.strain", asked.strain) + setting_line("calibrate.from", asked.from) +
         setting_line("calibrate.tested_states", asked.tested_states) +
         setting_line("calibrate.samples", samples) + setting_line("study.seed", seed);
}

std::vector<std::vector<compare::CalibrationSample>> Rounds::samples_of(
    const std::vector<TrialRequest>& requests) {
  std::vector<Task> tasks;
  for (const TrialRequest& request : requests) {
    const auto plan = trial_plan(request.seed, request.quenched, request.to_the_end);
    tasks.push_back({request.name, made_from(request.lattice, request.samples, request.seed),
                     request.samples * lattice_seconds(request.lattice),
                     [&request, this, plan](const Group&) {
                       return trial_job(request.lattice, settings_.calibrate, request.samples, plan);
                     },
                     std::nullopt, request.found});
  }
  run(tasks);
  std::vector<std::vector<compare::CalibrationSample>> out;
  for (const TrialRequest& request : requests) out.push_back(trial_samples(record(request.name)));
  return out;
}

void Rounds::run(const std::vector<Task>& tasks, double span) {
  Stage watcher(*this, tasks.size(), span);
  run_tasks(tasks, sink_, watcher, settings_.study.threads, settings_.study.checkpoint_interval);
}

Group Rounds::record(const std::string& task) {
  auto record = sink_.finished(task);
  if (!record)
    throw StorageError("the record of \"" + task +
                       "\" has gone while the study needs it; run the study again");
  return std::move(*record);
}

namespace {

/// An outcome that is known already.
class OutcomeJob : public Job {
 public:
  explicit OutcomeJob(Group outcome) : outcome_(std::move(outcome)) {}
  bool finished() const override { return true; }
  void advance() override {}
  double progress() const override { return 1; }
  std::string doing() const override { return "keeping what was found"; }
  Group checkpoint() const override { return {}; }
  void resume(const Group&) override {}
  Group result() const override { return outcome_; }

 private:
  Group outcome_;
};

}  // namespace

void Rounds::keep_outcome(const std::string& name, const std::string& made_from,
                          const std::vector<std::string>& found, const Group& outcome) {
  run({{name, made_from, 0, [&](const Group&) { return std::make_unique<OutcomeJob>(outcome); }, std::nullopt,
        found}});
}

std::optional<Group> Rounds::outcome(const std::string& name, const std::string& made_from) {
  auto record = sink_.finished(name);
  // One of other settings is refused where its trials are.
  if (record && record->text("made_from") != made_from) return std::nullopt;
  return record;
}

compare::Trial trial_of(const compare::Point& at, const std::vector<compare::CalibrationSample>& samples,
                        const Measured& reference) {
  if (samples.empty()) return {at, without_flow, without_flow, 0, 0, without_flow, without_flow, true};
  const compare::CalibrationSample target = sum_of(reference.samples);
  const compare::PlainErrors errors = plain_errors(reference.yardstick, target, sum_of(samples));
  compare::Trial out{at, errors.macro.value_or(0), errors.stat, 0, 0, errors.forward, errors.backward};
  if (samples.size() < 2) return out;
  RandomStream stream(1, samples.size(), Purpose::bootstrap);
  compare::Spread spread;
  for (int i = 0; i < resamples; ++i) {
    compare::CalibrationSample sum;
    for (const std::size_t n : compare::draw_realizations(stream, samples.size())) sum += samples[n];
    const compare::PlainErrors drawn = plain_errors(reference.yardstick, target, sum);
    spread.add({drawn.macro.value_or(0), drawn.stat});
  }
  out.macro_error = spread.deviations()[0];
  out.stat_error = spread.deviations()[1];
  return out;
}

}  // namespace vitrum::study
