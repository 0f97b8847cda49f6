#include "atomistic/elastic_branch.h"

#include <algorithm>
#include <cmath>
#include <string>

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
constexpr double shortest_step = 1e-11, close = 0.01, closest = 1e-10;
/// Share of the way that is left after a step towards a maximum, when there is one.
constexpr double nearer = 0.3;
/// How far an equilibrium may be from where it is expected.
constexpr double near = 0.02;
/// The avalanche begins this far along the unstable mode, largest coordinate: where it goes to is decided
/// later, and the way there is slow.
constexpr double slide = 0.01, least_slide = 5e-4;
/// In a single increment, energy whose dissipation calls for a closer look; and how often it is halved for
/// that.
constexpr double dissipation = 1e-7;
constexpr int most_halvings = 10;
constexpr int most_steps = 20000;
/// Points of the grid that are tried, from the last one passed backwards.
constexpr int most_grid_points = 100;

}  // namespace

long ElasticBranch::number(double strain) const {
  return static_cast<long>(std::floor(strain / settings_.increment * (1 + 1e-12)));
}

bool ElasticBranch::settle(PatchRest& rest) {
  return equilibrium_.find(rest.point, rest.state, {settings_.force_tolerance, near});
}

PatchRest ElasticBranch::begin() {
  report_ = {};
  PatchRest rest{patch_.start(), {}};
  if (settle(rest)) return rest;
  throw PhysicsError(
      "The patch is not in a stable equilibrium before it is sheared. Relax the sample first.");
}

/// The maximum of the strain is seen very close by, and on which side of the next point of the grid.
bool ElasticBranch::is_close(double way) const {
  const CurvePoint& here = curve_.points().back();
  const double rest = 0.5 * here.rise * way;
  return rest <= close * settings_.increment &&
         (rest <= closest || number(here.at.strain) == number(here.at.strain + 1.5 * rest));
}

PatchPoint ElasticBranch::beyond_maximum(double way) const {
  return curve_.foresee(way + slide_ / largest_component(curve_.points().back().direction));
}

/// Where the patch jumps by little, it is stable again soon.
bool ElasticBranch::is_unstable_beyond(double way) {
  for (slide_ = slide; slide_ >= least_slide; slide_ *= 0.25) {
    stiffness_.set(beyond_maximum(way));
    if (!stiffness_.factorise()) return true;
  }
  return false;
}

BranchEnd ElasticBranch::follow(const PatchRest& from) {
  BranchEnd end{true, false, false, from, from, from.point};
  end.fall.strain = on_grid(number(from.point.strain) + 1);
  if (!curve_.begin(from.point)) return end;
  double length = first_step / curve_.points().back().rise, last_step = 0, way_before = 0;
  bool located = false, approaching = false;
  while (curve_.points().back().at.strain <= settings_.most_strain) {
    if (report_.steps + report_.rejected > most_steps)
      throw PhysicsError("A patch was not followed beyond a strain of " +
                         std::to_string(curve_.points().back().at.strain) + ": it took too many steps.");
    const CurvePoint& here = curve_.points().back();
    const double way = curve_.to_maximum();
    report_.critical_strain = here.at.strain + 0.5 * here.rise * way;
    const bool reached = approaching && way <= nearer * way_before && is_close(way);
    located = reached && is_unstable_beyond(way);
    // What recedes when it is approached may be no maximum, and what is followed by a stable point is none: a
    // step beyond it tells.
    const bool bold = std::isfinite(way) && (reached || (approaching && way > nearer * way_before));
    const double foreseen = way < last_step ? way : std::min(way, curve_.to_softening());
    const double tried =
        bold ? way + slide / largest_component(here.direction) : std::min(length, approach * foreseen);
    if (located || tried * here.rise < shortest_step) break;
    const BranchCurve::Step step =
        curve_.advance(tried, bold ? BranchCurve::Dip::allowed : BranchCurve::Dip::refused);
    ++(step.made ? report_.steps : report_.rejected);
    if (reached && !step.made) break;
    approaching = step.made && tried == approach * way;
    if (step.made || !bold) length = tried * step.factor;
    if (step.made) way_before = way, last_step = tried;
  }
  finish(end, located);
  return end;
}

/// Very close to the maximum, what is interpolated may lie beyond it; from before it Newton's method comes
/// up.
bool ElasticBranch::settle_on_curve(PatchRest& rest, double strain) {
  for (const double back : {0.0, 1e-7, 1e-6, 1e-5}) {
    rest.point = curve_.at(strain - back);
    rest.point.strain = strain;
    if (settle(rest)) return true;
  }
  return false;
}

/// To the last point of the grid that the branch has passed.
void ElasticBranch::finish(BranchEnd& end, bool located) {
  const CurvePoint& here = curve_.points().back();
  end.end = {here.at, here.state};
  end.found = here.at.strain <= settings_.most_strain;
  end.located = located;
  const long passed = number(std::min(here.at.strain, settings_.most_strain));
  for (long k = passed; on_grid(k) > end.last.point.strain && k > passed - most_grid_points; --k) {
    PatchRest rest;
    if (settle_on_curve(rest, on_grid(k))) {
      end.last = rest;
      break;
    }
    end.found = true;
  }
  end.fall = located ? beyond_maximum(curve_.to_maximum()) : end.end.point;
  end.fall.strain = on_grid(number(end.last.point.strain) + 1);
  if (!end.found || located) return;
  // Steps have become too short without a maximum in sight: perhaps there is none.
  PatchRest next = end.end;
  if (!go(next, end.fall.strain, next.point, 0)) return;
  end.last = next;
  end.goes_on = true;
}

BranchEnd ElasticBranch::follow_increments(const PatchRest& from) {
  BranchEnd end{false, false, false, from, from, from.point};
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
