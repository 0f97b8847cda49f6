// The interaction of model I of paper 1, A.8.9: the same for all others.
#pragma once

#include "elastoplastic/elasticity.h"
#include "elastoplastic/slip_kernel.h"

namespace vitrum::elastoplastic {

/// Every slip changes the stress of its own element as it should, and that of all others by the mean of what
/// they would get.
class MeanFieldElasticity : public Elasticity {
 public:
  MeanFieldElasticity(int columns, int rows, const Stiffness& stiffness, bool with_pressure);

  std::size_t elements() const override { return elements_; }
  void add(std::span<const ElementSlip> slips, StressField& stress) override;
  double self_stress(std::size_t element, const Deviator& direction) const override;
  const Loading& loading() const override { return loading_; }
  bool is_in_balance() const override { return false; }

 private:
  /// Stress in one place after a slip: of the kernel's three numbers (pressure: of its two).
  struct Response {
    double diagonal_diagonal = 0, diagonal_shear = 0, shear_shear = 0;
    double pressure_diagonal = 0, pressure_shear = 0;
    Deviator deviator(const Deviator& slip) const {
      return {slip.diagonal * diagonal_diagonal + slip.shear * diagonal_shear,
              slip.diagonal * diagonal_shear + slip.shear * shear_shear};
    }
    double pressure(const Deviator& slip) const {
      return slip.diagonal * pressure_diagonal + slip.shear * pressure_shear;
    }
  };

  std::size_t elements_;
  Response own_, other_;
  Loading loading_;
};

}  // namespace vitrum::elastoplastic
