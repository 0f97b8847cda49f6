#include "atomistic/metal_lowest_mode.h"

#include "atomistic/eam_hessian.h"
#include "atomistic/shell_stiffness.h"
#include "atomistic/softest_mode.h"

namespace vitrum::atomistic {

LowestMode metal_lowest_mode(const std::shared_ptr<const EamPotential>& potential,
                             const Configuration& configuration) {
  EamForceField force_field(potential);
  EamHessian hessian;
  hessian.set(force_field, configuration);
  ShellStiffness shell(potential);
  shell.renew(configuration);
  return softest_mode([&](const std::vector<double>& vector,
                          std::vector<double>& product) { hessian.multiply(vector, product); },
                      shell, configuration, 1e-9);
}

}  // namespace vitrum::atomistic
