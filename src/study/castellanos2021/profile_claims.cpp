#include "study/castellanos2021/profile_claims.h"

#include <algorithm>
#include <cmath>

#include "study/castellanos2021/calibrated.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double paper_error = 0.16, paper_temperature = 0.25;
constexpr double shortest_best = 4.4, longest_best = 6.6;  // element lengths
constexpr Limits parameter{0.10, 0.25};
constexpr double unbounded_share = 0.16;  // beyond one standard deviation, on one side
constexpr const char* nothing = "nothing was calibrated";

PaperClaim parameter_claim(const CalibratedModel* model, const std::string& name, const std::string& words,
                           double paper) {
  const std::string statement = "At l = 6.6 the optimum has " + words + " = " + in_words(paper) + ".";
  if (model == nullptr) return claim_unknown(statement, nothing);
  if (!model->doubt.empty()) return claim_unknown(statement, model->doubt);
  const auto value = optimum_of(*model, name);
  if (!value) return claim_unknown(statement, words + " is not free in variant " + model->variant);
  return claim_near(statement, "at l = " + in_words(model->element_length) + ": " + words + " =", *value,
                    paper, parameter);
}

PaperClaim error_claim(const CalibratedModel* model) {
  PaperClaim claim = claim_unknown("The overall error of the optimum at l = 6.6 is 16 %.", nothing);
  claim.criterion = "L_stat is at most 16 % within two standard errors; partly up to 24 %";
  if (model == nullptr || !(model->errors.stat.value > 0)) return claim;
  const Estimate& found = model->errors.stat;
  claim.here = "L_stat " + against_paper(found, paper_error);
  const double least = found.value - (std::isfinite(found.error) ? 2 * found.error : 0);
  claim.verdict = judge_small({least, 0}, {paper_error, 1.5 * paper_error});
  return claim;
}

PaperClaim temperature_claim(const CalibrationResults& calibration) {
  const std::string statement = "The quench is best reproduced from a parent temperature of 0.25.";
  if (!calibration.temperature)
    return claim_unknown(statement, "no temperatures of parent liquids were tried");
  const QuenchTemperature& found = *calibration.temperature;
  if (!found.best)
    return claim_unknown(statement, "the least mismatch lies at an end of the temperatures that were tried");
  PaperClaim claim = claim_near(statement, "temperature", *found.best, paper_temperature, parameter);
  claim.criterion += "; undecided when the least lies at an end of the temperatures in a sixth of resamples";
  if (std::isfinite(found.at_ends))
    claim.here += "; in " + in_words(100 * found.at_ends) + " % of resamples the least lies at an end";
  if (!(found.at_ends <= unbounded_share)) claim.verdict = Verdict::unknown;
  return claim;
}

bool in_best_range(double length) { return length > shortest_best - 0.1 && length < longest_best + 0.1; }

PaperClaim best_length_claim(const std::vector<const CalibratedModel*>& models) {
  PaperClaim claim = claim_unknown("The error is least for element lengths from 4.4 to 6.6.", "");
  claim.criterion =
      "the least L_stat is at such a length; partly if one of them is within two standard errors of it";
  const auto inside = std::count_if(models.begin(), models.end(),
                                    [](const auto* model) { return in_best_range(model->element_length); });
  if (inside == 0 || inside == static_cast<std::ptrdiff_t>(models.size()) || models.size() < 3) {
    claim.here = "needs three element lengths or more, inside and outside of that range";
    return claim;
  }
  const auto* best = *std::min_element(models.begin(), models.end(), [](const auto* a, const auto* b) {
    return a->errors.stat.value < b->errors.stat.value;
  });
  claim.verdict = in_best_range(best->element_length) ? Verdict::holds : Verdict::fails;
  for (const auto* model : models) {
    const Estimate &one = model->errors.stat, &least = best->errors.stat;
    claim.here += (claim.here.empty() ? "L_stat " : ", ") + in_words(one) +
                  " at l = " + in_words(model->element_length);
    if (claim.verdict == Verdict::fails && in_best_range(model->element_length) &&
        one.value - least.value <= 2 * std::hypot(one.error, least.error))
      claim.verdict = Verdict::partly;
  }
  return claim;
}

PaperClaim coarse_claim(const std::vector<const CalibratedModel*>& models) {
  const std::string statement = "The error increases appreciably only for larger elements.";
  const CalibratedModel *inside = nullptr, *coarsest = nullptr;
  for (const auto* model : models) {
    if (in_best_range(model->element_length))
      inside = model;
    else if (model->element_length > longest_best)
      coarsest = model;
  }
  if (inside == nullptr || coarsest == nullptr)
    return claim_unknown(statement, "needs an element length from 4.4 to 6.6 and a larger one");
  return unless_in_doubt(
      claim_larger(statement, "L_stat at l = " + in_words(coarsest->element_length), coarsest->errors.stat,
                   "at l = " + in_words(inside->element_length), inside->errors.stat),
      {coarsest, inside});
}

PaperClaim every_length_claim(const std::vector<const CalibratedModel*>& models) {
  PaperClaim claim =
      claim_unknown("The macroscale is reproduced excellently at every element length.", nothing);
  claim.criterion = "L_macro, less what finite samples give, up to 10 % at every length; partly up to 20 %";
  double worst = -1;
  for (const auto* model : models) {
    if (!model->errors.macro) continue;
    claim.here = (worst < 0 ? "L_macro " : claim.here + ", ") + in_words(*model->errors.macro) +
                 " at l = " + in_words(model->element_length);
    worst = std::max(worst, model->errors.macro->value - model->errors.floor);
  }
  if (worst >= 0) claim.verdict = judge_small({worst, 0}, excellent);
  // What is good already cannot be worse at a sure optimum.
  return claim.verdict == Verdict::holds ? claim : unless_in_doubt(claim, models);
}

