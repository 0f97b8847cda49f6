// A record of a sheared specimen, seen in the state space of paper 2.
#pragma once

#include <cstdint>
#include <vector>

#include "record/history.h"
#include "seem/elastic_law.h"

namespace vitrum::seem {

/// What an event changes: the second vector on the right of paper 2, eq. 3.
struct Jump {
  double stress_drop = 0;  ///< Delta tau_pl of eq. 2: usually > 0
  double inelastic = 0;    ///< Delta X_1: > 0 rejuvenates, < 0 ages

  friend bool operator==(const Jump&, const Jump&) = default;
};

/// An event where it happened.
struct PlasticEvent {
  double strain = 0;
  StatePoint before;  ///< on the elastic branch, at the strain of the event
  Jump jump;
  /// Heat per atom: u before less u after, plus what the external stress worked meanwhile. Never negative but
  /// for the error of the record.
  double dissipated = 0;
  bool forward = true;  ///< the strain rose before it
};

/// Loading without an event, between two states or events that follow each other.
struct ElasticPath {
  double increment = 0;  ///< of the strain, signed
  StatePoint from, to;   ///< X_1 is the same at both as far as the law holds
  double begin = 0;      ///< strain at `from`
};

struct Trajectory {
  std::vector<double> strain;
  std::vector<StatePoint> states;    ///< of the record, one for each strain
  std::vector<ElasticPath> paths;    ///< in order; states and both sides of events are their ends
  std::vector<PlasticEvent> events;  ///< in order
};

/// Some of many trajectories, which others own.
using TrajectorySet = std::vector<const Trajectory*>;
TrajectorySet set_of(const std::vector<Trajectory>& trajectories);

/// The trajectory of a history, by `law`.
/// @param atoms of the specimen (elements of a lattice): energies of the record are of all of them, > 0
/// @param legs which legs of the program; empty: all
/// @throws InputError when atoms <= 0, when those legs have fewer than two states, or when the record holds
/// no energies.
Trajectory trajectory_of(const History& history, double atoms, const ElasticLaw& law,
                         const std::vector<std::int64_t>& legs = {});

/// The largest Delta X_1 that an event may have: at it the elastic energy that the stress drop sets free is
/// all stored as inelastic energy and nothing becomes heat, Delta S = 0 (paper 2, fig. 3b). That is the X_1
/// which the energy per atom before the event has at the stress after it, less X_1 before.
double reversible_bound(const ElasticLaw& law, const StatePoint& before, double stress_drop);

}  // namespace vitrum::seem
