#include "app/stored_loadings.h"

#include <fmt/format.h>

#include "app/not_there.h"
#include "app/stored_samples.h"
#include "base/error.h"
#include "edge/store/file.h"
#include "edge/store/result_folder.h"
#include "study/run.h"

namespace vitrum::app {

namespace {

namespace fs = std::filesystem;

std::string set_name(std::size_t number) { return fmt::format("{:04}", number); }

}  // namespace

std::vector<study::LoadingRecord> loadings_of(const std::string& source) {
  if (!fs::exists(source)) throw InputError(not_there(source));
  if (!fs::is_directory(source)) {
    const store::File file = store::read_file(source);
    if (file.kind == store::loadings_kind) return study::loading_records_from(file.content);
  }
  std::vector<study::LoadingRecord> out;
  for (const study::SampleRecord& sample : stored_samples(source))
    out.push_back(study::loading_record(sample));
  return out;
}

std::vector<study::LoadingRecord> loadings_in(const Group& content) {
  if (content.has_group("specimens")) return study::loading_records_from(content);
  std::vector<study::LoadingRecord> out;
  for (const study::SampleRecord& sample : study::records_of_task(content))
    out.push_back(study::loading_record(sample));
  return out;
}

std::vector<study::LoadingSet> read_stored_loadings(const study::Settings& settings,
                                                    config::Findings& findings) {
  std::vector<study::LoadingSet> out;
  const auto& sets = settings.harvest.sets;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    out.push_back({sets[i].label, {}});
    for (const std::string& source : sets[i].records) try {
        for (study::LoadingRecord& record : loadings_of(source))
          out.back().records.push_back(std::move(record));
      } catch (const InputError& error) {
        const std::string key = fmt::format("harvest.set[{}].records", i + 1);
        findings.inconsistent({key}, fmt::format("{}: {}", key, error.what()));
      }
  }
  return out;
}

void keep_loadings(const std::vector<study::LoadingSet>& sets, const store::Provenance& study,
                   const fs::path& folder) {
  if (sets.empty()) return;
  Group content;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    Group& set = content.groups[set_name(i)] = study::to_group(sets[i].records);
    set.texts["label"] = sets[i].label;
  }
  Group provenance = store::to_group(study);
  provenance.texts["date"] = store::utc_now();
  store::write_file(folder / store::loadings_name,
                    {std::string(store::loadings_kind), std::move(provenance), std::move(content)});
}

std::vector<study::LoadingSet> kept_loadings(const fs::path& folder) {
  const fs::path file = folder / store::loadings_name;
  if (!fs::exists(file)) return {};
  const Group content = store::read_file(file, store::loadings_kind).content;
  std::vector<study::LoadingSet> out;
  for (const auto& [name, set] : content.groups)
    out.push_back({set.text("label"), study::loading_records_from(set)});
  return out;
}

}  // namespace vitrum::app
