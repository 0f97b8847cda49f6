#include "atomistic/metal_moduli.h"

#include <gtest/gtest.h>

#include <cmath>

#include "metal_path.h"

namespace vitrum::atomistic {
namespace {

/// (1/V) d2U / d gamma2 of atoms that follow a simple shear in the plane `row`, `column`.
double affine_slope(EamForceField& field, const Configuration& start, std::size_t row, std::size_t column) {
  constexpr double step = 1e-4;
  std::vector<double> ignored;
  std::array<double, 3> energy{};
  for (int k = -1; k <= 1; ++k) {
    Configuration c = start;
    for (std::size_t i = 0; i < c.positions.size(); i += 3)
      c.positions[i + row] += k * step * c.positions[i + column];
    const double gamma = k * step;
    c.box.origin[row] += gamma * c.box.origin[column];
    if (row == 0 && column == 1) c.box.xy += gamma * c.box.ly, c.box.xz += gamma * c.box.yz;
    if (row == 0 && column == 2) c.box.xz += gamma * c.box.lz;
    if (row == 1 && column == 2) c.box.yz += gamma * c.box.lz;
    energy[static_cast<std::size_t>(k + 1)] = field.evaluate(c, ignored).energy;
  }
  return (energy[0] - 2 * energy[1] + energy[2]) / (step * step) / start.box.volume();
}

// Simple shear x -> x + gamma y: (1/V) d2U/dgamma2 = C_xyxy + sigma_yy; likewise in the other planes.
void expect_affine(const std::shared_ptr<const EamPotential>& potential, const Configuration& c) {
  EamForceField field(potential);
  const ElasticModuli found = metal_moduli(potential, c);
  const SymmetricTensor& s = found.stress;
  const double size = std::abs(found.affine(0, 0, 0, 0));
  EXPECT_NEAR(found.affine(0, 1, 0, 1) + s.yy, affine_slope(field, c, 0, 1), 1e-5 * size);
  EXPECT_NEAR(found.affine(0, 2, 0, 2) + s.zz, affine_slope(field, c, 0, 2), 1e-5 * size);
  EXPECT_NEAR(found.affine(1, 2, 1, 2) + s.zz, affine_slope(field, c, 1, 2), 1e-5 * size);
}

TEST(MetalModuli, are_second_derivatives_of_the_energy_when_atoms_follow) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  expect_affine(test::metal_potential(), test::read_eam_data("shear_1000"));
  // Thinner than two cut-offs: atoms meet images of themselves.
  expect_affine(test::closed_form_within("fs"), test::read_eam_data("three_90"));
}

// G of a glass from the Hessian equals the slope of quasi-static shear.
TEST(MetalModuli, are_the_slope_of_quasi_static_shear) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  RelaxationSettings tight = metal_relaxation_settings();
  tight.force_tolerance = 1e-10;
  AtomisticSpecimen specimen(test::read_eam_data("shear_1000"), test::metal_potential(), tight);
  const ElasticModuli found = metal_moduli(test::metal_potential(), specimen.configuration());
  ASSERT_TRUE(found.stable);
  // Second derivatives of the tables jump at their knots; the fewer pairs meet one, the closer both are.
  constexpr double step = 5e-7;
  const double stress = specimen.state().stress.xy;
  specimen.strain_to(step);
  const double forward = specimen.state().stress.xy - stress;
  specimen.strain_to(-step);
  const double backward = stress - specimen.state().stress.xy;
  const double slope = (forward + backward) / (2 * step);
  const double modulus = simple_shear_modulus(found.relaxed, found.stress);
  EXPECT_NEAR(gigapascals * modulus, gigapascals * slope, 2e-3);
  EXPECT_LT(modulus, 0.7 * simple_shear_modulus(found.affine, found.stress));
}

TEST(MetalModuli, say_when_a_configuration_is_not_stable) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  Configuration stretched = test::read_eam_data("shear_1000");
  for (double& x : stretched.positions) x *= 1.12;
  for (double* edge : {&stretched.box.lx, &stretched.box.ly, &stretched.box.lz}) *edge *= 1.12;
  for (double& o : stretched.box.origin) o *= 1.12;
  EXPECT_FALSE(metal_moduli(test::metal_potential(), stretched).stable);
}

}  // namespace
}  // namespace vitrum::atomistic
