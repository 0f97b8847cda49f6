// The parser's descriptions of syntax errors in words that say what to do.
#pragma once

#include <string>

#include "edge/config/toml.h"

namespace vitrum::config {

struct SyntaxProblem {
  int column = 1;
  std::string text;  ///< problem (why) suggestion
};

/// `line` is the source line of the error.
SyntaxProblem in_our_words(const SyntaxError& error, const std::string& line);

}  // namespace vitrum::config
