#include "study/repeat.h"

#include <algorithm>
#include <cstdint>

#include "atomistic/configuration_record.h"
#include "atomistic/eam_tables_record.h"
#include "base/error.h"
#include "study/ensemble.h"
#include "study/glass_job.h"
#include "study/task_origin.h"

namespace vitrum::study {

namespace {

const std::string local_tests_lines[] = {"tested state", "first test"};

struct Place {
  bool glass = false, local_tests = false;
  std::int64_t first = 0, count = 1;  // samples in the record
};

Place place_of(const Group& record) {
  Place out;
  const bool one = record.has_group("history");
  if (!one && !record.has_group("0")) throw InputError("it holds no record of a glass or of lattices");
  const Group& first = one ? record : record.group("0");
  if (first.text("model") == elements_model)
    throw InputError(
        "lattices of harvested elements need all that was harvested, and cannot be made again from their "
        "file alone; "
        "run the study again");
  out.glass = first.text("model") == "glass";
  out.first = first.integer("sample");
  out.local_tests =
      out.glass && first.has_group("local_yield") && first.integers("history/states/leg").empty();
  while (!one && record.has_group(std::to_string(out.count))) ++out.count;
  return out;
}

bool is_task_of(const Place& place, const std::string& made_from, const Task& task) {
  const bool local = holds_local_tests(task.name);
  const std::string glass = numbered_task("glass", static_cast<int>(place.first));
  if (!place.local_tests) return task.name == glass;
  const std::vector<std::string> lines(std::begin(local_tests_lines), std::end(local_tests_lines));
  return local && task.name.starts_with(glass) &&
         lines_of(lines, task.made_from) == lines_of(lines, made_from);
}

/// The task of the record, behind the one that it needs.
std::vector<Task> tasks_of_glass(const Place& place, const Group& record, const Repetition& repetition,
                                 const Origin& origin) {
  const std::vector<Task> all = specimen_tasks(repetition.settings, origin, repetition.stored);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Task& task) {
    return is_task_of(place, record.text(origin_name), task);
  });
  if (found == all.end()) throw InputError("its settings have no task that makes such a record");
  std::vector<Task> tasks;
  if (found->needs) tasks.push_back(all[*found->needs]);
  tasks.push_back(*found);
  if (found->needs) tasks.back().needs = 0;
  return tasks;
}

}  // namespace

Repetition repetition_of(const Group& record, const Settings& settings) {
  const Place place = place_of(record);
  Repetition out{settings, {}};
  const std::int64_t samples = place.glass ? settings.glass.samples : settings.lattice.samples;
  if (place.first < 0 || place.first > samples - place.count)
    throw InputError("it is of sample " + std::to_string(place.first) + ", but its settings make only " +
                     std::to_string(samples) + "; the file is damaged");
  const auto last = static_cast<int>(place.first + place.count);
  if (!place.glass && settings.calibrate.search != Search::none)
    throw InputError(
        "its lattices are what a calibration found, which needs its reference, and cannot be made again from "
        "their file "
        "alone; run the study again");
  (place.glass ? out.settings.glass.samples : out.settings.lattice.samples) = last;
  (place.glass ? out.settings.lattice.samples : out.settings.glass.samples) = 0;
  Glass& glass = out.settings.glass;
  if (!place.glass) return out;
  if (glass.engine == Engine::lammps && !glass.foreign)
    throw InputError("its forces are those of LAMMPS, which was not begun");
  const bool was_read = !glass.from.empty();
  if ((was_read && !record.has_group(read_glass_name)) ||
      (names_a_table(glass.potential) && !record.has_group(potential_name)))
    throw InputError(
        std::string("it does not hold the ") +
        (was_read ? "glass that was read" : "tables of the potential") + " (" +
        (place.local_tests ? "records of local tests do not" : "those of earlier versions do not") +
        "), and cannot be made again from its file alone; run the study again");
  if (record.has_group(potential_name))
    glass.metal = std::make_shared<const atomistic::EamPotential>(
        atomistic::eam_tables_from(record.group(potential_name)));
  if (was_read)
    out.stored.assign(static_cast<std::size_t>(last),
                      atomistic::configuration_from(record.group(read_glass_name)));
  return out;
}

std::string repeat(const Repetition& repetition, const Group& record, const Origin& origin, Sink& sink,
                   Watcher& watcher) {
  const Place place = place_of(record);
  const Settings& settings = repetition.settings;
  const std::vector<Task> tasks =
      place.glass ? tasks_of_glass(place, record, repetition, origin)
                  : std::vector{lattice_task(settings, origin, static_cast<int>(place.first),
                                             static_cast<int>(place.count))};
  run_tasks(tasks, sink, watcher, settings.study.threads, settings.study.checkpoint_interval);
  return tasks.back().name;
}

}  // namespace vitrum::study
