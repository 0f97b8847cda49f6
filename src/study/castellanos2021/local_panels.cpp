#include "study/castellanos2021/local_panels.h"

#include <cmath>

#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

std::string y_label(const LocalRow& row, Moment moment) {
  return moment == Moment::mean ? "<" + std::string(row.symbol) + ">"
                                : "std(" + std::string(row.symbol) + ")";
}

void put(FigurePanel& panel, FigureSeries one, const std::string& label, Stroke stroke) {
  if (one.x.empty()) return;
  one.label = one.role + ", " + label;
  one.stroke = stroke;
  panel.series.push_back(std::move(one));
}

void say_when_empty(FigurePanel& panel, const LocalComparison& local) {
  if (panel.series.empty()) panel.note = local.note();
}

/// Relative difference at radii of the two models that are nearly one.
Estimate difference_at(const LocalComparison& local, LocalState state, std::size_t quantity, Moment moment,
                       double glass_radius) {
  const LocalMeasures &glass = local.of("glass", state), &lattice = local.of("lattice", state);
  const double radius = lattice.radius_near(glass_radius);
  const double unknown = std::nan("");
  if (!nearly_same_radius(radius, glass_radius)) return {unknown, unknown};
  return relative_difference(glass.moment(quantity, moment, glass_radius, 0),
                             lattice.moment(quantity, moment, radius, 0));
}

void keep_known(std::vector<Estimate>& out, const Estimate& value) {
  if (std::isfinite(value.value)) out.push_back(value);
}

}  // namespace

FigurePanel against_radius_panel(const std::string& name, const LocalRow& row, Moment moment,
                                 const LocalComparison& local) {
  FigurePanel out = panel(name, std::string(row.words) + " against R", "R", y_label(row, moment));
  for (const std::string model : model_names) {
    const LocalMeasures &quenched = local.of(model, LocalState::quenched),
                        &flowing = local.of(model, LocalState::stationary);
    put(out, quenched.against_radius(row.quantity, moment, 0), "as quenched", Stroke::dotted);
    put(out, flowing.against_radius(row.quantity, moment, 0), "stationary", Stroke::solid);
    if (row.quantity != von_mises)
      put(out, flowing.against_radius(row.quantity, moment, 90), "stationary, backward", Stroke::dashed);
  }
  say_when_empty(out, local);
  return out;
}

FigurePanel against_angle_panel(const std::string& name, const LocalRow& row, Moment moment,
                                const LocalComparison& local) {
  FigurePanel out =
      panel(name, std::string(row.words) + " against the direction", "alpha", y_label(row, moment));
  for (const std::string model : model_names) {
    put(out, local.of(model, LocalState::quenched).against_angle(row.quantity, moment, local.radius(model)),
        "as quenched", Stroke::dotted);
    put(out, local.of(model, LocalState::stationary).against_angle(row.quantity, moment, local.radius(model)),
        "stationary", Stroke::solid);
  }
  say_when_empty(out, local);
  return out;
}

FigurePanel local_density_panel(const std::string& name, const LocalRow& row, double direction,
                                bool logarithmic, const LocalComparison& local) {
  FigurePanel out = panel(name, row.words, row.symbol, "P(" + std::string(row.symbol) + ")");
  out.log_x = out.log_y = logarithmic;
  for (const std::string model : model_names)
    for (const LocalState state : {LocalState::quenched, LocalState::stationary}) {
      const LocalMeasures& measures = local.of(model, state);
      const compare::Density density = logarithmic
                                           ? measures.small_distances(local.radius(model), direction)
                                           : measures.density(row.quantity, local.radius(model), direction);
      put(out, density_series(model, model, density, logarithmic), name_of(state),
          state == LocalState::quenched ? Stroke::dotted : Stroke::solid);
    }
  say_when_empty(out, local);
  return out;
}

PaperClaim convergence_claim(const std::string& statement, Moment moment, const LocalComparison& local) {
  const std::vector<double> radii = local.glass_flowing.radii();
  if (radii.size() < 2)
    return claim_unknown(statement, "the glass in stationary flow was not tested at two radii");
  std::vector<Estimate> small, large;
  double smallest = 0;
  for (const double radius : radii) {
    if (radius >= local.glass_radius) break;
    for (const LocalState state : {LocalState::quenched, LocalState::stationary})
      for (const std::size_t quantity : {tau_c, distance, drop})
        keep_known(small, difference_at(local, state, quantity, moment, radius));
    smallest = radius;
    if (!small.empty()) break;
  }
  for (const LocalState state : {LocalState::quenched, LocalState::stationary})
    for (const std::size_t quantity : {tau_c, distance, drop})
      keep_known(large, difference_at(local, state, quantity, moment, local.glass_radius));
  if (small.empty() || large.empty())
    return claim_unknown(statement, "the models have no two radii in common");
  return claim_larger(statement, "mean relative difference at R = " + in_words(smallest), mean_of(small),
                      "at R = " + in_words(local.glass_radius), mean_of(large));
}

Estimate mean_difference(const LocalComparison& local, LocalState state, Moment moment, double direction) {
  std::vector<Estimate> all;
  for (const std::size_t quantity : {tau_i, tau_c, distance, drop}) {
    const bool vanishes = quantity == tau_i && state == LocalState::quenched && moment == Moment::mean;
    if (!vanishes) all.push_back(local.difference(state, quantity, moment, direction));
  }
  return mean_of(all);
}

}  // namespace vitrum::study::castellanos2021
