#include "edge/config/syntax_words.h"

#include <cctype>

#include "edge/config/text.h"

namespace vitrum::config {

namespace {

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// From the first ' to the last ' of the description: the name that the parser quotes.
std::string name_in(const std::string& description) {
  const std::size_t first = description.find('\'');
  const std::size_t last = description.rfind('\'');
  return first == last ? "" : description.substr(first + 1, last - first - 1);
}

int first_column(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string::npos ? 1 : static_cast<int>(first) + 1;
}

std::string rest_of_value(const std::string& line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string::npos) return "";
  const std::size_t first = line.find_first_not_of(" \t", equals + 1);
  if (first == std::string::npos) return "";
  const std::size_t end = line.find_first_of("#\r", first);
  const std::string value = line.substr(first, end == std::string::npos ? end : end - first);
  return value.substr(0, value.find_last_not_of(" \t") + 1);
}

bool begins_with_letter(const std::string& value) {
  return !value.empty() && std::isalpha(static_cast<unsigned char>(value.front())) != 0;
}

bool is_word_in_capitals(const std::string& value) {
  std::string small = value;
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return small != value && (small == "true" || small == "false" || small == "nan" || small == "inf");
}

std::string words(const std::string& said, const std::string& line) {
  const std::string value = rest_of_value(line);
  if (says(said, "cannot redefine existing")) {
    const bool table = says(said, "table header");
    const std::string name = table ? "[" + name_in(said.substr(said.find("existing"))) + "]"
                                   : quoted(name_in(said.substr(said.find("existing"))));
    return name + " is given twice (" + (table ? "a table" : "a key") +
           " may stand only once in a study); remove one of them" + (table ? " or join them" : "");
  }
  if (says(said, "expected value, saw")) return "there is no value after the = sign";
  if (says(said, "expected '=', saw")) return "there is no = after the key (a setting is key = value)";
  const bool header = says(line.substr(0, line.find('=')), "[");
  if (says(said, "blank bare keys") || (header && says(said, "expected bare key starting character")))
    return "the bracket is not followed by the name of a table; write [name]";
  if (says(said, "expected bare key starting character") ||
      says(said, "expected keys, tables, whitespace or comments, saw '='"))
    return "a name is missing before the = sign (a setting is key = value)";
  if (says(said, "table header") && says(said, "expected ']'"))
    return "the table's name has no closing bracket; write [name]";
  if (is_word_in_capitals(value))
    return value + " is not a value (true, false, nan and inf are written in small letters)";
  if (begins_with_letter(value) && !says(said, "comment or whitespace"))
    return value + " is not a value (text stands in quotes); write " + quoted(value);
  if (says(said, "parsing string") && says(said, "control characters"))
    return "the text has no closing quote";
  if (says(said, "parsing literal string") && says(said, "control characters"))
    return "the text has no closing quote";
  if (says(said, "parsing array") && says(said, "end-of-file"))
    return "a list has no closing bracket (the end comes first)";
  if (says(said, "expected a comment or whitespace, saw ','"))
    return "a comma ends the value (the decimal sign is a point, and no comma stands after a value)";
  if (says(said, "expected a comment or whitespace"))
    return "more follows here (only a comment may); write one setting a line";
  if (says(said, "could not be interpreted") || says(said, "not representable"))
    return value + " is too large for a number";
  const std::string prefix = "Error while parsing ";
  return "this is not TOML (" + (said.starts_with(prefix) ? said.substr(prefix.size()) : said) + ")";
}

}  // namespace

SyntaxProblem in_our_words(const SyntaxError& error, const std::string& line) {
  const std::string& said = error.description;
  int column = error.place.column;
  if (says(said, "cannot redefine existing")) column = first_column(line);
  if (says(said, "could not be interpreted") || says(said, "not representable"))
    column = static_cast<int>(line.find(rest_of_value(line))) + 1;
  return {column, words(said, line)};
}

}  // namespace vitrum::config
