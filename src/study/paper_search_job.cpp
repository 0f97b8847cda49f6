#include "study/paper_search_job.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"
#include "study/reference_scatter.h"
#include "study/trial_lattice.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

using compare::Trial;

constexpr double not_found = std::numeric_limits<double>::quiet_NaN();

std::optional<double> known(double value) { return std::isnan(value) ? std::nullopt : std::optional(value); }

/// A trial, and its L_stat against each resample of the reference.
struct Answer {
  Trial trial;
  std::vector<double> resampled;
};

Group group_of(const std::vector<Answer>& answers) {
  Group out;
  std::vector<double> at, macro, stat, macro_error, stat_error, forward, backward, resampled;
  for (const auto& [trial, against] : answers) {
    at.insert(at.end(), trial.at.begin(), trial.at.end());
    macro.push_back(trial.macro);
    stat.push_back(trial.stat);
    macro_error.push_back(trial.macro_error);
    stat_error.push_back(trial.stat_error);
    forward.push_back(trial.forward.value_or(not_found));
    backward.push_back(trial.backward.value_or(not_found));
    resampled.insert(resampled.end(), against.begin(), against.end());
  }
  out.put("at", at, "", "coordinates of the search, trial after trial");
  out.put("macro", macro, "1", "L_macro");
  out.put("stat", stat, "1", "L_stat");
  out.put("macro_error", macro_error);
  out.put("stat_error", stat_error);
  out.put("forward", forward, "1", "L+_meso; not a number: not known");
  out.put("backward", backward, "1", "L-_meso");
  out.put("resampled", resampled, "1",
          "L_stat against bootstrap resamples of the reference, trial after trial");
  return out;
}

std::vector<Answer> answers_from(const Group& group) {
  const std::vector<double>&at = group.doubles("at"), &macro = group.doubles("macro"),
        &stat = group.doubles("stat");
  const std::vector<double> resampled =  // not in records of earlier versions
      group.has_array("resampled") ? group.doubles("resampled") : std::vector<double>();
  const std::size_t trials = macro.size(), each = trials == 0 ? 0 : at.size() / trials,
                    draws = trials == 0 ? 0 : resampled.size() / trials;
  bool whole = each * trials == at.size() && draws * trials == resampled.size();
  for (const char* column : {"stat", "macro_error", "stat_error", "forward", "backward"})
    whole = whole && group.doubles(column).size() == trials;
  if (!whole) throw InputError("the record of a search is damaged: its columns differ in length");
  const auto part = [](const std::vector<double>& column, std::size_t n, std::size_t length) {
    const auto from = column.begin() + static_cast<std::ptrdiff_t>(n * length);
    return std::vector<double>(from, from + static_cast<std::ptrdiff_t>(length));
  };
  std::vector<Answer> out;
  for (std::size_t i = 0; i < trials; ++i)
    out.push_back({{part(at, i, each), macro[i], stat[i], group.doubles("macro_error")[i],
                    group.doubles("stat_error")[i], known(group.doubles("forward")[i]),
                    known(group.doubles("backward")[i])},
                   part(resampled, i, draws)});
  return out;
}

std::vector<Trial> trials_of(const std::vector<Answer>& answers) {
  std::vector<Trial> out;
  for (const Answer& answer : answers) out.push_back(answer.trial);
  return out;
}

class PaperSearchJob : public Job {
 public:
  PaperSearchJob(const elastoplastic::LatticeSettings& rules, double first, const Rounds& rounds)
      : rules_(rules),
        rounds_(rounds),
        plan_(rounds.trial_plan(rounds.settings().study.seed, false, false)),
        resampled_(rounds.reference(), rounds.settings().study.seed),
        search_(search_coordinates(rules), first),
        asked_(search_.ask()) {}

  bool finished() const override { return asked_.empty(); }

  void advance() override {
    const Calibration& calibration = rounds_.settings().calibrate;
    const compare::Point& at = asked_[answers_.size() - told_];
    if (!trial_)
      trial_ = trial_job(trial_lattice(lattice_at(at, rules_), calibration, plan_->yardstick), calibration,
                         calibration.samples, plan_);
    trial_->advance();
    if (!trial_->finished()) return;
    const auto samples = trial_samples(trial_->result());
    answers_.push_back({trial_of(at, samples, rounds_.reference()), resampled_.errors_of(sum_of(samples))});
    if (Answer& last = answers_.back(); last.trial.failed)
      last.resampled.assign(last.resampled.size(), last.trial.stat);
    trial_.reset();
    tell_when_complete();
  }

  double progress() const override {
    const auto done = static_cast<double>(answers_.size());
    return finished() ? 1 : std::min(0.99, done / paper_trials);
  }
  std::string doing() const override { return "trials at one value of k"; }

  // The trial in work begins anew: it is a second of work.
  Group checkpoint() const override { return group_of(answers_); }
  void resume(const Group& checkpoint) override {
    for (const Answer& answer : answers_from(checkpoint)) {
      answers_.push_back(answer);
      tell_when_complete();
    }
  }
  Group result() const override { return group_of(answers_); }

 private:
  void tell_when_complete() {
    if (answers_.size() - told_ < asked_.size()) return;
    search_.tell(trials_of({answers_.begin() + static_cast<std::ptrdiff_t>(told_), answers_.end()}));
    told_ = answers_.size();
    asked_ = search_.ask();
  }

  const elastoplastic::LatticeSettings& rules_;
  const Rounds& rounds_;
  std::shared_ptr<const TrialPlan> plan_;
  ResampledReference resampled_;
  compare::PaperSearch search_;
  std::vector<compare::Point> asked_;
  std::vector<Answer> answers_;  // all, and how many of them the search has been told: the others are to the
  std::size_t told_ = 0;         // first of those asked
  std::unique_ptr<Job> trial_;
};

}  // namespace

std::unique_ptr<Job> paper_search_job(const elastoplastic::LatticeSettings& rules, double first,
                                      const Rounds& rounds) {
  return std::make_unique<PaperSearchJob>(rules, first, rounds);
}

FoundAlong paper_optimum_from(const Group& record, const elastoplastic::LatticeSettings& rules,
                              double first) {
  compare::PaperSearch search(search_coordinates(rules), first);
  const std::vector<Answer> answers = answers_from(record);
  const std::vector<Trial> trials = trials_of(answers);
  std::size_t next = 0;
  for (auto asked = search.ask(); !asked.empty(); asked = search.ask()) {
    if (next + asked.size() > trials.size())
      throw InputError("the record of a search is damaged: trials are missing");
    search.tell({trials.begin() + static_cast<std::ptrdiff_t>(next),
                 trials.begin() + static_cast<std::ptrdiff_t>(next + asked.size())});
    next += asked.size();
  }
  FoundAlong out{search.result(), {}};
  for (std::size_t i = 0; i < answers.front().resampled.size(); ++i) {
    std::vector<double> stat;
    for (std::size_t n = 0; n < next; ++n) stat.push_back(answers[n].resampled[i]);
    out.resampled.push_back(search.best_with(stat));
  }
  return out;
}

std::size_t trials_in(const Group& record) { return record.doubles("macro").size(); }

}  // namespace vitrum::study
