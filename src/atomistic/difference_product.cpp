#include "atomistic/difference_product.h"

#include <algorithm>
#include <cmath>

namespace vitrum::atomistic {

namespace {

constexpr double displacement = 1e-6;

/// Rows are atoms in their own order.
class DifferenceProduct : public StiffnessProduct {
 public:
  explicit DifferenceProduct(ForceField& force_field) : force_field_(force_field) {}

  void reset() override {}
  void set(const Configuration& configuration) override {
    at_ = configuration;
    moved_ = configuration;
    force_field_.evaluate(at_, forces_);
  }
  void pull(const float* displacements, float* pulled) override {
    const std::size_t n = at_.positions.size();
    double largest = 0;
    for (std::size_t i = 0; i < n; ++i)
      largest = std::max(largest, std::abs(static_cast<double>(displacements[i])));
    if (!(largest > 0)) {
      std::fill(pulled, pulled + n, 0.0F);
      return;
    }
    const double share = displacement / largest;
    for (std::size_t i = 0; i < n; ++i)
      moved_.positions[i] = at_.positions[i] + share * static_cast<double>(displacements[i]);
    force_field_.evaluate(moved_, moved_forces_);
    for (std::size_t i = 0; i < n; ++i)
      pulled[i] = static_cast<float>((moved_forces_[i] - forces_[i]) / share);
  }

  std::vector<float> rows_of(const std::vector<double>& by_atom) const override {
    return {by_atom.begin(), by_atom.end()};
  }
  void add_rows(const std::vector<float>& rows, std::vector<double>& by_atom) const override {
    for (std::size_t i = 0; i < rows.size(); ++i) by_atom[i] += static_cast<double>(rows[i]);
  }

  double cost_of_set() const override { return 1; }
  double cost_of_product() const override { return 1; }

 private:
  ForceField& force_field_;
  Configuration at_, moved_;
  std::vector<double> forces_, moved_forces_;
};

}  // namespace

std::unique_ptr<StiffnessProduct> difference_product(ForceField& force_field) {
  return std::make_unique<DifferenceProduct>(force_field);
}

}  // namespace vitrum::atomistic
