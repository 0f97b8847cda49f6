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
/// `<folder>/checkpoint/<task>.h5`. Any thread of any number of processes may call. A kill at any moment
/// leaves every file whole: the one that stood there or the new one.
class ResultFolder : public Sink {
 public:
  /// Makes the folder when it is not there and joins the processes that do the same study there. Who is
  /// alone, the first one and the last one, removes what killed ones have left: unfinished files, and
  /// checkpoints of tasks that are finished. `study` is a text that all processes have in common and no other
  /// study has. Whether a record is one of this study, the study decides by its content.
  /// @throws InputError when processes of another study are at work in the folder; StorageError when it
  /// cannot be written, or where the file system grants no locks that are required.
  ResultFolder(std::filesystem::path folder, Group provenance, const std::string& study = {},
               Locks locks = Locks::required);
  ~ResultFolder() override;
  ResultFolder(const ResultFolder&) = delete;
  ResultFolder& operator=(const ResultFolder&) = delete;

  /// All five: @throws InputError that names the file and says what to do when it is damaged;
  /// StorageError when the disk fails. Names of tasks are made of letters, digits,
  /// "-" and "_".
  std::unique_ptr<Claim> claim(const std::string& task) override;
  std::optional<Group> finished(const std::string& task) override;
  void finish(const std::string& task, const Group& record) override;
  std::optional<Group> checkpoint(const std::string& task) override;
  void keep_checkpoint(const std::string& task, const Group& checkpoint) override;

 private:
  std::filesystem::path record_path(const std::string& task) const;
  std::filesystem::path checkpoint_path(const std::string& task) const;
  std::optional<Group> read(const std::filesystem::path& path, std::string_view kind) const;
  void write(const std::filesystem::path& path, std::string_view kind, const Group& content) const;
  void tidy() const;

  std::filesystem::path folder_;
  Group provenance_;
  FolderLock lock_;
  std::string date_before_;  ///< no record that is written gets an earlier one
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// How far the work in a folder is, in tasks.
struct WorkDone {
  std::size_t finished = 0;
  std::size_t begun = 0;  ///< that have a checkpoint and no record
};

/// @throws InputError when there is no such folder, or nothing in it.
WorkDone work_done(const std::filesystem::path& folder);

/// Now, as provenance writes it.
std::string utc_now();

/// The file of a folder that keeps the reference of its study: not a record of a task.
inline constexpr const char* reference_name = "reference.h5";
/// And the one that keeps the loadings which the study harvests.
inline constexpr const char* loadings_name = "loadings.h5";

/// The finished records in a folder, in order of their names. @throws InputError when there is none, and
/// no loadings that its study harvests either.
std::vector<std::filesystem::path> finished_files(const std::filesystem::path& folder);

}  // namespace vitrum::store
