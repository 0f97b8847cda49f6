#include "seem/replay.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/parallel.h"

namespace vitrum::seem {
namespace {

void check_replay(const std::vector<StatePoint>& starts, const std::vector<double>& strains,
                  const ReplaySettings& settings) {
  const auto falls = [](double a, double b) { return !(a < b); };
  if (starts.empty() || strains.empty() || settings.walkers < 1 ||
      std::adjacent_find(strains.begin(), strains.end(), falls) != strains.end())
    throw InputError("a replay needs states to begin at, one walker or more, and strains that rise");
}

void walk_on(MapWalker& walker, double from, double to, double increment) {
  if (increment <= 0) return walker.load(to - from);
  const auto steps = std::max<std::int64_t>(1, std::llround((to - from) / increment));
  walker.step((to - from) / static_cast<double>(steps), steps);
}

}  // namespace

Replay replay(const EventMap& map, const std::vector<StatePoint>& starts, const std::vector<double>& strains,
              const ReplaySettings& settings) {
  check_replay(starts, strains, settings);
  const auto walkers = static_cast<std::size_t>(settings.walkers);
  Replay found;
  found.curves.resize(walkers);
  std::vector<WalkCounts> counts(walkers);
  parallel_for(walkers, settings.threads, [&](std::size_t i) {
    MapWalker walker(map, starts[i % starts.size()],
                     RandomStream(settings.seed, i, Purpose::state_space_walk));
    for (std::size_t k = 0; k < strains.size(); ++k) {
      if (k > 0) walk_on(walker, strains[k - 1], strains[k], settings.increment);
      found.curves[i].push_back(walker.at());
    }
    counts[i] = walker.counts();
  });
  for (const WalkCounts& one : counts) {
    found.counts.events += one.events;
    found.counts.strain += one.strain;
    found.counts.unvisited += one.unvisited;
  }
  found.moments = moments_of(found.curves, strains);
  return found;
}

}  // namespace vitrum::seem
