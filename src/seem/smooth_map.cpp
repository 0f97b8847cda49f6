#include "seem/smooth_map.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace vitrum::seem {
namespace {

constexpr double cells_per_bandwidth = 4, most_cells = 400;

struct Span {
  double low = 1e300, high = -1e300;
  void take(double x) { low = std::min(low, x), high = std::max(high, x); }
};

std::vector<double> cell_edges(const Span& span, double bandwidth) {
  // An axis along which nothing varies still has a cell.
  const double range = std::max(span.high - span.low, bandwidth / cells_per_bandwidth);
  const double cells = std::clamp(std::ceil(range * cells_per_bandwidth / bandwidth), 1.0, most_cells);
  std::vector<double> edges;
  for (int i = 0; i <= static_cast<int>(cells); ++i) edges.push_back(span.low + range * i / cells);
  return edges;
}

StateGrid cells_of(const TrajectorySet& trajectories, const Bandwidth& bandwidth) {
  if (!(bandwidth.stress > 0) || !(bandwidth.inelastic > 0) || !(bandwidth.jump >= 0))
    throw InputError("bandwidths of a smooth map are above zero; that of jumps may be zero");
  Span stress, inelastic;
  for (const Trajectory* trajectory : trajectories)
    for (const ElasticPath& path : trajectory->paths)
      if (path.increment > 0)
        for (const StatePoint& end : {path.from, path.to})
          stress.take(end.stress), inelastic.take(end.inelastic);
  if (stress.high < stress.low)
    throw InputError("a smooth map needs specimens that were loaded forward, but there are none");
  return {cell_edges(inelastic, bandwidth.inelastic), cell_edges(stress, bandwidth.stress)};
}

GaussianWeights weights_of(const std::vector<double>& edges, double bandwidth) {
  return {edges.size() - 1, bandwidth / (edges[1] - edges[0])};
}

std::vector<double> exposure_of(const TrajectorySet& trajectories, const StateGrid& grid) {
  std::vector<double> exposure(grid.bins());
  for (const Trajectory* trajectory : trajectories)
    for (const ElasticPath& path : trajectory->paths)
      if (path.increment > 0)
        grid.split(path.from, path.to,
                   [&](std::size_t cell, double share) { exposure[cell] += share * path.increment; });
  return exposure;
}

/// Sums along the stress within each column.
std::vector<double> sums_along_stress(const std::vector<double>& values, const StateGrid& grid,
                                      const GaussianWeights& rows) {
  std::vector<double> sums(values.size());
  for (std::size_t column = 0; column < grid.columns(); ++column)
    for (std::size_t row = 0; row < grid.rows(); ++row)
      for (std::size_t k = rows.begin(row); k < rows.end(row); ++k)
        sums[grid.bin(column, row)] += rows(row, k) * values[grid.bin(column, k)];
  return sums;
}

std::vector<double> sums_along_inelastic(const std::vector<double>& values, const StateGrid& grid,
                                         const GaussianWeights& columns) {
  std::vector<double> sums(values.size());
  for (std::size_t column = 0; column < grid.columns(); ++column)
    for (std::size_t k = columns.begin(column); k < columns.end(column); ++k)
      for (std::size_t row = 0; row < grid.rows(); ++row)
        sums[grid.bin(column, row)] += columns(column, k) * values[grid.bin(k, row)];
  return sums;
}

/// The trend of the rate at the centres of all cells.
std::vector<double> rate_trend(const StateGrid& grid, const std::vector<double>& exposure,
                               const std::vector<double>& counts) {
  std::vector<StatePoint> states;
  std::vector<double> exposed, events;
  for (std::size_t i = 0; i < grid.bins(); ++i)
    if (exposure[i] > 0) {
      states.push_back(grid.centre(i));
      exposed.push_back(exposure[i]);
      events.push_back(counts[i]);
    }
  const MeanTrend trend = MeanTrend::of_rates(states, exposed, events);
  std::vector<double> values;
  for (std::size_t i = 0; i < grid.bins(); ++i) values.push_back(trend(grid.centre(i)));
  return values;
}

double log_deviation(const std::vector<EventSize>& sizes, double EventSize::*member) {
  double n = 0, sum = 0, squares = 0;
  for (const EventSize& size : sizes)
    if (size.*member > 0) {
      const double x = std::log(size.*member);
      ++n, sum += x, squares += x * x;
    }
  return n > 1 ? std::sqrt(std::max(0.0, squares / n - sum / n * sum / n)) : 0;
}

EventSize log_deviations(const std::vector<EventSize>& sizes) {
  return {log_deviation(sizes, &EventSize::drop), log_deviation(sizes, &EventSize::heat_share)};
}

/// A lognormal factor of mean 1.
double lognormal(double bandwidth, RandomStream& random) {
  return bandwidth > 0 ? std::exp(bandwidth * random.normal() - 0.5 * bandwidth * bandwidth) : 1;
}

}  // namespace

SmoothMap::SmoothMap(const TrajectorySet& trajectories, const ElasticLaw& law, const SmoothSettings& settings)
    : EventMap(cells_of(trajectories, settings.bandwidth), law, settings.loading),
      columns_(weights_of(grid().inelastic_edges(), settings.bandwidth.inelastic)),
      rows_(weights_of(grid().stress_edges(), settings.bandwidth.stress)) {
  place_events(trajectories, settings.trends);
  smear_ = log_deviations(sizes_);
  smear_.drop *= settings.bandwidth.jump;
  smear_.heat_share *= settings.bandwidth.jump;
  compute_rates(exposure_of(trajectories, grid()), settings);
}

