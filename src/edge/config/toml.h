// The one door to the TOML parser.
#pragma once

#include <optional>
#include <string>

#include "edge/config/node.h"

namespace vitrum::config {

struct SyntaxError {
  Place place;
  std::string description;  ///< in the parser's words
};

/// Either a root table or the first syntax error.
struct TomlResult {
  std::optional<Node> root;
  SyntaxError error;
};

TomlResult parse_toml(const std::string& text);

}  // namespace vitrum::config
