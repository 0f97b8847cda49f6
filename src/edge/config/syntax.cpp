#include "edge/config/syntax.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "edge/config/syntax_words.h"
#include "edge/config/toml.h"

namespace vitrum::config {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

// A line that can be left out without changing the meaning of the lines after it.
bool stands_alone(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string::npos || line[first] == '[') return false;
  if (line.find("\"\"\"") != std::string::npos || line.find("'''") != std::string::npos) return false;
  return std::count(line.begin(), line.end(), '[') == std::count(line.begin(), line.end(), ']');
}

}  // namespace

std::optional<Node> read_toml(const std::string& text, Findings& findings) {
  std::vector<std::string> lines = lines_of(text);
  int last = 0;
  while (true) {
    TomlResult result = parse_toml(joined(lines));
    if (result.root) return std::move(result.root);
    const SyntaxError& error = result.error;
    const int number = std::clamp(error.place.line, 1, static_cast<int>(lines.size()));
    std::string& line = lines[static_cast<std::size_t>(number) - 1];
    const SyntaxProblem problem = in_our_words(error, line);
    findings.wrong("", {number, problem.column, ""}, problem.text);
    if (number <= last || !stands_alone(line) || findings.problems().size() >= most_problems)
      return std::nullopt;
    line.clear();
    last = number;
  }
}

}  // namespace vitrum::config
