// A study from its file to its page, for whoever shows it: the program or the Python module.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/stored_reference.h"
#include "edge/config/study_file.h"
#include "edge/store/folder_lock.h"
#include "record/sink.h"
#include "study/harvest.h"
#include "study/run.h"
#include "study/shard.h"

namespace vitrum::app {

/// A study, and what the files hold that it names.
struct ReadStudy {
  config::ParsedStudy parsed;
  study::StoredGlasses glasses;
  StoredReference reference;
  std::vector<study::LoadingSet> loadings;
};

/// Both: @throws InputErrors with everything that is wrong, as config::load_study.
ReadStudy read_study(const std::string& file, const std::vector<std::string>& overrides);
/// The same of a text that is at hand; `name`, a path, stands for its file.
ReadStudy read_study_text(const std::string& text, const std::string& name,
                          const std::vector<std::string>& overrides);

/// What has become of the page: the shard of a study makes none, and one process makes that of all.
enum class Page { none, written, by_another_process };

/// Does what is not done yet of the study, in the folder of its settings, together with all processes that do
/// so.
/// @param say hears in plain lines what happens beside progress
/// @throws InputError, PhysicsError, StorageError, Stopped.
Page do_study(const ReadStudy& study, const study::Shard& shard, store::Locks locks, Watcher& watcher,
              const std::function<void(const std::string&)>& say);

}  // namespace vitrum::app
