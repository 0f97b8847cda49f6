// A preconditioner for interactions of which nothing is known.
#pragma once

#include <functional>
#include <utility>

#include "atomistic/approximate_stiffness.h"
#include "atomistic/block_factor.h"
#include "atomistic/foreign_potential.h"

namespace vitrum::atomistic {

/// Springs that weaken with distance, mu exp(-A (r / r_nn - 1)) up to 2 r_nn with A = 3, r_nn the mean
/// distance of nearest neighbours: the universal preconditioner of Packwood, Kermode, Mones, Bernstein,
/// Woolley, Gould, Ortner and Csanyi, J. Chem. Phys. 144, 164109 (2016), eq. 8. mu is what makes a long wave
/// as stiff as the forces say it is (their eq. 13).
class NearStiffness : public ApproximateStiffness {
 public:
  /// The force field must outlive this object; renew() rebuilds its list.
  explicit NearStiffness(ForeignForceField& force_field) : force_field_(force_field) {}

  void renew(const Configuration& configuration) override;
  bool ready() const override { return factor_.ready(); }
  void apply(std::vector<double>& vector) override;

  Group snapshot() const override;
  void restore(const Group& snapshot, const Configuration& like) override;

 private:
  ForeignForceField& force_field_;
  Configuration made_for_;
  BlockFactor factor_;
  double strength_ = 1;  ///< mu
};

}  // namespace vitrum::atomistic
