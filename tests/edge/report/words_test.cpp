#include "edge/report/words.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

namespace vitrum::report {
namespace {

/// With breaking spaces for the two kinds of no-break ones, which cannot be told apart by eye.
std::string plain(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::size_t length = 1;
    for (const std::string_view space : {"\u00a0", "\u202f"}) {
      if (text.starts_with(space)) length = space.size();
    }
    result += length == 1 ? text.front() : ' ';
    text.remove_prefix(length);
  }
  return result;
}

std::string number(double value, double error) { return plain(with_error(value, error)); }

TEST(Words, NumbersAreRoundedToTwoDigitsOfTheirError) {
  EXPECT_EQ(number(0.53404904, 0.00030619), "0.53405 ± 0.00031");
  EXPECT_EQ(number(711.67, 1.47), "711.7 ± 1.5");
  EXPECT_EQ(number(5095.74, 39.8), "5096 ± 40");
  EXPECT_EQ(number(-0.0108, 0.0007), "−0.01080 ± 0.00070");
  EXPECT_EQ(number(0, 0.25), "0.00 ± 0.25");
  EXPECT_EQ(number(3.21e-11, 4e-12), "(3.21 ± 0.40) × 10<sup>−11</sup>");
  EXPECT_EQ(number(1.234e6, 5.6e4), "(1.234 ± 0.056) × 10<sup>6</sup>");
}

TEST(Words, NumbersWithoutErrorStandAlone) {
  EXPECT_EQ(number(8, -1), "8");
  EXPECT_EQ(number(-10000, -1), "−10 000");
  EXPECT_EQ(number(1234567, -1), "1 234 567");
  EXPECT_EQ(number(0.351, -1), "0.351");
  EXPECT_EQ(number(98.8045, -1), "98.8");
  EXPECT_EQ(number(8.7e-11, -1), "8.70 × 10<sup>−11</sup>");
  EXPECT_EQ(number(9.9998e-11, -1), "1.00 × 10<sup>−10</sup>");
  EXPECT_EQ(number(13.200000000000010, 1.8e-15), "13.2");  // an error that is none but of rounding
}

TEST(Words, WhatIsNotKnownIsSaidToBe) {
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(number(unknown, 0.1), "unknown");
  EXPECT_EQ(number(0.5, unknown), "0.5 ± unknown");
}

TEST(Words, SymbolsBecomeGreekLettersAndIndices) {
  EXPECT_EQ(symbol_html("<Sigma_xy>"), "⟨Σ<sub>xy</sub>⟩");
  EXPECT_EQ(symbol_html("<delta Sigma_xy>"), "⟨δΣ<sub>xy</sub>⟩");
  EXPECT_EQ(symbol_html("dSigma_xy/dgamma"), "dΣ<sub>xy</sub>/dγ");
  EXPECT_EQ(symbol_html("eps/sigma^2"), "ε/σ<sup>2</sup>");
  EXPECT_EQ(symbol_html("t0^-1"), "t<sub>0</sub><sup>−1</sup>");
  EXPECT_EQ(symbol_html("L_macro"), "L<sub>macro</sub>");
  EXPECT_EQ(symbol_html("a & b_"), "a &amp; b_");
  EXPECT_EQ(symbol_html("t/tau_alpha"), "t/τ<sub>α</sub>");
}

TEST(Words, ProseKeepsItsTextAndRaisesExponents) {
  EXPECT_EQ(prose_html("as L^-0.94. Then"), "as L<sup>−0.94</sup>. Then");
  EXPECT_EQ(prose_html("10^4 atoms & <more>"), "10<sup>4</sup> atoms &amp; &lt;more&gt;");
  EXPECT_EQ(prose_html("N_L/N_S, beyond drift_limit, T_"),
            "N<sub>L</sub>/N<sub>S</sub>, beyond drift_limit, T_");
  EXPECT_EQ(prose_html("u_A, 2 (τ/τ_B)^2, ΔX_1, tau_c, a_b"),
            "u<sub>A</sub>, 2 (τ/τ<sub>B</sub>)<sup>2</sup>, ΔX<sub>1</sub>, tau_c, a_b");
  EXPECT_EQ(plain(prose_html("about 27 %.")), "about 27 %.");
}

TEST(Words, CountsAgreeWithTheirNoun) {
  EXPECT_EQ(counted(1, "glass", "glasses"), "1 glass");
  EXPECT_EQ(counted(8, "glass", "glasses"), "8 glasses");
}

}  // namespace
}  // namespace vitrum::report