PaperClaim drops_claim(const std::vector<const CalibratedModel*>& models) {
  const std::string statement = "The error of the stress drops increases as elements become smaller.";
  if (models.size() < 2 || !models.front()->errors.density[1] || !models.back()->errors.density[1])
    return claim_unknown(statement, "needs two element lengths at which stress drops are compared");
  return unless_in_doubt(
      claim_larger(statement, "L[P(drop)] at l = " + in_words(models.front()->element_length),
                   *models.front()->errors.density[1], "at l = " + in_words(models.back()->element_length),
                   *models.back()->errors.density[1]),
      {models.front(), models.back()});
}

PaperClaim amplitude_claim(const std::vector<const CalibratedModel*>& models) {
  PaperClaim claim = claim_unknown("Below l = 5 the optimum has χ < 1, above it χ > 1.", "");
  claim.criterion = "χ at the optimum of every element length; partly if only on one side of l = 5";
  bool below = true, above = true, has_below = false, has_above = false;
  for (const auto* model : models) {
    const auto chi = optimum_of(*model, "amplitude_exponent");
    if (!chi) continue;
    const bool small = model->element_length < 5;
    (small ? has_below : has_above) = true;
    if (small)
      below = below && chi->value < 1;
    else
      above = above && chi->value > 1;
    claim.here +=
        (claim.here.empty() ? "χ = " : ", ") + in_words(*chi) + " at l = " + in_words(model->element_length);
  }
  if (!has_below || !has_above)
    claim.here += (claim.here.empty() ? "" : "; ") + std::string("needs optima at lengths below and above 5");
  else
    claim.verdict = both(below ? Verdict::holds : Verdict::fails, above ? Verdict::holds : Verdict::fails);
  return claim;
}

/// How much a part of the error rises from its least towards the nearer end of the profile's first parameter.
double rise_of(const std::vector<std::optional<double>>& values) {
  std::vector<double> known;
  for (const auto& value : values)
    if (value) known.push_back(*value);
  if (known.size() < 3) return std::nan("");
  return std::min(known.front(), known.back()) - *std::min_element(known.begin(), known.end());
}

std::vector<std::optional<double>> values_of(const std::vector<Estimate>& estimates) {
  std::vector<std::optional<double>> out;
  for (const Estimate& one : estimates) out.emplace_back(one.value);
  return out;
}

PaperClaim wide_claim(const CalibratedModel* model) {
  PaperClaim claim = claim_unknown(
      "The macroscale alone does not decide k: it fits similarly well over a wide range.", nothing);
  claim.criterion =
      "L_macro is within 0.05 of its least over at least half of the values of k tried; partly over a "
      "quarter";
  if (model == nullptr || model->profile.macro.size() < 3) return claim;
  const auto& profile = model->profile;
  double least = profile.macro.front().value, low = profile.first.front(), high = low;
  for (const Estimate& one : profile.macro) least = std::min(least, one.value);
  bool first = true;
  for (std::size_t i = 0; i < profile.macro.size(); ++i) {
    if (profile.macro[i].value > least + 0.05) continue;
    if (first) low = profile.first[i];
    high = profile.first[i];
    first = false;
  }
  const double share = (high - low) / (profile.first.back() - profile.first.front());
  claim.here = "within 0.05 of its least, " + in_words(least) + ", for k from " + in_words(low) + " to " +
               in_words(high);
  claim.verdict = share >= 0.25 ? Verdict::partly : Verdict::fails;
  if (share >= 0.5) claim.verdict = Verdict::holds;
  return claim;
}

PaperClaim decides_claim(const CalibratedModel* model) {
  PaperClaim claim =
      claim_unknown("Only the local properties against the load have a clear minimum and decide k.", nothing);
  claim.criterion =
      "from its least, L_meso backward rises by more than 0.05 towards both ends of k, and by more than "
      "L_macro and L_meso forward; partly if only one of both";
  if (model == nullptr) return claim;
  const double backward = rise_of(model->profile.backward), forward = rise_of(model->profile.forward);
  const double macro = rise_of(values_of(model->profile.macro));
  claim.here = "rises towards the nearer end: backward " + in_words(backward) + ", forward " +
               in_words(forward) + ", macroscale " + in_words(macro);
  if (!std::isfinite(backward + forward + macro)) return claim;
  claim.verdict = both(backward > 0.05 ? Verdict::holds : Verdict::fails,
                       backward > std::max(forward, macro) ? Verdict::holds : Verdict::fails);
  return claim;
}

}  // namespace

std::vector<PaperClaim> profile_claims(const CalibrationResults& calibration) {
  const auto models = of_all_lengths(calibration);
  const CalibratedModel* main = at_length(calibration, paper_length);
  return {parameter_claim(main, "threshold_shape", "k", paper_shape),
          parameter_claim(main, "threshold_scale", "λ", paper_scale),
          parameter_claim(main, "amplitude_exponent", "χ", paper_amplitude_exponent),
          temperature_claim(calibration),
          error_claim(main),
          every_length_claim(models),
          drops_claim(models),
          wide_claim(main),
          decides_claim(main),
          best_length_claim(models),
          coarse_claim(models),
          amplitude_claim(models)};
}

}  // namespace vitrum::study::castellanos2021
