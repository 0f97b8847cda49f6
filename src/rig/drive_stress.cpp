// How a drive loads by stress, and waits under it.
#include <cmath>

#include "base/error.h"
#include "rig/drive.h"

namespace vitrum::rig {

namespace {

// A stress counts as reached when this share of an increment is left.
constexpr double on_stress_grid = 1e-6;
constexpr double most_increments = 1e15;

bool is_inside(const StrainRange& range, double strain) {
  return strain > range.lowest && strain < range.highest;
}

}  // namespace

// Stress increments that elastically strain by the increment of the program; the last one is what is left.
void Drive::begin_stress_grid(const State& start) {
  const double increment = program_.increment * specimen_.loading_modulus();
  target_ = stretches_[stretch_].stress;
  const double distance = (target_ - start.stress.xy) / increment;
  grid_ = {start.stress.xy, distance < 0 ? -increment : increment};
  if (!(std::abs(distance) < most_increments))
    throw InputError("a leg leads to a stress that is more than 1e15 increments away; take a smaller one");
  points_ = static_cast<std::int64_t>(std::floor(std::abs(distance) + on_stress_grid));
}

void Drive::advance_to_stress() {
  const State start = specimen_.state();
  if (k_ < points_) {
    k_ += specimen_.quiet_stress_increments(grid_, k_, points_ - k_);
    record_held(start, specimen_.stress_to(grid_.at(k_), range_));
  } else if (std::abs(target_ - grid_.at(points_)) > on_stress_grid * std::abs(grid_.step)) {
    record_held(start, specimen_.stress_to(target_, range_));
    finish_stretch();
    return;
  }
  if (k_ == points_ && std::abs(target_ - grid_.at(points_)) <= on_stress_grid * std::abs(grid_.step))
    finish_stretch();
  else if (!is_inside(range_, specimen_.state().strain))
    finish_stretch();
}

void Drive::advance_in_time() {
  const State start = specimen_.state();
  const Stretch& stretch = stretches_[stretch_];
  record_held(start, specimen_.wait(stretch.temperature, target_, range_));
  const State end = specimen_.state();
  if (end.time >= target_ || !is_inside(range_, end.strain)) finish_stretch();
}

void Drive::record_held(const State& start, const Response& response) {
  Piece piece{start, response};
  piece.holds_event = response.slips > 0;
  if (piece.holds_event) record_event(event_between(start, specimen_.state(), response), response);
  record(piece);
  keep_fields_if_due();
}

}  // namespace vitrum::rig
