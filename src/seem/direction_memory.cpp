#include "seem/direction_memory.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/error.h"

namespace vitrum::seem {

namespace {

StatePoint mirrored_point(const StatePoint& at) { return {-at.stress, at.inelastic}; }

/// Sums of one specimen, or of several, bin by bin.
struct Passage {
  std::vector<double> strain, events, drops;

  explicit Passage(std::size_t bins) : strain(bins), events(bins), drops(bins) {}

  void add(const Passage& other, double sign) {
    for (std::size_t i = 0; i < strain.size(); ++i) {
      strain[i] += sign * other.strain[i];
      events[i] += sign * other.events[i];
      drops[i] += sign * other.drops[i];
    }
  }
};

struct Window {
  double from = 0, to = 0;  // strain
  bool holds(double strain) const { return strain >= from && strain < to; }
};

constexpr double everywhere = std::numeric_limits<double>::infinity();

/// Loading in the positive sense at positive stress, within the grid.
/// @param beyond to which strain outside the grid is added
Passage passage_of(const Trajectory& trajectory, const StateGrid& grid, const Window& window,
                   double& beyond) {
  Passage out(grid.bins());
  for (const ElasticPath& path : trajectory.paths) {
    if (path.increment <= 0 || path.to.stress <= 0 || !window.holds(path.begin)) continue;
    if (!grid.holds(path.from) || !grid.holds(path.to)) {
      beyond += path.increment;
      continue;
    }
    grid.split(path.from, path.to,
               [&](std::size_t bin, double share) { out.strain[bin] += share * path.increment; });
  }
  for (const PlasticEvent& event : trajectory.events) {
    if (!event.forward || event.before.stress <= 0 || !window.holds(event.strain)) continue;
    if (!grid.holds(event.before)) continue;
    const std::size_t bin = grid.bin_of(event.before);
    out.events[bin] += 1;
    out.drops[bin] += event.jump.stress_drop;
  }
  return out;
}

/// From where loading in the positive sense gets beyond zero stress to its end.
Window way_of(const Trajectory& trajectory) {
  for (const ElasticPath& path : trajectory.paths)
    if (path.increment > 0 && path.to.stress > 0) {
      const ElasticPath& last = trajectory.paths.back();
      return {path.begin, last.begin + last.increment};
    }
  throw InputError("a specimen was not sheared back beyond zero stress, so that it tells nothing of memory");
}

struct Ratios {
  double events = 0, expected_events = 0, drops = 0, expected_drops = 0, strain = 0;
};

Ratios ratios_of(const Passage& forward, const Passage& reversed, double least_share) {
  Ratios out;
  for (std::size_t i = 0; i < forward.strain.size(); ++i) {
    if (reversed.strain[i] == 0 || forward.strain[i] < least_share * reversed.strain[i]) continue;
    const double share = reversed.strain[i] / forward.strain[i];
    out.events += reversed.events[i];
    out.drops += reversed.drops[i];
    out.expected_events += share * forward.events[i];
    out.expected_drops += share * forward.drops[i];
    out.strain += reversed.strain[i];
  }
  return out;
}

/// Efron and Stein 1981.
Estimate jackknifed(double value, const std::vector<double>& without) {
  const auto n = static_cast<double>(without.size());
  double mean = 0, squares = 0;
  for (const double v : without) mean += v / n;
  for (const double v : without) squares += (v - mean) * (v - mean);
  return {value, std::sqrt((n - 1) / n * squares)};
}

/// Of one part; nothing when no event was expected in it.
std::optional<DirectionMemory> compared(const std::vector<Passage>& there, const std::vector<Passage>& back,
                                        double beyond, double least_share) {
  Passage all_there(there.front().strain.size()), all_back = all_there;
  for (std::size_t i = 0; i < there.size(); ++i) {
    all_there.add(there[i], 1);
    all_back.add(back[i], 1);
  }
  const Ratios whole = ratios_of(all_there, all_back, least_share);
  std::vector<double> rates, drops;
  for (std::size_t i = 0; i < there.size(); ++i) {
    Passage others_there = all_there, others_back = all_back;
    others_there.add(there[i], -1);
    others_back.add(back[i], -1);
    const Ratios others = ratios_of(others_there, others_back, least_share);
    if (!(others.expected_events > 0) || !(others.expected_drops > 0)) return std::nullopt;
    rates.push_back(others.events / others.expected_events);
    drops.push_back(others.drops / others.expected_drops);
  }
  double strain = beyond;
  for (const double s : all_back.strain) strain += s;
  DirectionMemory out;
  out.known = whole.strain / strain;
  out.events = std::llround(whole.events);
  out.rate = jackknifed(whole.events / whole.expected_events, rates);
  out.relaxation = jackknifed(whole.drops / whole.expected_drops, drops);
  return out;
}

}  // namespace

Trajectory mirrored(const Trajectory& trajectory) {
  Trajectory out = trajectory;
  for (double& strain : out.strain) strain = -strain;
  for (StatePoint& state : out.states) state = mirrored_point(state);
  for (ElasticPath& path : out.paths)
    path = {-path.increment, mirrored_point(path.from), mirrored_point(path.to), -path.begin};
  for (PlasticEvent& event : out.events) {
    event.strain = -event.strain;
    event.before = mirrored_point(event.before);
    event.jump.stress_drop = -event.jump.stress_drop;
    event.forward = !event.forward;
  }
  return out;
}

std::vector<DirectionMemory> direction_memory(const std::vector<Trajectory>& forward,
                                              const std::vector<Trajectory>& reversed, const StateGrid& grid,
                                              double least_share, int parts) {
  if (forward.size() < 2 || forward.size() != reversed.size())
    throw InputError(
        "whether specimens remember the sense of their loading takes two that were sheared both ways");
  std::vector<Window> ways;
  double length = everywhere;
  for (const Trajectory& one : reversed) {
    ways.push_back(way_of(one));
    length = std::min(length, ways.back().to - ways.back().from);
  }
  std::vector<Passage> there;
  double not_counted = 0;
  for (const Trajectory& one : forward)
    there.push_back(passage_of(one, grid, {-everywhere, everywhere}, not_counted));
  std::vector<DirectionMemory> out;
  for (int part = 0; part < parts; ++part) {
    const double from = length * part / parts, to = length * (part + 1) / parts;
    std::vector<Passage> back;
    double beyond = 0;
    for (std::size_t i = 0; i < reversed.size(); ++i)
      back.push_back(passage_of(reversed[i], grid, {ways[i].from + from, ways[i].from + to}, beyond));
    std::optional<DirectionMemory> found = compared(there, back, beyond, least_share);
    if (!found) continue;
    found->from = from;
    found->to = to;
    out.push_back(*found);
  }
  if (out.empty())
    throw InputError(
        "sheared back, no specimen came to a bin in which events are known from forward loading: take fewer "
        "bins, "
        "shear farther back, or bring more specimens");
  return out;
}

}  // namespace vitrum::seem
