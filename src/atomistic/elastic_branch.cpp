#include "atomistic/elastic_branch.h"

#include <algorithm>
#include <cmath>

#include "atomistic/minimiser.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// The first step, in strain.
constexpr double first_step = 1e-3;
/// Share of the way to where the branch seems to end.
constexpr double approach = 0.9;
/// A branch whose steps have become shorter than this, in strain, has ended; so has one that is seen to end
/// within this share of an increment.
constexpr double shortest_step = 1e-8, close = 0.01;
/// How far an equilibrium may be from where it is expected.
constexpr double near = 0.02;
/// The avalanche begins this far along the unstable mode, largest coordinate: where it goes to is decided
/// later, and the way there is slow.
constexpr double slide = 0.01;
/// In a single increment, energy whose dissipation calls for a closer look; and how often it is halved for
/// that.
constexpr double dissipation = 1e-7;
constexpr int most_halvings = 6;

}  // namespace

long ElasticBranch::number(double strain) const {
  return static_cast<long>(std::floor(strain / settings_.increment * (1 + 1e-12)));
}

bool ElasticBranch::settle(PatchRest& rest) {
  return equilibrium_.find(rest.point, rest.state, {settings_.force_tolerance, near});
}

PatchRest ElasticBranch::begin() {
  PatchRest rest{patch_.start(), {}};
  if (settle(rest)) return rest;
  throw PhysicsError(
      "The patch is not in a stable equilibrium before it is sheared. Relax the sample first.");
}

/// The strain is seen to have its maximum very close by.
bool ElasticBranch::is_located() const {
  const auto& points = curve_.points();
  if (points.size() < 2) return false;
  const double way = curve_.to_maximum();
  return way <= points.back().length - points[points.size() - 2].length &&
         0.5 * points.back().rise * way <= close * settings_.increment;
}

BranchEnd ElasticBranch::follow(const PatchRest& from) {
  report_ = {};
  BranchEnd end{true, from, from, from.point};
  if (!curve_.begin(from.point)) {
    end.fall.strain += settings_.increment;
    return end;
  }
  double length = first_step / curve_.points().back().rise;
  while (true) {
    const CurvePoint& here = curve_.points().back();
    if (here.at.strain > settings_.most_strain) {
      end.found = false;
      break;
    }
    const double way = curve_.to_maximum();
    report_.critical_strain = here.at.strain + 0.5 * here.rise * way;
    const double tried = std::min(length, approach * way);
    if (is_located() || tried * here.rise < shortest_step) break;
    const BranchCurve::Step step = curve_.advance(tried);
    ++(step.made ? report_.steps : report_.rejected);
    length = tried * step.factor;
  }
  finish(end, number(end.found ? curve_.points().back().at.strain : settings_.most_strain));
  return end;
}

/// @param most number of the point of the grid that the branch has passed last.
void ElasticBranch::finish(BranchEnd& end, long most) {
  end.end = {curve_.points().back().at, curve_.points().back().state};
  for (long k = most; on_grid(k) > end.last.point.strain; --k) {
    PatchRest rest{curve_.at(on_grid(k)), {}};
    if (settle(rest)) {
      end.last = rest;
      break;
    }
    end.found = true;
  }
  end.fall = is_located() ? beyond_maximum(end) : end.last.point;
  end.fall.strain = on_grid(number(end.last.point.strain) + 1);
}

PatchPoint ElasticBranch::beyond_maximum(const BranchEnd& end) const {
  const CurvePoint& here = curve_.points().back();
  const double fastest = largest_component(here.direction);
  const PatchPoint beyond = curve_.foresee(curve_.to_maximum() + slide / fastest);
  return largest_difference(beyond.positions, here.at.positions) < 2 * slide ? beyond : end.end.point;
}

BranchEnd ElasticBranch::follow_increments(const PatchRest& from) {
  report_ = {};
  BranchEnd end{false, from, from, from.point};
  PatchRest before = from;
  const long last = number(settings_.most_strain);
  for (long k = number(from.point.strain); k < last; ++k) {
    PatchPoint guess = end.last.point;
    for (std::size_t i = 0; i < guess.positions.size(); ++i)
      guess.positions[i] += end.last.point.positions[i] - before.point.positions[i];
    before = end.end = end.last;
    if (!go(end.end, on_grid(k + 1), guess, 0)) {
      end.found = true;
      end.fall = end.end.point;
      end.fall.strain = on_grid(k + 1);
      return end;
    }
    end.last = end.end;
    ++report_.steps;
  }
  return end;
}

/// Goes on to a strain, or to the last equilibrium found before an instability. An increment that seems to
/// dissipate energy is gone through in halves: what is smooth then dissipates less and less.
bool ElasticBranch::go(PatchRest& here, double strain, const PatchPoint& guess, int halvings) {
  PatchRest next{guess, {}};
  next.point.strain = strain;
  if (settle(next)) {
    const double work = 0.5 * (here.state.work + next.state.work) * (strain - here.point.strain);
    if (work + here.state.energy - next.state.energy <= dissipation) {
      here = std::move(next);
      return true;
    }
  }
  if (halvings == most_halvings) return false;
  const double half = 0.5 * (here.point.strain + strain);
  return go(here, half, here.point, halvings + 1) && go(here, strain, here.point, halvings + 1);
}

}  // namespace vitrum::atomistic
