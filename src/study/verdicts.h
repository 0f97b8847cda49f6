// Criteria by which a statement of the paper is found to hold here, and their wording.
#pragma once

#include <string>

#include "compare/estimate.h"
#include "study/figure.h"

namespace vitrum::study {

using compare::Estimate;

/// Two limits, e.g. of relative differences: up to `good` a statement holds, up to `fair` it does partly.
struct Limits {
  double good = 0, fair = 0;
};

/// "Excellent" and "good quantitative" agreement. The mean error that the paper itself calls good is 16 %.
inline constexpr Limits excellent{0.10, 0.20};
inline constexpr Limits quantitative{0.20, 0.40};

/// The number is as small as it should be. Unknown when it is no number, or its error exceeds `good` or is
/// not known; an error of 0 says that it is exact.
Verdict judge_small(const Estimate& value, const Limits& limits);

/// Near a number of the paper: within two standard errors, or within limits.good of it (relative); partly
/// within limits.fair. Unknown when it is no number, or known no better than limits.fair, or nobody knows how
/// well.
Verdict judge_near(const Estimate& value, double paper, const Limits& limits);

/// `larger` exceeds `smaller` by more than two standard errors of the difference; fails when it is the other
/// way round; unknown between, and without errors.
Verdict judge_larger(const Estimate& larger, const Estimate& smaller);

/// Of a statement about two cases: what holds in one of them only holds partly; unknown when either is.
Verdict both(Verdict first, Verdict second);

/// "0.534 ± 0.012"; the number alone when its error is unknown; "unknown".
std::string in_words(const Estimate& value);
std::string in_words(double value);  ///< to three digits
/// "16.2 ± 1.1 %".
std::string in_percent(const Estimate& value);
/// "0.5 ± 0.1, paper 1: 0.6 (-1.0 standard errors)".
std::string against_paper(const Estimate& value, double paper, const char* name = "paper 1");

PaperClaim claim_small(const std::string& statement, const std::string& what, const Estimate& value,
                       const Limits& limits);
PaperClaim claim_near(const std::string& statement, const std::string& what, const Estimate& value,
                      double paper, const Limits& limits, const char* name = "paper 1");
/// @param larger,smaller what they are, in words
PaperClaim claim_larger(const std::string& statement, const std::string& larger, const Estimate& value,
                        const std::string& smaller, const Estimate& other);
/// A number is positive, or negative, by more than two standard errors.
PaperClaim claim_sign(const std::string& statement, const std::string& what, const Estimate& value,
                      bool positive);
/// A statement that cannot be judged, and why.
PaperClaim claim_unknown(const std::string& statement, const std::string& why);

}  // namespace vitrum::study
