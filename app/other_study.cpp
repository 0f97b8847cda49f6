#include "app/other_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "edge/store/file.h"
#include "edge/store/result_folder.h"
#include "record/text_difference.h"
#include "study/calibrate.h"
#include "study/task_origin.h"

namespace vitrum::app {

namespace {

namespace fs = std::filesystem;

// Differing settings that a message shows.
constexpr std::size_t most_differences = 5;

/// The first record of a model in the folder; empty without one.
fs::path first_record(const fs::path& folder, const std::string& model) {
  for (const std::string number : {"-000.h5", "-00-000.h5"})
    if (fs::exists(folder / (model + number))) return folder / (model + number);
  return {};
}

[[noreturn]] void refuse(const fs::path& folder, const std::string& what, const std::string& difference) {
  throw InputError(
      fmt::format("{}: the folder holds {} (its page would no longer show them); choose another folder with "
                  "--output, or put both into one study file{}",
                  folder.string(), what, difference));
}

/// Lines of a record's origin that the settings do not tell: what was read, and the number in a batch.
std::string settings_of(const std::string& made_from, const std::string& model) {
  std::string out;
  std::size_t at = 0;
  while (at < made_from.size()) {
    const std::size_t end = std::min(made_from.find('\n', at), made_from.size());
    const std::string line = made_from.substr(at, end - at);
    if (line.starts_with(model + ".") || line.starts_with(model + "[") || line.starts_with("study."))
      out += line + '\n';
    at = end + 1;
  }
  return out;
}

struct Model {
  std::string name;
  bool asked_for;
  std::string made_from;  ///< what its records would be made from
};

void refuse_other_records(const fs::path& folder, const Model& model) {
  const fs::path file = first_record(folder, model.name);
  if (file.empty()) return;
  const Group content = store::read_file(file, store::sample_kind).content;
  const auto made_from = content.texts.find(study::origin_name);
  if (made_from == content.texts.end()) return;
  const std::string then = settings_of(made_from->second, model.name);
  if (then != model.made_from)
    refuse(folder, "records of another study, such as " + file.filename().string(),
           ". What differs:" + line_difference(then, model.made_from, most_differences));
}

bool holds_a_calibration(const fs::path& folder) {
  const auto files = fs::directory_iterator(folder);
  return std::any_of(begin(files), end(files), [](const fs::directory_entry& entry) {
    return entry.path().extension() == ".h5" && study::holds_calibration(entry.path().stem().string());
  });
}

}  // namespace

void refuse_other_study(const fs::path& folder, const study::Settings& settings,
                        const study::Origin& origin) {
  if (!fs::exists(folder)) return;
  const bool calibrates = settings.calibrate.search != study::Search::none;
  const std::vector<Model> models{{"glass", settings.glass.samples > 0, origin.glass},
                                  {"lattice", settings.lattice.samples > 0 || calibrates, origin.lattice},
                                  {study::elements_model, settings.elements.samples > 0, origin.elements}};
  const bool holds_found = holds_a_calibration(folder);
  const bool holds_loadings = fs::exists(folder / store::loadings_name);
  const bool goes_on = std::any_of(models.begin(), models.end(), [&](const Model& model) {
    return model.asked_for && !first_record(folder, model.name).empty();  // its tasks look for themselves
  });
  if (goes_on || (calibrates && holds_found) || (!settings.harvest.sets.empty() && holds_loadings)) return;
  for (const Model& model : models) refuse_other_records(folder, model);
  if (holds_found) refuse(folder, "a calibration of another study", "");
  if (holds_loadings && settings.harvest.sets.empty())
    refuse(folder, "loadings that another study harvests", "");
}

}  // namespace vitrum::app
