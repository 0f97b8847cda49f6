// Runs a study, and analyses what it left.
#pragma once

#include <string>
#include <vector>

#include "atomistic/configuration.h"
#include "record/sink.h"
#include "study/ensemble.h"
#include "study/results.h"
#include "study/settings.h"
#include "study/shard.h"

namespace vitrum::study {

/// What the records of each model depend on, as text: the seed and the model's own settings. Made by
/// whoever read the settings. Records of the same text are interchangeable.
struct Origin {
  std::string glass;
  std::string lattice;
  std::string probes = {};  ///< of the local tests of glasses, beside the glasses themselves
  /// Names of lines of `lattice` that a calibration found: lattices of another outcome are sheared anew.
  std::vector<std::string> found = {};
  std::string elements = {};  ///< of lattices of harvested elements, beside what was harvested
};

/// Glasses that were read, for a study with settings.glass.from: sample n starts from the n-th. With several
/// orientations each of them stands here in all, one behind the other: sample n is orientation n %
/// orientations of glass n / orientations.
using StoredGlasses = std::vector<atomistic::Configuration>;

/// The name of a task: "glass-003".
std::string numbered_task(const char* model, int number);

/// The tasks of glasses, of their local tests and of lattices. Settings and stored glasses must outlive them.
std::vector<Task> specimen_tasks(const Settings& settings, const Origin& origin, const StoredGlasses& stored);

/// The task that makes `count` lattices from sample `first` on. Settings must outlive it.
Task lattice_task(const Settings& settings, const Origin& origin, int first, int count);

/// Does every sample of the shard that is not finished yet, together with all processes that share the sink;
/// the records lie in the sink, all of the shard's when it returns.
/// Lattices of harvested elements come last, when what they harvest is there.
/// @param loadings that were read, to be harvested
/// @throws InputError, PhysicsError, StorageError, Stopped.
void run(const Settings& settings, const Origin& origin, Sink& sink, Watcher& watcher,
         const StoredGlasses& stored = {}, const Shard& shard = {},
         const std::vector<LoadingSet>& loadings = {});

/// The samples of the study itself that it harvests, as one more set behind `loadings`.
std::vector<LoadingSet> with_own_loadings(const Settings& settings, const Results& results,
                                          const std::vector<LoadingSet>& loadings);

/// Whether the task or file of this name holds nothing but local tests of a glass.
bool holds_local_tests(const std::string& name);

/// What the record of one task holds: one glass, or a batch of lattices. Stresses and moduli of metals are in
/// GPa, where the record has eV per cubic angstrom.
/// @throws InputError when it is neither.
std::vector<SampleRecord> records_of_task(const Group& task_record);

/// Sorts records into those of glasses and those of lattices, one of each sample; local tests join the record
/// of their glass.
void add_records(const std::vector<SampleRecord>& records, Results& results);

/// Takes out glasses of which only local tests are there, and not their record.
/// @returns their numbers.
std::vector<std::int64_t> remove_glasses_without_record(Results& results);

/// Analyses the records in `results`: fills comparison, tables and remarks.
void analyse(const Settings& settings, Results& results);

}  // namespace vitrum::study
