#include "edge/config/problems.h"

#include <algorithm>
#include <sstream>
#include <tuple>

#include "edge/config/text.h"

namespace vitrum::config {

namespace {

std::string line_of(const std::string& source, int number) {
  std::istringstream in(source);
  std::string line;
  for (int i = 0; i < number; ++i)
    if (!std::getline(in, line)) return "";
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Blanks up to the column; tabs stay tabs, so that the caret stands below its character.
std::string blanks_before(const std::string& line, int column) {
  std::string out;
  int characters = 0;
  for (const char c : line) {
    if (continues_character(c)) continue;
    if (++characters >= column) break;
    out += c == '\t' ? '\t' : ' ';
  }
  const auto missing = static_cast<std::size_t>(std::max(0, column - 1 - characters));
  return out + std::string(missing, ' ');
}

// Bytes that a terminal cannot show become question marks.
std::string printable(const std::string& line) {
  std::string out = line;
  for (std::size_t i = first_foreign_byte(out); i != std::string::npos; i = first_foreign_byte(out))
    out[i] = '?';
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t') c = '?';
  return out;
}

}  // namespace

std::string render(const Problem& problem, const std::string& file, const std::string& source) {
  const Place& place = problem.place;
  if (!place.given_by.empty()) return place.given_by + ": " + problem.text;
  if (place.line == 0) return file + ": " + problem.text;
  const std::string number = std::to_string(place.line);
  const std::string line = line_of(source, place.line);
  return file + ":" + number + ":" + std::to_string(place.column) + ": " + problem.text + "\n  " + number +
         " | " + printable(line) + "\n  " + std::string(number.size(), ' ') + " | " +
         blanks_before(line, place.column) + "^";
}

std::vector<std::string> render_all(std::vector<Problem> problems, const std::string& file,
                                    const std::string& source) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    const auto rank = [](const Problem& p) {
      return std::tuple(!p.place.given_by.empty(), p.place.line, p.place.column);
    };
    return rank(a) < rank(b);
  });
  const std::size_t more = problems.size() - std::min(problems.size(), most_problems);
  problems.resize(problems.size() - more);
  std::vector<std::string> out;
  for (const Problem& problem : problems) out.push_back(render(problem, file, source));
  if (more > 0) out.push_back(file + ": and " + std::to_string(more) + " more mistakes; correct these first");
  return out;
}

}  // namespace vitrum::config
