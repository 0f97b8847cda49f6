// The folder of a study's results: finished records, checkpoints, and who may write them.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "edge/store/file.h"
#include "edge/store/folder_lock.h"
#include "record/sink.h"

namespace vitrum::store {

/// Keeps the finished record of a task in `<folder>/<task>.h5` and its checkpoint in
/// `<folder>/checkpoint/<task>.h5`. Any thread may call. A kill at any moment leaves every file whole:
/// the one that stood there or the new one.
class ResultFolder : public Sink {
 public:
  /// Makes the folder when it is not there, removes the unfinished files of a killed run, and holds the
  /// folder until it is destroyed. Whether a record is one of this study, the study decides by its content.
  /// @throws InputError when another run holds the folder; StorageError when it cannot be written.
  ResultFolder(std::filesystem::path folder, Group provenance);

  /// All four: @throws InputError that names the file and says what to do when it is damaged;
  /// StorageError when the disk fails. Names of tasks are made of letters, digits,
  /// "-" and "_".
  std::optional<Group> finished(const std::string& task) override;
  void finish(const std::string& task, const Group& record) override;
  std::optional<Group> checkpoint(const std::string& task) override;
  void keep_checkpoint(const std::string& task, const Group& checkpoint) override;

 private:
  std::filesystem::path record_path(const std::string& task) const;
  std::filesystem::path checkpoint_path(const std::string& task) const;
  std::optional<Group> read(const std::filesystem::path& path, std::string_view kind) const;
  void write(const std::filesystem::path& path, std::string_view kind, const Group& content) const;

  std::filesystem::path folder_;
  Group provenance_;
  FolderLock lock_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// The finished records in a folder, in order of their names. @throws InputError when there is none.
std::vector<std::filesystem::path> finished_files(const std::filesystem::path& folder);

}  // namespace vitrum::store
