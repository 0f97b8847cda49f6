#include "elastoplastic/patch_elasticity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {
namespace {

using Table = ResponseTable;
constexpr double degrees = M_PI / 180;
const Stiffness uniform{13.2, 59};

StressField response(const PatchElasticity& patch, std::size_t element, double angle) {
  StressField stress(patch.responses.elements(), patch.responses.has_pressure());
  const ElementSlip slip{element, slip_direction(angle * degrees)};
  add_responses(patch.responses, {&slip, 1}, stress);
  return stress;
}

TEST(PatchElasticity, EqualsTheAuthorsCode) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/mepls_kernel_patch4.csv");
  ASSERT_TRUE(file) << "reference file is missing";
  const PatchElasticity patch = equal_patch(4, uniform, true);
  std::string line;
  std::getline(file, line);
  int lines = 0;
  for (; std::getline(file, line); ++lines) {
    int source, column, row;
    double angle, xx, yy, xy;
    ASSERT_EQ(
        std::sscanf(line.c_str(), "%d,%lf,%d,%d,%lf,%lf,%lf", &source, &angle, &column, &row, &xx, &yy, &xy),
        7);
    const auto e = static_cast<std::size_t>(4 * row + column);
    const StressField stress = response(patch, static_cast<std::size_t>(source), angle);
    EXPECT_NEAR(-stress.pressure[e] - stress.diagonal[e], xx, 1e-11) << line;
    EXPECT_NEAR(-stress.pressure[e] + stress.diagonal[e], yy, 1e-11) << line;
    EXPECT_NEAR(stress.shear[e], xy, 1e-11) << line;
  }
  EXPECT_EQ(lines, 144);
}

// Nothing within the boundary can move, so the slip itself is all the strain there is.
TEST(PatchElasticity, OneElementIsRigidlyHeld) {
  const PatchElasticity patch = equal_patch(1, uniform, true);
  for (const double angle : {0.0, 13.0, 45.0, 100.0}) {
    EXPECT_NEAR(self_stress(patch.responses, 0, slip_direction(angle * degrees)), -13.2, 1e-13);
    EXPECT_NEAR(response(patch, 0, angle).pressure[0], 0, 1e-13);
  }
}

// With the boundary held, the mean strain of a patch is zero, whatever slips inside.
TEST(PatchElasticity, MeanStressIsThatOfThePlasticStrainAlone) {
  const PatchElasticity patch = equal_patch(6, uniform, true);
  for (const std::size_t element : {0u, 8u, 21u}) {
    const StressField stress = response(patch, element, 30);
    double diagonal = 0, shear = 0, pressure = 0;
    for (std::size_t e = 0; e < 36; ++e)
      diagonal += stress.diagonal[e], shear += stress.shear[e], pressure += stress.pressure[e];
    EXPECT_NEAR(diagonal, -13.2 * std::sin(60 * degrees), 1e-11);
    EXPECT_NEAR(shear, -13.2 * std::cos(60 * degrees), 1e-11);
    EXPECT_NEAR(pressure, 0, 1e-10);
  }
}

std::vector<Stiffness> uneven(std::size_t count) {
  std::vector<Stiffness> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back({2.0 + static_cast<double>(i * 7 % 11), 59});
  return out;
}

// Betti: what a slip here does to the stress there is what the same slip there does here.
TEST(PatchElasticity, ResponsesOfUnequalElementsAreMutual) {
  const PatchElasticity patch = unequal_patch(3, uneven(9), false);
  for (std::size_t a = 0; a < 9; ++a)
    for (std::size_t b = 0; b < 9; ++b) {
      const auto of = [&](std::size_t source, Table::Row row, std::size_t e) {
        return patch.responses.row(source, row)[e];
      };
      EXPECT_NEAR(of(a, Table::diagonal_of_diagonal, b), of(b, Table::diagonal_of_diagonal, a), 1e-12);
      EXPECT_NEAR(of(a, Table::shear_of_diagonal, b), of(b, Table::diagonal_of_shear, a), 1e-12);
      EXPECT_NEAR(of(a, Table::shear_of_shear, b), of(b, Table::shear_of_shear, a), 1e-12);
    }
}

TEST(PatchElasticity, UnequalElementsWithOneModulusAreEqualOnes) {
  const PatchElasticity equal = equal_patch(3, uniform, true);
  const PatchElasticity unequal = unequal_patch(3, std::vector<Stiffness>(9, uniform), true);
  for (const double angle : {0.0, 22.5, 70.0}) {
    const Loading a = equal.loading(angle), b = unequal.loading(angle);
    EXPECT_NEAR(a.mean.diagonal, b.mean.diagonal, 1e-12);
    EXPECT_NEAR(a.mean.shear, b.mean.shear, 1e-12);
    for (std::size_t e = 0; e < 9; ++e) {
      EXPECT_NEAR(b.field.diagonal[e], 13.2 * std::sin(2 * angle * degrees), 1e-12);
      EXPECT_NEAR(b.field.shear[e], 13.2 * std::cos(2 * angle * degrees), 1e-12);
      EXPECT_NEAR(b.field.pressure[e], 0, 1e-12);
    }
  }
  for (std::size_t e = 0; e < 9; ++e) EXPECT_EQ(response(equal, e, 10).shear, response(unequal, e, 10).shear);
}

// A soft element in a stiff frame: strain concentrates in the soft one, mean strain being imposed.
TEST(PatchElasticity, LoadOfUnequalElementsKeepsTheMeanStrain) {
  const std::vector<Stiffness> moduli = uneven(16);
  const Loading loading = unequal_patch(4, moduli, true).loading(0);
  double strain = 0, pressure_strain = 0, diagonal_strain = 0, spread = 0;
  for (std::size_t e = 0; e < 16; ++e) {
    strain += loading.field.shear[e] / moduli[e].shear_modulus / 16;
    diagonal_strain += loading.field.diagonal[e] / moduli[e].shear_modulus / 16;
    pressure_strain += loading.field.pressure[e];
    spread = std::max(spread, std::abs(loading.field.shear[e] / moduli[e].shear_modulus - 1));
  }
  EXPECT_NEAR(strain, 1, 1e-13);
  EXPECT_NEAR(diagonal_strain, 0, 1e-13);
  EXPECT_NEAR(pressure_strain, 0, 1e-11);  // all bulk moduli are the same
  EXPECT_GT(spread, 0.1);
}

TEST(PatchElasticity, MeanFieldKeepsSumsAndOwnStress) {
  const PatchElasticity patch = equal_patch(3, uniform, true), mean = mean_field_patch(patch);
  const StressField a = response(patch, 1, 20), b = response(mean, 1, 20);
  EXPECT_EQ(a.shear[1], b.shear[1]);
  double sum_a = 0, sum_b = 0;
  for (std::size_t e = 0; e < 9; ++e) sum_a += a.shear[e], sum_b += b.shear[e];
  EXPECT_NEAR(sum_a, sum_b, 1e-12);
  for (const std::size_t e : {2u, 5u, 8u}) EXPECT_NEAR(b.shear[e], b.shear[0], 1e-13);
}

TEST(PatchElasticity, RefusesWhatCannotBe) {
  EXPECT_THROW(equal_patch(0, uniform, false), InputError);
  EXPECT_THROW(equal_patch(100, uniform, false), InputError);
  EXPECT_THROW(unequal_patch(2, uneven(3), false), InputError);
}

}  // namespace
}  // namespace vitrum::elastoplastic
