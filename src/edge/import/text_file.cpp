#include "edge/import/text_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "base/error.h"
#include "edge/import/unpacked.h"

namespace vitrum::imports {

namespace {

constexpr double most_of_a_number = 1e100;

std::string read_whole(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    throw InputError(name + ": there is no such file; check the path");
  }
  if (!std::filesystem::is_regular_file(status)) {
    throw InputError(name + ": not a file (one regular file is read); name the file");
  }
  std::string text = unpacked_file(path);
  if (text.empty()) throw InputError(name + ": the file is empty; write it again");
  if (text.find('\0') != std::string::npos) {
    throw InputError(
        name +
        ": not a text file (it holds zero bytes); give a text file: LAMMPS data or dump or extended XYZ "
        "for atoms, CSV for tables");
  }
  return text;
}

template <class Number>
bool parse_whole(std::string_view word, Number& value) {
  if (word.size() > 1 && word[0] == '+' && word[1] != '-') word.remove_prefix(1);
  const auto end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, value);
  return error == std::errc() && stop == end;
}

}  // namespace

TextFile::TextFile(const std::filesystem::path& path) : path_(path.string()), text_(read_whole(path)) {}

bool TextFile::next() {
  if (begin_of_next_ >= text_.size()) return false;
  const std::size_t end = std::min(text_.find('\n', begin_of_next_), text_.size());
  line_ = std::string_view(text_).substr(begin_of_next_, end - begin_of_next_);
  if (line_.ends_with('\r')) line_.remove_suffix(1);
  begin_of_next_ = end + 1;
  ++line_number_;
  return true;
}

void TextFile::rewind() {
  line_ = {};
  begin_of_next_ = line_number_ = 0;
}

void TextFile::fail(const std::string& message) const { fail_at(line_number_, message); }

void TextFile::fail_at(std::size_t line, const std::string& message) const {
  throw InputError(path_ + ":" + std::to_string(line) + ": " + message);
}

void TextFile::fail_word(std::string_view word, const std::string& message) const {
  throw InputError(path_ + ":" + std::to_string(line_number_) + ":" +
                   std::to_string(word.data() - line_.data() + 1) + ": " + message);
}

void TextFile::fail_file(const std::string& message) const { throw InputError(path_ + ": " + message); }

double TextFile::number(std::string_view word, const std::string& what) const {
  double value = 0;
  if (!parse_whole(word, value)) {
    fail(what + " is " + in_quotes(word) + " (not a number that fits double precision); correct it");
  }
  if (!std::isfinite(value)) {
    fail(what + " is " + in_quotes(word) + " (not a finite number); the run that wrote it has failed");
  }
  if (std::abs(value) > most_of_a_number) {
    fail(what + " is " + in_quotes(word) + " (beyond 1e100, of which volumes cannot be made); correct it");
  }
  return value;
}

std::int64_t TextFile::integer(std::string_view word, const std::string& what) const {
  std::int64_t value = 0;
  if (!parse_whole(word, value)) fail(what + " is " + in_quotes(word) + " (not a whole number); correct it");
  return value;
}

bool is_number(std::string_view word, double& value) { return parse_whole(word, value); }

std::vector<std::string_view> words_of(std::string_view line) {
  constexpr std::string_view blanks = " \t\v\f";
  std::vector<std::string_view> words;
  for (std::size_t begin = line.find_first_not_of(blanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(blanks, begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(blanks, end);
  }
  return words;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string shown(text.substr(0, longest));
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < ' ' || c == 127) c = '?';
  }
  if (text.size() > longest) shown += "...";
  return "'" + shown + "'";
}

}  // namespace vitrum::imports
