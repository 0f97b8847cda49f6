#include "edge/store/result_folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "edge/store/make_folder.h"
#include "edge/store/whole_file.h"

namespace vitrum::store {
namespace {

constexpr const char* checkpoint_folder = "checkpoint";
constexpr const char* extension = ".h5";

std::string checked_name(const std::string& task) {
  const bool good = !task.empty() && std::all_of(task.begin(), task.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_';
  });
  if (!good) throw std::invalid_argument("\"" + task + "\" cannot be the name of a task");
  return task;
}

/// A study that harvests the loadings of others has no records of its own.
bool harvests(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(folder / loadings_name, ignored);
}

/// The files of records in a folder, by name; none when it cannot be read.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::vector<std::filesystem::path> files;
  const std::filesystem::directory_iterator end;
  for (std::filesystem::directory_iterator entry(folder, ignored); entry != end; entry.increment(ignored))
    if (entry->path().extension() == extension && entry->path().filename() != reference_name &&
        entry->path().filename() != loadings_name)
      files.push_back(entry->path());
  // By number: glass-1000 comes after glass-999.
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return strverscmp(a.stem().c_str(), b.stem().c_str()) < 0; });
  return files;
}

std::string as_date(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

/// When the newest record of a folder was written, as the file system says; "" when there is none.
std::string date_of_newest(const std::filesystem::path& folder) {
  std::time_t newest = 0;
  for (const auto& file : files_of(folder)) {
    struct stat status {};
    if (stat(file.c_str(), &status) == 0) newest = std::max(newest, status.st_mtime);
  }
  return newest == 0 ? "" : as_date(newest);
}

}  // namespace

ResultFolder::ResultFolder(std::filesystem::path folder, Group provenance, const std::string& study,
                           Locks locks)
    : folder_(std::move(folder)),
      provenance_(std::move(provenance)),
      lock_(folder_, study, locks),
      date_before_(date_of_newest(folder_)) {
  make_folder(folder_ / checkpoint_folder);
  if (lock_.shut()) tidy();
  lock_.share();
}

ResultFolder::~ResultFolder() {
  if (lock_.shut()) tidy();
}

void ResultFolder::tidy() const {
  remove_unfinished(folder_);
  remove_unfinished(folder_ / checkpoint_folder);
  // A kill may come between the record and the end of its checkpoint.
  std::error_code ignored;
  for (const auto& file : files_of(folder_ / checkpoint_folder))
    if (std::filesystem::exists(folder_ / file.filename(), ignored)) std::filesystem::remove(file, ignored);
}

std::unique_ptr<Claim> ResultFolder::claim(const std::string& task) {
  auto claim = lock_.claim(checked_name(task));
  if (claim) look_anew(folder_);
  return claim;
}

std::optional<Group> ResultFolder::finished(const std::string& task) {
  return read(record_path(task), sample_kind);
}

void ResultFolder::finish(const std::string& task, const Group& record) {
  write(record_path(task), sample_kind, record);
  std::error_code ignored;  // a checkpoint left behind is never looked at again
  std::filesystem::remove(checkpoint_path(task), ignored);
}

std::optional<Group> ResultFolder::checkpoint(const std::string& task) {
  return read(checkpoint_path(task), checkpoint_kind);
}

void ResultFolder::keep_checkpoint(const std::string& task, const Group& checkpoint) {
  write(checkpoint_path(task), checkpoint_kind, checkpoint);
}

std::filesystem::path ResultFolder::record_path(const std::string& task) const {
  return folder_ / (checked_name(task) + extension);
}

std::filesystem::path ResultFolder::checkpoint_path(const std::string& task) const {
  return folder_ / checkpoint_folder / (checked_name(task) + extension);
}

std::optional<Group> ResultFolder::read(const std::filesystem::path& path, std::string_view kind) const {
  std::error_code error;
  if (std::filesystem::status(path, error).type() == std::filesystem::file_type::not_found) return {};
  return read_file(path, kind).content;
}

void ResultFolder::write(const std::filesystem::path& path, std::string_view kind,
                         const Group& content) const {
  File file{std::string(kind), provenance_, content};
  // By their dates it is told which records, and so which settings, are the latest: also when the clock was
  // set back.
  file.provenance.texts["date"] = std::max(utc_now(), date_before_);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began_;
  file.provenance.put("wall_time", passed.count(), "s", "from the start of the run that wrote this file");
  write_file(path, file);
}

std::string utc_now() { return as_date(std::time(nullptr)); }

std::vector<std::filesystem::path> finished_files(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder))
    throw InputError(folder.string() + ": there is no such folder of results");
  auto files = files_of(folder);
  if (files.empty() && !harvests(folder))
    throw InputError(folder.string() + ": there are no results (.h5) in this folder");
  return files;
}

WorkDone work_done(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder))
    throw InputError(folder.string() + ": there is no such folder of results");
  WorkDone done;
  done.finished = files_of(folder).size();
  for (const auto& file : files_of(folder / checkpoint_folder))
    if (!std::filesystem::exists(folder / file.filename())) ++done.begun;
  if (done.finished + done.begun == 0 && !harvests(folder))
    throw InputError(folder.string() + ": there are no results (.h5) in this folder");
  return done;
}

}  // namespace vitrum::store
