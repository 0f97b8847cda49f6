#include "study/castellanos2021/calibrated.h"
#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/variant_claims.h"

namespace vitrum::study::castellanos2021 {
namespace {

/// Letters without a model among the variants.
std::string missing_variants(const CalibrationResults& calibration) {
  std::string text;
  for (const char letter : std::string("ABCDEFGHI"))
    if (variant(calibration, {letter}) == nullptr)
      text += (text.empty() ? "" : ", ") + std::string(1, letter);
  return text.empty() ? text : "Not calibrated: " + text + ".";
}

}  // namespace

PaperFigure figure_6(const Results& results) {
  PaperFigure out{"Fig. 6", "Errors of simpler and richer models", {}, {}, ""};
  FigurePanel bars = panel("6", "Errors at each model's optimum", "variant", "L");
  FigureSeries macro = series("L_macro", "L_macro", Mark::bars);
  FigureSeries forward = series("L_meso forward", "L_meso forward", Mark::bars);
  FigureSeries backward = series("L_meso backward", "L_meso backward", Mark::bars);
  for (const CalibratedModel* model : of_all_variants(results.calibration)) {
    const auto at = static_cast<double>(bars.categories.size());
    bars.categories.push_back(model->variant);
    if (model->errors.macro) add_point(macro, at, *model->errors.macro);
    if (model->errors.forward) add_point(forward, at, *model->errors.forward);
    if (model->errors.backward) add_point(backward, at, *model->errors.backward);
    out.note += (out.note.empty() ? "L_stat: " : ", ") + model->variant + " " + in_words(model->errors.stat);
    if (!model->doubt.empty()) out.note += " (" + model->doubt + ")";
  }
  if (!out.note.empty()) out.note += ". ";
  out.note += "The paper prints no numbers of this figure.";
  for (const FigureSeries& one : {macro, forward, backward})
    if (!one.x.empty()) bars.series.push_back(one);
  bars.note = missing_variants(results.calibration);
  out.panels.push_back(bars);
  out.claims = variant_claims(results.calibration);
  for (PaperClaim& claim : optimum_claims(results.calibration)) out.claims.push_back(std::move(claim));
  return out;
}

}  // namespace vitrum::study::castellanos2021
