#include "record/field.h"

#include <gtest/gtest.h>

namespace vitrum {
namespace {

FieldSnapshot measured(double strain, double modulus) {
  FieldSnapshot out{strain, {}};
  out.fields.put("modulus", modulus, "stress", "how stiff");
  out.fields.put_shaped("matrix", {2, 2}, {modulus, 2, 3, 4});
  return out;
}

TEST(Columns, StackMeasurementsOverStrain) {
  const Group group = columns({measured(0, 10), measured(0.1, 12), measured(0.2, 11)});
  EXPECT_EQ(group.doubles("strain"), (std::vector<double>{0, 0.1, 0.2}));
  EXPECT_EQ(group.doubles("modulus"), (std::vector<double>{10, 12, 11}));
  EXPECT_EQ(group.arrays.at("modulus").shape, (std::vector<std::size_t>{3}));
  EXPECT_EQ(group.arrays.at("modulus").unit, "stress");
  EXPECT_EQ(group.arrays.at("matrix").shape, (std::vector<std::size_t>{3, 2, 2}));
  EXPECT_EQ(group.doubles("matrix")[4], 12);
}

TEST(Columns, LeaveOutWhatIsNotMeasuredEverywhere) {
  FieldSnapshot bare{0.3, {}};
  bare.fields.put("modulus", 9.0);
  const Group group = columns({measured(0, 10), bare});
  EXPECT_TRUE(group.has_array("modulus"));
  EXPECT_FALSE(group.has_array("matrix"));
  EXPECT_TRUE(columns({}).arrays.empty());
}

}  // namespace
}  // namespace vitrum
