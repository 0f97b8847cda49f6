#include "base/nearest_name.h"

#include <gtest/gtest.h>

namespace vitrum {
namespace {

TEST(EditDistance, CountsLettersInsertedDeletedChangedAndSwapped) {
  EXPECT_EQ(edit_distance("rows", "rows"), 0);
  EXPECT_EQ(edit_distance("", "rows"), 4);
  EXPECT_EQ(edit_distance("row", "rows"), 1);
  EXPECT_EQ(edit_distance("rowss", "rows"), 1);
  EXPECT_EQ(edit_distance("raws", "rows"), 1);
  EXPECT_EQ(edit_distance("rwos", "rows"), 1);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);  // Levenshtein's textbook pair
  EXPECT_EQ(edit_distance("Slip-Systems", "slip_systems"), 0);
}

TEST(Nearest, FindsTheNameThatWasMeantOrNone) {
  const std::vector<std::string> known{"samples", "rows", "temperature", "from"};
  EXPECT_EQ(nearest("sample", known), "samples");
  EXPECT_EQ(nearest("temp", known), "temperature");
  EXPECT_EQ(nearest("form", known), "from");
  EXPECT_EQ(nearest("colour", known), "");
  EXPECT_EQ(nearest("x", known), "");
  EXPECT_EQ(nearest("rows", {}), "");
}

}  // namespace
}  // namespace vitrum
