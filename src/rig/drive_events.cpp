// How a drive recognises events on its way, locates them where that is wanted, and records both.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "rig/drive.h"
#include "rig/event_search.h"

namespace vitrum::rig {

// Strains the specimen to `strain` and records the events on the way.
Drive::Piece Drive::go_to(double strain) {
  Piece piece;
  for (;;) {
    piece.start = specimen_.state();
    Group back = detection_.resolution > 0 ? specimen_.snapshot() : Group{};
    piece.response = specimen_.strain_to(strain);
    const State end = specimen_.state();
    if (!holds_event(piece.start, end, piece.response)) return piece;
    if (detection_.resolution == 0 || piece.response.before) {
      piece.holds_event = true;
      record_event(event_between(piece.start, end, piece.response), piece.response);
      return piece;
    }
    const Passage passage = pass_event(std::move(back), piece.start, strain, piece.response);
    if (passage == Passage::zero_stress_before) return piece;
    if (passage == Passage::event) piece.behind_event = true;
    if (specimen_.state().strain == strain) {
      piece.start = specimen_.state();
      return piece;
    }
  }
}

// Straining from `before`, to which `back` restores, to `beyond`, where the specimen is, has met an event.
// Locates the event, goes through it, and stays just behind it; or stays before it when unloading has passed
// zero stress there. What looked like an event over a long way may be none over a short one.
Drive::Passage Drive::pass_event(Group back, State before, double beyond, Response response) {
  EventSearch search(before.strain, beyond, detection_.resolution);
  bool is_beyond = true;  // otherwise it is at `before`
  bool is_known = false;  // the stability at `before`
  std::optional<double> stability;
  while (!search.finished()) {
    if (is_beyond) specimen_.restore(back);
    if (!is_known) stability = specimen_.stability();
    const double strain = search.next(stability);
    const Response trial = specimen_.strain_to(strain);
    const State there = specimen_.state();
    is_beyond = is_known = holds_event(before, there, trial);
    if (is_beyond) {
      search.found_beyond(strain);
      response = trial;
    } else {
      search.found_stable(strain);
      before = there;
      back = specimen_.snapshot();
    }
  }
  if (ends_unloading(before)) {
    if (is_beyond) specimen_.restore(back);
    return Passage::zero_stress_before;
  }
  if (!is_beyond) response = specimen_.strain_to(search.beyond());
  const State after = specimen_.state();
  if (!holds_event(before, after, response)) return Passage::nothing;
  record_event(event_at(before, after), response);
  return Passage::event;
}

void Drive::record(const Piece& piece) {
  const State end = specimen_.state();
  history_.states.push_back(end);
  history_.leg.push_back(stretches_[stretch_].leg);
  largest_residual_ = std::max(largest_residual_, piece.response.residual);
  if (piece.holds_event || piece.behind_event || piece.response.counts_slips) return;
  if (end.strain == piece.start.strain) return;  // a search that found no event has led here
  slopes_.push_back((end.stress.xy - piece.start.stress.xy) / (end.strain - piece.start.strain));
  if (slopes_.size() > static_cast<std::size_t>(detection_.memory)) slopes_.erase(slopes_.begin());
}

// Before the state that the increment ends in.
void Drive::record_event(Event event, const Response& response) {
  event.state = static_cast<std::int64_t>(history_.states.size());
  event.slips = response.slips;
  event.duration = response.duration;
  largest_residual_ = std::max(largest_residual_, response.residual);
  describe_rearrangement(event);
  history_.events.push_back(event);
  if (!program_.sites) return;
  const auto sites = specimen_.last_sites();
  if (history_.site_begin.empty()) history_.site_begin.push_back(0);
  history_.sites.insert(history_.sites.end(), sites.begin(), sites.end());
  history_.site_begin.push_back(static_cast<std::int64_t>(history_.sites.size()));
}

bool Drive::holds_event(const State& start, const State& end, const Response& response) const {
  if (response.counts_slips) return response.slips > 0;
  const double work =
      specimen_.volume() * 0.5 * (start.stress.xy + end.stress.xy) * (end.strain - start.strain);
  return work - (end.energy - start.energy) > detection_.dissipation;
}

double Drive::tangent(const State& start, const State& end) const {
  if (slopes_.empty()) return (end.stress.xy - start.stress.xy) / (end.strain - start.strain);
  std::vector<double> sorted = slopes_;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  return *middle;
}

// An event somewhere in an increment, as if at the end of it.
Event Drive::event_between(const State& start, const State& end, const Response& response) const {
  Event event;
  event.strain = end.strain;
  event.stress_after = end.stress.xy;
  event.energy_after = end.energy;
  if (response.before) {
    event.stress_before = response.before->stress.xy;
    event.energy_before = response.before->energy;
    event.strain_jump = end.strain - response.before->strain;
    event.dissipated = response.before->energy + response.work - end.energy;
    return event;
  }
  // The state that the elastic branch would have reached: paper 2, eqs. 1 and 2 with the tangent modulus.
  const double step = end.strain - start.strain;
  const double modulus = tangent(start, end);
  const double work = specimen_.volume() * (start.stress.xy * step + 0.5 * modulus * step * step);
  event.stress_before = start.stress.xy + modulus * step;
  event.energy_before = start.energy + work;
  event.dissipated = work - (end.energy - start.energy);
  return event;
}

// An event that is located: its two sides are equilibria at strains that differ by the resolution at most.
Event Drive::event_at(const State& before, const State& after) const {
  Event event;
  event.strain = after.strain;
  event.stress_before = before.stress.xy;
  event.stress_after = after.stress.xy;
  event.energy_before =
      before.energy + specimen_.volume() * before.stress.xy * (after.strain - before.strain);
  event.energy_after = after.energy;
  event.dissipated = event.energy_before - after.energy;
  return event;
}

}  // namespace vitrum::rig
