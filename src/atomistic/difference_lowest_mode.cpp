#include "atomistic/difference_lowest_mode.h"

#include <algorithm>
#include <cmath>

#include "atomistic/near_stiffness.h"
#include "atomistic/softest_mode.h"

namespace vitrum::atomistic {

namespace {

constexpr double largest_displacement = 1e-5;
constexpr double good_residual = 1e-6;  // differences leave less than that wrong

}  // namespace

LowestMode difference_lowest_mode(ForeignForceField& force_field, const Configuration& configuration) {
  NearStiffness near(force_field);
  near.renew(configuration);
  Configuration moved = configuration;
  std::vector<double> backward;
  const auto forces_at = [&](const std::vector<double>& vector, double share, std::vector<double>& forces) {
    for (std::size_t i = 0; i < vector.size(); ++i)
      moved.positions[i] = configuration.positions[i] + share * vector[i];
    force_field.evaluate(moved, forces);
  };
  const auto hessian = [&](const std::vector<double>& vector, std::vector<double>& product) {
    double largest = 0;
    for (const double u : vector) largest = std::max(largest, std::abs(u));
    const double share = largest_displacement / largest;
    forces_at(vector, share, product);
    forces_at(vector, -share, backward);
    for (std::size_t i = 0; i < product.size(); ++i) product[i] = (backward[i] - product[i]) / (2 * share);
  };
  return softest_mode(hessian, near, configuration, good_residual);
}

}  // namespace vitrum::atomistic
