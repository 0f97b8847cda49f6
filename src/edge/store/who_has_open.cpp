#include "edge/store/who_has_open.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <system_error>

namespace vitrum::store {
namespace {

// Processes that a message names.
constexpr std::size_t most_processes = 8;

bool has_open(const std::filesystem::path& process, const struct stat& file) {
  std::error_code ignored;  // what ends in the meantime, or is another user's
  const std::filesystem::directory_iterator end;
  for (std::filesystem::directory_iterator entry(process / "fd", ignored); entry != end;
       entry.increment(ignored)) {
    struct stat status {};
    if (stat(entry->path().c_str(), &status) == 0 && status.st_dev == file.st_dev &&
        status.st_ino == file.st_ino)
      return true;
  }
  return false;
}

}  // namespace

std::string who_has_open(const std::filesystem::path& file) {
  struct stat status {};
  std::set<long> found;
  std::error_code ignored;
  const std::filesystem::directory_iterator end;
  if (stat(file.c_str(), &status) == 0)
    for (std::filesystem::directory_iterator entry("/proc", ignored); entry != end;
         entry.increment(ignored)) {
      const std::string name = entry->path().filename();
      const bool process = std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (process && name != std::to_string(getpid()) && has_open(entry->path(), status))
        found.insert(std::stol(name));
    }
  if (found.empty()) return "a process of another machine or user";
  std::string out = found.size() == 1 ? "process" : "processes";
  std::size_t named = 0;
  for (const long process : found) {
    if (named == most_processes) break;
    out += (named++ == 0 ? " " : ", ") + std::to_string(process);
  }
  if (found.size() > named) out += " and " + std::to_string(found.size() - named) + " more";
  return out + " of this machine";
}

}  // namespace vitrum::store
