#include "edge/config/source_text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "base/nearest_name.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

constexpr std::uintmax_t largest_study = 1'000'000;  // bytes
constexpr std::size_t most_points = 3000;  // a stack takes names twice as deep, even with sanitizers

// Another study in the same folder whose name is near.
std::string similar_file(const std::filesystem::path& file) {
  std::error_code ignored;
  std::vector<std::string> names;
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  const std::string near = nearest(file.filename().string(), names);
  return near.empty() ? "" : (file.has_parent_path() ? (file.parent_path() / near).string() : near);
}

Place place_of_byte(const std::string& text, std::size_t index) {
  Place place{1, 1, ""};
  for (std::size_t i = 0; i < index; ++i) {
    if (text[i] == '\n')
      ++place.line, place.column = 1;
    else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
      ++place.column;
  }
  return place;
}

}  // namespace

std::optional<std::string> read_text(const std::string& file, Findings& findings) {
  const auto refuse = [&findings](const std::string& why) {
    findings.wrong("", {}, why);
    return std::nullopt;
  };
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    const std::string near = similar_file(file);
    return refuse("there is no such file" + (near.empty() ? "; 'vitrum new' prints a study to start from"
                                                          : "; did you mean " + near + "?"));
  }
  if (std::filesystem::is_directory(status)) return refuse("this is a folder (a study is one TOML file)");
  std::ifstream in(file, std::ios::binary);
  if (!in) return refuse(std::string("the file cannot be read (") + std::strerror(errno) + ")");
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (!error && size > largest_study)
    return refuse("the file has " + std::to_string(size) + " bytes (a study is a page of text)");
  // A pipe or a device does not tell its size, and may have no end.
  std::string text(largest_study + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > largest_study)
    return refuse("the file has more than " + std::to_string(largest_study) +
                  " bytes (a study is a page of text)");
  return text;
}

namespace {

/// Points but those of numbers: they part names, and each makes the parser go one level deeper. "1.5" may
/// also be two names, in "1.5 . a" or "1.5.a".
std::size_t points_of_names(const std::string& text) {
  constexpr std::string_view digits = "0123456789";
  const auto is_digit = [&](char c) { return digits.find(c) != std::string_view::npos; };
  std::size_t count = 0;
  bool in_number = false;  // digits, with a point before them
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool point = text[i] == '.';
    if (point && !in_number && i > 0 && is_digit(text[i - 1])) {
      const std::size_t end = std::min(text.find_first_not_of(digits, i + 1), text.size());
      const std::size_t next = std::min(text.find_first_not_of(" \t", end), text.size());
      count += end == i + 1 || (next < text.size() && text[next] == '.') ? 1 : 0;
    } else if (point) {
      ++count;
    }
    in_number = point || (in_number && is_digit(text[i]));
  }
  return count;
}

}  // namespace

bool is_study_text(const std::string& text, Findings& findings) {
  if (text.starts_with("\x89HDF")) {
    findings.wrong("", {},
                   "this is an HDF5 file (a study is a TOML file); 'vitrum info' tells what it holds");
    return false;
  }
  const std::size_t foreign = first_foreign_byte(text);
  if (foreign != std::string::npos) {
    findings.wrong("", place_of_byte(text, foreign),
                   "this character is not UTF-8 text; save the file in that encoding");
    return false;
  }
  if (const std::size_t points = points_of_names(text); points > most_points) {
    findings.wrong("", {},
                   "the file has " + std::to_string(points) + " points beside those of numbers (at most " +
                       std::to_string(most_points) +
                       " are read: they part names, and no setting lies that deep); remove some");
    return false;
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    findings.wrong("", {}, "the file is empty; 'vitrum new' prints a study to start from");
    return false;
  }
  return true;
}

}  // namespace vitrum::config
