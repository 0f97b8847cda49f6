// Every potential of the registry against LAMMPS, on liquids with large forces in tilted cells.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "atomistic/hessian.h"
#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "atomistic/specimen.h"
#include "reference_liquids.h"

namespace vitrum::atomistic {
namespace {

struct Case {
  const char* potential;
  const char* reference;
  test::LiquidRecipe recipe;
  std::size_t listed;
};

class AgainstLammps : public testing::TestWithParam<Case> {};

TEST_P(AgainstLammps, energy_virial_and_forces_agree) {
  const Case& given = GetParam();
  const Configuration sample = test::liquid(given.recipe);
  const test::LiquidReference lammps = test::read_liquid(given.reference);
  const auto d = static_cast<std::size_t>(sample.box.dimension);
  for (std::size_t c = 0; c < d; ++c)
    ASSERT_EQ(sample.positions[d * (sample.atoms() - 1) + c], lammps.last_atom[c]) << "another sample";

  std::vector<double> forces;
  const auto field = make_force_field(given.potential);
  const Evaluation ours = field->evaluate(sample, forces);
  EXPECT_NEAR(ours.energy, lammps.energy, 1e-12 * std::abs(lammps.energy));
  const SymmetricTensor& s = ours.stress;
  const double found[] = {s.xx, s.yy, s.zz, s.xy, s.xz, s.yz};
  const double size = std::abs(lammps.pressure[0]);
  for (std::size_t k = 0; k < 6; ++k) EXPECT_NEAR(-found[k], lammps.pressure[k], 1e-12 * size) << k;

  const double largest = std::abs(lammps.largest);
  EXPECT_GT(largest, 100);  // the forces are large
  ASSERT_EQ(lammps.forces.size(), given.listed);
  for (const auto& [atom, force] : lammps.forces)
    for (std::size_t c = 0; c < d; ++c)
      EXPECT_NEAR(forces[d * atom + c], force[c], 1e-11 * largest) << "atom " << atom;
  double extreme = 0;
  for (const double f : forces)
    if (std::abs(f) > std::abs(extreme)) extreme = f;
  EXPECT_NEAR(extreme, lammps.largest, 1e-11 * largest);
}

INSTANTIATE_TEST_SUITE_P(Liquids, AgainstLammps,
                         testing::Values(Case{"lj2d", "lj2d_1000", test::lj2d_1000(), 1000},
                                         Case{"lj2d", "lj2d_10000", test::lj2d_10000(), 200},
                                         Case{"ka3d", "ka3d", test::ka3d_1000(), 1000},
                                         Case{"ka3d-cut", "ka3d-cut", test::ka3d_1000(), 1000}),
                         [](const auto& instance) {
                           std::string name = instance.param.reference;
                           for (char& c : name)
                             if (c == '-') c = '_';
                           return name;
                         });

class StiffnessInThreeDimensions : public testing::TestWithParam<const char*> {};

TEST_P(StiffnessInThreeDimensions, equals_differences_of_the_forces) {
  Configuration sample = test::liquid({3, 400, 320, 7.0, {2.0, -1.5, 1.0}, {{0.8, 0.7}, {0.7, 0.7}}, 4});
  PairForceField field(pair_potentials(GetParam()));
  Hessian hessian;
  hessian.assemble(field, sample);
  const SparseSymmetric& k = hessian.matrix();
  const double h = 1e-6;
  std::vector<double> up, down;
  double size = 0;
  for (const double v : k.value) size = std::max(size, std::abs(v));
  for (std::size_t column = 0; column < sample.positions.size(); column += 61) {
    const double x = sample.positions[column];
    sample.positions[column] = x + h;
    field.evaluate(sample, up);
    sample.positions[column] = x - h;
    field.evaluate(sample, down);
    sample.positions[column] = x;
    std::vector<double> expected(up.size());
    for (std::size_t row = 0; row < up.size(); ++row) expected[row] = -(up[row] - down[row]) / (2 * h);
    for (int p = k.column_begin[column]; p < k.column_begin[column + 1]; ++p) {
      const auto row = static_cast<std::size_t>(k.row[static_cast<std::size_t>(p)]);
      EXPECT_NEAR(k.value[static_cast<std::size_t>(p)], expected[row], 1e-7 * size);
      expected[row] = 0;
    }
    // The matrix holds the lower triangle; there it leaves nothing out.
    for (std::size_t row = column; row < expected.size(); ++row) EXPECT_NEAR(expected[row], 0, 1e-7 * size);
  }
}

// ka3d-cut has no derivative of the force where a pair meets its cut-off; none does within 1e-6 here.
INSTANTIATE_TEST_SUITE_P(KobAndersen, StiffnessInThreeDimensions, testing::Values("ka3d", "ka3d-cut"),
                         [](const auto& instance) {
                           return std::string(instance.param) == "ka3d" ? "smooth" : "cut";
                         });

// Simple shear takes all edges of the cell with it, also those that have a tilt of their own.
TEST(KobAndersenSpecimen, has_a_stress_that_is_the_change_of_energy_with_strain_in_a_tilted_cell) {
  const Configuration liquid =
      test::liquid({3, 400, 320, 7.0, {2.0, -1.5, 1.0}, {{0.8, 0.7}, {0.7, 0.7}}, 4});
  AtomisticSpecimen specimen(liquid, kob_andersen(PairEnd::smooth));
  const double h = 1e-5;
  const State at = specimen.state();
  specimen.strain_to(h);
  const State up = specimen.state();
  specimen.strain_to(0);
  specimen.strain_to(-h);
  const State down = specimen.state();
  const double volume = specimen.volume();
  EXPECT_NEAR(at.stress.xy, (up.energy - down.energy) / (2 * h * volume), 1e-5);
  EXPECT_GT((up.stress.xy - down.stress.xy) / (2 * h), 1);  // a modulus, not a jump
  EXPECT_EQ(specimen.configuration().box.xz, -1.5 - h * 1.0);
}

}  // namespace
}  // namespace vitrum::atomistic
