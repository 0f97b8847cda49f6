// Local yield stress of atoms (paper 1, sec. 2.2): a disc is sheared by what surrounds it until it yields.
#pragma once

#include <array>
#include <functional>

#include "atomistic/configuration.h"
#include "atomistic/elastic_branch.h"
#include "atomistic/patch_flow.h"
#include "record/local_yield.h"

namespace vitrum::atomistic {

/// What is around the disc.
enum class Environment {
  frozen,   ///< atoms that follow the strain affinely (paper 1)
  elastic,  ///< first a shell that relaxes, too, but cannot yield; then frozen atoms
};

/// How the strain goes up to the instability. Both report the same point of the grid of increments, but for
/// events at the limit of what can be told from a smooth change.
enum class Increments {
  adaptive,  ///< in steps as long as the branch allows
  fixed,     ///< every increment is relaxed
};

/// Step, in increments, over which the slope of the stress behind an avalanche is taken.
inline constexpr double slope_step = 0.1;

struct LocalShearSettings {
  double increment = 1e-4;        ///< of strain: how finely the instability is located
  double force_tolerance = 1e-9;  ///< largest force component in equilibrium
  double most_strain = 0.3;       ///< where a test ends that found no instability
  Increments increments = Increments::adaptive;
  Environment environment = Environment::frozen;
  double shell = 5;              ///< width of an elastic environment, length
  double flow_tolerance = 1e-4;  ///< error of a step of the flow behind the instability, length
};

/// Tests patches of one sample, in equilibrium, two-dimensional. One object for each thread; the sample stays
/// as it is. docs/methods/local_yield.md tells how.
class LocalShear {
 public:
  /// @param sample, potentials must outlive this object.
  /// @throws InputError for three dimensions, species that the potentials do not know, potentials without a
  /// smooth end, and settings that make no sense.
  LocalShear(const Configuration& sample, const PairPotentials& potentials,
             const LocalShearSettings& settings = {});
  LocalShear(const LocalShear&) = delete;
  LocalShear& operator=(const LocalShear&) = delete;

  /// @param place anywhere, a lattice vector makes no difference; @param angle alpha, degrees.
  /// @throws InputError when the patch would meet its own image or holds no atom; PhysicsError when it is
  /// unstable from the beginning or finds no equilibrium.
  LocalYield test(const std::array<double, 2>& place, double radius, double angle);

  const BranchReport& last_branch() const { return branch_.report(); }
  int last_flow_steps() const { return flow_steps_; }
  /// Stress along the angle at the critical strain when the avalanche was over, before it is carried back to
  /// the strain of the instability; not a number without an event.
  double last_fallen_stress() const { return fallen_stress_; }

 private:
  void fall(PatchRest& rest);
  double slope_of(const PatchRest& after, const std::function<double(const PatchPoint&)>& tau);
  bool dissipates(const PatchRest& start, const BranchEnd& end);
  void locate_event(const PatchPoint& before, const PatchPoint& after, LocalYield& record) const;

  const Configuration& sample_;
  const PairPotentials& potentials_;
  LocalShearSettings settings_;
  Patch patch_;
  PatchStiffness stiffness_;
  ElasticBranch branch_;
  PatchFlow flow_;
  int flow_steps_ = 0;
  double fallen_stress_ = 0;
};

}  // namespace vitrum::atomistic
