// A file of given text that lives as long as the object.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.h"
#include "edge/import/read_configuration.h"

namespace vitrum::imports::test {

class WrittenFile {
 public:
  explicit WrittenFile(const std::string& text) {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("vitrum-import-" + std::to_string(getpid()) + "-" + std::to_string(number++));
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~WrittenFile() { std::filesystem::remove(path_); }
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline Imported read_text(const std::string& text) {
  const WrittenFile file(text);
  return read_configuration(file.path());
}

/// The message with which a file of this text is refused, without the file's name: ":4: what ...".
inline std::string refusal(const std::string& text) {
  const WrittenFile file(text);
  try {
    read_configuration(file.path());
  } catch (const InputError& error) {
    const std::string message = error.what();
    EXPECT_TRUE(message.starts_with(file.path().string())) << message;
    return message.substr(std::min(file.path().string().size(), message.size()));
  }
  return "not refused";
}

/// The same text with the first `from` replaced, which must occur.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace vitrum::imports::test
