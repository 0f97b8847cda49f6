#include "seem/attractor.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "base/random.h"

namespace vitrum::seem {
namespace {

/// The grid's middle and ranges, in units of which the plane is fitted.
struct Scale {
  explicit Scale(const StateGrid& grid)
      : stress(grid.stress_edges().back() - grid.stress_edges().front()),
        inelastic(grid.inelastic_edges().back() - grid.inelastic_edges().front()) {}
  double stress, inelastic;

  Eigen::Vector2d of(const StatePoint& point) const {
    return {point.stress / stress, point.inelastic / inelastic};
  }
  StatePoint back(const Eigen::Vector2d& place) const { return {place[0] * stress, place[1] * inelastic}; }
};

struct Plane {
  Eigen::Vector2d value;
  Eigen::Matrix2d slope;
  bool known = false;
};

/// Drifts in units of the ranges about `place`, fitted by a plane.
Plane plane_about(const MeanFlow& flow, const Scale& scale, const Eigen::Vector2d& place, double bandwidth) {
  Eigen::Matrix3d normal = Eigen::Matrix3d::Zero();
  Eigen::Matrix<double, 3, 2> right = Eigen::Matrix<double, 3, 2>::Zero();
  for (std::size_t i = 0; i < flow.bins.size(); ++i) {
    const BinFlow& bin = flow.bins[i];
    if (bin.exposure <= 0) continue;
    const Eigen::Vector2d away = (scale.of(flow.grid.centre(i)) - place) / bandwidth;
    const double weight = bin.exposure * std::exp(-0.5 * away.squaredNorm());
    const Eigen::Vector3d terms(1, away[0], away[1]);
    normal += weight * terms * terms.transpose();
    right += weight * terms * scale.of({bin.stress_drift.value, bin.inelastic_drift.value}).transpose();
  }
  const Eigen::FullPivLU<Eigen::Matrix3d> solver(normal);
  if (!solver.isInvertible()) return {};
  const Eigen::Matrix<double, 3, 2> found = solver.solve(right);
  return {found.row(0).transpose(), found.bottomRows<2>().transpose() / bandwidth, true};
}

std::size_t most_exposed(const MeanFlow& flow) {
  const auto less = [](const BinFlow& a, const BinFlow& b) { return a.exposure < b.exposure; };
  return static_cast<std::size_t>(std::max_element(flow.bins.begin(), flow.bins.end(), less) -
                                  flow.bins.begin());
}

/// The libraries of a bootstrap: of n samples n - 1 are drawn with replacement, so that the variance has no
/// bias.
EventLibrary drawn_anew(const std::vector<EventLibrary>& samples, RandomStream& random) {
  EventLibrary sum(samples.front().grid());
  for (std::size_t i = 0; i + 1 < samples.size(); ++i)
    sum.add(samples[static_cast<std::size_t>(random.uniform() * static_cast<double>(samples.size()))]);
  return sum;
}

void put_spread(const std::vector<StatePoint>& points, AttractorEstimate& estimate) {
  const auto n = static_cast<double>(points.size());
  if (points.size() < 2) {
    estimate.stress.error = estimate.inelastic.error = std::numeric_limits<double>::quiet_NaN();
    return;
  }
  StatePoint mean;
  for (const StatePoint& p : points) mean.stress += p.stress / n, mean.inelastic += p.inelastic / n;
  double ss = 0, xx = 0, sx = 0;
  for (const StatePoint& p : points) {
    const double s = p.stress - mean.stress, x = p.inelastic - mean.inelastic;
    ss += s * s / (n - 1), xx += x * x / (n - 1), sx += s * x / (n - 1);
  }
  estimate.stress.error = std::sqrt(ss);
  estimate.inelastic.error = std::sqrt(xx);
  estimate.correlation = ss > 0 && xx > 0 ? sx / std::sqrt(ss * xx) : 0;
}

}  // namespace

std::optional<FixedPoint> fixed_point(const MeanFlow& flow, double bandwidth) {
  const Scale scale(flow.grid);
  Eigen::Vector2d place = scale.of(flow.grid.centre(most_exposed(flow)));
  for (int i = 0; i < 1000; ++i) {
    const Plane plane = plane_about(flow, scale, place, bandwidth);
    if (!plane.known) return std::nullopt;
    const Eigen::FullPivLU<Eigen::Matrix2d> solver(plane.slope);
    if (!solver.isInvertible()) return std::nullopt;
    Eigen::Vector2d step = -solver.solve(plane.value);
    // The plane holds within the bandwidth.
    if (const double length = step.norm(); length > 0.5 * bandwidth) step *= 0.5 * bandwidth / length;
    place += step;
    if (!flow.grid.holds(scale.back(place))) return std::nullopt;
    if (step.norm() > 1e-10) continue;
    const Eigen::Vector2cd values = plane.slope.eigenvalues();
    return FixedPoint{scale.back(place), {values[0], values[1]}};
  }
  return std::nullopt;
}

AttractorEstimate find_attractor(const std::vector<EventLibrary>& samples, const ElasticLaw& law,
                                 const AttractorSettings& settings) {
  if (samples.empty())
    throw InputError("an attractor is looked for in the events of samples, but there is none");
  EventLibrary all(samples.front().grid());
  for (const EventLibrary& sample : samples) all.add(sample);
  const auto found = fixed_point(mean_flow(all, law, settings.loading), settings.bandwidth);
  if (!found || !found->attracts())
    throw InputError(
        "the mean flow through the state space has no fixed point that attracts where the harvest was: the "
        "specimens may not have come to steady flow; shear them further, harvest more of them, or smooth "
        "over a larger bandwidth");
  AttractorEstimate estimate;
  estimate.point = *found;
  estimate.stress.value = found->at.stress;
  estimate.inelastic.value = found->at.inelastic;
  if (samples.size() < 2) {
    estimate.stress.error = estimate.inelastic.error = std::numeric_limits<double>::quiet_NaN();
    return estimate;
  }
  RandomStream random(settings.seed, 2, Purpose::bootstrap);
  std::vector<StatePoint> points;
  for (int i = 0; i < settings.draws; ++i) {
    tell(settings.hear, static_cast<double>(i) / settings.draws);
    const MeanFlow flow = mean_flow(drawn_anew(samples, random), law, settings.loading);
    if (const auto point = fixed_point(flow, settings.bandwidth); point && point->attracts())
      points.push_back(point->at);
  }
  estimate.draws = settings.draws;
  estimate.found = static_cast<std::int64_t>(points.size());
  put_spread(points, estimate);
  return estimate;
}

}  // namespace vitrum::seem