void SmoothMap::place_events(const TrajectorySet& trajectories, bool trends) {
  std::vector<StatePoint> states;
  std::vector<double> drops, shares;
  for (const Trajectory* trajectory : trajectories)
    for (const PlasticEvent& event : trajectory->events) {
      if (!event.forward) continue;
      const EventSize size = size_of(law(), event.before, event.jump);
      states.push_back(event.before);
      drops.push_back(size.drop);
      shares.push_back(size.heat_share);
    }
  if (trends) {
    drop_trend_ = MeanTrend(states, drops);
    heat_trend_ = MeanTrend(states, shares);
  }
  std::vector<std::vector<EventSize>> cells(grid().bins());
  for (std::size_t i = 0; i < states.size(); ++i) {
    const EventSize means = means_at(states[i]);
    cells[grid().bin_of(states[i])].push_back({drops[i] / means.drop, shares[i] / means.heat_share});
  }
  first_.push_back(0);
  for (const auto& cell : cells) {
    sizes_.insert(sizes_.end(), cell.begin(), cell.end());
    first_.push_back(sizes_.size());
  }
}

void SmoothMap::compute_rates(const std::vector<double>& exposure, const SmoothSettings& settings) {
  tell(settings.hear, 0);
  std::vector<double> counts;
  for (std::size_t i = 0; i < grid().bins(); ++i) counts.push_back(events_in(i));
  column_sums_ = sums_along_stress(counts, grid(), rows_);
  const std::vector<double> events = sums_along_inelastic(column_sums_, grid(), columns_);
  tell(settings.hear, 0.1);
  const std::vector<double> strain =
      sums_along_inelastic(sums_along_stress(exposure, grid(), rows_), grid(), columns_);
  tell(settings.hear, 0.2);
  const std::vector<double> trend =
      settings.trends ? rate_trend(grid(), exposure, counts) : std::vector<double>(grid().bins(), 1);
  tell(settings.hear, 0.4);
  std::vector<double> expected(trend.size());
  for (std::size_t i = 0; i < trend.size(); ++i) expected[i] = trend[i] * exposure[i];
  expected = sums_along_inelastic(sums_along_stress(expected, grid(), rows_), grid(), columns_);
  tell(settings.hear, 0.5);
  bool any = false;
  for (std::size_t i = 0; i < grid().bins(); ++i) {
    known_[i] = strain[i] > 0 && strain[i] >= settings.least_exposure;
    any = any || known_[i];
    stands_for_.push_back(i);
    rates_[i] = known_[i] ? trend[i] * events[i] / expected[i] : 0;
  }
  if (!any)
    throw InputError(
        "nowhere in the state space were specimens loaded by the least exposure of a smooth map; harvest "
        "more of them, or ask for a larger bandwidth or a smaller least exposure");
  if (settings.unvisited == Unvisited::elastic) return;
  stands_for_ = nearest_known(settings.hear);
  for (std::size_t i = 0; i < grid().bins(); ++i) rates_[i] = rates_[stands_for_[i]];
}

Jump SmoothMap::draw(std::size_t bin, const StatePoint& before, RandomStream& random) const {
  const std::size_t cell = stands_for_[bin];
  const std::size_t column = cell / grid().rows(), row = cell % grid().rows();
  double total = 0;
  for (std::size_t k = columns_.begin(column); k < columns_.end(column); ++k)
    total += columns_(column, k) * column_sum(k, row);
  // A column, then a row of it; rounding at the end of a sum takes the last one with events.
  double left = random.uniform() * total;
  std::size_t from = column;
  for (std::size_t k = columns_.begin(column); k < columns_.end(column); ++k) {
    const double weight = columns_(column, k) * column_sum(k, row);
    if (weight <= 0) continue;
    from = k;
    if (left < weight) break;
    left -= weight;
  }
  left = random.uniform() * column_sum(from, row);
  std::size_t chosen = grid().bin(from, row);
  for (std::size_t k = rows_.begin(row); k < rows_.end(row); ++k) {
    const double weight = rows_(row, k) * events_in(grid().bin(from, k));
    if (weight <= 0) continue;
    chosen = grid().bin(from, k);
    if (left < weight) break;
    left -= weight;
  }
  const auto place = static_cast<std::size_t>(random.uniform() * events_in(chosen));
  const EventSize size = sizes_[first_[chosen] + place], means = means_at(before);
  const double drop = size.drop * means.drop * lognormal(smear_.drop, random);
  return jump_of(law(), before,
                 {drop, size.heat_share * means.heat_share * lognormal(smear_.heat_share, random)});
}

void SmoothMap::visit_jumps(std::size_t bin, const StatePoint& before, const VisitJump& visit) const {
  const std::size_t cell = stands_for_[bin];
  const std::size_t column = cell / grid().rows(), row = cell % grid().rows();
  const EventSize means = means_at(before);
  double total = 0;
  for (std::size_t k = columns_.begin(column); k < columns_.end(column); ++k)
    total += columns_(column, k) * column_sum(k, row);
  for (std::size_t k = columns_.begin(column); k < columns_.end(column); ++k)
    for (std::size_t l = rows_.begin(row); l < rows_.end(row); ++l) {
      const std::size_t from = grid().bin(k, l);
      const double weight = columns_(column, k) * rows_(row, l) / total;
      for (std::size_t i = first_[from]; i < first_[from + 1]; ++i)
        visit(weight,
              jump_of(law(), before, {sizes_[i].drop * means.drop, sizes_[i].heat_share * means.heat_share}));
    }
}

}  // namespace vitrum::seem
