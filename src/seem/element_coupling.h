// How elements of a lattice strain each other.
#pragma once

#include <cstddef>
#include <vector>

namespace vitrum::seem {

/// Equal elastic elements in a common matrix at a given mean strain. An element that strains inelastically by
/// s_j, engineering shear strain, strains all of them by Gamma_ij s_j. The mean over elements of Gamma s is
/// 0, and Gamma is symmetric with eigenvalues from 0 to 1: at 1 neighbours give way and no stress is lost, at
/// 0 they hold the element as a test at given strain does, and it loses the stress G s_j.
class ElementCoupling {
 public:
  virtual ~ElementCoupling() = default;
  virtual std::size_t elements() const = 0;
  /// Gamma s. @param inelastic one number for each element
  /// @param strain of the same length, overwritten
  virtual void strain_of(const std::vector<double>& inelastic, std::vector<double>& strain) = 0;
};

/// Elements that know nothing of each other: Gamma = 0.
class NoCoupling final : public ElementCoupling {
 public:
  explicit NoCoupling(std::size_t elements) : elements_(elements) {}
  std::size_t elements() const override { return elements_; }
  void strain_of(const std::vector<double>&, std::vector<double>& strain) override {
    strain.assign(elements_, 0.0);
  }

 private:
  std::size_t elements_;
};

}  // namespace vitrum::seem
