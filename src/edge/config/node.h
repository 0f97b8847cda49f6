// A parsed study file as a plain tree: what stands where, without the parser.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vitrum::config {

/// Where something was written.
struct Place {
  int line = 0;          ///< from 1; 0: nowhere in the file
  int column = 0;        ///< from 1, in characters (not bytes)
  std::string given_by;  ///< "--set glass.samples=4" when it came from the command line
};

enum class Kind { boolean, whole, real, text, date, list, table };

/// A value, and the key in front of it when it stands in a table.
struct Node {
  std::string key;
  Place key_place;
  Place place;
  Kind kind = Kind::table;
  bool boolean = false;
  std::int64_t whole = 0;
  double real = 0;
  std::string text;            ///< of a text; of a value from the command line: as it was typed
  std::vector<Node> children;  ///< items of a list, entries of a table

  /// The entry of that key, or nullptr.
  Node* find(const std::string& name);
};

/// "the whole number 8", "the text \"eight\"", "a list": for messages.
std::string description(const Node& node);

}  // namespace vitrum::config
