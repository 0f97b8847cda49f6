#include "seem/map_specimen.h"

#include <cmath>
#include <utility>

#include "base/error.h"

namespace vitrum::seem {
namespace {

const EventMap& checked_map(const std::shared_ptr<const EventMap>& map, double atoms) {
  if (!map || !(atoms > 0)) throw InputError("a specimen of the stochastic map needs a map, and atoms");
  return *map;
}

}  // namespace

MapSpecimen::MapSpecimen(std::shared_ptr<const EventMap> map, const StatePoint& start, double atoms,
                         RandomStream random)
    : map_(std::move(map)), atoms_(atoms), walker_(checked_map(map_, atoms), start, random) {}

State MapSpecimen::state_at(double strain, const StatePoint& at) const {
  State state;
  state.strain = strain;
  state.stress.xy = at.stress;
  state.energy = atoms_ * map_->law().energy(at);
  return state;
}

rig::Response MapSpecimen::strain_to(double strain) {
  if (!std::isfinite(strain))
    throw InputError(
        "a specimen of the stochastic map cannot be strained to a value that is not finite; give a number");
  rig::Response response;
  response.counts_slips = true;
  const StatePoint from = walker_.at();
  const std::int64_t events = walker_.counts().events;
  const double increment = strain - strain_, sign = increment < 0 ? -1 : 1;
  if (increment != 0) walker_.step(increment);
  strain_ = strain;
  response.slips = walker_.counts().events - events;
  const double loaded = map_->stress_after({sign * from.stress, from.inelastic}, std::abs(increment));
  response.before = state_at(strain, {sign * loaded, from.inelastic});
  return response;
}

Group MapSpecimen::fields() const {
  const WalkCounts& counts = walker_.counts();
  Group group;
  group.put("inelastic", walker_.at().inelastic, "energy per atom", "X_1");
  group.put("unvisited", counts.strain > 0 ? counts.unvisited / counts.strain : 0, "1",
            "share of the strain in bins that the harvest knows too little of");
  return group;
}

Group MapSpecimen::snapshot() const {
  const WalkCounts& counts = walker_.counts();
  Group group;
  group.put("strain", strain_);
  group.put("stress", walker_.at().stress);
  group.put("inelastic", walker_.at().inelastic);
  group.put("events", counts.events);
  group.put("gone_through", counts.strain);
  group.put("unvisited", counts.unvisited);
  group.put("random_counter", static_cast<std::int64_t>(walker_.random_counter()));
  return group;
}

void MapSpecimen::restore(const Group& snapshot) {
  const WalkCounts counts{snapshot.integer("events"), snapshot.number("gone_through"),
                          snapshot.number("unvisited")};
  walker_.restore({snapshot.number("stress"), snapshot.number("inelastic")}, counts,
                  static_cast<std::uint64_t>(snapshot.integer("random_counter")));
  strain_ = snapshot.number("strain");
}

}  // namespace vitrum::seem
