// Every wrong study of cases/ is refused in exactly the words of its .expected file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/error.h"
#include "edge/config/study_file.h"

namespace {

namespace fs = std::filesystem;

const fs::path cases = fs::path(VITRUM_SOURCE_DIR) / "tests/errors/cases";

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::vector<std::string> case_names() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(cases))
    if (entry.path().extension() == ".expected") out.push_back(entry.path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

class WrongStudy : public testing::TestWithParam<std::string> {
 protected:
  // Messages name the file as it was given: here without a folder.
  void SetUp() override { fs::current_path(cases); }

  std::string file() const { return GetParam() + ".toml"; }
  std::vector<std::string> overrides() const { return lines(cases / (GetParam() + ".set")); }
  std::string expected() const { return content(cases / (GetParam() + ".expected")); }
};

TEST_P(WrongStudy, IsRefusedInThePinnedWords) {
  try {
    vitrum::config::load_study(file(), overrides());
    FAIL() << "was accepted";
  } catch (const vitrum::InputError& error) {
    EXPECT_EQ(std::string(error.what()) + "\n", expected());
  }
}

TEST_P(WrongStudy, GivesTheSameProblemsAsAList) {
  std::string joined;
  for (const std::string& problem : vitrum::config::study_problems(file(), overrides()))
    joined += problem + "\n";
  EXPECT_EQ(joined, expected());
}

INSTANTIATE_TEST_SUITE_P(Cases, WrongStudy, testing::ValuesIn(case_names()),
                         [](const auto& instance) { return instance.param; });

TEST(WrongStudies, AreManyAndEachHasItsWords) {
  EXPECT_GE(case_names().size(), 45U);
  for (const auto& entry : fs::directory_iterator(cases)) {
    fs::path words = entry.path();
    words.replace_extension(".expected");
    EXPECT_TRUE(fs::exists(words)) << entry.path();
  }
}

}  // namespace
