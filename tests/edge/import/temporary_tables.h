// A folder of tables that lives as long as the object.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.h"
#include "edge/import/read_reference.h"

namespace vitrum::imports::test {

class Tables {
 public:
  Tables() {
    std::string name = (std::filesystem::temp_directory_path() / "vitrum-tables-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Tables() { std::filesystem::remove_all(path_); }
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  Tables& write(const std::string& name, const std::string& text) {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return *this;
  }
  const std::filesystem::path& path() const { return path_; }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

  /// The message with which the folder is refused, without its name.
  std::string refusal() const {
    try {
      read_csv_reference({path_});
    } catch (const InputError& error) {
      std::string message = error.what();
      const std::string folder = path_.string() + "/";
      for (std::size_t at = message.find(folder); at != std::string::npos; at = message.find(folder))
        message.erase(at, folder.size());
      return message;
    }
    return "not refused";
  }

 private:
  std::filesystem::path path_;
};

}  // namespace vitrum::imports::test
