// A lattice of elements each of which follows the stochastic map, coupled by their elasticity.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/random.h"
#include "rig/specimen.h"
#include "seem/event_map.h"
#include "seem/local_strain.h"
#include "seem/map_walker.h"

namespace vitrum::seem {

struct MapLatticeSettings {
  std::size_t columns = 1, rows = 1;
  double atoms = 1;  ///< of an element; energies of the record are of all atoms of the lattice, > 0
  double longest_avalanche = 1000;  ///< events per element at which one is taken to be endless, an error
};

/// Beyond paper 2: each element is a specimen of the map at (tau_i, X_1i), and the strain that it feels is
/// the external one and what the events of others add to it (LocalStrains). In an increment:
///
/// 1. All elements load elastically, by their tangent moduli, and their stresses stay in balance.
/// 2. An element that is strained by g_i in the sense of the external strain has an event with the
/// probability
///    1 - exp(-lambda(tau_i, X_1i) |g_i|), one at most, lambda that of its state before; it has a waiting sum
///    of lambda |g_i|, exponentially distributed, that is used up. Elements strained the other way unload
///    elastically.
/// 3. An event's jump (d, Delta X_1) is drawn from the map: at given strain of the element it would lose the
///    stress d. All events of a step happen at once, all elements are strained by them, and 2. follows again,
///    at the same external strain, until no event happens: an avalanche.
///
/// Under a falling strain the map is mirrored as by MapWalker; one element is a MapSpecimen. Only the shear
/// component counts: events, stresses and stiffness of elements are those of xy. Energy is the sum of eqs. 5
/// and 7 over elements; the elastic energy of other components is not in it.
class MapLattice final : public rig::Specimen {
 public:
  /// At a strain of 0. @param starts states of the elements in isolation, row by row; their stresses relax
  /// against each other (LocalStrains::in_balance)
  /// @throws InputError when numbers of elements disagree, or without a map
  MapLattice(std::shared_ptr<const EventMap> map, const std::vector<StatePoint>& starts,
             const MapLatticeSettings& settings, std::unique_ptr<ElementCoupling> coupling,
             RandomStream random);

  State state() const override;
  double volume() const override;
  /// @throws InputError when an event of an element were likelier than 0.1 (MapWalker::step), PhysicsError
  /// when X_1 reaches u_A or an avalanche does not end.
  rig::Response strain_to(double strain) override;

  /// Shape {rows, columns}: stress_xy; inelastic, X_1; strain; plastic_shear, the strain of an element since
  /// the beginning less what is elastic of it; slips, events since then. And "unvisited" as of MapSpecimen.
  Group fields() const override;
  std::span<const std::int64_t> last_sites() const override { return sites_; }
  Group snapshot() const override;
  void restore(const Group& snapshot) override;

  std::size_t elements() const { return stress_.size(); }
  StatePoint at(std::size_t element) const { return {stress_[element], inelastic_[element]}; }
  /// Strain of each element since the beginning; its mean is the external one.
  const std::vector<double>& strains() const { return strains_; }
  const WalkCounts& counts() const { return counts_; }

 private:
  double elastic_strain(std::size_t element) const;
  void strain_elements(double strain);
  void expose(double sense);
  void make_events(double sense);

  std::shared_ptr<const EventMap> map_;
  MapLatticeSettings settings_;
  LocalStrains coupled_;
  RandomStream random_;
  double strain_ = 0;
  std::vector<double> stress_, inelastic_, strains_;
  std::vector<double> waiting_;  ///< what is left of the sum of lambda |g_i| until the next event
  std::vector<double> first_elastic_strain_;
  std::vector<std::int64_t> slips_;
  WalkCounts counts_;
  std::vector<double> guess_;  ///< local strain per external strain, where the next solution is sought

  // Of the step in work.
  std::vector<double> moduli_, drops_, increments_;
  std::vector<std::size_t> bins_;
  std::vector<std::size_t> active_;
  std::vector<std::int64_t> sites_;
};

}  // namespace vitrum::seem
