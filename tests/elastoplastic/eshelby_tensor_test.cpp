#include "elastoplastic/eshelby_tensor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <sstream>
#include <string>

#include "elastoplastic/heterogeneous_elasticity.h"
#include "elastoplastic/slip_system.h"
#include "random_lattice.h"

namespace vitrum::elastoplastic {
namespace {

constexpr Stiffness paper{13.2, 59};

// Its file has one line for each plastic strain: "... stress xx yy xy strain(Eshelby col) xx yy xy".
TEST(EshelbyTensor, EqualsThatOfThePapersCode) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/mepls_eshelby_15.txt");
  std::string line, word;
  std::getline(file, line);
  const EshelbyTensor tensor = eshelby_tensor(GreenOperator(15, 15, paper));
  const EshelbyTensor assembled =
      eshelby_tensor(HeterogeneousFiniteElements({15, 15, std::vector<Stiffness>(225, paper)}), 112);
  std::size_t column = 0;
  for (; std::getline(file, line); ++column) {
    const std::size_t at = line.find("col)");
    ASSERT_NE(at, std::string::npos) << line;
    std::istringstream numbers(line.substr(at + 4));
    for (std::size_t row = 0; row < 3; ++row) {
      double expected = 0;
      ASSERT_TRUE(numbers >> expected) << line;
      EXPECT_NEAR(tensor.component[row][column], expected, 1e-12);
      EXPECT_NEAR(assembled.component[row][column], expected, 1e-12);
    }
  }
  EXPECT_EQ(column, 3u);
}

// A of eq. 15 by the paper's code: the same law at all angles.
TEST(EshelbyTensor, GivesTheSelfStressOfThePapersCode) {
  const EshelbyTensor tensor = eshelby_tensor(GreenOperator(15, 15, paper));
  for (const double degrees : {0.0, 22.5, 45.0, 67.5, 90.0, 13.0}) {
    const double angle = degrees * std::numbers::pi / 180;
    const double expected = -6.7719158133932 * std::pow(std::cos(2 * angle), 2) -
                            9.4333893586725 * std::pow(std::sin(2 * angle), 2);
    EXPECT_NEAR(self_stress(tensor, paper, angle), expected, 1e-11) << degrees;
  }
}

TEST(EshelbyTensor, OfUnequalElementsGivesTheirSelfStress) {
  const int columns = 7, rows = 4;
  const auto moduli = test::random_moduli(columns, rows);
  const HeterogeneousFiniteElements elements({columns, rows, stiffnesses(moduli, test::bulk_modulus)});
  const auto rule = heterogeneous_elasticity(columns, rows, moduli, test::bulk_modulus, false);
  for (std::size_t e = 0; e < moduli.size(); ++e) {
    const EshelbyTensor tensor = eshelby_tensor(elements, e);
    for (const double angle : {0.0, 0.3, 1.0, 2.2})
      EXPECT_NEAR(self_stress(tensor, {moduli[e], test::bulk_modulus}, angle),
                  rule->self_stress(e, slip_direction(angle)), 1e-12 * moduli[e]);
  }
}

TEST(EshelbyTensor, IsTheStrainOfTheElement) {
  const HeterogeneousFiniteElements elements(
      {5, 6, stiffnesses(test::random_moduli(5, 6), test::bulk_modulus)});
  SymmetricTensor plastic;
  plastic.xx = 0.3, plastic.yy = -0.2, plastic.xy = 0.7;
  TensorField field(30);
  field.set(11, plastic);
  const SymmetricTensor expected = elements.equilibrium(field, SymmetricTensor{}).strain.at(11);
  const SymmetricTensor found = eshelby_tensor(elements, 11).strain(plastic);
  EXPECT_NEAR(found.xx, expected.xx, 1e-13);
  EXPECT_NEAR(found.yy, expected.yy, 1e-13);
  EXPECT_NEAR(found.xy, expected.xy, 1e-13);
}

}  // namespace
}  // namespace vitrum::elastoplastic
