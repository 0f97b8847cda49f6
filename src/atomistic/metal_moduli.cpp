#include "atomistic/metal_moduli.h"

#include <cmath>
#include <optional>
#include <vector>

#include "atomistic/eam_hessian.h"
#include "atomistic/minimiser.h"
#include "atomistic/shell_stiffness.h"
#include "atomistic/stiffness_factor.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

/// x without translation with H x = b; nothing where H is not positive definite.
std::optional<std::vector<double>> solve(const EamHessian& hessian, ShellStiffness& shell,
                                         std::vector<double> residual) {
  constexpr double exact = 1e-10;
  constexpr int most_products = 20000;
  remove_translation(residual, 3);
  const double goal = exact * std::sqrt(dot(residual, residual));
  std::vector<double> x(residual.size(), 0.0), z = residual, product;
  shell.apply(z);
  std::vector<double> direction = z;
  double rz = dot(residual, z);
  for (int k = 0; k < most_products; ++k) {
    if (std::sqrt(dot(residual, residual)) <= goal) return x;
    hessian.multiply(direction, product);
    const double curvature = dot(direction, product);
    if (!(curvature > 0)) return std::nullopt;
    const double share = rz / curvature;
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] += share * direction[i];
      residual[i] -= share * product[i];
    }
    z = residual;
    shell.apply(z);
    const double before = rz;
    rz = dot(residual, z);
    for (std::size_t i = 0; i < x.size(); ++i) direction[i] = z[i] + rz / before * direction[i];
  }
  throw PhysicsError("The iteration for the elastic moduli did not converge.");
}

}  // namespace

ElasticModuli metal_moduli(const std::shared_ptr<const EamPotential>& potential,
                           const Configuration& configuration) {
  ElasticModuli moduli;
  moduli.dimension = 3;
  EamForceField force_field(potential);
  std::vector<double> forces;
  moduli.stress = force_field.evaluate(configuration, forces).stress;
  moduli.largest_force = largest_component(forces);
  EamHessian hessian;
  hessian.set(force_field, configuration);
  const double volume = configuration.box.volume();
  const EamStrainDerivatives found = hessian.strain_derivatives();
  for (std::size_t p = 0; p < 6; ++p)
    for (std::size_t q = 0; q < 6; ++q) moduli.affine.value[p][q] = found.second[p][q] / volume;
  moduli.relaxed = moduli.affine;

  ShellStiffness shell(potential);
  shell.renew(configuration);
  std::array<std::vector<double>, 6> answer;
  for (std::size_t p = 0; p < 6; ++p) {
    auto x = solve(hessian, shell, found.forces[p]);
    if (!x) return moduli;
    answer[p] = std::move(*x);
  }
  moduli.stable = true;
  for (std::size_t p = 0; p < 6; ++p)
    for (std::size_t q = 0; q < 6; ++q) {
      // Symmetric to the last bit.
      const double correction = dot(found.forces[p], answer[q]) + dot(found.forces[q], answer[p]);
      moduli.relaxed.value[p][q] -= 0.5 * correction / volume;
    }
  return moduli;
}

}  // namespace vitrum::atomistic
