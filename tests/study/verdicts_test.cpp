#include "study/verdicts.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vitrum::study {
namespace {

const double unknown = std::nan("");

TEST(Verdicts, SmallHasBordersAtItsLimits) {
  EXPECT_EQ(judge_small({0.10, 0.01}, {0.10, 0.20}), Verdict::holds);
  EXPECT_EQ(judge_small({0.1001, 0.01}, {0.10, 0.20}), Verdict::partly);
  EXPECT_EQ(judge_small({0.20, 0.01}, {0.10, 0.20}), Verdict::partly);
  EXPECT_EQ(judge_small({0.2001, 0.01}, {0.10, 0.20}), Verdict::fails);
  EXPECT_EQ(judge_small({0.05, 0}, {0.10, 0.20}), Verdict::holds);  // exact
}

TEST(Verdicts, SmallIsUnknownInNoise) {
  EXPECT_EQ(judge_small({0.05, 0.11}, {0.10, 0.20}), Verdict::unknown);
  EXPECT_EQ(judge_small({unknown, 0.01}, {0.10, 0.20}), Verdict::unknown);
  for (const double value : {0.05, 0.15, 0.5})
    EXPECT_EQ(judge_small({value, unknown}, {0.10, 0.20}), Verdict::unknown);
}

TEST(Verdicts, NearCountsErrorsAndLimits) {
  const Limits limits{0.10, 0.25};
  EXPECT_EQ(judge_near({2.19, 0.01}, 2, limits), Verdict::holds);  // 9.5 %, though 19 errors
  EXPECT_EQ(judge_near({2.3, 0.16}, 2, limits), Verdict::holds);   // 15 %, but 1.9 errors
  EXPECT_EQ(judge_near({2.3, 0.14}, 2, limits), Verdict::partly);  // 2.1 errors
  EXPECT_EQ(judge_near({1.49, 0.14}, 2, limits), Verdict::fails);  // 25.5 %
  EXPECT_EQ(judge_near({2, 0.51}, 2, limits), Verdict::unknown);   // known to 25.5 % only
  EXPECT_EQ(judge_near({-0.9, 0}, -0.94, limits), Verdict::holds);
  EXPECT_EQ(judge_near({-0.9, unknown}, -0.94, limits), Verdict::unknown);
}

TEST(Verdicts, LargerAsksForTwoStandardErrors) {
  // Errors 3 and 4 make 5 for the difference.
  EXPECT_EQ(judge_larger({20.1, 3}, {10, 4}), Verdict::holds);
  EXPECT_EQ(judge_larger({19.9, 3}, {10, 4}), Verdict::unknown);
  EXPECT_EQ(judge_larger({0.1, 3}, {10, 4}), Verdict::unknown);
  EXPECT_EQ(judge_larger({-0.1, 3}, {10, 4}), Verdict::fails);
  EXPECT_EQ(judge_larger({20, unknown}, {10, 4}), Verdict::unknown);
  EXPECT_EQ(judge_larger({20, 0}, {10, 0}), Verdict::unknown);
}

TEST(Verdicts, TwoCasesTogether) {
  EXPECT_EQ(both(Verdict::holds, Verdict::holds), Verdict::holds);
  EXPECT_EQ(both(Verdict::holds, Verdict::fails), Verdict::partly);
  EXPECT_EQ(both(Verdict::fails, Verdict::fails), Verdict::fails);
  EXPECT_EQ(both(Verdict::unknown, Verdict::fails), Verdict::unknown);
}

TEST(Verdicts, SayNumbersWithTheirErrors) {
  EXPECT_EQ(in_words(Estimate{0.5338, 0.0123}), "0.534 ± 0.012");
  EXPECT_EQ(in_words(Estimate{152.3, 24}), "152 ± 24");
  EXPECT_EQ(in_words(Estimate{0.5338, unknown}), "0.534");
  EXPECT_EQ(in_words(unknown), "unknown");
  EXPECT_EQ(in_percent({0.162, 0.011}), "16.2 ± 1.1 %");
  EXPECT_EQ(against_paper({1.8, 0.1}, 2), "1.80 ± 0.10, paper 1: 2 (-10 %, -2.0 standard errors)");
}

TEST(Verdicts, ClaimsSayThatAnErrorIsNotKnown) {
  const PaperClaim claim = claim_small("It agrees.", "difference", {0.05, unknown}, {0.10, 0.20});
  EXPECT_EQ(claim.verdict, Verdict::unknown);
  EXPECT_EQ(claim.here, "difference: 5 %; its error is not known");
}

TEST(Verdicts, ClaimsCarryTheirCriterion) {
  const PaperClaim claim = claim_sign("It rises.", "exponent", {0.5, 0.1}, true);
  EXPECT_EQ(claim.verdict, Verdict::holds);
  EXPECT_EQ(claim.here, "exponent: 0.50 ± 0.10, 5.0 standard errors from 0");
  EXPECT_EQ(claim_sign("It falls.", "exponent", {0.5, 0.1}, false).verdict, Verdict::fails);
  EXPECT_FALSE(claim_near("It is 2.", "k", {2, 0.1}, 2, {0.1, 0.2}).criterion.empty());
}

}  // namespace
}  // namespace vitrum::study
