// The softest mode with forces of LAMMPS: that of the Hessians of the native engine.
#include "atomistic/lowest_mode.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "atomistic/metal_lowest_mode.h"
#include "both_engines.h"
#include "metal_path.h"
#include "small_glass.h"

namespace vitrum::lammps::test {
namespace {

using atomistic::LowestMode;

LowestMode by_lammps(const std::shared_ptr<const atomistic::ForeignPotential>& potential,
                     const Configuration& configuration) {
  return atomistic::foreign_material(potential, atomistic::iterative_relaxation_settings(), 0.3)
      ->lowest_mode(configuration);
}

/// @param rounding of the eigenvalue.
void expect_same_mode(const LowestMode& lammps, const LowestMode& native, double rounding) {
  EXPECT_NEAR(lammps.eigenvalue, native.eigenvalue, rounding);
  EXPECT_NEAR(lammps.participation, native.participation, 1e-3 * native.participation);
  double overlap = 0;
  for (std::size_t i = 0; i < native.mode.size(); ++i) overlap += lammps.mode[i] * native.mode[i];
  EXPECT_NEAR(std::abs(overlap), 1, 1e-6);
}

TEST(LammpsLowestMode, is_that_of_the_native_engine) {
  const Configuration glass = atomistic::test::small_glass(2, 400, 3);
  atomistic::PairForceField field(atomistic::paper_glass());
  expect_same_mode(by_lammps(paper_by_lammps(), glass), atomistic::lowest_mode(field, glass), 1e-5);
}

// As they lie, the stiffness is indefinite.
TEST(LammpsLowestMode, is_that_of_the_native_engine_out_of_equilibrium) {
  const Configuration scattered =
      atomistic::test::scattered({2, {0, 0, 0}, 11, 11, 1, 2, 0, 0}, 100, 0.75, 7);
  atomistic::PairForceField field(atomistic::paper_glass());
  const LowestMode native = atomistic::lowest_mode(field, scattered);
  EXPECT_LT(native.eigenvalue, 0);
  expect_same_mode(by_lammps(paper_by_lammps(), scattered), native, 1e-5 * std::abs(native.eigenvalue));
}

TEST(LammpsLowestMode, is_that_of_the_native_engine_for_a_metal) {
  if (!std::filesystem::exists(atomistic::test::copper_zirconium)) GTEST_SKIP() << "lammps-data is missing";
  atomistic::RelaxationSettings tight = atomistic::metal_relaxation_settings();
  tight.force_tolerance = 1e-9;
  const atomistic::AtomisticSpecimen specimen(atomistic::test::read_eam_data("shear_1000"),
                                              atomistic::test::metal_potential(), tight);
  const Configuration& glass = specimen.configuration();
  // Tables are read differently: the stiffness differs by more than the forces.
  expect_same_mode(by_lammps(metal_by_lammps(), glass),
                   atomistic::metal_lowest_mode(atomistic::test::metal_potential(), glass), 1e-4);
}

// Records hold it, beside the moduli and along the way.
TEST(LammpsLowestMode, is_measured_on_the_way) {
  const Configuration glass = atomistic::test::small_glass(2, 400, 3);
  atomistic::AtomisticSpecimen specimen =
      specimen_of(paper_by_lammps(), glass, atomistic::iterative_relaxation_settings());
  const double eigenvalue = specimen.moduli().number("lowest_eigenvalue");
  EXPECT_GT(eigenvalue, 0);
  ASSERT_TRUE(specimen.stability().has_value());
  EXPECT_NEAR(*specimen.stability(), eigenvalue * eigenvalue, 1e-12 * eigenvalue);
}

}  // namespace
}  // namespace vitrum::lammps::test
