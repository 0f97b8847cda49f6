#include "elastoplastic/kernel.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <string>

#include "base/error.h"
#include "elastoplastic/amplitude.h"
#include "elastoplastic/slip_kernel.h"
#include "elastoplastic/slip_system.h"
#include "finite_elements.h"

namespace vitrum::elastoplastic {
namespace {

TEST(Kernel, TableHasTheOrderAndNumbersOfTheReferenceFile) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/mepls_kernel_15.csv");
  ASSERT_TRUE(file) << "reference file is missing";
  std::string line;
  std::getline(file, line);
  for (const double angle : {0.0, 22.5, 45.0}) {
    for (const KernelEntry& entry : kernel(15, 15, 13.2, 59, angle)) {
      ASSERT_TRUE(std::getline(file, line));
      double degrees, ix, iy, dx, dy, sxx, syy, sxy;
      ASSERT_EQ(std::sscanf(line.c_str(), "%lf,%lf,%lf,%lf,%lf,%lf,%lf,%lf", &degrees, &ix, &iy, &dx, &dy,
                            &sxx, &syy, &sxy),
                8);
      ASSERT_EQ(degrees, angle);
      ASSERT_EQ(entry.dx, dx);
      ASSERT_EQ(entry.dy, dy);
      EXPECT_NEAR(entry.sxx, sxx, 1e-11) << line;
      EXPECT_NEAR(entry.syy, syy, 1e-11) << line;
      EXPECT_NEAR(entry.sxy, sxy, 1e-11) << line;
    }
  }
}

TEST(Kernel, RectangularTableEqualsFiniteElements) {
  constexpr int columns = 6, rows = 3;
  constexpr double angle = 33;
  const test::FiniteElements elements(columns, rows, 2.0, 7.0);
  TensorField plastic(columns * rows);
  plastic.set(1 * columns + 2, slip_tensor(angle * M_PI / 180));
  const TensorField stress = elements.stress(plastic);
  const auto table = kernel(columns, rows, 2.0, 7.0, angle);
  ASSERT_EQ(table.size(), 18u);
  EXPECT_EQ(table.front().dx, -2);
  EXPECT_EQ(table.front().dy, -1);
  EXPECT_EQ(table.back().dx, 3);
  EXPECT_EQ(table.back().dy, 1);
  for (const KernelEntry& entry : table) {
    const auto element = static_cast<std::size_t>((1 + entry.dy) * columns + (2 + entry.dx));
    EXPECT_NEAR(entry.sxx, stress.xx[element], 1e-12);
    EXPECT_NEAR(entry.syy, stress.yy[element], 1e-12);
    EXPECT_NEAR(entry.sxy, stress.xy[element], 1e-12);
  }
}

TEST(Kernel, RefusesBadArguments) {
  EXPECT_THROW(kernel(1, 15, 13.2, 59, 0), InputError);
  EXPECT_THROW(kernel(15, 15, -13.2, 59, 0), InputError);
  EXPECT_THROW(kernel(15, 15, 13.2, 59, INFINITY), InputError);
}

// A slip added through the table from any source, on a rectangular lattice, is what finite elements say.
TEST(SlipKernel, AddsTheFiniteElementResponse) {
  constexpr int columns = 7, rows = 4;
  const SlipKernel table(GreenOperator(columns, rows, {13.2, 59}));
  const test::FiniteElements elements(columns, rows, 13.2, 59);
  for (const std::size_t source : {0u, 6u, 10u, 21u, 27u}) {
    const double angle = 0.1 + 0.37 * static_cast<double>(source), amplitude = 0.6;
    TensorField plastic(columns * rows);
    plastic.set(source, amplitude * slip_tensor(angle));
    const TensorField expected = elements.stress(plastic);
    std::vector<double> diagonal(columns * rows, 0.5), shear(columns * rows, -0.25);
    const Deviator direction = slip_direction(angle);
    table.add(source, {amplitude * direction.diagonal, amplitude * direction.shear}, diagonal, shear);
    for (std::size_t i = 0; i < diagonal.size(); ++i) {
      EXPECT_NEAR(diagonal[i] - 0.5, deviator(expected.at(i)).diagonal, 1e-11);
      EXPECT_NEAR(shear[i] + 0.25, deviator(expected.at(i)).shear, 1e-11);
    }
    EXPECT_NEAR(table.self_stress(direction), dot(direction, deviator(expected.at(source))) / amplitude,
                1e-11);
  }
}

// gamma_max / tau as measured in the code of paper 1.
TEST(SlipKernel, LargestAmplitudes) {
  const SlipKernel table(GreenOperator(15, 15, {13.2, 59}));
  const auto bound = [&](double degrees) {
    return largest_amplitude(1.0, table.self_stress(slip_direction(degrees * M_PI / 180)));
  };
  EXPECT_NEAR(bound(0), 0.295337398619823, 1e-12);
  EXPECT_NEAR(bound(22.5), 0.246832747518700, 1e-12);
  EXPECT_NEAR(bound(45), 0.212012875113791, 1e-12);
  EXPECT_NEAR(bound(90), 0.295337398619823, 1e-12);
}

}  // namespace
}  // namespace vitrum::elastoplastic
