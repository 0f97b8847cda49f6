// A glass of Cu and Zr by the potential of Mendelev et al. (2009), against LAMMPS. Neither the table nor the
// glass made with it may be shipped: both are looked for in the folder that VITRUM_CUZR_2009 names, or in
// tests/reference/cuzr_2009 (Cu-Zr_2.eam.fs, q1k_2009_1e14.data, aqs_xy_1k_2009_tol1e-6max.txt).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "edge/import/read_configuration.h"
#include "metal_path.h"

namespace vitrum::atomistic {
namespace {

namespace fs = std::filesystem;

constexpr double lammps_stress_unit = 1.6021765e6;  // bar per eV/A^3
constexpr double event_heat = 1e-4;                 // eV

fs::path folder_of_2009() {
  const char* const named = std::getenv("VITRUM_CUZR_2009");
  return named ? fs::path(named) : fs::path(VITRUM_SOURCE_DIR) / "tests/reference/cuzr_2009";
}

/// gamma, U, stress_xy in eV/A^3.
std::vector<test::MetalState> path_of_2009() {
  std::ifstream file(folder_of_2009() / "aqs_xy_1k_2009_tol1e-6max.txt");
  std::vector<test::MetalState> path;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream row(line);
    test::MetalState state;
    double xx = 0, yy = 0, zz = 0, xy = 0;
    row >> state.strain >> state.energy >> xx >> yy >> zz >> xy;
    state.shear_stress = xy * 1e4 / lammps_stress_unit;
    path.push_back(state);
  }
  return path;
}

class MetalOf2009 : public testing::TestWithParam<double> {};

// At forces of 1e-6 eV/A, as LAMMPS has them here, and at 1e-9: the same events, to the same minima.
TEST_P(MetalOf2009, follows_lammps_from_event_to_event) {
  const fs::path folder = folder_of_2009();
  if (!fs::exists(folder / "Cu-Zr_2.eam.fs")) GTEST_SKIP() << "the table of 2009 is not there";
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes minutes with sanitizers, which see the same code in MetalSpecimen";
#endif
  RelaxationSettings settings = metal_relaxation_settings();
  settings.force_tolerance = GetParam();
  const imports::Imported glass = imports::read_configuration(folder / "q1k_2009_1e14.data");
  AtomisticSpecimen specimen(glass.configuration, test::read_potential(folder / "Cu-Zr_2.eam.fs"), settings);
  const std::vector<test::MetalState> path = path_of_2009();
  ASSERT_EQ(path.size(), 370U);
  std::vector<std::size_t> events, events_there;
  double energy = 0, stress = 0, least_heat = 0;
  for (std::size_t k = 1; k < path.size(); ++k) {
    const State before = specimen.state();
    specimen.strain_to(path[k].strain);
    const State after = specimen.state();
    const double heat = test::dissipated(before, after, specimen.volume());
    const double heat_there = specimen.volume() * (path[k - 1].shear_stress + path[k].shear_stress) / 2 *
                                  (path[k].strain - path[k - 1].strain) -
                              (path[k].energy - path[k - 1].energy);
    if (heat > event_heat) events.push_back(k);
    if (heat_there > event_heat) events_there.push_back(k);
    least_heat = std::min(least_heat, heat);
    energy = std::max(energy, std::abs(after.energy - path[k].energy));
    stress = std::max(stress, std::abs(after.stress.xy - path[k].shear_stress));
  }
  EXPECT_EQ(events, events_there);
  EXPECT_GE(events.size(), 3U);
  EXPECT_LT(gigapascals * stress, 1e-5);
  EXPECT_LT(energy, 1e-8);
  EXPECT_GT(least_heat, -1e-5);
  EXPECT_EQ(specimen.unexplained_gains(), 0);
  RecordProperty("largest_stress_difference_GPa", std::to_string(gigapascals * stress));
}

INSTANTIATE_TEST_SUITE_P(tolerances, MetalOf2009, testing::Values(1e-6, 1e-9));

}  // namespace
}  // namespace vitrum::atomistic
