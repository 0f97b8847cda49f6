// What reading a study brought to light: where each key stands, and what is wrong.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "edge/config/problems.h"

namespace vitrum::config {

/// Keys are named by their path: "glass.samples", "glass.leg[1].strain" (legs count from 1).
class Findings {
 public:
  /// Remembers that `path` (key or table) was given, and where.
  void given(const std::string& path, const Place& place) { places_[path] = place; }
  bool is_given(const std::string& path) const { return places_.count(path) != 0; }
  /// Where the key stands; if it was not given, its table; if that was not given, the top of the file.
  Place place(const std::string& path) const;

  /// A problem of the key itself. What else depends on its value is then not complained about.
  void wrong(const std::string& path, const Place& place, const std::string& text);
  /// A problem between keys, shown at the first of `paths`; dropped when one of them is wrong already.
  void inconsistent(const std::vector<std::string>& paths, const std::string& text);

  /// Whether the key, or a table around it, is wrong itself.
  bool in_doubt(const std::string& path) const;

  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::map<std::string, Place> places_;
  std::set<std::string> wrong_;
  std::vector<Problem> problems_;
};

/// "glass.leg[1].strain" -> "glass.leg[1]" -> "glass.leg" -> "glass" -> "".
std::string parent(const std::string& path);

}  // namespace vitrum::config
