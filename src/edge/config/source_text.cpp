#include "edge/config/source_text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/nearest_name.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

constexpr std::uintmax_t largest_study = 1'000'000;  // bytes

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
  return std::string(std::istreambuf_iterator<char>(in), {});
}

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
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    findings.wrong("", {}, "the file is empty; 'vitrum new' prints a study to start from");
    return false;
  }
  return true;
}

}  // namespace vitrum::config
