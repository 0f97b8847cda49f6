#include "seem/crossing.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vitrum::seem {
namespace {

struct Vector {
  double s = 0, x = 0;
};

/// A mean in units of the ranges, and the covariance of its error.
struct ScaledMean {
  Vector at;
  double ss = 0, xx = 0, sx = 0;

  double variance_along(const Vector& n) const {
    return n.s * n.s * ss + n.x * n.x * xx + 2 * n.s * n.x * sx;
  }
};

struct Ranges {
  double stress = 0, inelastic = 0;
};

Ranges ranges_of(const std::vector<StateMoments>& first, const std::vector<StateMoments>& second) {
  double low_s = 1e300, high_s = -1e300, low_x = 1e300, high_x = -1e300;
  for (const auto* curve : {&first, &second})
    for (const StateMoments& m : *curve) {
      low_s = std::min(low_s, m.stress.value), high_s = std::max(high_s, m.stress.value);
      low_x = std::min(low_x, m.inelastic.value), high_x = std::max(high_x, m.inelastic.value);
    }
  // A range of zero would divide by zero; any other does.
  return {high_s > low_s ? high_s - low_s : 1, high_x > low_x ? high_x - low_x : 1};
}

std::vector<ScaledMean> scaled(const std::vector<StateMoments>& curve, const Ranges& ranges) {
  std::vector<ScaledMean> means;
  for (const StateMoments& m : curve) {
    const double s = m.stress.error / ranges.stress, x = m.inelastic.error / ranges.inelastic;
    means.push_back({{m.stress.value / ranges.stress, m.inelastic.value / ranges.inelastic},
                     s * s,
                     x * x,
                     m.correlation * s * x});
  }
  return means;
}

/// A mean curve, its points from `begin` to before `end`.
struct Piece {
  const std::vector<ScaledMean>* curve;
  std::size_t begin, end;
};

ScaledMean between(const ScaledMean& a, const ScaledMean& b, double share) {
  return {{std::lerp(a.at.s, b.at.s, share), std::lerp(a.at.x, b.at.x, share)},
          std::lerp(a.ss, b.ss, share),
          std::lerp(a.xx, b.xx, share),
          std::lerp(a.sx, b.sx, share)};
}

/// The point of a segment that is nearest to a place.
ScaledMean nearest_of(const ScaledMean& a, const ScaledMean& b, const Vector& place) {
  const Vector along{b.at.s - a.at.s, b.at.x - a.at.x};
  const double length = along.s * along.s + along.x * along.x;
  if (length == 0) return a;
  const double share = ((place.s - a.at.s) * along.s + (place.x - a.at.x) * along.x) / length;
  return between(a, b, std::clamp(share, 0.0, 1.0));
}

/// Distance of a mean from a piece of a curve and the intersection `meeting`, at which it ends or begins, in
/// errors.
double distance_in_errors(const ScaledMean& point, const Piece& piece, const ScaledMean& meeting) {
  ScaledMean nearest = meeting;
  double least = std::hypot(point.at.s - meeting.at.s, point.at.x - meeting.at.x);
  for (std::size_t i = piece.begin; i + 1 < piece.end; ++i) {
    const ScaledMean foot = nearest_of((*piece.curve)[i], (*piece.curve)[i + 1], point.at);
    const double distance = std::hypot(point.at.s - foot.at.s, point.at.x - foot.at.x);
    if (distance < least) least = distance, nearest = foot;
  }
  if (least == 0) return 0;
  const Vector n{(point.at.s - nearest.at.s) / least, (point.at.x - nearest.at.x) / least};
  return least / std::sqrt(point.variance_along(n) + nearest.variance_along(n));
}

double largest_distance(const Piece& one, const Piece& other, const ScaledMean& meeting) {
  double largest = 0;
  for (std::size_t i = one.begin; i < one.end; ++i)
    largest = std::max(largest, distance_in_errors((*one.curve)[i], other, meeting));
  for (std::size_t i = other.begin; i < other.end; ++i)
    largest = std::max(largest, distance_in_errors((*other.curve)[i], one, meeting));
  return largest;
}

/// Shares of both segments at which they intersect.
struct Shares {
  double first, second;
};

std::optional<Shares> intersection(const Vector& a, const Vector& b, const Vector& c, const Vector& d) {
  const Vector along{b.s - a.s, b.x - a.x}, other{d.s - c.s, d.x - c.x}, apart{c.s - a.s, c.x - a.x};
  const double cross = along.s * other.x - along.x * other.s;
  if (cross == 0) return std::nullopt;
  const Shares shares{(apart.s * other.x - apart.x * other.s) / cross,
                      (apart.s * along.x - apart.x * along.s) / cross};
  const auto inside = [](double share) { return share >= 0 && share < 1; };
  if (!inside(shares.first) || !inside(shares.second)) return std::nullopt;
  return shares;
}

}  // namespace

Crossing crossing(const std::vector<StateMoments>& first, const std::vector<StateMoments>& second) {
  const Ranges ranges = ranges_of(first, second);
  const std::vector<ScaledMean> a = scaled(first, ranges), b = scaled(second, ranges);
  Crossing strongest;
  for (std::size_t i = 0; i + 1 < a.size(); ++i)
    for (std::size_t j = 0; j + 1 < b.size(); ++j) {
      const auto shares = intersection(a[i].at, a[i + 1].at, b[j].at, b[j + 1].at);
      if (!shares) continue;
      const ScaledMean meeting = between(a[i], a[i + 1], shares->first);
      const double before = largest_distance({&a, 0, i + 1}, {&b, 0, j + 1}, meeting);
      const double after = largest_distance({&a, i + 1, a.size()}, {&b, j + 1, b.size()}, meeting);
      if (const double both = std::min(before, after); both > strongest.strength)
        strongest = {both,
                     before,
                     after,
                     std::lerp(first[i].strain, first[i + 1].strain, shares->first),
                     std::lerp(second[j].strain, second[j + 1].strain, shares->second),
                     {meeting.at.s * ranges.stress, meeting.at.x * ranges.inelastic}};
    }
  return strongest;
}

}  // namespace vitrum::seem
