#include "seem/mean_flow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrum::seem {
namespace {

/// Of one component of all jumps of a bin.
struct JumpSums {
  double sum = 0, squares = 0;

  void add(double x) { sum += x, squares += x * x; }
  Estimate mean(double count) const {
    if (count == 0) return {};
    const double mean = sum / count;
    if (count < 2) return {mean, std::numeric_limits<double>::quiet_NaN()};
    const double variance = std::max(0.0, (squares - count * mean * mean) / (count - 1));
    return {mean, std::sqrt(variance / count)};
  }
  Estimate per_strain(double exposure) const { return {sum / exposure, std::sqrt(squares) / exposure}; }
};

BinFlow flow_of(const BinRecord& record, double loading) {
  BinFlow flow;
  if (record.exposure <= 0) return flow;
  const auto count = static_cast<double>(record.jumps.size());
  JumpSums drops, inelastic;
  for (const Jump& jump : record.jumps) {
    drops.add(jump.stress_drop);
    inelastic.add(jump.inelastic);
  }
  flow.exposure = record.exposure;
  flow.events = static_cast<std::int64_t>(record.jumps.size());
  flow.rate = {record.rate(), std::sqrt(count) / record.exposure};
  flow.stress_drop = drops.mean(count);
  flow.inelastic = inelastic.mean(count);
  flow.loading = loading;
  flow.inelastic_drift = inelastic.per_strain(record.exposure);
  const Estimate falls = drops.per_strain(record.exposure);
  flow.stress_drift = {loading - falls.value, falls.error};
  return flow;
}

/// A corner of a triangle, and the drift there.
struct Corner {
  StatePoint at;
  double drift = 0;
};

StatePoint zero_between(const Corner& a, const Corner& b) {
  const double share = a.drift / (a.drift - b.drift);
  return {std::lerp(a.at.stress, b.at.stress, share), std::lerp(a.at.inelastic, b.at.inelastic, share)};
}

void add_zero_line(const std::array<Corner, 3>& triangle, std::vector<NullSegment>& segments) {
  // Zero counts as positive, so that a line through a corner is met once.
  std::array<StatePoint, 2> ends;
  std::size_t met = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const Corner &a = triangle[i], &b = triangle[(i + 1) % 3];
    if ((a.drift >= 0) != (b.drift >= 0)) ends[met++] = zero_between(a, b);
  }
  if (met == 2) segments.push_back(ends);
}

std::vector<NullSegment> nullcline(const MeanFlow& flow, double least_exposure, Estimate BinFlow::*drift) {
  std::vector<NullSegment> segments;
  const StateGrid& grid = flow.grid;
  for (std::size_t column = 0; column + 1 < grid.columns(); ++column)
    for (std::size_t row = 0; row + 1 < grid.rows(); ++row) {
      std::array<Corner, 4> corners;  // around the square
      bool known = true;
      for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t bin = grid.bin(column + (i == 1 || i == 2), row + (i >= 2));
        const BinFlow& here = flow.bins[bin];
        known = known && here.exposure > 0 && here.exposure >= least_exposure;
        corners[i] = {grid.centre(bin), (here.*drift).value};
      }
      if (!known) continue;
      add_zero_line({corners[0], corners[1], corners[2]}, segments);
      add_zero_line({corners[0], corners[2], corners[3]}, segments);
    }
  return segments;
}

}  // namespace

MeanFlow mean_flow(const EventLibrary& library, const ElasticLaw& law, Loading loading) {
  MeanFlow flow{library.grid(), {}};
  for (std::size_t i = 0; i < flow.grid.bins(); ++i)
    flow.bins.push_back(flow_of(library[i], loading_slope(law, loading, flow.grid.centre(i))));
  return flow;
}

std::vector<NullSegment> stress_nullcline(const MeanFlow& flow, double least_exposure) {
  return nullcline(flow, least_exposure, &BinFlow::stress_drift);
}

std::vector<NullSegment> inelastic_nullcline(const MeanFlow& flow, double least_exposure) {
  return nullcline(flow, least_exposure, &BinFlow::inelastic_drift);
}

}  // namespace vitrum::seem
