#include "seem/replay.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>

#include "base/error.h"
#include "base/parallel.h"
#include "base/rounded_text.h"

namespace vitrum::seem {
namespace {

void check_replay(const ElasticLaw& law, const std::vector<StatePoint>& starts,
                  const std::vector<double>& strains, const ReplaySettings& settings) {
  const auto falls = [](double a, double b) { return !(a < b); };
  if (starts.empty() || strains.empty() || settings.walkers < 1 ||
      std::adjacent_find(strains.begin(), strains.end(), falls) != strains.end())
    throw InputError("a replay needs states to begin at, one walker or more, and strains that rise");
  if (!(settings.increment >= 0) || !std::isfinite(settings.increment))
    throw InputError("the increment of a replay is " + rounded_text(settings.increment) +
                     " (it is a length of strain); give one above zero, or 0 for exact waiting strains");
  for (const double strain : strains)
    if (!std::isfinite(strain))
      throw InputError("a strain of the replay is " + rounded_text(strain) +
                       " (walkers go through numbers only); leave it out");
  for (const StatePoint& start : starts) {
    if (!std::isfinite(start.stress) || !std::isfinite(start.inelastic))
      throw InputError("a walker begins at the stress " + rounded_text(start.stress) + " and X_1 " +
                       rounded_text(start.inelastic) + " (no numbers); give both");
    if (!(start.inelastic < law.softening))
      throw InputError("a walker begins at X_1 = " + rounded_text(start.inelastic) + " (u_A is " +
                       rounded_text(law.softening) + ", where eq. 7 of paper 2 ends); begin below it");
  }
}

void walk_on(MapWalker& walker, double from, double to, double increment) {
  if (increment <= 0) return walker.load(to - from);
  const auto steps = std::max<std::int64_t>(1, std::llround((to - from) / increment));
  walker.step((to - from) / static_cast<double>(steps), steps);
}

}  // namespace

Replay replay(const EventMap& map, const std::vector<StatePoint>& starts, const std::vector<double>& strains,
              const ReplaySettings& settings) {
  check_replay(map.law(), starts, strains, settings);
  const auto walkers = static_cast<std::size_t>(settings.walkers);
  Replay found;
  found.curves.resize(walkers);
  std::vector<WalkCounts> counts(walkers);
  std::atomic<std::size_t> finished = 0;
  parallel_for(walkers, settings.threads, [&](std::size_t i) {
    MapWalker walker(map, starts[i % starts.size()],
                     RandomStream(settings.seed, i, Purpose::state_space_walk));
    for (std::size_t k = 0; k < strains.size(); ++k) {
      tell(settings.hear, static_cast<double>(finished) / static_cast<double>(walkers));
      if (k > 0) walk_on(walker, strains[k - 1], strains[k], settings.increment);
      found.curves[i].push_back(walker.at());
      if (!std::isfinite(walker.at().stress) || !std::isfinite(walker.at().inelastic))
        throw InputError("a walker came to a state that is no number; begin within the bins of the harvest");
    }
    counts[i] = walker.counts();
    ++finished;
  });
  for (const WalkCounts& one : counts) {
    found.counts.events += one.events;
    found.counts.strain += one.strain;
    found.counts.unvisited += one.unvisited;
  }
  tell(settings.hear, 1);
  found.moments = moments_of(found.curves, strains);
  return found;
}

}  // namespace vitrum::seem
