#include "rig/drive.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace vitrum::rig {

namespace {

// Unloading has reached zero stress when this share of the stress it began from is left.
constexpr double zero_stress_share = 1e-9;
constexpr int zero_stress_trials = 12;

}  // namespace

Drive::Drive(Specimen& specimen, const Program& program, const Detection& detection)
    : specimen_(specimen), program_(program), detection_(detection), stretches_(stretches_of(program)) {
  if (!(detection_.resolution >= 0) || !std::isfinite(detection_.resolution))
    throw InputError("the resolution of critical strains must be a number, positive or 0 (not located)");
  if (!(detection_.dissipation > 0) || !std::isfinite(detection_.dissipation))
    throw InputError("the dissipation by which events are recognised must be a positive number");
  if (detection_.memory < 1)
    throw InputError("the elastic tangent is the median over at least one quiet increment");
  require_on_the_way(program_, stretches_.front(), specimen_.state().strain);
  history_.increment = program_.increment;
  // In the order in which the first stretch comes by.
  const bool back = first_way() < 0;
  for (std::vector<double>* strains : {&program_.snapshots, &program_.stops})
    std::sort(strains->begin(), strains->end(), [back](double a, double b) { return back ? a > b : a < b; });
}

// Which way the first stretch goes: below zero, backward.
double Drive::first_way() const {
  const Stretch& first = stretches_.front();
  const double start = history_.states.empty() ? specimen_.state().strain : history_.states.front().strain;
  const double stress =
      history_.states.empty() ? specimen_.state().stress.xy : history_.states.front().stress.xy;
  if (first.end == StretchEnd::stress) return first.stress - stress;
  if (first.end == StretchEnd::time) return stress < 0 ? -1 : 1;
  return first.end == StretchEnd::to ? first.strain - start : first.strain;
}

void Drive::advance() {
  stop_.reset();
  if (finished()) return;
  if (!inside_) {
    begin_stretch();
    if (stop_) return;
  }
  switch (stretches_[stretch_].end) {
    case StretchEnd::zero_stress:
      return advance_to_zero_stress();
    case StretchEnd::stress:
      return advance_to_stress();
    case StretchEnd::time:
      return advance_in_time();
    default:
      return advance_to_strain();
  }
}

void Drive::finish_stretch() {
  const std::int64_t leg = stretches_[stretch_].leg;
  const bool ends_leg = stretch_ + 1 == stretches_.size() || stretches_[stretch_ + 1].leg != leg;
  if (program_.leg_fields && leg > 0 && ends_leg)
    snapshots_.push_back({specimen_.state().strain, specimen_.fields(), leg});
  if (program_.leg_stops && leg > 0 && ends_leg) stop_ = {specimen_.state().strain, leg};
  ++stretch_;
  inside_ = false;
}

void Drive::begin_stretch() {
  const State start = specimen_.state();
  if (history_.states.empty()) {
    history_.states.push_back(start);
    history_.leg.push_back(0);
  }
  const Stretch& stretch = stretches_[stretch_];
  double distance = 0;
  grid_.origin = start.strain;
  range_ = {start.strain - stretch.most_strain, start.strain + stretch.most_strain};
  if (stretch.end == StretchEnd::zero_stress) {
    points_ = 0;
    grid_.step = start.stress.xy > 0 ? -program_.increment : program_.increment;
  } else if (stretch.end == StretchEnd::stress) {
    begin_stress_grid(start);
  } else if (stretch.end == StretchEnd::time) {
    target_ = start.time + stretch.duration;
    grid_.origin = start.time;
    points_ = 0;
  } else {
    target_ = stretch.end == StretchEnd::to ? stretch.strain : start.strain + stretch.strain;
    distance = (target_ - start.strain) / program_.increment;
    grid_.step = distance < 0 ? -program_.increment : program_.increment;
    points_ = static_cast<std::int64_t>(std::floor(std::abs(distance) + on_grid));
  }
  k_ = 0;
  slopes_.clear();
  inside_ = true;
  keep_fields_if_due();
}

// Whole increments that may be jumped at once: to the end of the stretch or to the next snapshot or stop.
std::int64_t Drive::points_to_go() const {
  std::int64_t last = points_;
  const auto end_at = [&](const std::vector<double>& strains, std::size_t next) {
    if (stretch_ != 0 || next == strains.size()) return;
    const auto due = static_cast<std::int64_t>(std::llround((strains[next] - grid_.origin) / grid_.step));
    if (due > k_) last = std::min(last, due);
  };
  end_at(program_.snapshots, next_snapshot_);
  end_at(program_.stops, next_stop_);
  if (const std::int64_t every = increments_between_measurements(); every > 0)
    last = std::min(last, (k_ / every + 1) * every);
  return last - k_;
}

