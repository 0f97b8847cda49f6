#include "study/run.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <mutex>

#include "atomistic/configuration_record.h"
#include "base/error.h"
#include "study/cost.h"
#include "study/element_job.h"
#include "study/ensemble.h"
#include "study/glass_job.h"
#include "study/glass_probes.h"
#include "study/lattice_job.h"
#include "study/lattice_sample.h"
#include "study/metal_units.h"
#include "study/probe_job.h"

namespace vitrum::study {

std::string numbered_task(const char* model, int number) {
  char name[32];
  std::snprintf(name, sizeof name, "%s-%03d", model, number);
  return name;
}

namespace {

std::vector<Task> glass_tasks(const Settings& settings, const Origin& origin, const StoredGlasses& stored) {
  if (!settings.glass.from.empty() && stored.size() < static_cast<std::size_t>(settings.glass.samples))
    throw InputError("glass.samples is " + std::to_string(settings.glass.samples) + " (" +
                     std::to_string(stored.size()) + " stored glasses were read); ask for fewer");
  std::vector<Task> out;
  for (int i = 0; i < settings.glass.samples; ++i) {
    const atomistic::Configuration* start =
        settings.glass.from.empty() ? nullptr : &stored[static_cast<std::size_t>(i)];
    // What was read is part of what the record was made from.
    const std::string made_from =
        origin.glass + (start ? "stored glass = " + atomistic::checksum(*start) + "\n" : "") +
        (settings.glass.metal ? "potential table = " + settings.glass.metal->checksum() + "\n" : "") +
        (settings.glass.foreign ? "engine = " + settings.glass.foreign->identity() + "\n" : "");
    out.push_back({numbered_task("glass", i), made_from, glass_seconds(settings.glass),
                   [&settings, start, i](const Group&) {
                     return glass_job(settings.glass, settings.study.seed, static_cast<std::uint64_t>(i),
                                      start);
                   }});
  }
  return out;
}

constexpr const char* local_mark = "-local-";

std::string batch_name(const std::string& glass, std::size_t number) {
  char name[48];
  std::snprintf(name, sizeof name, "%s%s%04zu", glass.c_str(), local_mark, number);
  return name;
}

// The local tests of all glasses. `glasses` are the tasks that make these; all tasks stand behind them.
std::vector<Task> probe_tasks(const Settings& settings, const Origin& origin, const StoredGlasses& stored,
                              const std::vector<Task>& glasses) {
  std::vector<Task> out;
  if (tested_states(settings.glass.program) == 0) return out;
  for (std::size_t i = 0; i < glasses.size(); ++i) {
    const atomistic::Box box = stored.empty() ? prepared_box(settings.glass) : stored[i].box;
    require_room(settings.glass, box);  // now, not when the glass has been sheared for hours
    const auto batches = test_batches(settings.glass, box);
    for (std::size_t n = 0; n < batches.size(); ++n) {
      const TestBatch& batch = batches[n];
      const std::string made_from =
          glasses[i].made_from + origin.probes + "tested state = " + std::to_string(batch.state) +
          "\nfirst test = " + std::to_string(batch.first) + "\ntests = " + std::to_string(batch.count) + "\n";
      const auto begin = [&settings, i, batch](const Group& glass) {
        return probe_job(settings.glass, i, batch, glass);
      };
      out.push_back({batch_name(glasses[i].name, n), made_from, batch.seconds, begin, i});
    }
  }
  return out;
}

/// The patches of a study's lattices, made when the first task wants them.
class SharedPatches {
 public:
  std::shared_ptr<const elastoplastic::PatchTests> of(const Lattice& settings) {
    std::call_once(made_, [&] { tests_ = patch_tests(settings); });
    return tests_;
  }

