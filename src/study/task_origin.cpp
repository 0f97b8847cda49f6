#include "study/task_origin.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "record/text_difference.h"

namespace vitrum::study {

namespace {

// Differing settings that a message shows.
constexpr std::size_t most_differences = 5;

/// The lines that have one of the names, or those that have none.
std::string lines_with(const std::vector<std::string>& names, const std::string& text, bool named) {
  std::string out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (named == std::any_of(names.begin(), names.end(),
                             [&](const std::string& name) { return line.starts_with(name + " = "); }))
      out += line + '\n';
  return out;
}

std::string without(const std::vector<std::string>& names, const std::string& text) {
  return lines_with(names, text, false);
}

}  // namespace

bool same_but_for(const std::vector<std::string>& names, const std::string& then, const std::string& now) {
  return without(names, then) == without(names, now);
}

std::string lines_of(const std::vector<std::string>& names, const std::string& text) {
  return lines_with(names, text, true);
}

bool is_current(const Group& stored, const Task& task, const char* what) {
  const std::string& then = stored.text(origin_name);
  if (then == task.made_from) return true;
  if (same_but_for(task.found, then, task.made_from)) return false;
  throw InputError(
      "the folder of results holds the " + std::string(what) + " '" + task.name +
      "' of other settings (results of different settings must not be mixed); choose another "
      "folder with --output, or remove the old results. What differs:" +
      line_difference(without(task.found, then), without(task.found, task.made_from), most_differences));
}

}  // namespace vitrum::study
