#include "study/castellanos2021/local_states.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "compare/angle_along.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();
constexpr double paper_radius = 30;
constexpr std::size_t density_bins = 30;

/// A state in which a single sample was tested is known no better than the worst of the others.
std::vector<Estimate> with_errors(std::vector<Estimate> states) {
  double worst = 0;
  for (const Estimate& state : states)
    if (std::isfinite(state.error)) worst = std::max(worst, state.error);
  if (worst > 0)
    for (Estimate& state : states)
      if (!std::isfinite(state.error)) state.error = worst;
  return states;
}

bool belongs(const LocalYieldState& state, LocalState wanted, double from) {
  if (state.leg != 0) return false;
  if (wanted == LocalState::quenched) return state.strain == 0;
  return state.strain >= from * (1 - 1e-9);
}

}  // namespace

std::string name_of(LocalState state) { return state == LocalState::quenched ? "as quenched" : "stationary"; }

LocalMeasures::LocalMeasures(const Settings& settings, const Results& results, const std::string& model,
                             LocalState state)
    : model_(model) {
  for (const LocalYieldState& one : results.local)
    if (one.model == model && !one.statistics.empty() && belongs(one, state, settings.compare.from))
      states_.push_back(&one);
}

std::vector<double> LocalMeasures::radii() const {
  std::set<double> radii;
  for (const LocalYieldState* state : states_)
    for (const auto& one : state->statistics) radii.insert(one.radius);
  return {radii.begin(), radii.end()};
}

double LocalMeasures::radius_near(double wanted) const {
  double nearest = 0;
  for (const double radius : radii())
    if (nearest == 0 || std::abs(radius - wanted) < std::abs(nearest - wanted)) nearest = radius;
  return nearest;
}

Estimate LocalMeasures::moment_at(std::size_t quantity, Moment moment, double radius, double angle) const {
  std::vector<Estimate> found;
  for (const LocalYieldState* state : states_)
    for (const auto& one : state->statistics)
      if (one.radius == radius && one.angle == angle && quantity < one.moments.size())
        found.push_back(moment == Moment::mean ? one.moments[quantity].mean
                                               : one.moments[quantity].deviation);
  return mean_of(with_errors(found));
}

Estimate LocalMeasures::moment(std::size_t quantity, Moment moment, double radius, double direction) const {
  std::set<double> angles;
  for (const LocalYieldState* state : states_)
    for (const auto& one : state->statistics)
      if (one.radius == radius) angles.insert(one.angle);
  const auto angle = compare::angle_along(angles, direction);
  return angle ? moment_at(quantity, moment, radius, *angle) : Estimate{not_known, not_known};
}

FigureSeries LocalMeasures::against_radius(std::size_t quantity, Moment moment, double direction) const {
  FigureSeries out = series(model_, model_, Mark::points);
  for (const double radius : radii()) {
    const Estimate value = this->moment(quantity, moment, radius, direction);
    if (std::isfinite(value.value)) add_point(out, radius, value);
  }
  return out;
}

FigureSeries LocalMeasures::against_angle(std::size_t quantity, Moment moment, double radius) const {
  std::set<std::pair<double, double>> angles;  // as drawn, as tested
  for (const LocalYieldState* state : states_)
    for (const auto& one : state->statistics)
      if (one.radius == radius) angles.insert({one.angle > 90 ? one.angle - 180 : one.angle, one.angle});
  FigureSeries out = series(model_, model_, Mark::points);
  const auto add = [&](double at, double tested) {
    const Estimate value = moment_at(quantity, moment, radius, tested);
    if (std::isfinite(value.value)) add_point(out, at, value);
  };
  if (!angles.empty() && angles.rbegin()->first == 90) add(-90, angles.rbegin()->second);
  for (const auto& [at, tested] : angles) add(at, tested);
  return out;
}

std::vector<const LocalDetail*> LocalMeasures::details(double radius, double direction) const {
  std::vector<const LocalDetail*> out;
  for (const LocalYieldState* state : states_) {
    std::set<double> angles;
    for (const auto& one : state->details)
      if (one.radius == radius) angles.insert(one.angle);
    const auto angle = compare::angle_along(angles, direction);
    for (const auto& one : state->details)
      if (angle && one.radius == radius && one.angle == *angle) out.push_back(&one);
  }
  return out;
}

compare::Density LocalMeasures::density(std::size_t quantity, double radius, double direction) const {
  std::vector<compare::Density> found;
  for (const LocalDetail* detail : details(radius, direction))
    if (quantity < detail->densities.size()) found.push_back(as_density(detail->densities[quantity]));
  return found.size() == 1 ? found.front() : mean_density(found, density_bins);
}

