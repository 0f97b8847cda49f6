// Feeds every file of a folder to a target: what fuzzing has found once does not return. TARGET FOLDER...
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <vector>

#include "fuzz/target.h"

namespace vitrum::fuzz {
namespace {

using Read = void (*)(std::string_view);

std::map<std::string, Read>& targets() {
  static std::map<std::string, Read> all;
  return all;
}

}  // namespace

Target::Target(const char* name, Read read) { targets()[name] = read; }

int replay(const std::string& name, const std::filesystem::path& folder) {
  const Read read = targets().at(name);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  int failed = files.empty() ? 1 : 0;
  read("");
  for (const auto& path : files) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    try {
      read(bytes);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s: %s\n", path.c_str(), error.what());
      ++failed;
    }
  }
  std::printf("%s: %zu files, %d not read well\n", name.c_str(), files.size(), failed);
  return failed;
}

}  // namespace vitrum::fuzz

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  return vitrum::fuzz::replay(argv[1], argv[2]) == 0 ? 0 : 1;
}
