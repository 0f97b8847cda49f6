// A reference as tables: what a user brings, what an export of records writes, and what both are read into.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/group.h"
#include "study/results.h"

namespace vitrum::study {

/// In which state a local test was made. stationary: during the first leg; unloaded: after it, at no stress.
enum class TestedAs : std::int64_t { quenched = 0, stationary = 1, unloaded = 2 };

/// All columns of a table have one entry for each row; those named optional may be empty. Realizations are
/// numbers, the same in all tables; rows of one realization are in order of strain.
struct ReferenceTables {
  /// Stress after relaxation, first leg, on a grid of strains.
  struct Stress {
    std::vector<std::int64_t> realization;
    std::vector<double> strain, stress;
  } stress;
  /// Plastic events of the first leg: stress drop, and the elastic rise that led to it (optional).
  struct Events {
    std::vector<std::int64_t> realization;
    std::vector<double> strain, drop, increment;
  } events;
  struct Local {
    std::vector<std::int64_t> realization;
    std::vector<TestedAs> state;
    std::vector<double> radius, angle, tau_i, tau_c, drop;
    std::vector<double> strain;       ///< external, of the state; optional
    std::vector<double> von_mises;    ///< of the patch before the test; optional
    std::vector<std::int64_t> found;  ///< 1: there was an instability; optional: all were
  } local;
  /// Whether the drops of all local tests are at one strain, as LocalYieldSurvey::held_strain.
  bool held_strain = true;
  /// Later legs, point after point. For people; no calibration reads them.
  struct Legs {
    std::vector<std::int64_t> realization, leg;
    std::vector<double> strain, stress;
  } legs;
  double width = 0;  ///< of the cells, sigma; 0: not known. For people, too
};

/// Realizations of both: those of `more` are numbered on from those that are there.
void append(const ReferenceTables& more, ReferenceTables& tables);

/// What records tell of them, by the number of the sample. A leg behind the first one unloads when its stress
/// ends below a fifth of that at its beginning; tests at the end of the first such leg are `unloaded`, those
/// at the ends of others are left out.
/// @throws InputError when a first leg has no curve on a uniform strain grid.
ReferenceTables reference_tables(const std::vector<SampleRecord>& records);

/// Groups stress, events, local and legs with the columns as arrays; groups without rows and optional columns
/// that are empty are left out.
/// Stresses are rounded to single precision (a part in 10^7), which shrinks compressed files by half.
Group to_group(const ReferenceTables& tables);

}  // namespace vitrum::study
