// What a specimen of atoms needs to know of how they interact.
#pragma once

#include <memory>
#include <optional>

#include "atomistic/eam_potential.h"
#include "atomistic/elastic_moduli.h"
#include "atomistic/foreign_potential.h"
#include "atomistic/lowest_mode.h"
#include "atomistic/pair_potential.h"
#include "atomistic/relaxation.h"

namespace vitrum::atomistic {

/// Forces, the ways to equilibrium, and elastic measures, of one sample.
class Material {
 public:
  virtual ~Material() = default;

  virtual ForceField& force_field() = 0;
  /// The configuration for which the neighbour list was built last. It decides the order of all sums:
  /// build_list(built_for()) restores it to the same bits.
  virtual const Configuration& built_for() const = 0;
  virtual void build_list(const Configuration& configuration) = 0;

  /// To the nearest equilibrium, from far away. @throws PhysicsError when there is none.
  virtual MinimiserReport quench(Configuration& configuration) = 0;
  virtual Relaxation& relaxation() = 0;
  /// Energy below which a quiet increment may seem to gain energy: the rounding and the forces that are left.
  /// A larger gain shows that the relaxation went wrong. Nothing: it is not looked at.
  virtual std::optional<double> least_dissipation() const { return std::nullopt; }

  /// With lists of their own: that of the loading decides the order of its sums.
  virtual ElasticModuli moduli(const Configuration& configuration) const = 0;
  /// @throws PhysicsError when it is not found.
  virtual LowestMode lowest_mode(const Configuration& configuration) const = 0;
};

/// @param skin see NeighbourList.
std::unique_ptr<Material> pair_material(PairPotentials potentials, const RelaxationSettings& settings,
                                        double skin);
std::unique_ptr<Material> metal_material(const std::shared_ptr<const EamPotential>& potential,
                                         const RelaxationSettings& settings, double skin);
/// Knows its stiffness by differences of forces alone.
std::unique_ptr<Material> foreign_material(const std::shared_ptr<const ForeignPotential>& potential,
                                           const RelaxationSettings& settings, double skin);

}  // namespace vitrum::atomistic
