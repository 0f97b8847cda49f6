#include "study/castellanos2021/calibrated.h"
#include "study/castellanos2021/figures.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr const char* columns[]{"stress",         "drop",        "increment", "tau_i",     "tau_c",
                                "Delta tau_c",    "delta tau_c", "std tau_i", "std tau_c", "std Delta tau_c",
                                "std delta tau_c"};

/// Errors of eq. 8 (with those of eq. 9 forward), or of eq. 9 backward alone.
FigurePanel cells(const std::string& name, const std::string& title, bool macroscale, std::size_t angle,
                  const CalibrationResults& calibration) {
  FigurePanel out = panel(name, title, "quantity", "L");
  const std::size_t before = macroscale ? 3 : 0;
  for (std::size_t i = macroscale ? 0 : 3; i < std::size(columns); ++i)
    out.categories.emplace_back(columns[i]);
  for (const CalibratedModel* model : of_all_variants(calibration)) {
    FigureSeries row = series(model->variant, "lattice", Mark::cells);
    const auto add = [&](std::size_t column, const std::optional<Estimate>& error) {
      if (error) add_point(row, static_cast<double>(column), *error);
    };
    for (std::size_t i = 0; i < before; ++i) add(i, model->errors.density[i]);
    for (std::size_t i = 0; i < 8; ++i) add(before + i, model->errors.local[angle][i]);
    if (!row.x.empty()) out.series.push_back(row);
  }
  if (out.series.empty())
    out.note = calibration.models.empty() ? "Nothing was calibrated." : "None of these errors is known.";
  return out;
}

PaperClaim distance_claim(const CalibrationResults& calibration) {
  const std::string statement =
      "The worse fit against the load is especially appreciable in the distance to threshold.";
  const CalibratedModel* model = variant(calibration, "C");
  if (model == nullptr || !model->errors.local[1][2] || !model->errors.local[1][3])
    return claim_unknown(statement, "model C was not calibrated with local tests against the load");
  return claim_larger(statement, "L of the mean distance backward", *model->errors.local[1][2],
                      "L of the mean drop", *model->errors.local[1][3]);
}

PaperClaim direction_claim(const CalibrationResults& calibration) {
  const std::string statement = "Model C reproduces local properties better along the load than against it.";
  const CalibratedModel* model = variant(calibration, "C");
  if (model == nullptr || !model->errors.forward || !model->errors.backward)
    return claim_unknown(statement, "model C was not calibrated with local tests in both directions");
  return claim_larger(statement, "L_meso backward", *model->errors.backward, "forward",
                      *model->errors.forward);
}

}  // namespace

PaperFigure figure_10(const Results& results) {
  PaperFigure out{"Fig. 10", "Error of every quantity in every model", {}, {}, ""};
  const CalibrationResults& calibration = results.calibration;
  out.panels = {cells("10, forward", "Macroscale, and local along the load", true, 0, calibration),
                cells("10, backward", "Local against the load", false, 1, calibration)};
  out.claims = {distance_claim(calibration), direction_claim(calibration)};
  out.note =
      "One row for each variant. Means of local quantities first, then their standard deviations (std).";
  return out;
}

}  // namespace vitrum::study::castellanos2021
