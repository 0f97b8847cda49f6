#include "study/castellanos2021/calibrated.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrum::study::castellanos2021 {

std::vector<const CalibratedModel*> of_all_lengths(const CalibrationResults& calibration) {
  std::vector<const CalibratedModel*> out;
  for (const CalibratedModel& model : calibration.models)
    if (model.variant == calibration.models.front().variant) out.push_back(&model);
  std::stable_sort(out.begin(), out.end(), [](const CalibratedModel* a, const CalibratedModel* b) {
    return a->element_length < b->element_length;
  });
  return out;
}

const CalibratedModel* at_length(const CalibrationResults& calibration, double length) {
  const CalibratedModel* nearest = nullptr;
  for (const CalibratedModel* model : of_all_lengths(calibration))
    if (nearest == nullptr ||
        std::abs(model->element_length - length) < std::abs(nearest->element_length - length))
      nearest = model;
  return nearest;
}

std::vector<const CalibratedModel*> of_all_variants(const CalibrationResults& calibration) {
  std::vector<const CalibratedModel*> out;
  if (calibration.models.empty()) return out;
  const std::string& first = calibration.models.front().variant;
  double length = paper_length;
  for (const CalibratedModel& model : calibration.models)
    if (model.variant != first) {
      length = model.element_length;
      out.push_back(&model);
    }
  out.push_back(at_length(calibration, length));
  std::stable_sort(out.begin(), out.end(), [](const CalibratedModel* a, const CalibratedModel* b) {
    return a->variant < b->variant;
  });
  return out;
}

const CalibratedModel* variant(const CalibrationResults& calibration, const std::string& letter) {
  for (const CalibratedModel* model : of_all_variants(calibration))
    if (model->variant == letter) return model;
  return nullptr;
}

std::optional<Estimate> optimum_of(const CalibratedModel& model, const std::string& parameter) {
  if (!model.doubt.empty()) return std::nullopt;
  for (std::size_t i = 0; i < model.names.size() && i < model.optimum.size(); ++i)
    if (model.names[i] == parameter) return model.optimum[i];
  return std::nullopt;
}

PaperClaim unless_in_doubt(PaperClaim claim, const std::vector<const CalibratedModel*>& models) {
  if (!claim.criterion.empty()) claim.criterion += "; undecided where a search ended without a sure optimum";
  for (const CalibratedModel* model : models) {
    if (model == nullptr || model->doubt.empty()) continue;
    claim.verdict = Verdict::unknown;
    claim.here +=
        "; search of " + model->variant + " at l = " + in_words(model->element_length) + ": " + model->doubt;
  }
  return claim;
}

Estimate value_or_unknown(const std::optional<Estimate>& value) {
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  return value.value_or(Estimate{unknown, unknown});
}

}  // namespace vitrum::study::castellanos2021
