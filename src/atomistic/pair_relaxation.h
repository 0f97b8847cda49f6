// Mechanical equilibrium of atoms that interact in pairs.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "atomistic/relaxation.h"
#include "atomistic/stiffness_factor.h"

namespace vitrum::atomistic {

/// With a Cholesky factor of the stiffness, kept over many increments.
///
/// A factor takes longer the more atoms there are, in three dimensions as the square of their number. Where
/// it costs more than `dearest_factor` evaluations, counted once from the shape of the factor, L-BFGS works
/// without a preconditioner: docs/methods/relaxation.md says what that costs. The path is the same.
class PairRelaxation : public Relaxation {
 public:
  /// The force field must outlive this object.
  PairRelaxation(PairForceField& force_field, const RelaxationSettings& settings)
      : Relaxation(force_field, settings), force_field_(force_field), factor_(force_field) {}

  Group snapshot() const override;
  void restore(const Group& snapshot, const Configuration& like) override;

  /// Without factors. Known after the first relaxation.
  bool plain() const { return method_ == Method::plain; }

 private:
  enum class Method : std::int64_t { undecided, factor, plain };

  void begin(const Configuration& configuration) override;
  bool ready() const override { return plain() || factor_.ready(); }
  bool is_stale(int evaluations) const override { return !plain() && evaluations > settings().stale; }
  bool renew(const Configuration& configuration) override { return plain() || factor_.renew(configuration); }
  MinimiserReport fast(Configuration& configuration, std::vector<double>& forces) override;
  int price() const override;
  /// The old order of elimination would slowly fill factors for new neighbours up.
  void forget_neighbours() override { factor_.forget_order(); }
  std::unique_ptr<StiffnessProduct> stiffness_product() override {
    return pair_stiffness_product(force_field_);
  }
  /// In evaluations of the forces.
  int price_of(double operations) const;

  PairForceField& force_field_;
  StiffnessFactor factor_;
  Method method_ = Method::undecided;
};

}  // namespace vitrum::atomistic
