// A sample of which some atoms are held where they are.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "atomistic/approximate_stiffness.h"
#include "atomistic/foreign_potential.h"

namespace vitrum::atomistic {

/// Forces on all atoms but the first `free` are zero; energy and stress are those of all.
class HeldForceField : public ForceField {
 public:
  /// The force field must outlive this object.
  explicit HeldForceField(ForeignForceField& all) : all_(all) {}
  void hold_beyond(std::size_t free) { free_ = free; }

  double cutoff() const override { return all_.cutoff(); }
  int species() const override { return all_.species(); }
  Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) override;

 private:
  ForeignForceField& all_;
  std::size_t free_ = 0;
};

/// A preconditioner for it: one for all atoms, of whose answer only the free ones take their part. What is
/// left of a positive definite matrix is one, too.
std::unique_ptr<ApproximateStiffness> held_stiffness(std::unique_ptr<ApproximateStiffness> all, int dimension,
                                                     std::size_t free);

}  // namespace vitrum::atomistic
