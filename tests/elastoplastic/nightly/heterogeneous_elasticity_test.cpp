#include "elastoplastic/heterogeneous_elasticity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "../random_lattice.h"
#include "elastoplastic/solved_elasticity.h"

namespace vitrum::elastoplastic {
namespace {

using Method = HeterogeneousFiniteElements::Method;
using test::bulk_modulus;

void expect_equal_responses(Elasticity& found, Elasticity& expected) {
  const std::size_t elements = expected.elements();
  const std::vector<ElementSlip> slips{{elements / 3, {0.2, 0.1}}, {elements - 2, {-0.1, 0.3}}};
  StressField a(elements, false), b(elements, false);
  found.add(slips, a);
  expected.add(slips, b);
  EXPECT_LT(test::largest_difference(a.diagonal, b.diagonal), 1e-11);
  EXPECT_LT(test::largest_difference(a.shear, b.shear), 1e-11);
  const Deviator direction{0.6, 0.8};
  EXPECT_NEAR(found.self_stress(elements / 3, direction), expected.self_stress(elements / 3, direction),
              1e-11);
  // The stiffest of 263,000 elements bear a stress of a hundred.
  EXPECT_LT(test::largest_difference(found.loading().field.shear, expected.loading().field.shear), 1e-9);
}

// The largest table, and the smallest lattice for which a factor is too large, against the sparse factor.
TEST(HeterogeneousElasticityOfAnySize, IsThatOfTheFactor) {
  for (const auto& [columns, rows] : {std::pair{64, 64}, std::pair{513, 512}}) {
    const auto moduli = test::random_moduli(columns, rows);
    const auto chosen = heterogeneous_elasticity(columns, rows, moduli, bulk_modulus, false);
    SolvedElasticity factor(
        HeterogeneousFiniteElements({columns, rows, stiffnesses(moduli, bulk_modulus)}, Method::direct));
    expect_equal_responses(*chosen, factor);
  }
}

}  // namespace
}  // namespace vitrum::elastoplastic
