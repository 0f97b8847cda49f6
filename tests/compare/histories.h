// Short histories written by hand.
#pragma once

#include "record/history.h"

namespace vitrum::compare {

inline State state_at(double strain, double stress) {
  State state;
  state.strain = strain;
  state.stress.xy = stress;
  return state;
}

inline Event event_at(std::int64_t state, double strain, double before, double after) {
  Event event;
  event.state = state;
  event.strain = strain;
  event.stress_before = before;
  event.stress_after = after;
  return event;
}

/// Increments of 0.1, modulus 10. Events at strains 0.3 (drop 1), 0.4 (rise 0.25) and 0.8 (drop 3); the
/// path ends at 1. Only the states at and after events are stored.
inline History jumping_history() {
  History history;
  history.increment = 0.1;
  history.states = {state_at(0, 0.5), state_at(0.3, 2.5), state_at(0.4, 3.75), state_at(0.8, 4.75),
                    state_at(1.0, 6.75)};
  history.leg = {0, 0, 0, 0, 0};
  history.events = {event_at(1, 0.3, 3.5, 2.5), event_at(2, 0.4, 3.5, 3.75), event_at(3, 0.8, 7.75, 4.75)};
  return history;
}

/// The same path with every state of the grid stored.
inline History stepping_history() {
  History history = jumping_history();
  const double stress[] = {0.5, 1.5, 2.5, 2.5, 3.75, 4.75, 5.75, 6.75, 4.75, 5.75, 6.75};
  history.states.clear();
  for (int k = 0; k <= 10; ++k) history.states.push_back(state_at(k * 0.1, stress[k]));
  history.leg.assign(11, 0);
  history.events[0].state = 3;
  history.events[1].state = 4;
  history.events[2].state = 8;
  return history;
}

}  // namespace vitrum::compare
