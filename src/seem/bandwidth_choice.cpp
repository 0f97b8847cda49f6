#include "seem/bandwidth_choice.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "base/error.h"
#include "base/parallel.h"

namespace vitrum::seem {
namespace {

struct EventSpread {
  double stress = 0, inelastic = 0;
};

EventSpread spread_of(const std::vector<Trajectory>& samples) {
  double n = 0, s = 0, x = 0, ss = 0, xx = 0;
  for (const Trajectory& sample : samples)
    for (const PlasticEvent& event : sample.events)
      if (event.forward) ++n, s += event.before.stress, x += event.before.inelastic;
  for (const Trajectory& sample : samples)
    for (const PlasticEvent& event : sample.events)
      if (event.forward) {
        ss += std::pow(event.before.stress - s / n, 2);
        xx += std::pow(event.before.inelastic - x / n, 2);
      }
  if (!(ss > 0) || !(xx > 0))
    throw InputError("bandwidths are chosen by events at different states, but there are none");
  return {std::sqrt(ss / n), std::sqrt(xx / n)};
}

std::vector<BandwidthTrial> candidates_of(const EventSpread& spread, const BandwidthSearch& search) {
  std::vector<BandwidthTrial> trials;
  for (const double state : search.state)
    for (const double jump : search.jump)
      trials.push_back({state, {state * spread.stress, state * spread.inelastic, jump}, 0});
  if (trials.empty() || search.parts < 2)
    throw InputError(
        "bandwidths are chosen among candidates, one of each kind at least, by two parts or more");
  return trials;
}

/// Log-likelihood of what is left out of one part's map, and its strain.
struct PartScore {
  double likelihood = 0, strain = 0;
};

PartScore score_part(const std::vector<Trajectory>& samples, std::size_t part, std::size_t parts,
                     const ElasticLaw& law, const SmoothSettings& settings, const ScoreSettings& scoring) {
  TrajectorySet seen, held_out;
  for (std::size_t i = 0; i < samples.size(); ++i)
    (i % parts == part ? held_out : seen).push_back(&samples[i]);
  const MapScore found = score(SmoothMap(seen, law, settings), held_out, scoring);
  return {found.rate + found.jump, found.strain};
}

bool is_end(const std::vector<double>& candidates, double x) {
  const auto [low, high] = std::minmax_element(candidates.begin(), candidates.end());
  return x == *low || x == *high;
}

}  // namespace

BandwidthChoice choose_bandwidth(const std::vector<Trajectory>& samples, const ElasticLaw& law,
                                 const SmoothSettings& settings, const BandwidthSearch& search) {
  if (samples.size() < 2)
    throw InputError("bandwidths are chosen by leaving samples out, which takes two samples or more");
  BandwidthChoice choice;
  choice.trials = candidates_of(spread_of(samples), search);
  const std::size_t parts = std::min(static_cast<std::size_t>(search.parts), samples.size());
  std::vector<PartScore> scores(choice.trials.size() * parts);
  std::atomic<std::size_t> finished = 0;
  parallel_for(scores.size(), search.threads, [&](std::size_t k) {
    SmoothSettings tried = settings;
    tried.bandwidth = choice.trials[k / parts].bandwidth;
    ScoreSettings scoring = search.score;
    scoring.jump_bandwidth = tried.bandwidth.jump;
    scoring.hear = [&](double share) {
      tell(search.hear, (static_cast<double>(finished) + share) / static_cast<double>(scores.size()));
    };
    tried.hear = [&](double) { scoring.hear(0); };
    scores[k] = score_part(samples, k % parts, parts, law, tried, scoring);
    ++finished;
  });
  for (std::size_t i = 0; i < choice.trials.size(); ++i) {
    PartScore sum;
    for (std::size_t part = 0; part < parts; ++part) {
      sum.likelihood += scores[i * parts + part].likelihood;
      sum.strain += scores[i * parts + part].strain;
    }
    choice.trials[i].score = sum.likelihood / sum.strain;
  }
  const auto best = std::max_element(choice.trials.begin(), choice.trials.end(),
                                     [](const auto& a, const auto& b) { return a.score < b.score; });
  choice.best = best->bandwidth;
  choice.at_edge = is_end(search.state, best->state) || is_end(search.jump, best->bandwidth.jump);
  return choice;
}

}  // namespace vitrum::seem
