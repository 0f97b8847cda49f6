#include "edge/config/findings.h"

#include <algorithm>

namespace vitrum::config {

std::string parent(const std::string& path) {
  const std::size_t end = path.find_last_of(".[");
  return end == std::string::npos ? "" : path.substr(0, end);
}

Place Findings::place(const std::string& path) const {
  for (std::string at = path; !at.empty(); at = parent(at)) {
    const auto found = places_.find(at);
    if (found != places_.end()) return found->second;
  }
  return {1, 1, ""};
}

bool Findings::in_doubt(const std::string& path) const {
  for (std::string at = path; !at.empty(); at = parent(at))
    if (wrong_.count(at) != 0) return true;
  return false;
}

void Findings::wrong(const std::string& path, const Place& place, const std::string& text) {
  wrong_.insert(path);
  problems_.push_back({place, text});
}

void Findings::inconsistent(const std::vector<std::string>& paths, const std::string& text) {
  if (std::any_of(paths.begin(), paths.end(), [this](const auto& path) { return in_doubt(path); })) return;
  problems_.push_back({place(paths.front()), text});
}

}  // namespace vitrum::config
