#include "seem/trajectory.h"

#include <algorithm>
#include <string>

#include "base/error.h"

namespace vitrum::seem {
namespace {

/// Puts the points of a record, states and both sides of events, one after the other.
class Tracer {
 public:
  Tracer(double atoms, const ElasticLaw& law) : atoms_(atoms), law_(law) {}

  void state(const State& state) {
    const StatePoint point = at(state.stress.xy, state.energy);
    go_to(state.strain, point);
    trajectory_.strain.push_back(state.strain);
    trajectory_.states.push_back(point);
  }

  void event(const Event& event) {
    const StatePoint before = at(event.stress_before, event.energy_before);
    const StatePoint after = at(event.stress_after, event.energy_after);
    go_to(event.strain - event.strain_jump, before);
    trajectory_.events.push_back({event.strain,
                                  before,
                                  {event.drop(), after.inelastic - before.inelastic},
                                  event.dissipated / atoms_,
                                  forward_});
    strain_ = event.strain;
    point_ = after;
  }

  /// What follows is another leg, or one that begins anew.
  void lift() { down_ = false; }

  Trajectory take() { return std::move(trajectory_); }

 private:
  StatePoint at(double stress, double energy) const {
    return {stress, law_.inelastic_energy(stress, energy / atoms_)};
  }

  void go_to(double strain, const StatePoint& point) {
    if (down_ && strain != strain_) {
      trajectory_.paths.push_back({strain - strain_, point_, point, strain_});
      forward_ = strain > strain_;
    }
    strain_ = strain;
    point_ = point;
    down_ = true;
  }

  double atoms_;
  const ElasticLaw& law_;
  Trajectory trajectory_;
  double strain_ = 0;
  StatePoint point_;
  bool forward_ = true;
  bool down_ = false;  // a point has been put, from which the next path goes
};

void check(const History& history, double atoms) {
  if (!(atoms > 0))
    throw InputError("the state space needs the number of atoms of the specimen, which is not known");
  if (std::all_of(history.states.begin(), history.states.end(), [](const State& s) { return s.energy == 0; }))
    throw InputError(
        "the record holds no energies, and X_1 (paper 2, eq. 5) is an energy; shear the specimen again, or "
        "bring a "
        "record with energies");
}

bool is_wanted(const std::vector<std::int64_t>& legs, std::int64_t leg) {
  return legs.empty() || std::find(legs.begin(), legs.end(), leg) != legs.end();
}

}  // namespace

TrajectorySet set_of(const std::vector<Trajectory>& trajectories) {
  TrajectorySet set;
  for (const Trajectory& trajectory : trajectories) set.push_back(&trajectory);
  return set;
}

Trajectory trajectory_of(const History& history, double atoms, const ElasticLaw& law,
                         const std::vector<std::int64_t>& legs) {
  check(history, atoms);
  Tracer tracer(atoms, law);
  auto event = history.events.begin();
  for (std::size_t i = 0; i < history.states.size(); ++i) {
    // The first state of a leg is reached from the last one of the leg before.
    const bool wanted = is_wanted(legs, history.leg[i]);
    for (; event != history.events.end() && event->state <= static_cast<std::int64_t>(i); ++event)
      if (wanted) tracer.event(*event);
    if (wanted) {
      tracer.state(history.states[i]);
    } else {
      tracer.lift();
    }
  }
  Trajectory trajectory = tracer.take();
  if (trajectory.states.size() < 2)
    throw InputError("the legs that were asked for have " + std::to_string(trajectory.states.size()) +
                     " states: a trajectory in the state space needs two at least");
  return trajectory;
}

double reversible_bound(const ElasticLaw& law, const StatePoint& before, double stress_drop) {
  return law.inelastic_energy(before.stress - stress_drop, law.energy(before)) - before.inelastic;
}

}  // namespace vitrum::seem