 private:
  std::once_flag made_;
  std::shared_ptr<const elastoplastic::PatchTests> tests_;
};

Task task_of_lattices(const Settings& settings, const Origin& origin, int first, int count,
                      const std::shared_ptr<SharedPatches>& patches) {
  // Which samples are in the batch is part of what the record was made from. Its last one grows with the
  // number of samples, and another division into batches moves them.
  const std::string made_from = origin.lattice + "batch = " + std::to_string(count) +
                                "\nfirst lattice = " + std::to_string(first) + "\n";
  std::vector<std::string> found = origin.found;
  found.insert(found.end(), {"batch", "first lattice"});
  return {numbered_task("lattice", first / lattices_per_task(settings.lattice)),
          made_from,
          count * lattice_seconds(settings.lattice),
          [&settings, first, count, patches](const Group&) {
            return lattice_job(settings.lattice, settings.study.seed, static_cast<std::uint64_t>(first),
                               static_cast<std::uint64_t>(count), patches->of(settings.lattice));
          },
          std::nullopt,
          found};
}

std::vector<Task> lattice_tasks(const Settings& settings, const Origin& origin) {
  std::vector<Task> out;
  const auto patches = std::make_shared<SharedPatches>();
  const int at_most = lattices_per_task(settings.lattice);
  for (int first = 0; first < settings.lattice.samples; first += at_most) {
    const int count = std::min(at_most, settings.lattice.samples - first);
    out.push_back(task_of_lattices(settings, origin, first, count, patches));
  }
  return out;
}

/// What the sink holds of these tasks.
Results finished_results(const std::vector<Task>& tasks, Sink& sink) {
  Results out;
  for (const Task& task : tasks)
    if (const auto record = sink.finished(task.name); record && !holds_local_tests(task.name))
      add_records(records_of_task(*record), out);
  return out;
}

std::vector<Task> element_tasks(const Settings& settings, const Origin& origin,
                                const std::shared_ptr<const HarvestedMap>& harvested) {
  std::vector<Task> out;
  const std::string what = "harvested = " + checksum(*harvested) + "\n";
  for (std::size_t set = 0; set < harvested->labels.size(); ++set)
    for (int i = 0; i < settings.elements.samples; ++i) {
      char name[48];
      std::snprintf(name, sizeof name, "elements-%02zu-%03d", set, i);
      out.push_back({name,
                     origin.elements + what + "set = " + std::to_string(set) + "\n",
                     element_seconds(settings.elements),
                     [&settings, harvested, set, i](const Group&) {
                       return element_job(settings.elements, *harvested, set, settings.study.seed,
                                          static_cast<std::uint64_t>(i));
                     },
                     std::nullopt,
                     {"harvested"}});
    }
  return out;
}

}  // namespace

Task lattice_task(const Settings& settings, const Origin& origin, int first, int count) {
  return task_of_lattices(settings, origin, first, count, std::make_shared<SharedPatches>());
}

std::vector<Task> specimen_tasks(const Settings& settings, const Origin& origin,
                                 const StoredGlasses& stored) {
  std::vector<Task> tasks = glass_tasks(settings, origin, stored);
  for (Task& task : probe_tasks(settings, origin, stored, tasks)) tasks.push_back(std::move(task));
  for (Task& task : lattice_tasks(settings, origin)) tasks.push_back(std::move(task));
  return tasks;
}

void run(const Settings& settings, const Origin& origin, Sink& sink, Watcher& watcher,
         const StoredGlasses& stored, const Shard& shard, const std::vector<LoadingSet>& loadings) {
  const std::vector<Task> tasks = specimen_tasks(settings, origin, stored);
  const General& study = settings.study;
  run_tasks(tasks_of(shard, tasks), sink, watcher, study.threads, study.checkpoint_interval);
  if (settings.elements.samples == 0) return;
  const Results done = finished_results(tasks, sink);
  const auto harvested = std::make_shared<const HarvestedMap>(
      harvested_map(settings.harvest, with_own_loadings(settings, done, loadings)));
  run_tasks(element_tasks(settings, origin, harvested), sink, watcher, study.threads,
            study.checkpoint_interval);
}

std::vector<LoadingSet> with_own_loadings(const Settings& settings, const Results& results,
                                          const std::vector<LoadingSet>& loadings) {
  std::vector<LoadingSet> sets = loadings;
  if (settings.harvest.own == OwnSamples::none) return sets;
  const bool glass = settings.harvest.own == OwnSamples::glass;
  LoadingSet own{glass ? "glasses of this study" : "lattices of this study", {}};
  for (const SampleRecord& record : glass ? results.glass : results.lattice)
    own.records.push_back(loading_record(record));
  if (!own.records.empty()) sets.push_back(std::move(own));
  return sets;
}

bool holds_local_tests(const std::string& name) { return name.find(local_mark) != std::string::npos; }

std::vector<SampleRecord> records_of_task(const Group& task_record) {
  if (task_record.has_group("history")) {
    Group shown = task_record;
    show_gigapascals(shown);
    return {sample_record_from(shown)};
  }
  std::vector<SampleRecord> out;
  for (std::size_t i = 0; i < task_record.groups.size(); ++i)
    out.push_back(sample_record_from(task_record.group(std::to_string(i))));
  return out;
}

namespace {

// Joins the tests of one state, which several tasks may have made.
void add_surveys(const std::vector<LocalYieldSurvey>& surveys, SampleRecord& record) {
  for (const LocalYieldSurvey& survey : surveys) {
    const auto same = std::find_if(record.surveys.begin(), record.surveys.end(), [&](const auto& one) {
      return one.leg == survey.leg && one.strain == survey.strain;
    });
    if (same == record.surveys.end()) {
      record.surveys.push_back(survey);
      continue;
    }
    same->tests.insert(same->tests.end(), survey.tests.begin(), survey.tests.end());
    same->failed += survey.failed;
    same->held_strain = same->held_strain && survey.held_strain;
    if (same->failure.empty()) same->failure = survey.failure;
  }
}

}  // namespace

void add_records(const std::vector<SampleRecord>& records, Results& results) {
  for (const SampleRecord& record : records) {
    if (record.model == elements_model) {
      results.elements.push_back(record);
      continue;
    }
    std::vector<SampleRecord>& all = record.model == "glass" ? results.glass : results.lattice;
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const SampleRecord& one) { return one.sample == record.sample; });
    if (same == all.end()) {
      all.push_back(record);
    } else if (record.model != "glass") {
      *same = record;  // in two files, where a study was divided into tasks in another way before
    } else if (record.history.states.empty()) {
      add_surveys(record.surveys, *same);
    } else {
      const std::vector<LocalYieldSurvey> before = std::move(same->surveys);
      *same = record;
      add_surveys(before, *same);
    }
  }
}

std::vector<std::int64_t> remove_glasses_without_record(Results& results) {
  std::vector<std::int64_t> out;
  for (const SampleRecord& record : results.glass)
    if (record.history.states.empty()) out.push_back(record.sample);
  std::erase_if(results.glass, [](const SampleRecord& record) { return record.history.states.empty(); });
  return out;
}

}  // namespace vitrum::study
