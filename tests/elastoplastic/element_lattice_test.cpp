#include "elastoplastic/element_lattice.h"

#include <gtest/gtest.h>

#include <tuple>

#include "elastoplastic/fourier_preconditioner.h"
#include "elastoplastic/heterogeneous_elasticity.h"
#include "elastoplastic/stiffness_product.h"
#include "math/sparse_product.h"
#include "random_lattice.h"

namespace vitrum::elastoplastic {
namespace {

NodeField random_displacement(const ElementLattice& lattice) {
  NodeField field(lattice.elements());
  RandomStream random(5, lattice.elements(), Purpose::test);
  for (std::size_t node = 0; node < field.nodes(); ++node)
    field.x[node] = random.normal(), field.y[node] = random.normal();
  return field;
}

using Size = std::tuple<int, int>;
class Lattices : public testing::TestWithParam<Size> {
 protected:
  const int columns = std::get<0>(GetParam()), rows = std::get<1>(GetParam());
  const ElementLattice lattice{columns, rows,
                               stiffnesses(test::random_moduli(columns, rows), test::bulk_modulus)};
};

TEST_P(Lattices, HaveOneStiffnessAsMatrixAndAsOperation) {
  NodeField displacement = random_displacement(lattice);
  displacement.x[0] = displacement.y[0] = 0;  // the node that the matrix holds
  std::vector<double> unknowns;
  for (std::size_t node = 1; node < lattice.elements(); ++node) {
    unknowns.push_back(displacement.x[node]);
    unknowns.push_back(displacement.y[node]);
  }
  const std::vector<double> expected = product(lattice.pinned_matrix(), unknowns);
  NodeField force(lattice.elements());
  StiffnessProduct{lattice}(displacement, force);
  for (std::size_t node = 1; node < lattice.elements(); ++node) {
    EXPECT_NEAR(force.x[node], expected[2 * node - 2], 1e-12 * test::bulk_modulus);
    EXPECT_NEAR(force.y[node], expected[2 * node - 1], 1e-12 * test::bulk_modulus);
  }
}

// forces() is the transpose of strain(): the work of the forces is that of the stress on the strain.
TEST_P(Lattices, DoTheWorkOfTheirStress) {
  const NodeField displacement = random_displacement(lattice);
  const TensorField stress = test::random_strain(columns, rows), strain = lattice.strain(displacement);
  const NodeField force = lattice.forces(stress);
  double of_forces = 0, of_stress = 0;
  for (std::size_t i = 0; i < lattice.elements(); ++i) {
    of_forces += force.x[i] * displacement.x[i] + force.y[i] * displacement.y[i];
    of_stress += stress.xx[i] * strain.xx[i] + stress.yy[i] * strain.yy[i] + 2 * stress.xy[i] * strain.xy[i];
  }
  EXPECT_NEAR(of_forces, of_stress, 1e-12 * static_cast<double>(lattice.elements()));
}

TEST_P(Lattices, PreconditionerInvertsEqualElements) {
  const Stiffness stiffness{13.2, 59};
  const ElementLattice equal(columns, rows, std::vector<Stiffness>(lattice.elements(), stiffness));
  NodeField displacement = random_displacement(lattice), force(lattice.elements());
  StiffnessProduct{equal}(displacement, force);
  const NodeField found = FourierPreconditioner(columns, rows, stiffness)(force);
  // Up to a translation.
  const double x = found.x[0] - displacement.x[0], y = found.y[0] - displacement.y[0];
  for (std::size_t node = 0; node < lattice.elements(); ++node) {
    EXPECT_NEAR(found.x[node] - displacement.x[node], x, 1e-12);
    EXPECT_NEAR(found.y[node] - displacement.y[node], y, 1e-12);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Lattices,
                         testing::Values(Size{2, 2}, Size{3, 2}, Size{2, 3}, Size{5, 4}, Size{2, 40},
                                         Size{17, 9}, Size{9, 17}, Size{32, 32}));

}  // namespace
}  // namespace vitrum::elastoplastic
