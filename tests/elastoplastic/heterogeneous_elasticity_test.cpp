#include "elastoplastic/heterogeneous_elasticity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <tuple>

#include "base/error.h"
#include "elastoplastic/slip_system.h"
#include "elastoplastic/solved_elasticity.h"
#include "finite_elements.h"
#include "random_lattice.h"

namespace vitrum::elastoplastic {
namespace {

using Method = HeterogeneousFiniteElements::Method;
using test::bulk_modulus;
using test::largest_difference;

HeterogeneousFiniteElements elements_with(int columns, int rows, const std::vector<double>& moduli,
                                          Method method) {
  return HeterogeneousFiniteElements({columns, rows, stiffnesses(moduli, bulk_modulus)}, method);
}

/// Slips of several elements at once, one of them twice.
std::vector<ElementSlip> some_slips(std::size_t elements) {
  std::vector<ElementSlip> slips;
  for (const std::size_t e : {std::size_t{1}, elements / 2, elements - 1, elements / 2}) {
    const double angle = 0.7 * static_cast<double>(slips.size());
    const Deviator direction = slip_direction(angle);
    const double amplitude = 0.1 + 0.05 * static_cast<double>(slips.size());
    slips.push_back({e, {amplitude * direction.diagonal, amplitude * direction.shear}});
  }
  return slips;
}

/// The same as plastic strain: a slip is the plastic strain of half of it, paper 1, eq. 3.
TensorField plastic_strain(const std::vector<ElementSlip>& slips, std::size_t elements) {
  TensorField plastic(elements);
  for (const ElementSlip& s : slips) {
    plastic.xx[s.element] -= 0.5 * s.slip.diagonal;
    plastic.yy[s.element] += 0.5 * s.slip.diagonal;
    plastic.xy[s.element] += 0.5 * s.slip.shear;
  }
  return plastic;
}

using Size = std::tuple<int, int>;
class ElasticityRules : public testing::TestWithParam<Size> {
 protected:
  void SetUp() override {
    std::tie(columns, rows) = GetParam();
    moduli = test::random_moduli(columns, rows);
    const auto direct = elements_with(columns, rows, moduli, Method::direct);
    rules.push_back(std::make_unique<DenseElasticity>(response_table(direct, true), loading_of(direct)));
    for (const Method method : {Method::direct, Method::iterative})
      rules.push_back(std::make_unique<SolvedElasticity>(elements_with(columns, rows, moduli, method)));
  }
  int columns = 0, rows = 0;
  std::vector<double> moduli;
  std::vector<std::unique_ptr<Elasticity>> rules;
};

TEST_P(ElasticityRules, AddWhatTheIndependentFiniteElementsFind) {
  const auto slips = some_slips(moduli.size());
  const test::FiniteElements reference(columns, rows, moduli, bulk_modulus);
  const TensorField expected = reference.stress(plastic_strain(slips, moduli.size()));
  for (const auto& rule : rules) {
    StressField stress(moduli.size(), true);
    stress.shear[0] = 5;  // what is there already stays
    rule->add(slips, stress);
    stress.shear[0] -= 5;
    for (std::size_t e = 0; e < moduli.size(); ++e) {
      const SymmetricTensor s = expected.at(e);
      EXPECT_NEAR(stress.diagonal[e], deviator(s).diagonal, 1e-11);
      EXPECT_NEAR(stress.shear[e], s.xy, 1e-11);
      EXPECT_NEAR(stress.pressure[e], -0.5 * (s.xx + s.yy), 1e-11);
    }
  }
}

TEST_P(ElasticityRules, LoadLikeTheIndependentFiniteElements) {
  const test::FiniteElements reference(columns, rows, moduli, bulk_modulus);
  const TensorField expected = reference.stress(TensorField(moduli.size()), {0, 0, 1});
  for (const auto& rule : rules) {
    const Loading& loading = rule->loading();
    EXPECT_FALSE(loading.uniform);
    ASSERT_EQ(loading.field.elements(), moduli.size());
    ASSERT_TRUE(loading.field.has_pressure());
    Deviator sum;
    double pressure = 0;
    for (std::size_t e = 0; e < moduli.size(); ++e) {
      const SymmetricTensor s = expected.at(e);
      EXPECT_NEAR(loading.field.diagonal[e], deviator(s).diagonal, 1e-11);
      EXPECT_NEAR(loading.field.shear[e], s.xy, 1e-11);
      EXPECT_NEAR(loading.field.pressure[e], -0.5 * (s.xx + s.yy), 1e-11);
      sum.diagonal += deviator(s).diagonal, sum.shear += s.xy, pressure -= 0.5 * (s.xx + s.yy);
    }
    const auto elements = static_cast<double>(moduli.size());
    EXPECT_NEAR(loading.mean.diagonal, sum.diagonal / elements, 1e-12);
    EXPECT_NEAR(loading.mean.shear, sum.shear / elements, 1e-12);
    EXPECT_NEAR(loading.mean_pressure, pressure / elements, 1e-12);
  }
}

TEST_P(ElasticityRules, AgreeWithEachOther) {
  const auto slips = some_slips(moduli.size());
  std::vector<StressField> stress(rules.size(), StressField(moduli.size()));
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i]->add(slips, stress[i]);
  for (std::size_t i = 1; i < rules.size(); ++i) {
    EXPECT_LT(largest_difference(stress[i].diagonal, stress[0].diagonal), 1e-12);
    EXPECT_LT(largest_difference(stress[i].shear, stress[0].shear), 1e-12);
  }
}

TEST_P(ElasticityRules, SelfStressIsNegativeAndThatOfASlip) {
  const test::FiniteElements reference(columns, rows, moduli, bulk_modulus);
  for (std::size_t e = 0; e < moduli.size(); e += 7) {
    for (const double angle : {0.0, 0.4, std::numbers::pi / 4, 2.0, -0.6}) {
      TensorField plastic(moduli.size());
      plastic.set(e, slip_tensor(angle));
      const double expected =
          resolved_shear_stress(slip_direction(angle), deviator(reference.stress(plastic).at(e)));
      EXPECT_LT(expected, 0);
      EXPECT_GT(expected, -moduli[e]);
      for (const auto& rule : rules)
        EXPECT_NEAR(rule->self_stress(e, slip_direction(angle)), expected, 1e-12 * moduli[e]) << e;
    }
  }
}

// sigma(slip) averaged : strain = - <sigma(strain) : plastic strain>, for every macroscopic strain: force
// balance and the symmetry of the stiffness, without any solution of the linear system.
TEST_P(ElasticityRules, MeanStressAfterSlipsFollowsFromTheLoading) {
  const auto slips = some_slips(moduli.size());
  for (const auto& rule : rules) {
    StressField stress(moduli.size());
    rule->add(slips, stress);
    double mean = 0, expected = 0;
    for (const double value : stress.shear) mean += value;
    for (const ElementSlip& s : slips) expected -= dot(rule->loading().field.deviator(s.element), s.slip);
    EXPECT_NEAR(mean, expected, 1e-11);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, ElasticityRules,
                         testing::Values(Size{2, 2}, Size{3, 5}, Size{16, 7}, Size{4, 33}, Size{15, 15}));

// The stress that a slip of one system causes on another one is the same the other way round (Betti).
TEST(HeterogeneousElasticity, ResponsesAreReciprocal) {
  using Table = ResponseTable;
  const int columns = 9, rows = 6;
  const Table table =
      response_table(elements_with(columns, rows, test::random_moduli(columns, rows), Method::direct), false);
  const std::size_t n = table.elements();
  const auto largest = std::abs(table.row(0, Table::shear_of_shear)[0]);
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) {
      EXPECT_NEAR(table.row(a, Table::shear_of_shear)[b], table.row(b, Table::shear_of_shear)[a],
                  1e-12 * largest);
      EXPECT_NEAR(table.row(a, Table::diagonal_of_diagonal)[b], table.row(b, Table::diagonal_of_diagonal)[a],
                  1e-12 * largest);
      EXPECT_NEAR(table.row(a, Table::diagonal_of_shear)[b], table.row(b, Table::shear_of_diagonal)[a],
                  1e-12 * largest);
    }
  }
}

