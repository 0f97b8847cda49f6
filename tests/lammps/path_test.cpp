// Quasi-static shear, dynamics and moduli with forces of LAMMPS: what the native engine does, and what is
// known.
#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/dynamics.h"
#include "atomistic/preparation.h"
#include "atomistic/velocities.h"
#include "base/random.h"
#include "both_engines.h"
#include "lammps_reference.h"
#include "metal_path.h"
#include "small_glass.h"

namespace vitrum::lammps::test {
namespace {

using atomistic::AtomisticSpecimen;

// tests/reference/lammps2d: LAMMPS' own conjugate gradients. Increments 76 and 126 hold events.
TEST(LammpsSpecimen, follows_the_glass_of_paper_1_through_its_first_event) {
  AtomisticSpecimen specimen = specimen_of(paper_by_lammps(), atomistic::test::read_data("esl_1k_1.dat"),
                                           atomistic::iterative_relaxation_settings());
  AtomisticSpecimen native(atomistic::test::read_data("esl_1k_1.dat"), atomistic::paper_glass());
  const auto path = atomistic::test::read_rows("lammps_aqs_1k_1.csv");
  for (std::size_t k = 0; k < 90; ++k) {
    specimen.strain_to(path[k][0]);
    native.strain_to(path[k][0]);
    const State here = specimen.state(), there = native.state();
    ASSERT_NEAR(here.energy, path[k][1], 1e-11 * std::abs(path[k][1])) << k;
    ASSERT_NEAR(here.stress.xy, -path[k][4], 1e-9) << k;
    ASSERT_NEAR(here.stress.xy, there.stress.xy, 1e-9) << k;
    ASSERT_EQ(specimen.last_relaxation().followed_flow, native.last_relaxation().followed_flow) << k;
  }
}

// tests/reference/eam: by LAMMPS again; the first event is in increment 98.
TEST(LammpsSpecimen, follows_a_metal_through_its_first_event) {
  if (!std::filesystem::exists(atomistic::test::copper_zirconium))
    GTEST_SKIP() << "the package lammps-data is missing";
  AtomisticSpecimen specimen = specimen_of(metal_by_lammps(), atomistic::test::read_eam_data("shear_1000"),
                                           atomistic::metal_relaxation_settings());
  const auto path = atomistic::test::read_metal_path();
  std::vector<int> events;
  for (std::size_t k = 1; k <= 100; ++k) {
    const State before = specimen.state();
    specimen.strain_to(path[k].strain);
    const State after = specimen.state();
    if (atomistic::test::dissipated(before, after, specimen.volume()) > 1e-4)
      events.push_back(static_cast<int>(k));
    ASSERT_NEAR(after.energy, path[k].energy, 1e-8) << k;
    ASSERT_NEAR(atomistic::gigapascals * after.stress.xy, path[k].shear_stress, 5e-5) << k;
  }
  EXPECT_EQ(events, std::vector<int>{98});
}

TEST(LammpsSpecimen, goes_on_from_a_snapshot_to_the_same_bits) {
  const Configuration glass = atomistic::test::small_glass(2, 140, 21);
  const auto settings = atomistic::iterative_relaxation_settings();
  AtomisticSpecimen first = specimen_of(paper_by_lammps(), glass, settings);
  int events = 0;
  for (int k = 1; k <= 60; ++k) first.strain_to(5e-4 * k);
  AtomisticSpecimen second = specimen_of(paper_by_lammps(), glass, settings);
  second.strain_to(2e-3);
  second.restore(first.snapshot());
  EXPECT_EQ(second.state(), first.state());
  for (int k = 61; k <= 100; ++k) {
    first.strain_to(5e-4 * k);
    second.strain_to(5e-4 * k);
    ASSERT_EQ(second.state(), first.state()) << k;
    if (first.last_relaxation().followed_flow) ++events;
  }
  EXPECT_GT(events, 0);
  EXPECT_EQ(second.snapshot(), first.snapshot());
}

// Dynamics at constant volume and under a pressure: the same trajectory until rounding has grown.
TEST(LammpsDynamics, moves_atoms_as_the_native_engine_does) {
  const Configuration start = atomistic::test::small_glass(3, 300, 4);
  RandomStream random(1, 0, Purpose::velocities);
  const auto velocities =
      atomistic::thermal_velocities(start.atoms(), 3, 0.5, random, std::vector<double>(start.atoms(), 1.0));
  const auto run = [&](const atomistic::MakeForceField& make) {
    atomistic::Dynamics dynamics(start, velocities, make, 0.005);
    dynamics.run(100, 10);
    return dynamics;
  };
  const auto lines = potential({"lj", paper_lines, 3, {1, 1}});
  const auto native =
      run([] { return std::make_unique<atomistic::PairForceField>(atomistic::paper_glass()); });
  const auto lammps = run([&] { return lines->force_field(0.3); });
  for (std::size_t i = 0; i < start.positions.size(); ++i)
    ASSERT_NEAR(lammps.configuration().positions[i], native.configuration().positions[i], 1e-9);
  EXPECT_NEAR(lammps.conserved_energy(), native.conserved_energy(), 1e-9);
}

atomistic::PreparationSettings short_preparation() {
  atomistic::PreparationSettings settings;
  settings.atoms = 120;
  settings.melt_duration = 5;
  settings.cooling_duration = 5;
  settings.duration = 20;
  settings.drift_limit = std::numeric_limits<double>::infinity();
  settings.pressure = 2;
  settings.barostat_time = 2;
  settings.cooling_rate = 0.05;
  return settings;
}

// A melt, cooled under a constant pressure, stored on the way and gone on with.
TEST(LammpsPreparation, makes_the_same_glass_after_an_interruption) {
  const auto lammps = paper_by_lammps();
  const atomistic::MakeForceField make = [&] { return lammps->force_field(0.3); };
  const atomistic::Minimise minimise = [&](Configuration& at) {
    return atomistic::foreign_material(lammps, atomistic::iterative_relaxation_settings(), 0.3)
        ->quench(at)
        .residual;
  };
  atomistic::Preparation whole(short_preparation(), make, minimise, 1, 0);
  atomistic::Preparation part(short_preparation(), make, minimise, 1, 0);
  while (!whole.finished()) whole.advance();
  for (int k = 0; k < 3; ++k) part.advance();
  atomistic::Preparation rest(short_preparation(), make, minimise, 1, 0);
  rest.resume(part.checkpoint());
  while (!rest.finished()) rest.advance();
  EXPECT_EQ(rest.glass().positions, whole.glass().positions);
  EXPECT_EQ(rest.glass().box, whole.glass().box);
  EXPECT_LT(whole.report().number("largest_force"), 1e-10);
}

// Stillinger and Weber, Phys. Rev. B 31, 5262 (1985): the energy is -2 epsilon an atom, epsilon = 2.1683 eV
// in Si.sw. Elastic constants: Balamane, Halicioglu and Tiller, Phys. Rev. B 46, 2250 (1992): C11 = 151.4,
// C12 = 76.4, C44 = 56.4 GPa. C44 without relaxation: 109.7513 by energies of lmp over change_box of +-1e-3.
TEST(LammpsMaterial, has_the_elastic_constants_of_stillinger_weber_silicon) {
  const auto settings = atomistic::metal_relaxation_settings();
  const auto material = atomistic::foreign_material(silicon(), settings, 0.3);
  Configuration crystal = diamond(5.431, 3);
  const auto found = material->quench(crystal);
  EXPECT_NEAR(found.evaluation.energy / 216, -2 * 2.1683, 1e-7);
  const auto moduli = material->moduli(crystal);
  ASSERT_TRUE(moduli.stable);
  const auto gpa = [](double c) { return atomistic::gigapascals * c; };
  EXPECT_NEAR(gpa(moduli.relaxed(0, 0, 0, 0)), 151.4, 0.2);
  EXPECT_NEAR(gpa(moduli.relaxed(0, 0, 1, 1)), 76.4, 0.2);
  EXPECT_NEAR(gpa(moduli.relaxed(1, 2, 1, 2)), 56.4, 0.2);
  EXPECT_NEAR(gpa(moduli.affine(0, 1, 0, 1)), 109.7513, 0.01);
  // The slope of quasi-static shear is the same modulus.
  AtomisticSpecimen specimen = specimen_of(silicon(), crystal, settings);
  specimen.strain_to(1e-4);
  const double ahead = specimen.state().stress.xy;
  specimen.strain_to(-1e-4);
  EXPECT_NEAR(gpa((ahead - specimen.state().stress.xy) / 2e-4), 56.4, 0.2);
}

// The same moduli as from the Hessian of pairs.
TEST(LammpsMaterial, has_the_moduli_of_the_native_engine) {
  const Configuration glass = atomistic::test::small_glass(2, 400, 3);
  const auto lammps =
      atomistic::foreign_material(paper_by_lammps(), atomistic::iterative_relaxation_settings(), 0.3)
          ->moduli(glass);
  atomistic::PairForceField field(atomistic::paper_glass());
  const auto native = atomistic::elastic_moduli(field, glass);
  ASSERT_TRUE(lammps.stable && native.stable);
  for (std::size_t p = 0; p < 6; ++p)
    for (std::size_t q = 0; q < 6; ++q) {
      EXPECT_NEAR(lammps.affine.value[p][q], native.affine.value[p][q], 1e-4);
      EXPECT_NEAR(lammps.relaxed.value[p][q], native.relaxed.value[p][q], 2e-3);
    }
}

}  // namespace
}  // namespace vitrum::lammps::test
