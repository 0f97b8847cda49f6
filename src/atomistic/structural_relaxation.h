// How long a liquid takes to renew its structure, measured while it runs.
#pragma once

#include <vector>

#include "atomistic/configuration.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// Follows the self-intermediate scattering function of all atoms, F(k, t) = <cos k (r(t) - r(0))>, the mean
/// over atoms and the axes of space, with k = 2 pi / a and a = (volume / atoms)^(1/dimension), the mean
/// distance of atoms. When it falls below 1/e the structure has relaxed once, in the time tau_alpha; the
/// present configuration then becomes the next origin. So a long run counts how often its structure was
/// renewed, and sees tau_alpha grow when the liquid ages.
class StructuralRelaxation {
 public:
  /// Times must not decrease; the first call sets the first origin. Positions follow each atom through the
  /// periodic images.
  void observe(const Configuration& configuration, double time);

  /// tau_alpha of every relaxation that was completed, in order, interpolated between observations.
  const std::vector<double>& times() const { return times_; }
  /// F since the last origin, 1 at the origin itself.
  double scattering() const { return scattering_; }

  Group checkpoint() const;
  void resume(const Group& checkpoint);

 private:
  std::vector<double> origin_;
  double origin_time_ = 0;
  double last_time_ = 0;
  double scattering_ = 1;
  std::vector<double> times_;
};

}  // namespace vitrum::atomistic
