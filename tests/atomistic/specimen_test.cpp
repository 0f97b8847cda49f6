#include "atomistic/specimen.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "base/error.h"
#include "lammps_path.h"
#include "lammps_reference.h"
#include "samples.h"
#include "small_glass.h"

namespace vitrum::atomistic {
namespace {

// LAMMPS relaxed with conjugate gradients. The tenth of its stress drops is at increment 405.
TEST(AtomisticSpecimen, follows_lammps_beyond_ten_stress_drops) {
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes a minute with sanitizers, which see the same code in the next test";
#endif
  const test::Agreement agreement = test::follow_lammps(410);
  EXPECT_EQ(agreement.increments, 410);
  EXPECT_EQ(agreement.drops, 10);
  EXPECT_LT(agreement.energy, 1e-12);
  EXPECT_LT(agreement.stress, 1e-9);
}

/// Strains `glass` increment by increment to `last`, and from a snapshot at `middle` again; how many events
/// there were before the snapshot and after it.
std::pair<int, int> expect_the_same_bits(const Configuration& glass, double increment, int middle, int last) {
  std::pair<int, int> events{0, 0};
  AtomisticSpecimen first(glass, paper_glass());
  for (int k = 1; k <= middle; ++k) {
    first.strain_to(k * increment);
    if (first.last_relaxation().followed_flow) ++events.first;
  }
  const Group snapshot = first.snapshot();

  AtomisticSpecimen second(glass, paper_glass());
  second.strain_to(2e-3);  // anything: restore() must forget it
  second.restore(snapshot);
  EXPECT_EQ(second.state(), first.state());
  AtomisticSpecimen third(glass, paper_glass());
  for (int k = middle + 1; k <= last; ++k) {
    first.strain_to(k * increment);
    second.strain_to(k * increment);
    EXPECT_EQ(second.state(), first.state()) << "increment " << k;
    third.restore(first.snapshot());
    EXPECT_EQ(third.state(), first.state()) << "increment " << k;
    if (first.last_relaxation().followed_flow) ++events.second;
    if (testing::Test::HasFailure()) break;
  }
  EXPECT_EQ(second.configuration().positions, first.configuration().positions);
  EXPECT_EQ(second.snapshot(), first.snapshot());
  return events;
}

// Increments 76 and 126 hold events: one before and one after the snapshot is taken.
TEST(AtomisticSpecimen, goes_on_from_a_snapshot_to_the_same_bits) {
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes half a minute with sanitizers, which see the same code in the next test";
#endif
  const auto [before, after] = expect_the_same_bits(test::read_data("esl_1k_1.dat"), 1e-4, 100, 150);
  EXPECT_EQ(before, 1);
  EXPECT_EQ(after, 2);
}

TEST(AtomisticSpecimen, of_few_atoms_goes_on_from_a_snapshot_to_the_same_bits) {
  const auto [before, after] = expect_the_same_bits(test::small_glass(2, 140, 21), 5e-4, 60, 120);
  EXPECT_GT(before, 0);
  EXPECT_GT(after, 0);
}

// Two events, at increments 76 and 126 of the LAMMPS path, lie on the way.
TEST(AtomisticSpecimen, follows_the_same_path_without_factors) {
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes minutes with sanitizers";
#endif
  const Configuration glass = test::read_data("esl_1k_1.dat");
  RelaxationSettings thrifty;
  thrifty.dearest_factor = 0;
  AtomisticSpecimen plain(glass, paper_glass(), thrifty);
  AtomisticSpecimen usual(glass, paper_glass());
  int events = 0;
  for (int k = 71; k <= 130; ++k) {
    plain.strain_to(k * 1e-4);
    usual.strain_to(k * 1e-4);
    ASSERT_NEAR(plain.state().stress.xy, usual.state().stress.xy, 1e-9) << "increment " << k;
    ASSERT_LE(plain.last_relaxation().residual, thrifty.force_tolerance);
    if (plain.last_relaxation().followed_flow) ++events;
  }
  EXPECT_GE(events, 2);
}

Configuration small_glass(Box box, std::size_t atoms) {
  Configuration c = test::scattered(box, atoms, 0.75, 11);
  for (std::size_t i = 0; i < atoms; i += 2) c.species[i] = 1;
  return c;
}

TEST(AtomisticSpecimen, crosses_a_flip_of_the_box_unchanged) {
  const Box straight{2, {0, 0, 0}, 10, 10, 1, 0, 0, 0};
  const Configuration c = small_glass(straight, 100);
  PairForceField field(paper_glass());
  Configuration rest = c;
  AtomisticSpecimen upright(rest, paper_glass());
  // The same glass in a cell that has just been flipped the other way: tilt -4.999 instead of 5.001.
  Configuration leaning = upright.configuration();
  leaning.box.xy = 10;
  AtomisticSpecimen flipped(leaning, paper_glass());
  for (int k = 1; k <= 30; ++k) {
    upright.strain_to(k * 1e-3);
    flipped.strain_to(k * 1e-3);
    EXPECT_NEAR(upright.state().energy, flipped.state().energy, 1e-9);
    EXPECT_NEAR(upright.state().stress.xy, flipped.state().stress.xy, 1e-8);
    EXPECT_LE(std::abs(flipped.configuration().box.xy), 5.0);
  }
}

TEST(AtomisticSpecimen, has_the_work_of_its_stress_as_energy_on_elastic_branches) {
  for (const auto& [box, atoms] : {std::pair{Box{2, {0, 0, 0}, 10, 10, 1, 0, 0, 0}, std::size_t{100}},
                                   std::pair{Box{3, {0, 0, 0}, 5.5, 5.5, 5.5, 0, 0, 0}, std::size_t{150}}}) {
    AtomisticSpecimen specimen(small_glass(box, atoms), paper_glass());
    const double h = 1e-5;
    const State before = specimen.state();
    specimen.strain_to(h);
    const State middle = specimen.state();
    specimen.strain_to(2 * h);
    const State after = specimen.state();
    // Simpson's rule for the work.
    const double work =
        specimen.volume() * h / 3 * (before.stress.xy + 4 * middle.stress.xy + after.stress.xy);
    EXPECT_NEAR(after.energy - before.energy, work, 1e-10);
    specimen.strain_to(0);
    EXPECT_NEAR(specimen.state().energy, before.energy, 1e-10);
    EXPECT_NEAR(specimen.state().stress.xy, before.stress.xy, 1e-8);
  }
}

TEST(AtomisticSpecimen, gives_fields_of_all_atoms) {
  AtomisticSpecimen specimen(small_glass({3, {0, 0, 0}, 5, 5, 5, 0, 0, 0}, 100), paper_glass());
  const Configuration start = specimen.configuration();
  const double gamma = 1e-3;
  specimen.strain_to(gamma);
  const Group fields = specimen.fields();
  for (const std::string name : {"x", "y", "z", "dx", "dy", "dz"})
    EXPECT_EQ(fields.doubles(name).size(), 100U) << name;
  EXPECT_EQ(fields.integers("species").size(), 100U);
  for (std::size_t i = 0; i < 100; ++i) {
    EXPECT_NEAR(fields.doubles("x")[i],
                start.positions[3 * i] + gamma * start.positions[3 * i + 1] + fields.doubles("dx")[i], 1e-12);
    EXPECT_LT(std::abs(fields.doubles("dy")[i]), 0.1);
  }
}

TEST(AtomisticSpecimen, refuses_foreign_snapshots_and_strains) {
  AtomisticSpecimen specimen(small_glass({2, {0, 0, 0}, 8, 8, 1, 0, 0, 0}, 60), paper_glass());
  AtomisticSpecimen other(small_glass({2, {0, 0, 0}, 9, 9, 1, 0, 0, 0}, 70), paper_glass());
  EXPECT_THROW(specimen.restore(other.snapshot()), InputError);
  EXPECT_THROW(specimen.strain_to(std::nan("")), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
