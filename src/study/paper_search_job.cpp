#include "study/paper_search_job.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"
#include "study/trial_lattice.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

using compare::Trial;

constexpr double not_found = std::numeric_limits<double>::quiet_NaN();

std::optional<double> known(double value) { return std::isnan(value) ? std::nullopt : std::optional(value); }

Group group_of(const std::vector<Trial>& trials) {
  Group out;
  std::vector<double> at, macro, stat, macro_error, stat_error, forward, backward;
  for (const Trial& trial : trials) {
    at.insert(at.end(), trial.at.begin(), trial.at.end());
    macro.push_back(trial.macro);
    stat.push_back(trial.stat);
    macro_error.push_back(trial.macro_error);
    stat_error.push_back(trial.stat_error);
    forward.push_back(trial.forward.value_or(not_found));
    backward.push_back(trial.backward.value_or(not_found));
  }
  out.put("at", at, "", "coordinates of the search, trial after trial");
  out.put("macro", macro, "1", "L_macro");
  out.put("stat", stat, "1", "L_stat");
  out.put("macro_error", macro_error);
  out.put("stat_error", stat_error);
  out.put("forward", forward, "1", "L+_meso; not a number: not known");
  out.put("backward", backward, "1", "L-_meso");
  return out;
}

std::vector<Trial> trials_from(const Group& group) {
  const std::vector<double>&at = group.doubles("at"), &macro = group.doubles("macro"),
        &stat = group.doubles("stat");
  const std::size_t each = macro.empty() ? 0 : at.size() / macro.size();
  bool whole = each * macro.size() == at.size();
  for (const char* column : {"stat", "macro_error", "stat_error", "forward", "backward"})
    whole = whole && group.doubles(column).size() == macro.size();
  if (!whole) throw InputError("the record of a search is damaged: its columns differ in length");
  std::vector<Trial> out;
  for (std::size_t i = 0; i < macro.size(); ++i)
    out.push_back({{at.begin() + static_cast<std::ptrdiff_t>(i * each),
                    at.begin() + static_cast<std::ptrdiff_t>((i + 1) * each)},
                   macro[i],
                   stat[i],
                   group.doubles("macro_error")[i],
                   group.doubles("stat_error")[i],
                   known(group.doubles("forward")[i]),
                   known(group.doubles("backward")[i])});
  return out;
}

class PaperSearchJob : public Job {
 public:
  PaperSearchJob(const elastoplastic::LatticeSettings& rules, double first, const Rounds& rounds)
      : rules_(rules),
        rounds_(rounds),
        plan_(rounds.trial_plan(rounds.settings().study.seed, false, false)),
        search_(search_coordinates(rules), first),
        asked_(search_.ask()) {}

  bool finished() const override { return asked_.empty(); }

  void advance() override {
    const Calibration& calibration = rounds_.settings().calibrate;
    const compare::Point& at = asked_[answers_.size()];
    if (!trial_)
      trial_ = trial_job(trial_lattice(lattice_at(at, rules_), calibration, plan_->yardstick), calibration,
                         calibration.samples, plan_);
    trial_->advance();
    if (!trial_->finished()) return;
    answers_.push_back(trial_of(at, trial_samples(trial_->result()), rounds_.reference()));
    trial_.reset();
    tell_when_complete();
  }

  double progress() const override {
    const auto done = static_cast<double>(search_.trials().size() + answers_.size());
    return finished() ? 1 : std::min(0.99, done / paper_trials);
  }
  std::string doing() const override { return "trials at one value of k"; }

  // The trial in work begins anew: it is a second of work.
  Group checkpoint() const override {
    std::vector<Trial> all = search_.trials();
    all.insert(all.end(), answers_.begin(), answers_.end());
    return group_of(all);
  }
  void resume(const Group& checkpoint) override {
    for (const Trial& trial : trials_from(checkpoint)) {
      answers_.push_back(trial);
      tell_when_complete();
    }
  }
  Group result() const override { return group_of(search_.trials()); }

 private:
  void tell_when_complete() {
    if (answers_.size() < asked_.size()) return;
    search_.tell(answers_);
    answers_.clear();
    asked_ = search_.ask();
  }

  const elastoplastic::LatticeSettings& rules_;
  const Rounds& rounds_;
  std::shared_ptr<const TrialPlan> plan_;
  compare::PaperSearch search_;
  std::vector<compare::Point> asked_;
  std::vector<Trial> answers_;  // to the first of those asked
  std::unique_ptr<Job> trial_;
};

}  // namespace

std::unique_ptr<Job> paper_search_job(const elastoplastic::LatticeSettings& rules, double first,
                                      const Rounds& rounds) {
  return std::make_unique<PaperSearchJob>(rules, first, rounds);
}

compare::PaperOptimum paper_optimum_from(const Group& record, const elastoplastic::LatticeSettings& rules,
                                         double first) {
  compare::PaperSearch search(search_coordinates(rules), first);
  const std::vector<Trial> trials = trials_from(record);
  std::size_t next = 0;
  for (auto asked = search.ask(); !asked.empty(); asked = search.ask()) {
    if (next + asked.size() > trials.size())
      throw InputError("the record of a search is damaged: trials are missing");
    search.tell({trials.begin() + static_cast<std::ptrdiff_t>(next),
                 trials.begin() + static_cast<std::ptrdiff_t>(next + asked.size())});
    next += asked.size();
  }
  return search.result();
}

std::size_t trials_in(const Group& record) { return record.doubles("macro").size(); }

}  // namespace vitrum::study
