#include "elastoplastic/green_operator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <string>
#include <tuple>

#include "base/error.h"
#include "base/parallel.h"
#include "base/random.h"
#include "elastoplastic/slip_system.h"
#include "finite_elements.h"

namespace vitrum::elastoplastic {
namespace {

constexpr Stiffness paper_stiffness{13.2, 59};

TensorField random_plastic_strain(int columns, int rows) {
  RandomStream random(11, static_cast<std::uint64_t>(100 * columns + rows), Purpose::test);
  TensorField plastic(static_cast<std::size_t>(columns * rows));
  for (auto* component : {&plastic.xx, &plastic.yy, &plastic.xy})
    for (double& value : *component) value = random.normal();
  return plastic;
}

double largest_field_difference(const TensorField& a, const TensorField& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.xx.size(); ++i) {
    const SymmetricTensor d = a.at(i) - b.at(i);
    largest = std::max({largest, std::abs(d.xx), std::abs(d.yy), std::abs(d.xy)});
  }
  return largest;
}

TEST(GreenOperator, EqualsTheKernelOfThePapersCode) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/mepls_kernel_15.csv");
  ASSERT_TRUE(file) << "reference file is missing";
  std::string line;
  std::getline(file, line);
  ASSERT_EQ(line, "angle_deg,ix,iy,dx,dy,sxx,syy,sxy");
  const GreenOperator green(15, 15, paper_stiffness);
  double present_angle = -1, angle, ix, iy, dx, dy, sxx, syy, sxy;
  TensorField stress;
  int lines = 0;
  while (std::getline(file, line)) {
    ASSERT_EQ(std::sscanf(line.c_str(), "%lf,%lf,%lf,%lf,%lf,%lf,%lf,%lf", &angle, &ix, &iy, &dx, &dy, &sxx,
                          &syy, &sxy),
              8);
    if (angle != present_angle) {
      TensorField plastic(225);
      plastic.set(7 * 15 + 7, slip_tensor(angle * std::numbers::pi / 180));
      stress = green.stress(plastic);
      present_angle = angle;
    }
    const auto element = static_cast<std::size_t>((7 + dy) * 15 + 7 + dx);
    EXPECT_NEAR(stress.xx[element], sxx, 1e-11) << line;
    EXPECT_NEAR(stress.yy[element], syy, 1e-11) << line;
    EXPECT_NEAR(stress.xy[element], sxy, 1e-11) << line;
    ++lines;
  }
  EXPECT_EQ(lines, 3 * 225);
}

// Self stress numbers of paper 1's code (its element, 15 x 15, G = 13.2, B = 59).
TEST(GreenOperator, SelfStressFollowsTheQuotedLaw) {
  const GreenOperator green(15, 15, paper_stiffness);
  for (const double degrees : {0.0, 10.0, 22.5, 45.0, 67.5, 90.0, -30.0}) {
    const double angle = degrees * std::numbers::pi / 180;
    TensorField plastic(225);
    plastic.set(0, slip_tensor(angle));
    const Deviator after = deviator(green.stress(plastic).at(0));
    const double expected = -6.7719158133932 * std::pow(std::cos(2 * angle), 2) -
                            9.4333893586725 * std::pow(std::sin(2 * angle), 2);
    EXPECT_NEAR(resolved_shear_stress(slip_direction(angle), after), expected, 1e-11) << degrees;
  }
}

using Size = std::tuple<int, int>;
class AgainstFiniteElements : public testing::TestWithParam<Size> {};

TEST_P(AgainstFiniteElements, RandomPlasticStrain) {
  const auto [columns, rows] = GetParam();
  const auto plastic = random_plastic_strain(columns, rows);
  for (const Stiffness& stiffness : {paper_stiffness, Stiffness{1.0, 0.3}}) {
    const test::FiniteElements elements(columns, rows, stiffness.shear_modulus, stiffness.bulk_modulus);
    const GreenOperator green(columns, rows, stiffness);
    EXPECT_LT(largest_field_difference(green.stress(plastic), elements.stress(plastic)),
              1e-11 * (stiffness.bulk_modulus + stiffness.shear_modulus));
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, AgainstFiniteElements,
                         testing::Values(Size{2, 2}, Size{2, 3}, Size{3, 2}, Size{2, 9}, Size{4, 6},
                                         Size{7, 5}, Size{16, 16}, Size{31, 8}, Size{8, 31}, Size{40, 40}));

TEST(GreenOperator, UniformPlasticStrainIsHeldByUniformStress) {
  SymmetricTensor strain;
  strain.xx = 0.3, strain.yy = -0.1, strain.xy = 0.2;
  TensorField plastic(12);
  for (std::size_t i = 0; i < 12; ++i) plastic.set(i, strain);
  const TensorField stress = GreenOperator(4, 3, paper_stiffness).stress(plastic);
  for (std::size_t i = 0; i < 12; ++i) {
    EXPECT_NEAR(stress.xx[i], -(72.2 * 0.3 - 45.8 * 0.1), 1e-13);
    EXPECT_NEAR(stress.yy[i], -(45.8 * 0.3 - 72.2 * 0.1), 1e-13);
    EXPECT_NEAR(stress.xy[i], -26.4 * 0.2, 1e-13);
  }
}

TEST(GreenOperator, MeanStressIsThatOfTheMeanPlasticStrain) {
  const auto plastic = random_plastic_strain(9, 6);
  const TensorField stress = GreenOperator(9, 6, paper_stiffness).stress(plastic);
  SymmetricTensor mean_stress, mean_plastic;
  for (std::size_t i = 0; i < 54; ++i) {
    mean_stress += (1.0 / 54) * stress.at(i);
    mean_plastic += (1.0 / 54) * plastic.at(i);
  }
  const SymmetricTensor expected = -1.0 * paper_stiffness.stress(mean_plastic);
  EXPECT_NEAR(mean_stress.xx, expected.xx, 1e-12);
  EXPECT_NEAR(mean_stress.yy, expected.yy, 1e-12);
  EXPECT_NEAR(mean_stress.xy, expected.xy, 1e-12);
}

TEST(GreenOperator, SameBitsFromAnyThread) {
  const auto plastic = random_plastic_strain(15, 10);
  const TensorField alone = GreenOperator(15, 10, paper_stiffness).stress(plastic);
  std::vector<TensorField> results(32);
  parallel_for(results.size(), 2,
               [&](std::size_t i) { results[i] = GreenOperator(15, 10, paper_stiffness).stress(plastic); });
  for (const auto& result : results) {
    EXPECT_EQ(result.xx, alone.xx);
    EXPECT_EQ(result.yy, alone.yy);
    EXPECT_EQ(result.xy, alone.xy);
  }
}

TEST(GreenOperator, RefusesWhatIsNoLattice) {
  EXPECT_THROW(GreenOperator(1, 5, paper_stiffness), InputError);
  EXPECT_THROW(GreenOperator(5, 1, paper_stiffness), InputError);
  EXPECT_THROW(GreenOperator(5, 5, Stiffness{0, 59}), InputError);
  EXPECT_THROW(GreenOperator(5, 5, Stiffness{13.2, -1}), InputError);
  EXPECT_THROW(GreenOperator(5, 5, Stiffness{13.2, std::nan("")}), InputError);
}

}  // namespace
}  // namespace vitrum::elastoplastic
