// The search of paper 1 at one value of k, as a task.
#pragma once

#include <memory>

#include "compare/paper_search.h"
#include "study/calibration_rounds.h"
#include "study/job.h"

namespace vitrum::study {

/// Trials that such a task makes: with two other parameters 73 to 84 on the valley of
/// tests/compare/valley_errors.h. For progress and cost.
inline constexpr double paper_trials = 80;

/// All trials of compare::PaperSearch, one after the other. The record holds every trial: group "trials" with
/// "at", "macro", "stat" and their errors; "resampled", L_stat against bootstrap resamples of the reference.
/// @param rules of the model; they and `rounds` must outlive the job
std::unique_ptr<Job> paper_search_job(const elastoplastic::LatticeSettings& rules, double first,
                                      const Rounds& rounds);

/// What the record of such a task came to.
struct FoundAlong {
  compare::PaperOptimum optimum;
  /// Its best_stat for each bootstrap resample of the reference; none where that is a single realization.
  std::vector<compare::Trial> resampled;
};
FoundAlong paper_optimum_from(const Group& record, const elastoplastic::LatticeSettings& rules, double first);
std::size_t trials_in(const Group& record);

}  // namespace vitrum::study
