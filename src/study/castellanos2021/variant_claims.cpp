#include "study/castellanos2021/variant_claims.h"

#include <cmath>
#include <utility>

#include "study/castellanos2021/calibrated.h"
#include "study/variants.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double slight = 0.05, appreciable = 0.10;  // of errors
constexpr Limits near_parameter{0.10, 0.25};

using Part = Estimate (*)(const CalibratedModel&);
Estimate stat_of(const CalibratedModel& model) { return model.errors.stat; }
Estimate macro_of(const CalibratedModel& model) { return value_or_unknown(model.errors.macro); }
Estimate forward_of(const CalibratedModel& model) { return value_or_unknown(model.errors.forward); }
Estimate backward_of(const CalibratedModel& model) { return value_or_unknown(model.errors.backward); }

std::string missing(const CalibrationResults& calibration, const std::string& letters) {
  std::string text;
  for (const char letter : letters)
    if (variant(calibration, {letter}) == nullptr)
      text += (text.empty() ? "" : ", ") + std::string(1, letter);
  return text.empty() ? text : "not calibrated: " + text;
}

/// A part of the error of one variant minus that of C.
Estimate excess(const CalibrationResults& calibration, const std::string& letter, Part part) {
  const Estimate one = part(*variant(calibration, letter)), original = part(*variant(calibration, "C"));
  return {one.value - original.value, std::hypot(one.error, original.error)};
}

PaperClaim better_claim(const CalibrationResults& calibration) {
  const std::string statement =
      "Unequal elements (A) are a very slight improvement over the original model (C).";
  if (const auto why = missing(calibration, "AC"); !why.empty()) return claim_unknown(statement, why);
  const Estimate change = excess(calibration, "A", stat_of);
  PaperClaim claim = claim_larger(statement, "L_stat of C", stat_of(*variant(calibration, "C")), "of A",
                                  stat_of(*variant(calibration, "A")));
  claim.criterion += "; partly if the improvement is more than " + in_words(slight);
  if (claim.verdict == Verdict::holds && change.value < -slight) claim.verdict = Verdict::partly;
  return claim;
}

PaperClaim pressure_claim(const CalibrationResults& calibration) {
  const std::string statement =
      "Pressure-dependent thresholds (B) increase the error, especially against the load.";
  if (const auto why = missing(calibration, "BC"); !why.empty()) return claim_unknown(statement, why);
  PaperClaim claim = claim_larger(statement, "L_stat of B", stat_of(*variant(calibration, "B")), "of C",
                                  stat_of(*variant(calibration, "C")));
  const Estimate backward = excess(calibration, "B", backward_of),
                 forward = excess(calibration, "B", forward_of);
  claim.criterion += ", and L_meso rises more backward than forward; partly without the latter";
  claim.here += "; L_meso rises by " + in_words(backward) + " backward and " + in_words(forward) + " forward";
  if (claim.verdict == Verdict::holds && !(backward.value > forward.value)) claim.verdict = Verdict::partly;
  return claim;
}

PaperClaim slightly_worse_claim(const CalibrationResults& calibration, const std::string& letter,
                                const std::string& what) {
  const std::string statement = what + " (" + letter + ") can be calibrated only slightly worse than C.";
  if (const auto why = missing(calibration, letter + "C"); !why.empty()) return claim_unknown(statement, why);
  const Estimate change = excess(calibration, letter, stat_of);
  PaperClaim claim = claim_unknown(statement, "L_stat changes by " + in_words(change));
  claim.criterion =
      "L_stat rises by at most 0.05 or two standard errors, and does not fall by more; partly up to 0.10, "
      "or if it falls";
  if (!std::isfinite(change.value)) return claim;
  const double noise = std::isfinite(change.error) ? 2 * change.error : 0;
  claim.verdict = change.value <= appreciable ? Verdict::partly : Verdict::fails;
  if (change.value >= -noise && change.value <= std::max(slight, noise)) claim.verdict = Verdict::holds;
  return claim;
}

