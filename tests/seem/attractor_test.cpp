#include "seem/attractor.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "stationary_map.h"

namespace vitrum::seem {
namespace {

StateGrid attractor_grid() { return equal_width_grid({{0, 0.002}, {0.14, 0.008}}, 14, 28); }

std::vector<EventLibrary> stationary_samples(std::uint64_t first, std::uint64_t count) {
  const StationaryGlass glass;
  std::vector<EventLibrary> samples;
  for (std::uint64_t i = first; i < first + count; ++i) {
    samples.emplace_back(attractor_grid());
    samples.back().add(trajectory_of(glass.sample({0.02, 5e-3}, 1, 1e-2, RandomStream(31, i, Purpose::test)),
                                     1, glass.law()));
  }
  return samples;
}

TEST(Attractor, OfLinearDriftsIsExact) {
  const StateGrid grid = equal_width_grid({{0, 0}, {2, 1}}, 10, 10);
  MeanFlow flow{grid, std::vector<BinFlow>(grid.bins())};
  for (std::size_t i = 0; i < grid.bins(); ++i) {
    const StatePoint p = grid.centre(i);
    flow.bins[i].exposure = 1 + p.stress;
    flow.bins[i].stress_drift.value = -3 * (p.stress - 1.3) + 2 * (p.inelastic - 0.4);
    flow.bins[i].inelastic_drift.value = -1 * (p.stress - 1.3) - 1 * (p.inelastic - 0.4);
  }
  const auto found = fixed_point(flow, 0.1);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->at.stress, 1.3, 1e-8);
  EXPECT_NEAR(found->at.inelastic, 0.4, 1e-8);
  EXPECT_TRUE(found->attracts());
  // -2 +- i, the eigenvalues of (-3 2; -1 -1).
  for (const auto& value : found->eigenvalues) {
    EXPECT_NEAR(value.real(), -2, 1e-8);
    EXPECT_NEAR(std::abs(value.imag()), 1, 1e-8);
  }
  for (BinFlow& bin : flow.bins) bin.stress_drift.value += 20;  // loads out of the grid
  EXPECT_FALSE(fixed_point(flow, 0.1));
}

// Drifts of the stationary glass vanish at tau = 2 G / lambda and X_s.
TEST(Attractor, OfAKnownGlassWithinItsErrorsAndTheseAreTrue) {
  const StationaryGlass glass;
  AttractorSettings settings;
  settings.draws = 60;
  double stress = 0, stress_squares = 0, inelastic = 0, inelastic_squares = 0;
  constexpr int repeats = 40;
  for (std::uint64_t repeat = 0; repeat < repeats; ++repeat) {
    const AttractorEstimate found =
        find_attractor(stationary_samples(6000 + 60 * repeat, 60), glass.law(), settings);
    EXPECT_GT(found.found, 55);
    const double a = (found.stress.value - 2 * glass.modulus / glass.lambda) / found.stress.error;
    const double b = (found.inelastic.value - glass.goal) / found.inelastic.error;
    stress += a, stress_squares += a * a, inelastic += b, inelastic_squares += b * b;
  }
  EXPECT_NEAR(stress / repeats, 0, 4 / std::sqrt(repeats));
  EXPECT_NEAR(inelastic / repeats, 0, 4 / std::sqrt(repeats));
  EXPECT_NEAR(stress_squares / repeats, 1, 4 * std::sqrt(2.0 / repeats));
  EXPECT_NEAR(inelastic_squares / repeats, 1, 4 * std::sqrt(2.0 / repeats));
}

TEST(Attractor, SaysWhenThereIsNone) {
  const StationaryGlass glass;
  EXPECT_THROW(find_attractor({}, glass.law(), {}), InputError);
  // Loading alone never balances.
  ExactSpecimen specimen(glass.law(), 1, {0, 5e-3}, 1e-3);
  for (int i = 0; i < 20; ++i) {
    specimen.load(1e-3);
    specimen.record();
  }
  EventLibrary library(attractor_grid());
  library.add(trajectory_of(specimen.history, 1, glass.law()));
  EXPECT_THROW(find_attractor({library}, glass.law(), {}), InputError);
}

}  // namespace
}  // namespace vitrum::seem
