#include "minimisers/shear_path.h"

#include <algorithm>
#include <limits>

#include "atomistic/pair_potential.h"
#include "atomistic/preparation.h"

namespace vitrum::bench {

using namespace atomistic;

namespace {

constexpr double event_threshold = 1e-5;  // of the dissipated energy, see docs/conventions.md
constexpr std::size_t remembered_slopes = 15;
constexpr std::size_t remembered_states =
    4;  // as many as the guess of the next displacement looks back, and one

}  // namespace

Configuration paper_glass_sample(int atoms, double duration, int sample) {
  PreparationSettings settings;
  settings.atoms = atoms;
  settings.duration = duration;
  // The liquid need not be at rest to give honest instabilities.
  settings.drift_limit = std::numeric_limits<double>::infinity();
  Preparation preparation(settings, paper_glass(), 1, static_cast<std::uint64_t>(sample));
  while (!preparation.finished()) preparation.advance();
  return preparation.glass();
}

ShearPath::ShearPath(const Configuration& glass, int sample, double increment)
    : specimen_(glass, paper_glass()), sample_(sample), increment_(increment) {
  quiet_.push_back(specimen_.configuration());
}

double ShearPath::usual_slope() const {
  std::vector<double> sorted(slopes_.begin(), slopes_.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}

std::optional<UnstableState> ShearPath::advance() {
  const State before = specimen_.state();
  ++steps_;
  specimen_.strain_to(static_cast<double>(steps_) * increment_);
  const State after = specimen_.state();
  const double work =
      specimen_.volume() * (before.stress.xy + after.stress.xy) / 2 * (after.strain - before.strain);
  const double dissipated = work - (after.energy - before.energy);
  if (dissipated <= event_threshold) {
    slopes_.push_back((after.stress.xy - before.stress.xy) / increment_);
    if (slopes_.size() > remembered_slopes) slopes_.pop_front();
    quiet_.push_back(specimen_.configuration());
    if (quiet_.size() > remembered_states) quiet_.pop_front();
    return {};
  }
  UnstableState state;
  state.sample = sample_;
  state.increment = increment_;
  state.strain = after.strain;
  state.drop = before.stress.xy + usual_slope() * increment_ - after.stress.xy;
  state.dissipated = dissipated;
  state.lead = static_cast<int>(quiet_.size()) - 1;
  state.earlier = quiet_.front();
  state.before = quiet_.back();
  quiet_.assign(1, specimen_.configuration());
  return state;
}

}  // namespace vitrum::bench
