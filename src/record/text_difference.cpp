#include "record/text_difference.h"

#include <set>
#include <sstream>
#include <vector>

namespace vitrum {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string missing_lines(const std::string& from, const std::string& in, std::size_t most,
                          const std::string& lead) {
  const auto there = lines_of(in);
  const std::set<std::string> known(there.begin(), there.end());
  std::string list;
  std::size_t count = 0;
  for (const std::string& line : lines_of(from))
    if (known.count(line) == 0 && ++count <= most) list += "\n  " + lead + line;
  if (count > most) list += "\n  " + lead + "and " + std::to_string(count - most) + " more";
  return list;
}

}  // namespace

std::string line_difference(const std::string& then, const std::string& now, std::size_t most) {
  return missing_lines(then, now, most, "there: ") + missing_lines(now, then, most, "now:   ");
}

}  // namespace vitrum
