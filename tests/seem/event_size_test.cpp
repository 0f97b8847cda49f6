#include "seem/event_size.h"

#include <gtest/gtest.h>

#include "laws.h"

namespace vitrum::seem {
namespace {

TEST(EventSize, AndJumpAreEachOthersInverse) {
  const ElasticLaw law = table_one();
  const StatePoint before{1.9 * gigapascal, 0.03};
  for (const double drop : {-0.02, 0.003, 0.2, 1.5})
    for (const double inelastic : {-5e-4, -1e-5}) {
      const Jump jump{drop * gigapascal, inelastic};
      const Jump back = jump_of(law, before, size_of(law, before, jump));
      EXPECT_EQ(back.stress_drop, jump.stress_drop);
      // Heat below zero, which a rising stress without enough ageing would need, is taken as none.
      const double bound = reversible_bound(law, before, jump.stress_drop);
      EXPECT_NEAR(back.inelastic, std::min(inelastic, bound), 1e-14);
    }
}

TEST(EventSize, SharesOfHeatTellAgeingFromRejuvenation) {
  const ElasticLaw law = table_one();
  const StatePoint before{1.9 * gigapascal, 0.03};
  const double drop = 0.1 * gigapascal;
  EXPECT_NEAR(size_of(law, before, {drop, 0}).heat_share, 1, 1e-12);
  EXPECT_LT(size_of(law, before, {drop, 1e-5}).heat_share, 1);
  EXPECT_GT(size_of(law, before, {drop, -1e-5}).heat_share, 1);
  const double bound = reversible_bound(law, before, drop);
  EXPECT_NEAR(size_of(law, before, {drop, bound}).heat_share, 0, 1e-12);
  EXPECT_NEAR(jump_of(law, before, {drop, 0}).inelastic, bound, 1e-15);
}

}  // namespace
}  // namespace vitrum::seem
