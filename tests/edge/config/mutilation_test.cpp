// Whatever becomes of a study file, it is read, or refused with a place: never a crash, never silence.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "base/error.h"
#include "edge/config/study_file.h"

namespace vitrum::config {
namespace {

std::string quick_study() {
  std::ifstream in(VITRUM_SOURCE_DIR "/studies/quick.toml");
  return {std::istreambuf_iterator<char>(in), {}};
}

// True when it was refused.
bool is_refused_with_a_place(const std::string& text) {
  try {
    parse_study(text, "a.toml");
    return false;
  } catch (const InputError& error) {
    const std::string message = error.what();
    std::istringstream in(message);
    std::string file;
    std::ptrdiff_t line = 0, column = 0;
    char colon = 0;
    EXPECT_TRUE(std::getline(in, file, ':') >> line >> colon >> column) << message;
    EXPECT_EQ(file, "a.toml");
    EXPECT_GE(line, 1) << message;
    EXPECT_LE(line, std::count(text.begin(), text.end(), '\n') + 1) << message;
    EXPECT_GE(column, 1) << message;
    return true;
  }
}

TEST(Mutilation, OneCharacterMissing) {
  const std::string good = quick_study();
  int refused = 0;
  for (std::size_t i = 0; i < good.size(); ++i)
    refused += is_refused_with_a_place(good.substr(0, i) + good.substr(i + 1));
  EXPECT_GT(refused, 200);
}

TEST(Mutilation, OneCharacterReplaced) {
  const std::string good = quick_study();
  const std::string strange = "[]\"'=.,#-9x\n\t\x01\xE9{";
  int refused = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string text = good;
    text[i] = strange[i % strange.size()];
    refused += is_refused_with_a_place(text);
  }
  EXPECT_GT(refused, 400);
}

TEST(Mutilation, TheEndMissing) {
  const std::string good = quick_study();
  int refused = 0;
  for (std::size_t length = 1; length < good.size(); length += 5)
    refused += is_refused_with_a_place(good.substr(0, length));
  EXPECT_GT(refused, 200);
}

}  // namespace
}  // namespace vitrum::config
