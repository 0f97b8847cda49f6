// What is wrong with a study, collected and put into words with line, column and caret.
#pragma once

#include <string>
#include <vector>

#include "edge/config/node.h"

namespace vitrum::config {

/// `text` follows one grammar: problem (why) suggestion.
struct Problem {
  Place place;
  std::string text;
};

/// So many are told; after them a file is not looked at any further.
inline constexpr std::size_t most_problems = 100;

/// "file:line:column: text", then the source line and a caret below the column. Problems that stand
/// nowhere in the file have "file: text"; those of the command line "--set table.key=value: text".
std::string render(const Problem& problem, const std::string& file, const std::string& source);

/// All of them, in the order of the file, those of the command line last. Of more than most_problems the
/// first ones, and a line with the number of the others.
std::vector<std::string> render_all(std::vector<Problem> problems, const std::string& file,
                                    const std::string& source);

}  // namespace vitrum::config
