#include "elastoplastic/heterogeneous_finite_elements.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <numeric>
#include <sstream>
#include <string>
#include <tuple>

#include "base/error.h"
#include "elastoplastic/green_operator.h"
#include "elastoplastic/heterogeneous_elasticity.h"
#include "elastoplastic/slip_system.h"
#include "finite_elements.h"
#include "random_lattice.h"

namespace vitrum::elastoplastic {
namespace {

using Method = HeterogeneousFiniteElements::Method;
using test::bulk_modulus;

HeterogeneousFiniteElements finite_elements(int columns, int rows, const std::vector<double>& shear_moduli,
                                            Method method = Method::direct) {
  return HeterogeneousFiniteElements({columns, rows, stiffnesses(shear_moduli, bulk_modulus)}, method);
}

SymmetricTensor tensor(double xx, double yy, double xy) {
  SymmetricTensor result;
  result.xx = xx, result.yy = yy, result.xy = xy;
  return result;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

using Size = std::tuple<int, int>;
class UnequalElements : public testing::TestWithParam<Size> {};

TEST_P(UnequalElements, EqualTheIndependentFiniteElements) {
  const auto [columns, rows] = GetParam();
  const auto moduli = test::random_moduli(columns, rows);
  const auto plastic = test::random_strain(columns, rows);
  const SymmetricTensor macroscopic = tensor(0.4, -1.3, 0.8);
  const Eigen::Vector3d voigt(0.4, -1.3, 1.6);
  const test::FiniteElements reference(columns, rows, moduli, bulk_modulus);
  const TensorField stress = reference.stress(plastic, voigt);
  const double energy = reference.energy(plastic, voigt);
  for (const Method method : {Method::direct, Method::iterative}) {
    const ElasticState state =
        finite_elements(columns, rows, moduli, method).equilibrium(plastic, macroscopic);
    EXPECT_LT(test::largest_difference(state.stress, stress), 1e-11 * bulk_modulus);
    EXPECT_NEAR(state.energy, energy, 1e-11 * energy);
    for (std::size_t e = 0; e < moduli.size(); ++e) {
      const SymmetricTensor s = Stiffness{moduli[e], bulk_modulus}.stress(state.strain.at(e) - plastic.at(e));
      EXPECT_NEAR(s.xy, state.stress.xy[e], 1e-12 * bulk_modulus);
      EXPECT_NEAR(s.xx, state.stress.xx[e], 1e-12 * bulk_modulus);
    }
    // Displacements are periodic: they strain nothing on average.
    EXPECT_NEAR(mean(state.strain.xx), 0.4, 1e-13);
    EXPECT_NEAR(mean(state.strain.yy), -1.3, 1e-13);
    EXPECT_NEAR(mean(state.strain.xy), 0.8, 1e-13);
  }
}

TEST_P(UnequalElements, HaveTheEffectiveStiffnessOfTheMeanStress) {
  const auto [columns, rows] = GetParam();
  const auto moduli = test::random_moduli(columns, rows);
  const test::FiniteElements reference(columns, rows, moduli, bulk_modulus);
  const TensorField none(moduli.size());
  const TensorField of_x = reference.stress(none, {1, 0, 0}), of_y = reference.stress(none, {0, 1, 0}),
                    of_shear = reference.stress(none, {0, 0, 1});
  const EffectiveStiffness c = finite_elements(columns, rows, moduli).effective_stiffness();
  EXPECT_NEAR(c.c1111, mean(of_x.xx), 1e-12 * bulk_modulus);
  EXPECT_NEAR(c.c2222, mean(of_y.yy), 1e-12 * bulk_modulus);
  EXPECT_NEAR(c.c1122, mean(of_x.yy), 1e-12 * bulk_modulus);
  EXPECT_NEAR(c.c1212, mean(of_shear.xy), 1e-12 * bulk_modulus);
  EXPECT_NEAR(c.c1112, mean(of_x.xy), 1e-12 * bulk_modulus);
  EXPECT_NEAR(c.c2212, mean(of_y.xy), 1e-12 * bulk_modulus);
}

INSTANTIATE_TEST_SUITE_P(Sizes, UnequalElements,
                         testing::Values(Size{2, 2}, Size{3, 5}, Size{5, 3}, Size{2, 9}, Size{9, 2},
                                         Size{16, 7}, Size{7, 16}, Size{24, 24}));

// Shear moduli over nine orders of magnitude, an element all but empty and one all but rigid.
TEST(HeterogeneousFiniteElements, BearAWideContrast) {
  const int columns = 12, rows = 9;
  RandomStream random(19, 0, Purpose::test);
  std::vector<double> moduli = weibull_shear_moduli(columns, rows, 18.4, 0.5, random);
  moduli[40] = 1e-6, moduli[77] = 1e3;
  const auto plastic = test::random_strain(columns, rows);
  const TensorField expected = test::FiniteElements(columns, rows, moduli, bulk_modulus).stress(plastic);
  for (const Method method : {Method::direct, Method::iterative})
    EXPECT_LT(
        test::largest_difference(
            finite_elements(columns, rows, moduli, method).equilibrium(plastic, SymmetricTensor{}).stress,
            expected),
        1e-11 * 1e3);
}

// Slabs of different materials across y, sheared along x: they are sheared in series, G = 1 / <1/G>; along
// them they stretch together. Both are exact for finite elements, which bend nowhere.
TEST(HeterogeneousFiniteElements, LaminatesAreExact) {
  const int columns = 3, rows = 5;
  const std::vector<double> slab{3, 10, 0.5, 40, 22};
  std::vector<double> across_y, across_x;
  for (int e = 0; e < columns * rows; ++e) across_y.push_back(slab[static_cast<std::size_t>(e / columns)]);
  for (int e = 0; e < columns * rows; ++e) across_x.push_back(slab[static_cast<std::size_t>(e % rows)]);
  double compliance = 0, longitudinal = 0;
  for (const double g : slab) compliance += 0.2 / g, longitudinal += 0.2 / (bulk_modulus + g);
  const EffectiveStiffness y = finite_elements(columns, rows, across_y).effective_stiffness();
  const EffectiveStiffness x = finite_elements(rows, columns, across_x).effective_stiffness();
  EXPECT_NEAR(y.c1212, 1 / compliance, 1e-12);
  EXPECT_NEAR(x.c1212, 1 / compliance, 1e-12);
  EXPECT_NEAR(y.c2222, 1 / longitudinal, 1e-11);
  EXPECT_NEAR(x.c1111, 1 / longitudinal, 1e-11);
  EXPECT_NEAR(y.c1112, 0, 1e-11);
}

TEST(HeterogeneousFiniteElements, EqualElementsAreTheGreenOperator) {
  for (const auto& [columns, rows] : {Size{2, 2}, Size{5, 8}, Size{15, 15}}) {
    const auto plastic = test::random_strain(columns, rows);
    const TensorField green = GreenOperator(columns, rows, {13.2, bulk_modulus}).stress(plastic);
    const std::vector<double> moduli(static_cast<std::size_t>(columns * rows), 13.2);
    for (const Method method : {Method::direct, Method::iterative})
      EXPECT_LT(
          test::largest_difference(
              finite_elements(columns, rows, moduli, method).equilibrium(plastic, SymmetricTensor{}).stress,
              green),
          1e-11 * bulk_modulus);
  }
}

/// Responses of the 6 x 6 lattice of unequal elements, by the code of paper 1's author.
struct Responses {
  std::map<std::string, double> effective_stiffness;
  std::vector<double> shear_moduli = std::vector<double>(36);
  std::map<std::string, TensorField> stress;
};

Responses read_responses() {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/mepls_het_6.csv");
  Responses result;
  std::string line, name, sign;
  std::getline(file, line);
  std::istringstream head(line);
  head >> sign >> name >> name;
  for (double value = 0; head >> name >> value;) result.effective_stiffness[name] = value;
  std::getline(file, line);
  while (std::getline(file, line)) {
    name = line.substr(0, line.find(','));
    std::size_t ix = 0, iy = 0;
    double g = 0, xx = 0, yy = 0, xy = 0;
    if (std::sscanf(line.c_str() + name.size(), ",%zu,%zu,%lf,%lf,%lf,%lf", &ix, &iy, &g, &xx, &yy, &xy) != 6)
      return {};
    const std::size_t element = iy * 6 + ix;
    result.shear_moduli[element] = g;
    result.stress.try_emplace(name, 36).first->second.set(element, tensor(xx, yy, xy));
  }
  return result;
}

TEST(HeterogeneousFiniteElements, EqualThePapersCode) {
  const Responses reference = read_responses();
  ASSERT_EQ(reference.stress.size(), 5u) << "reference file is missing or not understood";
  for (const Method method : {Method::direct, Method::iterative}) {
    const auto elements = finite_elements(6, 6, reference.shear_moduli, method);
    const auto after_slip = [&](std::size_t element, double degrees) {
      TensorField plastic(36);
      plastic.set(element, slip_tensor(degrees * std::numbers::pi / 180));
      return elements.equilibrium(plastic, SymmetricTensor{}).stress;
    };
    const auto compare = [&](const std::string& name, const TensorField& stress) {
      EXPECT_LT(test::largest_difference(stress, reference.stress.at(name)), 1e-10) << name;
    };
    compare("load_epsxy_1", elements.equilibrium(TensorField(36), tensor(0, 0, 1)).stress);
    compare("eig_center_0", after_slip(3 * 6 + 3, 0));
    compare("eig_center_22.5", after_slip(3 * 6 + 3, 22.5));
    compare("eig_center_45", after_slip(3 * 6 + 3, 45));
    compare("eig_el1_0", after_slip(1, 0));
    const EffectiveStiffness c = elements.effective_stiffness();
    EXPECT_NEAR(c.c1111, reference.effective_stiffness.at("C1111"), 1e-10);
    EXPECT_NEAR(c.c1122, reference.effective_stiffness.at("C1122"), 1e-10);
    EXPECT_NEAR(c.c1212, reference.effective_stiffness.at("C1212"), 1e-10);
    EXPECT_NEAR(c.c1112, reference.effective_stiffness.at("C1112"), 1e-10);
    EXPECT_NEAR(c.c2222, reference.effective_stiffness.at("C2222"), 1e-10);
    EXPECT_NEAR(c.c2212, reference.effective_stiffness.at("C2212"), 1e-10);
  }
}

TEST(HeterogeneousFiniteElements, RefuseWhatIsNoLattice) {
  const auto make = [](int columns, int rows, std::vector<Stiffness> stiffness) {
    return ElementLattice(columns, rows, std::move(stiffness));
  };
  const std::vector<Stiffness> six(6, {1, 2});
  EXPECT_NO_THROW(make(3, 2, six));
  EXPECT_THROW(make(1, 6, six), InputError);
  EXPECT_THROW(make(6, 1, six), InputError);
  EXPECT_THROW(make(2, 2, six), InputError);
  for (const Stiffness& bad : {Stiffness{0, 2}, Stiffness{1, 0}, Stiffness{-1, 2}, Stiffness{1, INFINITY},
                               Stiffness{std::nan(""), 2}}) {
    auto stiffness = six;
    stiffness[4] = bad;
    EXPECT_THROW(make(3, 2, stiffness), InputError);
  }
}

}  // namespace
}  // namespace vitrum::elastoplastic
