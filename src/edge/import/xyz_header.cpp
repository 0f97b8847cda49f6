#include "edge/import/xyz_header.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace vitrum::imports {

namespace {

char closing(char opening) {
  if (opening == '{') return '}';
  if (opening == '[') return ']';
  return opening == '"' || opening == '\'' ? opening : '\0';
}

}  // namespace

Keys read_keys(const TextFile& file) {
  Keys keys;
  std::string_view rest = file.line();
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.empty()) return keys;
    const std::size_t end_of_key = std::min(rest.find_first_of(" \t="), rest.size());
    std::string key(rest.substr(0, end_of_key));
    std::transform(key.begin(), key.end(), key.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    rest.remove_prefix(end_of_key);
    std::string value = "T";
    if (rest.starts_with('=')) {
      rest.remove_prefix(1);
      const char end = rest.empty() ? '\0' : closing(rest[0]);
      const std::size_t begin = end == '\0' ? 0 : 1;
      std::size_t length = end == '\0' ? rest.find_first_of(" \t") : rest.find(end, 1);
      if (length == std::string_view::npos && end != '\0') {
        file.fail("the value of " + in_quotes(key) + " begins with " + std::string(1, rest[0]) +
                  " that is never closed (the line may be cut off); close it");
      }
      length = std::min(length, rest.size());
      value = rest.substr(begin, length - begin);
      rest.remove_prefix(std::min(length + begin, rest.size()));
    }
    if (!keys.emplace(key, value).second) {
      file.fail("the key " + in_quotes(key) + " appears twice; keep one");
    }
  }
}

Columns read_columns(const TextFile& file, std::string_view properties) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= properties.size();) {
    const std::size_t end = std::min(properties.find(':', begin), properties.size());
    parts.push_back(properties.substr(begin, end - begin));
    begin = end + 1;
  }
  if (parts.size() % 3 != 0) {
    file.fail("Properties is " + in_quotes(properties) +
              " (it must be groups of name:type:columns, such as species:S:1:pos:R:3); correct it");
  }
  constexpr std::int64_t most_columns = 10000;
  Columns columns{0, 0, 0, true};
  bool species = false, position = false;
  for (std::size_t k = 0; k < parts.size(); k += 3) {
    const std::int64_t count = file.integer(parts[k + 2], "the number of columns in Properties");
    if (count < 1 || count > most_columns) {
      file.fail("Properties gives " + in_quotes(parts[k]) + " " + std::to_string(count) +
                " columns; it must be 1 to " + std::to_string(most_columns));
    }
    if (parts[k] == "species" && count == 1) {
      species = true;
      columns.species = columns.total;
    }
    if (parts[k] == "pos" && count == 3) {
      position = true;
      columns.position = columns.total;
    }
    columns.total += static_cast<std::size_t>(count);
  }
  if (!species || !position) {
    file.fail("Properties is " + in_quotes(properties) +
              " (species:S:1 and pos:R:3 must be among the columns); add what is missing");
  }
  return columns;
}

}  // namespace vitrum::imports
