#include "edge/import/csv_table.h"

#include "edge/import/reference_columns.h"
#include "edge/import/text_file.h"

namespace vitrum::imports {
namespace {

struct Word {
  std::string text;
  std::size_t position;  ///< in its line, from 1
};

std::vector<Word> split(std::string_view line) {
  constexpr std::string_view blanks = " \t";
  std::vector<Word> words;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(',', begin), line.size());
    std::string_view word = line.substr(begin, end - begin);
    const std::size_t first = std::min(word.find_first_not_of(blanks), word.size());
    const std::size_t last = word.find_last_not_of(blanks);
    word = first == word.size() ? std::string_view() : word.substr(first, last - first + 1);
    if (word.size() > 1 && word.front() == '"' && word.back() == '"') word = word.substr(1, word.size() - 2);
    words.push_back({std::string(word), begin + first + 1});
    begin = end + 1;
  }
  return words;
}

/// "# units: lj" -> "lj"; empty for other comments.
std::string unit_in(std::string_view comment) {
  for (const std::string_view key : {"units:", "unit:", "units =", "unit ="}) {
    const std::size_t at = comment.find(key);
    if (at == std::string_view::npos) continue;
    const auto words = words_of(comment.substr(at + key.size()));
    return words.empty() ? "" : std::string(words.front());
  }
  return {};
}

std::string counted(std::size_t words) { return std::to_string(words) + (words == 1 ? " word" : " words"); }

}  // namespace

RawTable read_csv_table(const std::filesystem::path& path, Complaints& complaints) {
  TextFile file(path);
  RawTable table;
  table.file = path.string();
  while (file.next()) {
    std::string_view line = file.line();
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);  // spreadsheets mark UTF-8 with it
    if (words_of(line).empty()) continue;
    if (words_of(line).front().front() == '#') {
      if (const std::string unit = unit_in(line); !unit.empty()) table.unit = unit;
      continue;
    }
    const std::vector<Word> words = split(line);
    if (table.header_line == 0) {
      table.header_line = file.line_number();
      for (const Word& word : words) table.columns.push_back({word.text, "", {}, {}, {word.position}});
      continue;
    }
    if (words.size() != table.columns.size()) {
      complaints.add_row(table.file + ":" + std::to_string(file.line_number()),
                         "the line has " + counted(words.size()) + " (the names in line " +
                             std::to_string(table.header_line) + " are " +
                             std::to_string(table.columns.size()) +
                             "); separate them by commas, with a point in decimals");
      continue;
    }
    table.lines.push_back(file.line_number());
    for (std::size_t i = 0; i < words.size(); ++i) {
      table.columns[i].words.push_back(words[i].text);
      table.columns[i].positions.push_back(words[i].position);
    }
  }
  complaints.end_rows();
  table.rows = table.lines.size();
  table.name = table_named(path.stem().string(), table);
  return table;
}

}  // namespace vitrum::imports