void Drive::step_to(double strain) { record(go_to(strain)); }

void Drive::advance_to_strain() {
  const std::int64_t to_go = points_to_go();
  if (to_go > 0) {
    k_ += specimen_.quiet_increments(grid_, k_, to_go);
    step_to(grid_.at(k_));
  } else if (std::abs(target_ - specimen_.state().strain) > on_grid * program_.increment) {
    step_to(target_);  // what is left when the stretch is no whole number of increments
  }
  keep_fields_if_due();
  const double rest = std::abs(target_ - grid_.at(points_));
  if (k_ == points_ && (rest <= on_grid * program_.increment || specimen_.state().strain == target_)) {
    finish_stretch();
  }
}

bool Drive::ends_unloading(const State& state) const {
  if (stretches_[stretch_].end != StretchEnd::zero_stress) return false;
  return program_.unload_end == UnloadEnd::exact && is_past_zero_stress(state);
}

// Unloading goes against the stress it began from.
bool Drive::is_past_zero_stress(const State& state) const {
  return grid_.step < 0 ? state.stress.xy <= 0 : state.stress.xy >= 0;
}

void Drive::advance_to_zero_stress() {
  const State start = specimen_.state();
  if (is_past_zero_stress(start)) {
    finish_stretch();
    return;
  }
  constexpr std::int64_t far = 1'000'000;
  const std::int64_t n = specimen_.quiet_increments(grid_, k_, far);
  if (n > 1 && program_.unload_end == UnloadEnd::exact) {
    // Nothing rearranges before the last of the n increments: look there first, so that zero stress is
    // not jumped over.
    const Piece piece{start, specimen_.strain_to(grid_.at(k_ + n - 1))};
    if (ends_unloading(specimen_.state())) return settle_at_zero_stress(piece);
    k_ += n - 1;
    return record(piece);
  }
  k_ += n;
  const Piece piece = go_to(grid_.at(k_));
  // Behind an event that was located, the stress may still have to cross zero.
  const bool crossed = !is_past_zero_stress(piece.start) && ends_unloading(specimen_.state());
  if (crossed && !piece.holds_event) return settle_at_zero_stress(piece);
  record(piece);
}

// Secant search for zero stress on the elastic branch between the start of the piece and the present state.
void Drive::settle_at_zero_stress(const Piece& crossing) {
  Piece piece = crossing;
  State near = crossing.start;
  for (int trial = 0; trial < zero_stress_trials; ++trial) {
    const State now = specimen_.state();
    if (std::abs(now.stress.xy) <= zero_stress_share * std::abs(crossing.start.stress.xy)) break;
    const double slope = (now.stress.xy - near.stress.xy) / (now.strain - near.strain);
    if (!std::isfinite(slope) || slope == 0) break;
    near = now;
    piece.response = specimen_.strain_to(now.strain - now.stress.xy / slope);
  }
  if (holds_event(piece.start, specimen_.state(), piece.response)) {
    piece.holds_event = true;
    record_event(event_between(piece.start, specimen_.state(), piece.response), piece.response);
  }
  record(piece);
  finish_stretch();
}

void Drive::stop_if_due() {
  if (stretch_ != 0 || next_stop_ == program_.stops.size()) return;
  const double strain = specimen_.state().strain;
  if (std::abs(strain - program_.stops[next_stop_]) > on_grid * program_.increment) return;
  stop_ = {strain, 0};
  ++next_stop_;
}

void Drive::keep_fields_if_due() {
  stop_if_due();
  measure_moduli_if_due();
  measure_if_due();
  if (stretch_ != 0 || next_snapshot_ == program_.snapshots.size()) return;
  const double strain = specimen_.state().strain;
  const double beyond = strain - program_.snapshots[next_snapshot_];
  // Under a given stress the strain jumps: the first state at or beyond the strain must do.
  const StretchEnd end = stretches_.front().end;
  const bool passed = (end == StretchEnd::stress || end == StretchEnd::time) && beyond * first_way() > 0;
  if (!passed && std::abs(beyond) > on_grid * program_.increment) return;
  snapshots_.push_back({strain, specimen_.fields()});
  ++next_snapshot_;
  if (passed) keep_fields_if_due();
}

double Drive::progress() const {
  if (finished()) return 1;
  double within = 0;
  if (inside_ && points_ > 0) within = static_cast<double>(k_) / static_cast<double>(points_);
  if (inside_ && stretches_[stretch_].end == StretchEnd::time)
    within = (specimen_.state().time - grid_.origin) / stretches_[stretch_].duration;
  return (static_cast<double>(stretch_) + within) / static_cast<double>(stretches_.size());
}

}  // namespace vitrum::rig
