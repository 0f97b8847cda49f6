#include <cmath>

#include "compare/power_law.h"
#include "study/castellanos2021/calibrated.h"
#include "study/castellanos2021/figures.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double paper_systems = 36;  // at l = 6.6

/// k of the optimum at the paper's length, else the paper's.
double shape_of(const CalibrationResults& calibration) {
  const CalibratedModel* model = at_length(calibration, paper_length);
  const auto found = model == nullptr ? std::nullopt : optimum_of(*model, "threshold_shape");
  return found ? found->value : paper_shape;
}

PaperClaim exponent_claim(const std::vector<ScaleOfSystems>& scales, double shape) {
  const std::string statement =
      "With the number N of slip systems the scale of thresholds grows as that of Weibull minima asks for, "
      "N^(1/k).";
  if (scales.size() < 2) return claim_unknown(statement, "λ was not sought for two numbers of slip systems");
  std::vector<double> numbers;
  std::vector<Estimate> values;
  for (const auto& one : scales) {
    numbers.push_back(one.slip_systems);
    values.push_back(one.scale);
  }
  const auto law = compare::fit_power_law(numbers, values);
  PaperClaim claim = claim_near(statement, "exponent", law.exponent, 1 / shape, {0.10, 0.25});
  claim.criterion =
      "the exponent of a line through the logarithms is 1/k to 10 % or two standard errors, partly to 25 %";
  claim.here = "exponent " + in_words(law.exponent) + ", 1/k = " + in_words(1 / shape);
  return claim;
}

}  // namespace

PaperFigure figure_7(const Results& results) {
  PaperFigure out{"Fig. 7", "Scale of the thresholds against the number of slip systems", {}, {}, ""};
  const auto& scales = results.calibration.scales;
  const double shape = shape_of(results.calibration);
  FigurePanel drawn = panel("7", "Optimal scale", "N", "lambda");
  drawn.log_x = drawn.log_y = true;
  FigureSeries points = series("lattice", "lattice", Mark::points), law = series("law", "theory", Mark::line);
  // The law starts from the number of slip systems nearest to the paper's.
  const ScaleOfSystems* start = nullptr;
  for (const auto& one : scales) {
    add_point(points, one.slip_systems, one.scale);
    if (start == nullptr ||
        std::abs(one.slip_systems - paper_systems) < std::abs(start->slip_systems - paper_systems))
      start = &one;
  }
  if (start == nullptr) {
    drawn.note = "λ was not sought for other numbers of slip systems.";
  } else {
    law.label = "Weibull law from N = " + std::to_string(start->slip_systems);
    law.stroke = Stroke::dashed;
    for (const auto& one : scales) {
      law.x.push_back(one.slip_systems);
      law.y.push_back(start->scale.value *
                      std::pow(static_cast<double>(one.slip_systems) / start->slip_systems, 1 / shape));
    }
    drawn.series = {points, law};
  }
  out.panels.push_back(drawn);
  out.claims.push_back(exponent_claim(scales, shape));
  return out;
}

}  // namespace vitrum::study::castellanos2021
