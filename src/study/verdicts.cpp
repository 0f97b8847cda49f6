#include "study/verdicts.h"

#include <algorithm>
#include <cmath>

#include "study/with_numbers.h"

namespace vitrum::study {
namespace {

/// Digits behind the point so that the error has two.
int decimals_for(double error) {
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(error))), 0, 9);
}

bool has_error(const Estimate& value) { return std::isfinite(value.error) && value.error > 0; }

/// Why a number whose error is not known is not judged.
std::string without_error(const Estimate& value) {
  return std::isfinite(value.value) && !std::isfinite(value.error) ? "; its error is not known" : "";
}

std::string limits_in_words(const Limits& limits) {
  return with_numbers("holds up to %g %%, partly up to %g %%", 100 * limits.good, 100 * limits.fair);
}

}  // namespace

Verdict judge_small(const Estimate& value, const Limits& limits) {
  if (!std::isfinite(value.value) || !std::isfinite(value.error)) return Verdict::unknown;
  if (has_error(value) && value.error > limits.good) return Verdict::unknown;
  if (value.value <= limits.good) return Verdict::holds;
  return value.value <= limits.fair ? Verdict::partly : Verdict::fails;
}

Verdict judge_near(const Estimate& value, double paper, const Limits& limits) {
  if (!std::isfinite(value.value) || !std::isfinite(value.error)) return Verdict::unknown;
  const double size = std::abs(paper), off = std::abs(value.value - paper);
  if (has_error(value) && value.error > limits.fair * size) return Verdict::unknown;
  if (off <= limits.good * size || (has_error(value) && off <= 2 * value.error)) return Verdict::holds;
  return off <= limits.fair * size ? Verdict::partly : Verdict::fails;
}

Verdict judge_larger(const Estimate& larger, const Estimate& smaller) {
  const double difference = larger.value - smaller.value;
  const double error = std::hypot(larger.error, smaller.error);
  if (!std::isfinite(difference) || !(error > 0) || std::abs(difference) <= 2 * error)
    return Verdict::unknown;
  return difference > 0 ? Verdict::holds : Verdict::fails;
}

Verdict both(Verdict first, Verdict second) {
  if (first == second) return first;
  if (first == Verdict::unknown || second == Verdict::unknown) return Verdict::unknown;
  return Verdict::partly;
}

std::string in_words(double value) { return std::isfinite(value) ? with_numbers("%.3g", value) : "unknown"; }

std::string in_words(const Estimate& value) {
  if (!std::isfinite(value.value) || !has_error(value)) return in_words(value.value);
  const int decimals = decimals_for(value.error);
  return with_numbers("%.*f ± %.*f", decimals, value.value, decimals, value.error);
}

std::string in_percent(const Estimate& value) {
  if (!std::isfinite(value.value)) return "unknown";
  const Estimate percent{100 * value.value, 100 * value.error};
  return (has_error(percent) ? in_words(percent) : with_numbers("%.3g", percent.value)) + " %";
}

std::string against_paper(const Estimate& value, double paper, const char* name) {
  std::string text = in_words(value) + ", " + name + ": " + in_words(paper);
  if (std::isfinite(value.value) && paper != 0) {
    text += with_numbers(" (%+.0f %%", 100 * (value.value / paper - 1));
    if (has_error(value))
      text += with_numbers(", %+.1f standard errors", (value.value - paper) / value.error);
    text += ")";
  }
  return text;
}

PaperClaim claim_small(const std::string& statement, const std::string& what, const Estimate& value,
                       const Limits& limits) {
  return {statement, what + ": " + limits_in_words(limits),
          what + ": " + in_percent(value) + without_error(value), judge_small(value, limits)};
}

PaperClaim claim_near(const std::string& statement, const std::string& what, const Estimate& value,
                      double paper, const Limits& limits, const char* name) {
  return {statement,
          std::string("difference from ") + name + ": " + limits_in_words(limits) +
              "; holds within two standard errors",
          what + " " + against_paper(value, paper, name) + without_error(value),
          judge_near(value, paper, limits)};
}

PaperClaim claim_larger(const std::string& statement, const std::string& larger, const Estimate& value,
                        const std::string& smaller, const Estimate& other) {
  std::string here = larger + ": " + in_words(value) + "; " + smaller + ": " + in_words(other);
  const double difference = value.value - other.value, error = std::hypot(value.error, other.error);
  if (std::isfinite(difference) && error > 0)
    here += with_numbers("; difference of %+.1f standard errors", difference / error);
  return {statement,
          larger + " > " + smaller + " by more than two standard errors; fails if it is the reverse", here,
          judge_larger(value, other)};
}

PaperClaim claim_sign(const std::string& statement, const std::string& what, const Estimate& value,
                      bool positive) {
  const Estimate wanted{positive ? value.value : -value.value, value.error};
  std::string here = what + ": " + in_words(value);
  if (std::isfinite(value.value) && has_error(value))
    here += with_numbers(", %.1f standard errors from 0", std::abs(value.value) / value.error);
  return {statement,
          what + (positive ? " above" : " below") +
              " 0 by more than two standard errors; fails if it is the reverse",
          here, judge_larger(wanted, {0, 0})};
}

PaperClaim claim_unknown(const std::string& statement, const std::string& why) {
  return {statement, "", why, Verdict::unknown};
}

}  // namespace vitrum::study