TEST(HeterogeneousElasticity, ChoosesByTheSizeOfTheTable) {
  const auto kind = [](int columns, int rows, bool with_pressure) {
    const auto rule = heterogeneous_elasticity(columns, rows, test::random_moduli(columns, rows),
                                               bulk_modulus, with_pressure);
    StressField stress(rule->elements(), with_pressure);
    rule->add(some_slips(rule->elements()), stress);
    return dynamic_cast<DenseElasticity*>(rule.get()) != nullptr;
  };
  EXPECT_TRUE(kind(15, 15, false));
  EXPECT_TRUE(kind(15, 15, true));
  EXPECT_FALSE(kind(4, 1025, false));
  EXPECT_FALSE(kind(60, 60, true));
}

TEST(HeterogeneousElasticity, SaysWhatItCannotDo) {
  const auto moduli = test::random_moduli(4, 3);
  const auto rule = heterogeneous_elasticity(4, 3, moduli, bulk_modulus, false);
  StressField with_pressure(12, true), too_small(11);
  EXPECT_THROW(rule->add(some_slips(12), with_pressure), InputError);
  EXPECT_THROW(rule->add(some_slips(11), too_small), InputError);
  SolvedElasticity solved(elements_with(4, 3, moduli, Method::direct));
  EXPECT_THROW(solved.add(some_slips(11), too_small), InputError);
  EXPECT_THROW(heterogeneous_elasticity(4, 4, moduli, bulk_modulus, false), InputError);
  EXPECT_THROW(heterogeneous_elasticity(4, 3, moduli, 0, false), InputError);
}

}  // namespace
}  // namespace vitrum::elastoplastic
