#include "seem/jump_histogram.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace vitrum::seem {
namespace {

std::vector<double> edges_over(const std::vector<Jump>& jumps, double Jump::*member, std::size_t intervals) {
  const auto less = [member](const Jump& a, const Jump& b) { return a.*member < b.*member; };
  const auto [low, high] = std::minmax_element(jumps.begin(), jumps.end(), less);
  // Events that are all alike get one interval about them.
  const double first = (*low).*member, last = (*high).*member;
  const double room = last > first ? 0 : std::max(std::abs(first), 1e-300) * 0.5;
  std::vector<double> edges;
  for (std::size_t i = 0; i <= intervals; ++i)
    edges.push_back(
        std::lerp(first - room, last + room, static_cast<double>(i) / static_cast<double>(intervals)));
  return edges;
}

std::size_t interval_of(const std::vector<double>& edges, double x) {
  return static_cast<std::size_t>(std::upper_bound(edges.begin() + 1, edges.end() - 1, x) - edges.begin()) -
         1;
}

}  // namespace

std::size_t most_visited_bin(const EventLibrary& library) {
  if (library.events() == 0)
    throw InputError(
        "no specimen that is harvested has an event; shear them further, or harvest more of them");
  std::size_t most = 0;
  for (std::size_t i = 1; i < library.grid().bins(); ++i)
    if (library[i].jumps.size() > library[most].jumps.size()) most = i;
  return most;
}

JumpHistogram jump_histogram(const EventLibrary& library, std::size_t bin, const ElasticLaw& law,
                             std::size_t inelastic_intervals, std::size_t drop_intervals) {
  const std::vector<Jump>& jumps = library[bin].jumps;
  if (jumps.empty() || inelastic_intervals == 0 || drop_intervals == 0)
    throw InputError("a histogram of jumps needs a bin with events, and one interval at least on each axis");
  JumpHistogram found{edges_over(jumps, &Jump::inelastic, inelastic_intervals),
                      edges_over(jumps, &Jump::stress_drop, drop_intervals),
                      std::vector<std::int64_t>(inelastic_intervals * drop_intervals),
                      {},
                      0};
  const StatePoint centre = library.grid().centre(bin);
  for (const double drop : found.drop_edges) found.bound.push_back(reversible_bound(law, centre, drop));
  double beyond = 0;
  for (const Jump& jump : jumps) {
    ++found.counts[interval_of(found.inelastic_edges, jump.inelastic) * drop_intervals +
                   interval_of(found.drop_edges, jump.stress_drop)];
    beyond += jump.inelastic > reversible_bound(law, centre, jump.stress_drop);
  }
  found.beyond = beyond / static_cast<double>(jumps.size());
  return found;
}

double share_beyond_bound(const std::vector<Trajectory>& trajectories, const ElasticLaw& law,
                          double tolerance) {
  double events = 0, beyond = 0;
  for (const Trajectory& trajectory : trajectories)
    for (const PlasticEvent& event : trajectory.events) {
      if (!event.forward) continue;
      ++events;
      beyond +=
          event.jump.inelastic > reversible_bound(law, event.before, event.jump.stress_drop) + tolerance;
    }
  return events > 0 ? beyond / events : 0;
}

std::vector<double> stored_shares(const std::vector<Trajectory>& trajectories, const ElasticLaw& law) {
  std::vector<double> shares;
  for (const Trajectory& trajectory : trajectories)
    for (const PlasticEvent& event : trajectory.events)
      if (event.forward && event.jump.inelastic > 0)
        shares.push_back(event.jump.inelastic / reversible_bound(law, event.before, event.jump.stress_drop));
  std::sort(shares.begin(), shares.end());
  return shares;
}

}  // namespace vitrum::seem
