#include "atomistic/branch_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "atomistic/minimiser.h"

namespace vitrum::atomistic {

namespace {

/// Largest force in a point of the curve; and near a maximum of the strain, where a force is the same as a
/// strain.
constexpr double force_tolerance = 1e-6, tight_tolerance = 1e-9;
/// Share of the first rise below which a maximum may be near.
constexpr double low = 0.3;
constexpr int most_corrections = 20;
/// A correction that takes an atom further than this leads elsewhere.
constexpr double farthest = 0.05;
/// Wanted of a step: what is foreseen is wrong by this in any coordinate; half way along the cubic curve
/// through both ends equilibrium is this near in any coordinate; and so much energy is missing.
constexpr double wanted_error = 3e-3, wanted_distance = 2e-4, wanted_dissipation = 4e-6;
/// This much more is allowed.
constexpr double tolerated = 5;
/// Motion per strain that counts as none.
constexpr double least_motion = 1e-9;

/// Between two stable points the strain may have a maximum and a minimum, an event that the curve runs
/// through smoothly. So the rise in between must not be below this share of that at the ends; where it is
/// known to come close to zero, the strain must not fall by more than this.
constexpr double least_share = 0.2, unseen_fall = 1e-7;

void map(const PlaneMap& f, std::vector<double>& v) {
  for (std::size_t k = 0; k < v.size(); k += 2) {
    const double x = v[k], y = v[k + 1];
    v[k] = f.x(x, y), v[k + 1] = f.y(x, y);
  }
}

void add(std::vector<double>& sum, double share, const std::vector<double>& v) {
  for (std::size_t k = 0; k < v.size(); ++k) sum[k] += share * v[k];
}

/// Hermite's cubic between two points `length` apart at a share of the way, from values and slopes.
double cubic(double share, double length, double from, double slope_from, double to, double slope_to) {
  const double t = share, u = 1 - share;
  return u * u * (1 + 2 * t) * from + t * t * (1 + 2 * u) * to +
         length * t * u * (u * slope_from - t * slope_to);
}

/// Of the parabola through the rise at the beginning, half way and at the end.
double lowest_rise(double begin, double middle, double end) {
  const double slope = 4 * middle - 3 * begin - end, bend = 2 * (begin + end) - 4 * middle;
  const double share = bend > 0 ? std::clamp(-0.5 * slope / bend, 0.0, 1.0) : 0.0;
  return std::min({begin, end, begin + share * (slope + share * bend)});
}

}  // namespace

double BranchCurve::product(const std::vector<double>& a, double rise_a, const std::vector<double>& b,
                            double rise_b) const {
  return dot(a, b) + weight_ * rise_a * rise_b;
}

bool BranchCurve::begin(const PatchPoint& at) {
  points_.clear();
  CurvePoint first;
  first.at = at;
  stiffness_.set(at);
  if (!stiffness_.factorise()) return false;
  first.state = patch_.evaluate(at, forces_);
  weight_ = 0;
  find_direction(first);
  const double motion = 1 / first.rise;  // of the atoms per strain
  if (motion > least_motion) {
    weight_ = motion * motion;
    first.rise /= std::sqrt(2.0);
    for (double& d : first.direction) d /= std::sqrt(2.0);
  } else {  // by symmetry, no atom moves against the strain
    weight_ = first.rise = 1;
    std::fill(first.direction.begin(), first.direction.end(), 0.0);
  }
  points_.push_back(std::move(first));
  return true;
}

/// The factor is that of a place nearby.
void BranchCurve::find_direction(CurvePoint& point) {
  stiffness_.set_with_drive(point.at);
  const std::vector<double>& drive = stiffness_.drive();
  point.direction = drive;
  stiffness_.solve(point.direction);
  for (int refinement = 0; refinement < 2; ++refinement) {
    rows_.assign(point.direction.begin(), point.direction.end());
    rows_.resize(rows_.size() + 2, 0.0F);
    pulls_.resize(rows_.size());
    stiffness_.pull(rows_.data(), pulls_.data());
    move_ = drive;
    for (std::size_t k = 0; k < move_.size(); ++k) move_[k] += pulls_[k];
    stiffness_.solve(move_);
    add(point.direction, 1, move_);
  }
  map(stretch_of(patch_.shear(), -point.at.strain), point.direction);
  const double size = std::sqrt(product(point.direction, 1, point.direction, 1));
  for (double& d : point.direction) d /= size;
  point.rise = 1 / size;
}

/// From the directions at the last three points, as Adams and Bashforth do; from fewer, where these are too
/// close together for the way.
PatchPoint BranchCurve::foresee(double h) const {
  const std::size_t n = points_.size();
  const CurvePoint& here = points_[n - 1];
  const double h1 = n > 1 ? here.length - points_[n - 2].length : 0;
  const double h2 = n > 2 ? points_[n - 2].length - points_[n - 3].length : 0;
  double now = h, last = 0, earlier = 0;
  if (h1 > 0 && h <= 4 * h1) {
    const double first = h * h / 2 / h1;
    now += first, last -= first;
  }
  if (std::min(h1, h2) > 0 && h <= 4 * std::min(h1, h2)) {
    const double second = (h * h * h / 3 + h1 * h * h / 2) / (h1 + h2);
    now += second / h1;
    last -= second / h1 + second / h2;
    earlier += second / h2;
  }
  PatchPoint point = here.at;
  const auto along = [&](double share, std::size_t back) {
    if (share == 0) return;
    const CurvePoint& by = points_[n - back];
    add(point.positions, share, by.direction);
    point.strain += share * by.rise;
  };
  along(now, 1);
  along(last, 2);
  along(earlier, 3);
  return point;
}

/// Sets move_ to the motion, against the strain, that balances the forces when it must be across the curve at
/// its last point; returns its part along the strain. response_ is the motion per strain.
double BranchCurve::response_across(const std::vector<double>& forces, const PatchPoint& point) {
  const CurvePoint& here = points_.back();
  move_ = forces;
  stiffness_.solve(move_);
  map(stretch_of(patch_.shear(), -point.strain), move_);
  const double strain = -dot(here.direction, move_) / (weight_ * here.rise + dot(here.direction, response_));
  add(move_, strain, response_);
  return strain;
}

bool BranchCurve::correct(PatchPoint& point, PatchState& state) {
  stiffness_.set_with_drive(point);
  if (!stiffness_.factorise()) return false;
  response_ = stiffness_.drive();
  stiffness_.solve(response_);
  map(stretch_of(patch_.shear(), -point.strain), response_);
  const bool is_low = points_.back().rise < low * points_.front().rise;
  const double tolerance = is_low ? tight_tolerance : force_tolerance;
  double last = std::numeric_limits<double>::infinity();
  for (int k = 0; k < most_corrections; ++k) {
    state = patch_.evaluate(point, forces_);
    const double residual = largest_component(forces_);
    if (residual <= tolerance) return true;
    if (!(residual < last) && k > 2) return false;
    last = residual;
    point.strain += response_across(forces_, point);
    if (!(largest_component(move_) <= farthest)) return false;
    add(point.positions, 1, move_);
  }
  return false;
}

/// Half way along the cubic through two points of one smooth curve there is equilibrium, nearly, and the
/// energy is what was worked. Were the points of two curves, it would lead across a ridge. Returns how far
/// from that, in what is allowed.
double BranchCurve::miss_midway(const CurvePoint& to, double length, double least_rise) {
  const CurvePoint& from = points_.back();
  const double speed = 1 / product(from.direction, from.rise, to.direction, to.rise);
  if (!(speed > 0 && speed < 2)) return std::numeric_limits<double>::infinity();
  const double way = to.at.strain - from.at.strain;
  const double rise = 1.5 * way / length - 0.25 * (from.rise + speed * to.rise);
  if (lowest_rise(from.rise, rise, speed * to.rise) < least_rise)
    return std::numeric_limits<double>::infinity();
  PatchPoint midway = from.at;
  for (std::size_t k = 0; k < midway.positions.size(); ++k)
    midway.positions[k] = cubic(0.5, length, from.at.positions[k], from.direction[k], to.at.positions[k],
                                speed * to.direction[k]);
  midway.strain = cubic(0.5, length, from.at.strain, from.rise, to.at.strain, speed * to.rise);
  const PatchState state = patch_.evaluate(midway, forces_);
  response_across(forces_, midway);
  const double distance = largest_component(move_);
  // Simpson's rule, on the work less a constant: the strain, which has a cubic of its own, hardly matters
  // then.
  map(stretch_of(patch_.shear(), midway.strain), move_);
  const double mean = 0.5 * (from.state.work + to.state.work);
  const double work = state.work - dot(stiffness_.drive(), move_) - mean;
  const double worked =
      length / 6 *
      ((from.state.work - mean) * from.rise + 4 * work * rise + (to.state.work - mean) * speed * to.rise);
  const double energy = to.state.energy - from.state.energy - mean * way - worked;
  return std::max(distance / wanted_distance, std::abs(energy) / wanted_dissipation);
}

BranchCurve::Step BranchCurve::advance(double length, Dip dip) {
  const PatchPoint guess = foresee(length);
  CurvePoint next;
  next.at = guess;
  if (!correct(next.at, next.state)) return {false, 0.3};
  find_direction(next);
  const double error = largest_difference(guess.positions, next.at.positions) / wanted_error;
  const double least_rise =
      dip == Dip::allowed ? -unseen_fall / length : least_share * std::min(points_.back().rise, next.rise);
  const double miss = miss_midway(next, length, least_rise);
  const double factor = 0.9 * std::min(1 / std::cbrt(error), std::pow(miss, -0.25));
  if (!(miss <= tolerated && error <= tolerated)) return {false, std::clamp(factor, 0.5, 0.8)};
  next.length = points_.back().length + length;
  points_.push_back(std::move(next));
  return {true, std::clamp(factor, 0.3, 2.0)};
}

double BranchCurve::to_maximum() const {
  const std::size_t n = points_.size();
  if (n < 2) return std::numeric_limits<double>::infinity();
  const CurvePoint &here = points_[n - 1], &before = points_[n - 2];
  const double fall = (before.rise - here.rise) / (here.length - before.length);
  return fall > 0 ? here.rise / fall : std::numeric_limits<double>::infinity();
}

/// One mode softens: its velocity c / 2 sqrt(gamma_c - gamma) adds to that of all others, so that
/// 1 / (1 / rise^2 - 1 / highest^2) falls to zero linearly.
double BranchCurve::to_softening() const {
  const std::size_t n = points_.size();
  if (n < 2) return std::numeric_limits<double>::infinity();
  double highest = 0;
  for (const CurvePoint& point : points_) highest = std::max(highest, point.rise);
  const auto excess = [highest](const CurvePoint& point) {
    return 1 / (point.rise * point.rise) - 1 / (highest * highest);
  };
  const CurvePoint &here = points_[n - 1], &before = points_[n - 2];
  const double now = excess(here), earlier = excess(before);
  if (!(now > earlier)) return std::numeric_limits<double>::infinity();
  // earlier = 0: the point where nothing was soft yet tells nothing.
  const double rest = earlier > 0 ? (here.at.strain - before.at.strain) * earlier / (now - earlier)
                                  : std::numeric_limits<double>::infinity();
  return rest * std::sqrt(1 / (highest * highest) + 4 * now);
}

PatchPoint BranchCurve::at(double strain) const {
  const auto next = std::find_if(points_.begin(), points_.end(),
                                 [strain](const CurvePoint& p) { return p.at.strain > strain; });
  if (next == points_.begin() || next == points_.end())
    return (next == points_.end() ? points_.back() : points_.front()).at;
  const CurvePoint &from = *(next - 1), &to = *next;
  const double speed = 1 / product(from.direction, from.rise, to.direction, to.rise);
  const double length = to.length - from.length;
  const auto strain_at = [&](double share) {
    return cubic(share, length, from.at.strain, from.rise, to.at.strain, speed * to.rise);
  };
  double low = 0, high = 1;
  while (high - low > 1e-14) {
    const double middle = 0.5 * (low + high);
    (strain_at(middle) <= strain ? low : high) = middle;
  }
  PatchPoint point{strain, from.at.positions};
  for (std::size_t k = 0; k < point.positions.size(); ++k)
    point.positions[k] = cubic(low, length, from.at.positions[k], from.direction[k], to.at.positions[k],
                               speed * to.direction[k]);
  return point;
}

}  // namespace vitrum::atomistic
