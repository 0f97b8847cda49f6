// What a driven specimen went through: the record that all models share and all analysis reads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "math/tensor.h"
#include "record/group.h"

namespace vitrum {

/// A mechanical equilibrium at a given external strain.
struct State {
  double strain = 0;       ///< external shear strain gamma = 2 eps_xy, engineering
  SymmetricTensor stress;  ///< mean stress, tension positive, no kinetic part
  double energy = 0;       ///< atoms: potential energy; lattice: elastic energy; of the whole specimen
  double time = 0;         ///< spent waiting at a temperature, units of the inverse attempt rate

  friend bool operator==(const State&, const State&) = default;
};

/// A plastic event: what happened between two neighbouring states on the strain grid, at the end of that
/// increment or, where events are located, at its critical strain within it.
struct Event {
  std::int64_t state = 0;     ///< index in History::states of the first state after the event
  double strain = 0;          ///< external strain at which it was seen
  double stress_before = 0;   ///< shear stress at that strain had nothing rearranged
  double stress_after = 0;    ///< shear stress when it was over
  double dissipated = 0;      ///< energy turned to heat, >= 0
  std::int64_t slips = 0;     ///< slip events in the avalanche (0: the model does not count them)
  std::int64_t duration = 0;  ///< relaxation steps of the avalanche (0: not counted)

  double strain_jump = 0;  ///< how far the external strain went in it; 0 when it was held

  double energy_before = 0;  ///< energy at that strain had nothing rearranged
  double energy_after = 0;   ///< energy when it was over
  double participation =
      0;  ///< atoms or elements that took part; 0: not known, and neither are centre and direction
  std::array<double, 3> centre{};  ///< where, within 0 to lx, 0 to ly (, 0 to lz) from the cell's origin
  double direction = 0;  ///< alpha of its local strain M(alpha), degrees, 0 to 180; 0: forward shear

  double drop() const { return stress_before - stress_after; }
  double energy_drop() const { return energy_before - energy_after; }
  friend bool operator==(const Event&, const Event&) = default;
};

/// States in order of time. Between two neighbouring states without an event the path is elastic and
/// the stress is linear in strain up to the curvature of one increment; models that jump to their
/// next event store no states in between.
struct History {
  double increment = 0;  ///< size of the strain increments, > 0
  std::vector<State> states;
  std::vector<std::int64_t> leg;  ///< leg of the loading program of each state, same length
  std::vector<Event> events;
  /// Elements that slipped, one entry per slip, event after event; event i has the entries from site_begin[i]
  /// to before site_begin[i + 1]. Both empty when they were not asked for.
  std::vector<std::int64_t> sites, site_begin;

  friend bool operator==(const History&, const History&) = default;
};

Group to_group(const History& history);
/// @throws InputError when a dataset is missing or lengths disagree.
History history_from(const Group& group);

}  // namespace vitrum
