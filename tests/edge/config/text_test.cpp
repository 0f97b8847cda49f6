#include "edge/config/text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

namespace vitrum::config {
namespace {

TEST(NumberText, IsShortAndAlwaysLooksLikeARealNumber) {
  EXPECT_EQ(number_text(1), "1.0");
  EXPECT_EQ(number_text(-0.351), "-0.351");
  EXPECT_EQ(number_text(1e-4), "1e-4");
  EXPECT_EQ(number_text(1e22), "1e22");
  EXPECT_EQ(number_text(0), "0.0");
  EXPECT_EQ(number_text(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(short_text(2), "2");
  EXPECT_EQ(short_text(10), "10");
  EXPECT_EQ(short_text(0.5), "0.5");
}

TEST(NumberText, ReadsBackToTheSameBits) {
  for (const double value : {1.0 / 3, 0.1 + 0.2, 1e300, -2.5e-300, 6.02214076e23,
                             std::numeric_limits<double>::denorm_min(), std::nextafter(1.0, 2.0)})
    EXPECT_EQ(std::strtod(number_text(value).c_str(), nullptr), value);
}

TEST(Quoted, EscapesWhatTomlWants) {
  EXPECT_EQ(quoted("a \"b\" \\ c\n\t\x01"), R"("a \"b\" \\ c\n\t\u0001")");
  EXPECT_EQ(quoted("\xC3\xA9"), "\"\xC3\xA9\"");
}

TEST(Either, JoinsAlternatives) {
  EXPECT_EQ(either({"a"}), "a");
  EXPECT_EQ(either({"a", "b"}), "a or b");
  EXPECT_EQ(either({"a", "b", "c"}), "a, b or c");
}

TEST(FirstForeignByte, FindsWhatIsNotUtf8) {
  EXPECT_EQ(first_foreign_byte("plain \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"), std::string::npos);
  EXPECT_EQ(first_foreign_byte("caf\xE9"), 3U);
  EXPECT_EQ(first_foreign_byte("a\xC0\xAF"), 1U);  // an overlong slash
  EXPECT_EQ(first_foreign_byte(std::string("a\0b", 3)), 1U);
  EXPECT_EQ(first_foreign_byte("ab\x80"), 2U);
}

}  // namespace
}  // namespace vitrum::config
