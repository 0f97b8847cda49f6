#include "atomistic/elastic_branch.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// The first step, in strain.
constexpr double first_step = 1e-3;
/// Share of the way to where the branch seems to end.
constexpr double approach = 0.9;
/// A branch whose steps have become shorter than this, in strain, has ended.
constexpr double shortest_step = 1e-8;
/// How far an equilibrium on the grid may be from where it is expected; and in single increments.
constexpr double near = 0.02, near_in_increments = 0.02;
/// Between neighbouring points of the grid, energy that an unnoticed event dissipates.
constexpr double dissipation = 1e-7;

}  // namespace

long ElasticBranch::number(double strain) const {
  return static_cast<long>(std::floor(strain / settings_.increment * (1 + 1e-12)));
}

bool ElasticBranch::settle(PatchRest& rest, double farthest) {
  return equilibrium_.find(rest.point, rest.state, {settings_.force_tolerance, farthest});
}

PatchRest ElasticBranch::begin() {
  PatchRest rest{patch_.start(), {}};
  if (settle(rest, near)) return rest;
  throw PhysicsError(
      "The patch is not in a stable equilibrium before it is sheared. Relax the sample first.");
}

/// The strain of the end lies between two neighbouring points of the grid, with a margin for what the
/// foreseen one may be wrong by.
bool ElasticBranch::is_located() const {
  const auto& points = curve_.points();
  if (points.size() < 2) return false;
  const CurvePoint& here = points.back();
  const double way = curve_.to_maximum();
  if (!(way <= here.length - points[points.size() - 2].length)) return false;
  const double rest = 0.5 * here.rise * way;
  return rest < shortest_step || number(here.at.strain) == number(here.at.strain + 1.5 * rest);
}

PatchRest ElasticBranch::follow(const PatchRest& from) {
  report_ = {};
  ended_ = true;
  if (!curve_.begin(from.point)) return from;
  double length = first_step / curve_.points().back().rise;
  while (true) {
    const CurvePoint& here = curve_.points().back();
    if (here.at.strain > settings_.most_strain) {
      ended_ = false;
      return on_grid(from, number(settings_.most_strain));
    }
    const double way = curve_.to_maximum();
    report_.critical_strain = here.at.strain + 0.5 * here.rise * way;
    if (is_located()) break;
    const double tried = std::min(length, approach * way);
    if (tried * here.rise < shortest_step) break;
    const BranchCurve::Step step = curve_.advance(tried);
    ++(step.made ? report_.steps : report_.rejected);
    length = tried * step.factor;
  }
  return on_grid(from, number(curve_.points().back().at.strain));
}

/// The last stable point of the grid up to number `most`.
PatchRest ElasticBranch::on_grid(const PatchRest& from, long most) {
  for (long k = most; settings_.increment * static_cast<double>(k) > from.point.strain; --k) {
    PatchRest rest{curve_.at(settings_.increment * static_cast<double>(k)), {}};
    if (settle(rest, near)) return rest;
    ended_ = true;
  }
  return from;
}

PatchRest ElasticBranch::follow_increments(const PatchRest& from) {
  report_ = {};
  ended_ = true;
  PatchRest before = from, here = from;
  const long last = number(settings_.most_strain);
  for (long k = std::lround(from.point.strain / settings_.increment); k < last; ++k) {
    PatchRest next = here;
    for (std::size_t i = 0; i < next.point.positions.size(); ++i)
      next.point.positions[i] += here.point.positions[i] - before.point.positions[i];
    next.point.strain = settings_.increment * static_cast<double>(k + 1);
    if (!settle(next, near_in_increments)) return here;
    const double work = 0.5 * (here.state.work + next.state.work) * (next.point.strain - here.point.strain);
    if (work + here.state.energy - next.state.energy > dissipation) return here;
    ++report_.steps;
    before = std::move(here);
    here = std::move(next);
  }
  ended_ = false;
  return here;
}

}  // namespace vitrum::atomistic
