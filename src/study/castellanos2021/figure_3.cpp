#include <algorithm>
#include <cmath>

#include "study/castellanos2021/calibrated.h"
#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/profile_claims.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr const char* no_models = "Nothing was calibrated.";

/// One curve for each element length.
FigurePanel profiles_panel(const std::string& name, const std::string& title, const std::string& symbol,
                           std::vector<Estimate> ErrorProfile::*error,
                           const CalibrationResults& calibration) {
  FigurePanel out = panel(name, title, "k", symbol);
  for (const CalibratedModel* model : of_all_lengths(calibration)) {
    const auto& values = model->profile.*error;
    const std::string length = in_words(model->element_length);
    FigureSeries one = series("l = " + length, "l = " + length, Mark::points);
    for (std::size_t i = 0; i < values.size() && i < model->profile.first.size(); ++i)
      add_point(one, model->profile.first[i], values[i]);
    if (!one.x.empty()) out.series.push_back(one);
  }
  if (out.series.empty()) out.note = calibration.models.empty() ? no_models : "No search kept a profile.";
  return out;
}

FigurePanel lengths_panel(const CalibrationResults& calibration) {
  FigurePanel out = panel("3c", "Least error against element length", "l", "L_stat");
  FigureSeries points = series("lattice", "lattice", Mark::points);
  for (const CalibratedModel* model : of_all_lengths(calibration))
    add_point(points, model->element_length, model->errors.stat);
  if (points.x.empty()) out.note = no_models;
  if (points.x.size() == 1) out.note = "Calibrated at one element length only.";
  if (!points.x.empty()) out.series.push_back(points);
  return out;
}

FigureSeries plain_series(const std::string& label, const std::vector<double>& x,
                          const std::vector<std::optional<double>>& y) {
  FigureSeries out = series(label, label, Mark::points);
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i)
    if (y[i]) add_point(out, x[i], {*y[i], std::nan("")});
  return out;
}

FigureSeries estimate_series(const std::string& label, const std::vector<double>& x,
                             const std::vector<Estimate>& y) {
  FigureSeries out = series(label, label, Mark::points);
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i) add_point(out, x[i], y[i]);
  return out;
}

FigurePanel components_panel(const CalibratedModel* model) {
  FigurePanel out = panel("3d", "Parts of the error", "k", "L");
  if (model == nullptr) {
    out.note = no_models;
    return out;
  }
  const ErrorProfile& profile = model->profile;
  out.title += ", l = " + in_words(model->element_length);
  for (const FigureSeries& one : {estimate_series("L_macro", profile.first, profile.macro),
                                  plain_series("L_meso forward", profile.first, profile.forward),
                                  plain_series("L_meso backward", profile.first, profile.backward),
                                  estimate_series("L_stat", profile.first, profile.stat)}) {
    if (!one.x.empty())
      out.series.push_back(one);
    else
      out.note += (out.note.empty() ? "Not known: " : ", ") + one.label;
  }
  return out;
}

/// Draws of the posterior, each parameter against the first.
std::vector<FigurePanel> posterior_panels(const CalibratedModel* model) {
  std::vector<FigurePanel> out;
  if (!model || !model->posterior) return out;
  const compare::Posterior& posterior = *model->posterior;
  for (std::size_t i = 1; i < posterior.parameters.size(); ++i) {
    FigurePanel one = panel(std::string("3") + static_cast<char>('d' + i),
                            "Posterior, l = " + in_words(model->element_length) + " (not in paper 1)",
                            posterior.parameters[0].name, posterior.parameters[i].name);
    one.series.push_back(series("draws of the posterior", "lattice", Mark::points));
    for (const compare::Point& draw : posterior.samples) add_point(one.series[0], draw[0], {draw[i], NAN});
    out.push_back(one);
  }
  return out;
}

}  // namespace

PaperFigure figure_3(const Results& results) {
  const CalibrationResults& calibration = results.calibration;
  PaperFigure out{
      "Fig. 3", "Calibration: errors against the shape of the thresholds and the element length", {}, {}, ""};
  out.panels = {
      profiles_panel("3a", "Macroscale error", "L_macro", &ErrorProfile::macro, calibration),
      profiles_panel("3b", "Macroscale and local error", "L_stat", &ErrorProfile::stat, calibration),
      lengths_panel(calibration), components_panel(at_length(calibration, paper_length))};
  for (const FigurePanel& one : posterior_panels(at_length(calibration, paper_length)))
    out.panels.push_back(one);
  out.claims = profile_claims(calibration);
  if (!calibration.models.empty() && calibration.models.front().variant != "C")
    out.note = "The rules are those of variant " + calibration.models.front().variant +
               "; the paper's figure is of variant C.";
  return out;
}

}  // namespace vitrum::study::castellanos2021