PaperClaim lost_anisotropy_claim(const CalibrationResults& calibration) {
  const std::string statement =
      "With equal thresholds that are never renewed (E) the response against the load is lost.";
  if (const auto why = missing(calibration, "EC"); !why.empty()) return claim_unknown(statement, why);
  PaperClaim claim = claim_larger(statement, "L_meso backward of E", backward_of(*variant(calibration, "E")),
                                  "of C", backward_of(*variant(calibration, "C")));
  const Estimate backward = excess(calibration, "E", backward_of),
                 forward = excess(calibration, "E", forward_of);
  claim.criterion += ", and by more than forward; partly without the latter";
  claim.here += "; forward it rises by " + in_words(forward);
  if (claim.verdict == Verdict::holds && !(backward.value > forward.value)) claim.verdict = Verdict::partly;
  return claim;
}

PaperClaim no_macroscale_claim(const CalibrationResults& calibration, const std::string& letter,
                               const std::string& what) {
  const std::string statement = what + " (" + letter + ") cannot reproduce the macroscale.";
  if (const auto why = missing(calibration, letter + "C"); !why.empty()) return claim_unknown(statement, why);
  const Estimate one = macro_of(*variant(calibration, letter)),
                 original = macro_of(*variant(calibration, "C"));
  PaperClaim claim = claim_larger(statement, "L_macro of " + letter, one, "of C", original);
  claim.criterion += ", and it is twice that of C or more; partly if less than twice";
  if (claim.verdict == Verdict::holds && one.value < 2 * original.value) claim.verdict = Verdict::partly;
  return claim;
}

/// The paper's letter for a key of [lattice].
std::string letter_of(const std::string& key) {
  if (key == "threshold_shape") return "k";
  if (key == "threshold_scale") return "λ";
  if (key == "threshold") return "τ";
  return key == "amplitude_exponent" ? "χ" : "Δγ";
}

PaperClaim optimum_claim(const CalibrationResults& calibration, const Variant& paper) {
  PaperClaim claim =
      claim_unknown("Optimum of variant " + paper.letter + " (" + paper.title + "):", "not calibrated");
  claim.criterion =
      "each parameter as the paper's to 10 % or two standard errors; partly if some, or to 25 %";
  const CalibratedModel* model = variant(calibration, paper.letter);
  if (model != nullptr && !model->doubt.empty()) claim.here = model->doubt;
  const auto names = free_parameters(under_rules_of(paper.letter, {}));
  const std::vector<double>& values = paper.paper_values;
  bool first = true, known = model != nullptr && model->doubt.empty();
  for (std::size_t i = 0; i < values.size() && i < names.size(); ++i) {
    claim.statement += (i == 0 ? " " : ", ") + letter_of(names[i]) + " = " + in_words(values[i]);
    if (!known) continue;
    const Estimate found = value_or_unknown(optimum_of(*model, names[i]));
    const Verdict verdict = judge_near(found, values[i], near_parameter);
    claim.here =
        (first ? "" : claim.here + "; ") + letter_of(names[i]) + " = " + against_paper(found, values[i]);
    claim.verdict = first ? verdict : both(claim.verdict, verdict);
    first = false;
  }
  claim.statement += ".";
  return claim;
}

}  // namespace

std::vector<PaperClaim> variant_claims(const CalibrationResults& calibration) {
  const auto sure = [&](const std::string& letter, PaperClaim claim) {
    return unless_in_doubt(std::move(claim), {variant(calibration, letter), variant(calibration, "C")});
  };
  return {
      sure("A", better_claim(calibration)),
      sure("B", pressure_claim(calibration)),
      sure("D", slightly_worse_claim(calibration, "D", "A randomly shuffled interaction")),
      sure("F", slightly_worse_claim(calibration, "F", "The scalar model with renewed thresholds")),
      sure("E", lost_anisotropy_claim(calibration)),
      sure("H", no_macroscale_claim(calibration, "H", "The simplest scalar model, its thresholds fixed,")),
      sure("I", no_macroscale_claim(calibration, "I", "A mean-field interaction"))};
}

std::vector<PaperClaim> optimum_claims(const CalibrationResults& calibration) {
  std::vector<PaperClaim> out;
  for (const Variant& paper : paper_variants())
    if (!paper.paper_values.empty() && paper.letter != "C") out.push_back(optimum_claim(calibration, paper));
  return out;
}

}  // namespace vitrum::study::castellanos2021