compare::Density LocalMeasures::small_distances(double radius, double direction) const {
  std::vector<compare::Density> found;
  for (const LocalDetail* detail : details(radius, direction))
    if (!detail->distances.value.empty()) found.push_back(as_density(detail->distances));
  return found.size() == 1 ? found.front() : mean_logarithmic_density(found);
}

FigureSeries LocalMeasures::drops(double radius, double direction) const {
  std::vector<const compare::MeanCurve*> found;
  for (const LocalDetail* detail : details(radius, direction))
    if (!detail->drops.x.empty()) found.push_back(&detail->drops);
  FigureSeries out = series(model_, model_, Mark::line);
  if (found.empty()) return {};
  std::size_t portions = found.front()->x.size();
  for (const compare::MeanCurve* curve : found) portions = std::min(portions, curve->x.size());
  for (std::size_t k = 0; k < portions; ++k) {
    double yield = 0;
    std::vector<Estimate> drops;
    for (const compare::MeanCurve* curve : found) {
      yield += curve->x[k] / static_cast<double>(found.size());
      drops.push_back({curve->value[k], curve->error[k]});
    }
    add_point(out, yield, mean_of(with_errors(drops)));
  }
  return out;
}

bool nearly_same_radius(double first, double second) {
  return first > 0 && second > 0 && std::abs(first - second) <= 0.15 * std::max(first, second);
}

LocalComparison::LocalComparison(const Settings& settings, const Results& results)
    : glass_quenched(settings, results, "glass", LocalState::quenched),
      lattice_quenched(settings, results, "lattice", LocalState::quenched),
      glass_flowing(settings, results, "glass", LocalState::stationary),
      lattice_flowing(settings, results, "lattice", LocalState::stationary) {
  const double wanted = settings.reference.radius > 0 ? settings.reference.radius : paper_radius;
  const LocalMeasures& glass = glass_flowing.empty() ? glass_quenched : glass_flowing;
  const LocalMeasures& lattice = lattice_flowing.empty() ? lattice_quenched : lattice_flowing;
  for (const double radius : glass.radii()) {
    const double other = lattice.radius_near(radius);
    const bool nearer = !comparable() || std::abs(radius - wanted) < std::abs(glass_radius - wanted);
    if (!nearly_same_radius(radius, other) || !nearer) continue;
    glass_radius = radius;
    lattice_radius = other;
  }
  if (comparable()) return;
  glass_radius = glass.radius_near(wanted);
  lattice_radius = lattice.radius_near(wanted);
}

const LocalMeasures& LocalComparison::of(const std::string& model, LocalState state) const {
  if (model == "glass") return state == LocalState::quenched ? glass_quenched : glass_flowing;
  return state == LocalState::quenched ? lattice_quenched : lattice_flowing;
}

Estimate LocalComparison::difference(LocalState state, std::size_t quantity, Moment moment,
                                     double direction) const {
  const auto value = [&](const std::string& model) {
    return of(model, state).moment(quantity, moment, radius(model), direction);
  };
  if (!comparable()) return {not_known, not_known};
  return relative_difference(value("glass"), value("lattice"));
}

PaperClaim LocalComparison::about_paper_radius(PaperClaim claim) const {
  if (claim.verdict == Verdict::unknown || nearly_same_radius(glass_radius, paper_radius)) return claim;
  claim.verdict = Verdict::unknown;
  claim.here += "; this is at R = " + in_words(glass_radius) + ", the paper's statement about R = 30";
  return claim;
}

std::string LocalComparison::radii_in_words() const {
  if (!comparable()) return "one radius of both models";
  return "R = " + in_words(glass_radius) + " (lattice " + in_words(lattice_radius) + ")";
}

std::string LocalComparison::note() const {
  std::string text, missing;
  for (const std::string model : model_names) {
    if (radius(model) > 0)
      text += (text.empty() ? "R = " : ", ") + in_words(radius(model)) + " of the " + model;
    for (const LocalState state : {LocalState::quenched, LocalState::stationary}) {
      const LocalMeasures& measures = of(model, state);
      if (measures.empty()) missing += " The " + model + " has no local tests, " + name_of(state) + ".";
      if (measures.states() > 1)
        missing += " Stationary " + model + ": mean over " + std::to_string(measures.states()) + " states.";
    }
  }
  return (text.empty() ? "" : text + ".") + missing;
}

}  // namespace vitrum::study::castellanos2021
