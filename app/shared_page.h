// The page at the end of a study that several processes did.
#pragma once

#include <filesystem>
#include <optional>

#include "edge/store/provenance.h"
#include "record/sink.h"

namespace vitrum::app {

/// Written by one of the processes that share a study, when all is done; the others wait until it is there.
class SharedPage {
 public:
  /// To be made before the work begins.
  explicit SharedPage(std::filesystem::path folder);
  /// Writes the page of the results in the folder, which `records` are. False: another process has written
  /// it.
  /// @throws Stopped when the watcher asks to stop while waiting.
  bool write(const store::Provenance& study, Sink& records, Watcher& watcher) const;

 private:
  bool newer_page() const;

  std::filesystem::path folder_;
  std::optional<std::filesystem::file_time_type> before_;  ///< when the page that was there was written
};

}  // namespace vitrum::app
