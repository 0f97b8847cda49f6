// Files that nobody writes by hand: read in no time and in little memory, or refused.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "base/error.h"
#include "edge/config/study_file.h"

namespace vitrum::config {
namespace {

std::string repeated(const std::string& piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

std::string refusal_of(const std::string& text, const std::vector<std::string>& overrides = {}) {
  try {
    parse_study(text, "a.toml", overrides);
  } catch (const InputError& error) {
    return error.what();
  }
  return "not refused";
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

// Such names ended the program: the parser and all that follows go one level deeper at each point.
TEST(BoundedStudy, NamesOfAHundredThousandParts) {
  const std::string points = "points beside those of numbers (at most 3000 are read";
  EXPECT_TRUE(says(refusal_of(repeated("a.", 100000) + "a = 1\n"), points));
  EXPECT_TRUE(says(refusal_of("[" + repeated("a.", 100000) + "a]\n"), points));
  EXPECT_TRUE(says(refusal_of("x = [" + repeated("{" + repeated("1.", 100) + "a = [", 100)), points));
  EXPECT_TRUE(says(refusal_of(repeated("1.1 . ", 50000) + "a = 1\n"), points));
  EXPECT_TRUE(says(refusal_of("", {repeated("a.", 100000) + "a=1"}), "the file is empty"));
  EXPECT_TRUE(says(refusal_of("[glass]\n", {repeated("a.", 60000) + "a=1"}),
                   "there are 60001 names in front of the ="));
}

// As deep as is let through.
TEST(BoundedStudy, NamesOfThousandsOfParts) {
  EXPECT_TRUE(says(refusal_of(repeated("a.", 3000) + "a = 1\n"), "unknown table"));
  EXPECT_TRUE(says(refusal_of(repeated("1.1 . ", 1500) + "a = 1\n"), "unknown table"));
}

TEST(BoundedStudy, PointsOfNumbersDoNotCount) {
  EXPECT_TRUE(says(refusal_of("[glass]\nsnapshots = [" + repeated("0.25, ", 20000) + "x]\n"), "a.toml:2:"));
}

TEST(BoundedStudy, TensOfThousandsOfMistakes) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(says(refusal_of(repeated("x\n", 200000)), "a.toml:100:2: "));
  EXPECT_TRUE(says(refusal_of("[glass]\nsnapshots = [" + repeated("'',", 200000) + "]\n"), "more mistakes"));
  std::string keys = "[glass]\n";
  for (int i = 0; i < 60000; ++i) keys += "k" + std::to_string(i) + " = 1\n";
  EXPECT_TRUE(says(refusal_of(keys), "unknown key"));
  EXPECT_TRUE(
      says(refusal_of("glass.leg = [" + repeated("{},", 60000) + "]\n"), "glass.leg has 60000 items"));
  EXPECT_TRUE(says(refusal_of("[glass]\n" + repeated("k", 900000) + " = 1\n"), "unknown key"));
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(passed.count(), 60);  // it took hours
}

// The parser takes them for impossible where it looks for blanks.
TEST(BoundedStudy, LettersOutsideOfQuotes) {
  for (const std::string letter : {"\xC3\x96", "\xD1\xA3", "\xE4\xB8\xAD"}) {
    EXPECT_TRUE(says(refusal_of("[glass]\nma" + letter + "s = 1\n"), "a.toml:2:")) << letter;
    EXPECT_TRUE(says(refusal_of("[gl" + letter + "]\n"), "a.toml:1:")) << letter;
  }
}

TEST(BoundedStudy, ADeviceWithoutEnd) {
  const std::vector<std::string> problems = study_problems("/dev/zero");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0], "/dev/zero: the file has more than 1000000 bytes (a study is a page of text)");
}

}  // namespace
}  // namespace vitrum::config
