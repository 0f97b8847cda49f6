#include "elastoplastic/kernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string>

#include "base/error.h"
#include "elastoplastic/amplitude.h"
#include "elastoplastic/homogeneous_elasticity.h"
#include "elastoplastic/mean_field_elasticity.h"
#include "elastoplastic/shuffled_elasticity.h"
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

/// Stress of all slips by an independent finite element solution.
TensorField expected_stress(int columns, int rows, const std::vector<ElementSlip>& slips) {
  TensorField plastic(static_cast<std::size_t>(columns * rows));
  for (const auto& [element, slip] : slips) {
    plastic.xx[element] -= 0.5 * slip.diagonal;
    plastic.yy[element] += 0.5 * slip.diagonal;
    plastic.xy[element] += 0.5 * slip.shear;
  }
  return test::FiniteElements(columns, rows, 13.2, 59).stress(plastic);
}

void expect_response(int columns, int rows, const std::vector<ElementSlip>& slips) {
  HomogeneousElasticity elasticity(columns, rows, {13.2, 59}, true);
  StressField stress(elasticity.elements(), true);
  for (std::size_t i = 0; i < elasticity.elements(); ++i)
    stress.diagonal[i] = 0.5, stress.shear[i] = -0.25, stress.pressure[i] = 2;
  elasticity.add(slips, stress);
  const TensorField expected = expected_stress(columns, rows, slips);
  for (std::size_t i = 0; i < elasticity.elements(); ++i) {
    const SymmetricTensor there = expected.at(i);
    ASSERT_NEAR(stress.diagonal[i] - 0.5, deviator(there).diagonal, 1e-11);
    ASSERT_NEAR(stress.shear[i] + 0.25, deviator(there).shear, 1e-11);
    ASSERT_NEAR(stress.pressure[i] - 2, -0.5 * (there.xx + there.yy), 1e-11);
  }
}

// Slips added through the tables from any source, one or several at once, on lattices small enough for a
// table per column and on larger ones, are what finite elements say.
TEST(HomogeneousElasticity, AddsTheFiniteElementResponse) {
  for (const auto& [columns, rows] : {std::pair{2, 2}, {7, 4}, {4, 7}, {15, 15}, {17, 3}, {18, 20}}) {
    std::vector<ElementSlip> slips;
    const auto elements = static_cast<std::size_t>(columns * rows);
    for (const std::size_t source : {std::size_t{0}, elements / 3, elements / 2, elements - 1}) {
      const double angle = 0.1 + 0.37 * static_cast<double>(source);
      slips.push_back({source, {0.6 * std::sin(angle), 0.6 * std::cos(angle)}});
      expect_response(columns, rows, {slips.back()});
    }
    expect_response(columns, rows, slips);
  }
}

// So many slips that the sum goes through Fourier space, some of them twice in one element.
TEST(HomogeneousElasticity, AddsManySlipsInFourierSpace) {
  for (const auto& [columns, rows] : {std::pair{15, 15}, {16, 9}, {9, 20}}) {
    RandomStream random(4, 0, Purpose::test);
    const auto elements = static_cast<std::size_t>(columns * rows);
    std::vector<ElementSlip> slips;
    while (slips.size() < 2 * HomogeneousElasticity::many_slips) {
      const auto element = static_cast<std::size_t>(random.uniform() * static_cast<double>(elements));
      const double diagonal = random.normal();
      slips.push_back({element, {0.1 * diagonal, 0.1 * random.normal()}});
    }
    expect_response(columns, rows, slips);
  }
}

// The stress that a shuffled interaction hands out is the right one, tensor by tensor, in another order, and
// another at each slip; its own share stays with the element that slips.
TEST(ShuffledElasticity, HandsOutTheSameStresses) {
  constexpr int columns = 5, rows = 4;
  ShuffledElasticity elasticity(columns, rows, {13.2, 59}, true, RandomStream(7, 0, Purpose::interaction));
  const std::vector<ElementSlip> slip{{8, {0.3, -0.2}}};
  const TensorField expected = expected_stress(columns, rows, slip);
  const auto sorted = [](std::vector<std::array<double, 3>> tensors) {
    std::sort(tensors.begin(), tensors.end());
    return tensors;
  };
  std::vector<std::array<double, 3>> wanted, first;
  for (std::size_t i = 0; i < columns * rows; ++i) {
    const SymmetricTensor there = expected.at(i);
    wanted.push_back({deviator(there).diagonal, deviator(there).shear, -0.5 * (there.xx + there.yy)});
  }
  for (int repeat = 0; repeat < 2; ++repeat) {
    StressField stress(columns * rows, true);
    elasticity.add(slip, stress);
    std::vector<std::array<double, 3>> got;
    for (std::size_t i = 0; i < columns * rows; ++i)
      got.push_back({stress.diagonal[i], stress.shear[i], stress.pressure[i]});
    EXPECT_NEAR(got[8][0], wanted[8][0], 1e-11);
    EXPECT_NEAR(got[8][1], wanted[8][1], 1e-11);
    EXPECT_NE(got, first);
    first = got;
    const auto a = sorted(got), b = sorted(wanted);
    for (std::size_t i = 0; i < a.size(); ++i)
      for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(a[i][k], b[i][k], 1e-11);
  }
}

TEST(MeanFieldElasticity, GivesOthersTheirMean) {
  constexpr int columns = 5, rows = 4;
  MeanFieldElasticity elasticity(columns, rows, {13.2, 59}, true);
  const std::vector<ElementSlip> slips{{8, {0.3, -0.2}}, {3, {-0.1, 0.5}}};
  StressField stress(columns * rows, true);
  elasticity.add(slips, stress);
  Deviator others[2];
  TensorField fields[2];
  for (std::size_t k = 0; k < 2; ++k) {
    fields[k] = expected_stress(columns, rows, {slips[k]});
    for (std::size_t i = 0; i < columns * rows; ++i) {
      if (i == slips[k].element) continue;
      others[k].diagonal += deviator(fields[k].at(i)).diagonal / (columns * rows - 1);
      others[k].shear += deviator(fields[k].at(i)).shear / (columns * rows - 1);
    }
  }
  for (std::size_t i = 0; i < columns * rows; ++i) {
    Deviator sum;
    for (std::size_t k = 0; k < 2; ++k) {
      const Deviator part = i == slips[k].element ? deviator(fields[k].at(i)) : others[k];
      sum = {sum.diagonal + part.diagonal, sum.shear + part.shear};
    }
    EXPECT_NEAR(stress.diagonal[i], sum.diagonal, 1e-11);
    EXPECT_NEAR(stress.shear[i], sum.shear, 1e-11);
  }
}

// gamma_max / tau as measured in the code of paper 1.
TEST(SlipKernel, LargestAmplitudes) {
  const SlipKernel table(GreenOperator(15, 15, {13.2, 59}), false);
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
