#include "seem/map_score.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "seem/event_size.h"

namespace vitrum::seem {
namespace {

/// A jump in the coordinates of its density.
struct LogSize {
  double drop = 0, heat = 0;
};

std::optional<LogSize> log_size(const ElasticLaw& law, const StatePoint& before, const Jump& jump) {
  if (before.inelastic + jump.inelastic >= law.softening) return std::nullopt;
  const EventSize size = size_of(law, before, jump);
  if (!(size.drop > 0) || !(size.heat_share > 0)) return std::nullopt;
  return LogSize{std::log(size.drop), std::log(size.heat_share)};
}

/// A normal distribution of two independent numbers.
double gaussian(const LogSize& at, const LogSize& mean, const LogSize& deviation) {
  const double x = (at.drop - mean.drop) / deviation.drop, y = (at.heat - mean.heat) / deviation.heat;
  return std::exp(-0.5 * (x * x + y * y)) / (2 * std::numbers::pi * deviation.drop * deviation.heat);
}

/// What all maps share: the jumps of all trajectories, whatever their state.
struct Background {
  LogSize mean, deviation{1, 1};
};

Background background_of(const std::vector<LogSize>& sizes) {
  Background found;
  const auto n = static_cast<double>(sizes.size());
  for (const LogSize& size : sizes) found.mean.drop += size.drop / n, found.mean.heat += size.heat / n;
  double drop = 0, heat = 0;
  for (const LogSize& size : sizes) {
    drop += std::pow(size.drop - found.mean.drop, 2) / n;
    heat += std::pow(size.heat - found.mean.heat, 2) / n;
  }
  if (drop > 0) found.deviation.drop = std::sqrt(drop);
  if (heat > 0) found.deviation.heat = std::sqrt(heat);
  return found;
}

double own_density(const EventMap& map, const PlasticEvent& event, const LogSize& size,
                   const LogSize& width) {
  double density = 0;
  map.visit_jumps(map.grid().bin_of(event.before), event.before, [&](double probability, const Jump& jump) {
    if (const auto other = log_size(map.law(), event.before, jump))
      density += probability * gaussian(size, *other, width);
  });
  return density;
}

std::vector<PlasticEvent> forward_events(const TrajectorySet& trajectories) {
  std::vector<PlasticEvent> events;
  for (const Trajectory* trajectory : trajectories)
    for (const PlasticEvent& event : trajectory->events)
      if (event.forward) events.push_back(event);
  return events;
}

void score_rate(const EventMap& map, const TrajectorySet& held_out, const std::vector<PlasticEvent>& events,
                double background, MapScore& found) {
  double expected = 0;
  for (const Trajectory* trajectory : held_out)
    for (const ElasticPath& path : trajectory->paths) {
      if (path.increment <= 0) continue;
      found.strain += path.increment;
      map.grid().split(path.from, path.to, [&](std::size_t bin, double share) {
        expected += share * path.increment * map.rate(bin);
      });
    }
  found.events = static_cast<std::int64_t>(events.size());
  if (events.empty()) {
    found.rate = -expected;
    return;
  }
  const double mean = static_cast<double>(events.size()) / found.strain;
  found.rate = -(1 - background) * expected - background * mean * found.strain;
  for (const PlasticEvent& event : events)
    found.rate += std::log((1 - background) * map.rate(map.grid().bin_of(event.before)) + background * mean);
}

void score_jumps(const EventMap& map, const std::vector<PlasticEvent>& events, const ScoreSettings& settings,
                 MapScore& found) {
  const auto most = static_cast<std::size_t>(std::max<std::int64_t>(1, settings.most_events));
  const std::size_t looked_at = std::min(most, events.size());
  std::vector<LogSize> sizes;
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const PlasticEvent& event = events[i * events.size() / looked_at];
    if (const auto size = log_size(map.law(), event.before, event.jump)) {
      sizes.push_back(*size);
      which.push_back(i * events.size() / looked_at);
    }
  }
  if (looked_at > 0) found.left_out = 1 - static_cast<double>(sizes.size()) / static_cast<double>(looked_at);
  if (sizes.empty()) return;
  const Background background = background_of(sizes);
  const LogSize width{settings.jump_bandwidth * background.deviation.drop,
                      settings.jump_bandwidth * background.deviation.heat};
  double sum = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    tell(settings.hear, static_cast<double>(i) / static_cast<double>(sizes.size()));
    const double own = own_density(map, events[which[i]], sizes[i], width);
    sum += std::log((1 - settings.background) * own +
                    settings.background * gaussian(sizes[i], background.mean, background.deviation));
  }
  found.jump = sum * static_cast<double>(events.size()) / static_cast<double>(sizes.size());
}

}  // namespace

MapScore score(const EventMap& map, const TrajectorySet& held_out, const ScoreSettings& settings) {
  MapScore found;
  const std::vector<PlasticEvent> events = forward_events(held_out);
  score_rate(map, held_out, events, settings.background, found);
  score_jumps(map, events, settings, found);
  return found;
}

}  // namespace vitrum::seem
