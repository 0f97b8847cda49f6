#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "../metal_path.h"

namespace vitrum::atomistic {
namespace {

/// Increments whose dissipation exceeds 1e-4 eV, on the way to a strain of 0.04.
std::vector<int> events_of(AtomisticSpecimen specimen, std::vector<double>& energies) {
  std::vector<int> events;
  for (int k = 1; k <= 400; ++k) {
    const State before = specimen.state();
    specimen.strain_to(k * 1e-4);
    const State after = specimen.state();
    if (test::dissipated(before, after, specimen.volume()) > 1e-4) events.push_back(k);
    energies.push_back(after.energy);
  }
  EXPECT_EQ(specimen.unexplained_gains(), 0);
  return events;
}

// The default tolerance is tight enough: forces a thousand times smaller give the same events and minima.
TEST(MetalSpecimen, takes_the_same_path_at_a_tighter_tolerance) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  RelaxationSettings tight = metal_relaxation_settings();
  tight.force_tolerance = 1e-9;
  std::vector<double> usual_energies, tight_energies;
  const std::vector<int> usual = events_of(test::metal_specimen(), usual_energies);
  EXPECT_EQ(usual, events_of(test::metal_specimen(tight), tight_energies));
  EXPECT_GE(usual.size(), 7U);
  for (std::size_t k = 0; k < usual_energies.size(); ++k)
    ASSERT_NEAR(usual_energies[k], tight_energies[k], 1e-8) << "increment " << k + 1;
}

}  // namespace
}  // namespace vitrum::atomistic
