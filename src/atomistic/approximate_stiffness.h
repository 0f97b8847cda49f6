// A preconditioner of iterations: a stiffness that is roughly the sample's, and easily inverted.
#pragma once

#include <vector>

#include "atomistic/configuration.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// Always positive definite, so it says nothing of stability.
class ApproximateStiffness {
 public:
  virtual ~ApproximateStiffness() = default;

  /// Makes it for this configuration, of which it is a function and of nothing else.
  virtual void renew(const Configuration& configuration) = 0;
  virtual bool ready() const = 0;
  /// Replaces forces by displacements that would about balance them. Requires ready().
  virtual void apply(std::vector<double>& vector) = 0;

  virtual Group snapshot() const = 0;
  /// Makes it again.
  virtual void restore(const Group& snapshot, const Configuration& like) = 0;
};

}  // namespace vitrum::atomistic
