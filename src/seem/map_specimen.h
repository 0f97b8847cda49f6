// A specimen that is nothing but a walker in the state space, for the test rig.
#pragma once

#include <memory>

#include "rig/specimen.h"
#include "seem/map_walker.h"

namespace vitrum::seem {

/// The stochastic map under any program of strain: loaded, unloaded, reversed, cycled. A falling strain uses
/// the map mirrored (MapWalker): that is a glass without memory of the sense of its loading, which is to be
/// compared with one that has it. Each strain_to() is one increment of paper 2's eq. 4: at most one event, at
/// its end.
class MapSpecimen final : public rig::Specimen {
 public:
  /// @param start at a strain of 0
  /// @param atoms that the energies of its record are of, > 0; events are those of the map whatever it is
  /// @throws InputError without a map or atoms
  MapSpecimen(std::shared_ptr<const EventMap> map, const StatePoint& start, double atoms,
              RandomStream random);

  State state() const override { return state_at(strain_, walker_.at()); }
  double volume() const override { return atoms_ * map_->law().volume; }
  /// @throws InputError when an event were likelier than 0.1 (MapWalker::step), PhysicsError as there.
  rig::Response strain_to(double strain) override;

  /// X_1 and where the harvest did not go: "inelastic", "unvisited" (share of the strain).
  Group fields() const override;
  Group snapshot() const override;
  void restore(const Group& snapshot) override;

  const StatePoint& at() const { return walker_.at(); }
  const WalkCounts& counts() const { return walker_.counts(); }

 private:
  State state_at(double strain, const StatePoint& at) const;

  std::shared_ptr<const EventMap> map_;
  double atoms_;
  MapWalker walker_;
  double strain_ = 0;
};

}  // namespace vitrum::seem
