#include "app/page.h"

#include <fmt/format.h>

#include <map>

#include "app/stored_loadings.h"
#include "app/stored_reference.h"
#include "base/duration.h"
#include "base/parallel.h"
#include "edge/config/write_settings.h"
#include "edge/report/report.h"
#include "edge/store/file.h"
#include "edge/store/result_folder.h"
#include "edge/store/whole_file.h"
#include "study/calibrate.h"
#include "study/reference_records.h"
#include "study/run.h"
#include "study/task_origin.h"

namespace vitrum::app {

namespace {

report::Provenance shown(const Group& provenance, const study::Settings& settings) {
  report::Provenance out;
  out.title = settings.study.title;
  const auto text = [&](const char* name) { return provenance.text(name); };
  out.facts = {
      {"Program", fmt::format("vitrum {} {}", text("version"), text("commit"))},
      {"Compiler", fmt::format("{}, {}, {}", text("compiler"), text("build_type"), text("compiler_flags"))},
      {"Machine", fmt::format("{}, {} cores, {}", text("cpu"), provenance.integer("cores"), text("system"))},
      {"Seed", fmt::format("{}", settings.study.seed)},
      {"Threads", fmt::format("{}", provenance.integer("threads"))},
      {"Finished", text("date")}};
  // A harvest of others' loadings is made with the page.
  if (provenance.has_array("wall_time"))
    out.facts.push_back({"Wall time of the last run", duration_in_words(provenance.number("wall_time"))});
  out.study = text("study");
  out.overrides = text("overrides");
  out.settings = text("settings");
  return out;
}

/// Takes out lattices that stand where an earlier calibration with fewer trials found them: a run that was
/// stopped has not sheared them anew. `made_from`: of the file of each sample.
/// @returns a remark on how many, empty when there is none.
std::string without_superseded(std::vector<study::SampleRecord>& lattices,
                               const std::map<std::int64_t, std::string>& made_from,
                               const study::Settings& settings) {
  const std::vector<std::string> found = study::calibrated_lines(settings);
  const std::string wanted = study::lines_of(found, config::origin_of(settings).lattice);
  const auto count = std::erase_if(lattices, [&](const auto& record) {
    return study::lines_of(found, made_from.at(record.sample)) != wanted;
  });
  if (count == 0) return "";
  return fmt::format(
      "{} lattices are left out: they stand where a calibration with fewer trials found them. "
      "Give the command vitrum run again: it shears them at the new optimum.",
      count);
}

// Records that an earlier run of more samples left behind are no part of this study.
void keep_first(std::vector<study::SampleRecord>& records, int samples) {
  std::erase_if(records, [samples](const auto& record) { return record.sample >= samples; });
}

}  // namespace

store::Provenance provenance_of(const config::ParsedStudy& study) {
  store::Provenance out;
  out.study = study.text;
  for (const auto& line : study.overrides) out.overrides += line + "\n";
  out.settings = study.resolved;
  out.seed = study.settings.study.seed;
  out.threads = thread_count(study.settings.study.threads);
  out.program = build_info();
  out.machine = store::this_machine();
  return out;
}

Analysed analysed(const std::filesystem::path& folder, const std::optional<store::Provenance>& study) {
  Analysed out;
  study::Results& results = out.results;
  Group newest;
  std::map<std::int64_t, std::string> lattices_made_from;
  for (const auto& path : store::finished_files(folder)) {
    const std::string task = path.stem().string();
    const bool calibrates = study::belongs_to_calibration(task);
    if (calibrates && !study::holds_calibration(task)) continue;  // trials: there are thousands
    const store::File file = store::read_file(path, store::sample_kind);
    if (calibrates) {
      study::add_calibration(task, file.content, results.calibration);
    } else {
      const auto records = study::records_of_task(file.content);
      for (const auto& record : records)
        if (record.model == "lattice")
          lattices_made_from[record.sample] = file.content.text(study::origin_name);
      study::add_records(records, results);
    }
    if (newest.texts.empty() || file.provenance.text("date") >= newest.text("date")) newest = file.provenance;
  }
  // A study that harvests the records of others has none of its own.
  if (const auto loadings = folder / store::loadings_name;
      newest.texts.empty() && std::filesystem::exists(loadings))
    newest = store::read_file(loadings, store::loadings_kind).provenance;
  if (study)
    for (const auto& [name, text] : store::to_group(*study).texts) newest.texts[name] = text;
  auto settings = config::parse_study(newest.text("settings"), "settings of " + folder.string()).settings;
  const auto reference = kept_reference(folder);
  if (reference && results.glass.empty()) study::adopt_reference(*reference, settings, results);
  results.glass_sizes = kept_sizes(folder);
  results.loadings = kept_loadings(folder);
  std::string superseded;
  if (!results.calibration.models.empty()) {
    study::keep_asked_for(settings, results.calibration);
    settings = study::with_calibrated_lattice(settings, results.calibration);
    superseded = without_superseded(results.lattice, lattices_made_from, settings);
  }
  std::vector<std::string> missing;
  for (const std::int64_t glass : study::remove_glasses_without_record(results))
    missing.push_back(fmt::format(
        "Glass {} is left out: its record is missing, and only its local tests are there. Give the "
        "command vitrum run again: it makes the record anew.",
        glass));
  keep_first(results.glass, settings.glass.samples);
  keep_first(results.lattice, settings.lattice.samples);
  keep_first(results.elements, settings.elements.samples);
  study::analyse(settings, results);
  if (!superseded.empty()) results.remarks.push_back(superseded);
  results.remarks.insert(results.remarks.end(), missing.begin(), missing.end());
  out.provenance = shown(newest, settings);
  return out;
}

void write_page(const std::filesystem::path& folder, const std::optional<store::Provenance>& study) {
  const Analysed found = analysed(folder, study);
  store::write_whole(folder / "summary.json", report::summary_json(found.results, found.provenance));
  store::write_whole(folder / page_name, report::report_page(found.results, found.provenance));
}

}  // namespace vitrum::app
