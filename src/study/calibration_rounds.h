// Trials of a calibration as tasks: done on as many cores and by as many processes as there are, kept, not
// redone.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compare/reference.h"
#include "compare/search.h"
#include "record/sink.h"
#include "study/calibration_settings.h"
#include "study/ensemble.h"
#include "study/settings.h"
#include "study/trial_job.h"
#include "study/trial_record.h"

namespace vitrum::study {

/// A reference as calibrations use it.
struct Measured {
  compare::Yardstick yardstick;
  std::vector<compare::CalibrationSample> samples;
  std::string digest;  ///< tells references apart
};

Measured measured(const compare::Reference& reference, int bins, double radius);

compare::CalibrationSample sum_of(const std::vector<compare::CalibrationSample>& samples);

/// One set of parameters to be tried.
struct TrialRequest {
  std::string name;  ///< of its task, unique in the study
  Lattice lattice;
  int samples = 0;
  std::uint64_t seed = 1;
  bool quenched = false;    ///< looks at the quenched state, else at the stationary one
  bool to_the_end = false;  ///< all samples are wanted, however wrong the first ones are
  /// As Task::found, of the lines of Rounds::made_from.
  std::vector<std::string> found = {};
};

/// Lines of Rounds::made_from in which lattices at an optimum differ from those at another one; and those of
/// tasks that also hold as many of them as calibrate.final_samples allows.
std::vector<std::string> optimum_lines(const elastoplastic::LatticeSettings& lattice);
std::vector<std::string> final_lines(const elastoplastic::LatticeSettings& lattice);

/// Where trials are done.
class Rounds {
 public:
  Rounds(const Settings& settings, const Measured& reference, Sink& sink, Watcher& watcher);

  /// What will be done in all, by stage: seconds of one core. Once, before the first stage.
  void plan(const std::map<std::string, double>& cost);
  /// From now on, work counts for this stage, `share` of which is done.
  void stage(const std::string& name, double share, const std::string& news);

  /// The samples of all requests, in their order.
  std::vector<std::vector<compare::CalibrationSample>> samples_of(const std::vector<TrialRequest>& requests);
  /// Any other tasks, which are `span` of the present stage; their records are in the sink afterwards.
  void run(const std::vector<Task>& tasks, double span = 0);
  Group record(const std::string& task);
  /// Keeps what a stage came to, and gives it back when it is there already.
  /// One that differs in nothing but the lines of these names is replaced.
  void keep_outcome(const std::string& name, const std::string& made_from,
                    const std::vector<std::string>& found, const Group& outcome);
  std::optional<Group> outcome(const std::string& name, const std::string& made_from);
  /// All that the samples of a trial depend on, as text.
  std::string made_from(const Lattice& lattice, int samples, std::uint64_t seed) const;

  const Measured& reference() const { return reference_; }
  const Settings& settings() const { return settings_; }
  std::shared_ptr<const TrialPlan> trial_plan(std::uint64_t seed, bool quenched, bool to_the_end) const;

 private:
  class Stage;

  const Settings& settings_;
  const Measured& reference_;
  Sink& sink_;
  Watcher& watcher_;
  std::string stage_, news_;
  double share_ = 0;
};

/// The errors of a trial, with their own from the finite number of its lattices (bootstrap).
compare::Trial trial_of(const compare::Point& at, const std::vector<compare::CalibrationSample>& samples,
                        const Measured& reference);

}  // namespace vitrum::study
