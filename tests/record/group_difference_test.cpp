#include "record/group_difference.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vitrum {
namespace {

Group some() {
  Group out;
  out.put("a", std::vector<double>{1, 2, std::nan("")}, "m", "lengths");
  out.put("n", std::vector<std::int64_t>{1, 2});
  out.texts["made_from"] = "these settings";
  out.groups["inner"].put("b", 3.0);
  return out;
}

TEST(GroupDifference, EqualGroupsHaveNone) {
  Group renamed = some();
  renamed.arrays["a"].unit = "cm";
  const GroupComparison found = compared(some(), renamed);
  EXPECT_TRUE(found.differences.empty());
  EXPECT_EQ(found.arrays, 4U);
  EXPECT_EQ(found.values, 7U);
}

TEST(GroupDifference, CountsValuesThatDifferInTheLastBit) {
  Group now = some();
  std::get<std::vector<double>>(now.arrays["a"].values)[1] = std::nextafter(2.0, 3.0);
  std::get<std::vector<std::int64_t>>(now.arrays["n"].values)[0] = 5;
  const auto found = compared(some(), now).differences;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].path, "a");
  EXPECT_EQ(found[0].count, 1U);
  EXPECT_EQ(found[0].of, 3U);
  EXPECT_EQ(found[0].largest, std::nextafter(2.0, 3.0) - 2.0);
  EXPECT_EQ(found[1].largest, 4);
  EXPECT_EQ(found[1].largest_share, 0.8);
}

TEST(GroupDifference, MinusZeroIsNotZero) {
  Group then, now;
  then.put("x", 0.0);
  now.put("x", -0.0);
  ASSERT_EQ(compared(then, now).differences.size(), 1U);
}

TEST(GroupDifference, ANumberThatHasBecomeNoneIsFar) {
  Group now = some();
  now.groups["inner"].put("b", std::nan(""));
  const auto found = compared(some(), now).differences;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].path, "inner/b");
  EXPECT_TRUE(std::isnan(found[0].largest));
}

TEST(GroupDifference, NamesWhatOnlyOneHasAndWhatChangedItsShape) {
  Group now = some();
  now.arrays.erase("n");
  now.groups["more"].put("c", 1.0);
  now.put("a", std::vector<double>{1, 2});
  const auto found = compared(some(), now).differences;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].kind, Difference::Kind::shape);
  EXPECT_EQ(found[1].kind, Difference::Kind::missing);
  EXPECT_EQ(found[1].path, "n");
  EXPECT_EQ(found[2].kind, Difference::Kind::added);
  EXPECT_EQ(found[2].path, "more");
}

TEST(GroupDifference, LeavesOutWhatIsNamed) {
  Group now = some();
  now.texts["made_from"] = "others";
  now.groups.erase("inner");
  EXPECT_EQ(compared(some(), now).differences.size(), 2U);
  EXPECT_TRUE(compared(some(), now, {"made_from", "inner"}).differences.empty());
}

}  // namespace
}  // namespace vitrum
