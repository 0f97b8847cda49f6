#include "elastoplastic/thermal_activation.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "elastoplastic/lattice.h"
#include "kolmogorov_smirnov.h"
#include "planted_systems.h"

namespace vitrum::elastoplastic {
namespace {

constexpr double temperature = 0.3, volume = 0.8, far = 1e300;

LatticeSettings activation_settings() {
  LatticeSettings s;
  s.columns = s.rows = 2;
  return s;
}

/// Five systems with distances of their own at zero stress: 0.4 and 0.7 in element 0, 0.5 and 0.9 in element
/// 2, 0.6 in element 3.
Lattice lattice() {
  return {
      activation_settings(),
      {3, 0},
      test::planted_rules(
          activation_settings(), 2,
          {{0, {{0.0, 0.4, 0.7}}}, {2, {{M_PI / 8, 0.5, 1e6}, {0.0, 1e6, 0.9}}}, {3, {{0.0, 0.6, 1e6}}}})};
}

/// Their rates when every element bears the shear stress `shear` (paper 1, eq. 11).
std::array<double, 5> rates(double shear) {
  const double oblique = shear * std::cos(M_PI / 4);
  const std::array<double, 5> distance{0.4 - shear, 0.7 + shear, 0.5 - oblique, 0.9 + shear, 0.6 - shear};
  std::array<double, 5> out;
  for (std::size_t i = 0; i < 5; ++i) out[i] = std::exp(-distance[i] * volume / temperature);
  return out;
}

std::size_t number_of(const ActiveSystem& system) {
  if (system.element == 0) return system.system;
  if (system.element == 2) return system.system == 0 ? 2 : 3;
  return 4;
}

// The lattice goes back and forth between two stresses, so that most elements are bounded, not looked at,
// when somebody is picked. Who is picked and when must be as eq. 11 says nevertheless.
TEST(ThermalActivation, PicksWithTheRatesAndWaitsOfThePaper) {
  Lattice two = lattice();
  ThermalActivation thermal(4, 11, 0);
  const double strain = 0.02;
  constexpr int draws = 40000;
  std::array<std::array<int, 5>, 2> counts{};
  std::array<std::vector<double>, 2> waits;
  for (int i = 0; i < draws; ++i) {
    const auto side = static_cast<std::size_t>(i % 2);
    const auto pick = thermal.next(two, temperature, volume, far);
    ASSERT_TRUE(pick);
    counts[side][number_of(pick->system)] += 1;
    waits[side].push_back(pick->wait);
    two.load(side == 0 ? strain : -strain);
  }
  for (std::size_t side = 0; side < 2; ++side) {
    const auto expected = rates(side == 0 ? 0 : 13.2 * strain);
    double total = 0, chi = 0;
    for (const double rate : expected) total += rate;
    for (std::size_t k = 0; k < 5; ++k) {
      const double n = 0.5 * draws * expected[k] / total;
      chi += (counts[side][k] - n) * (counts[side][k] - n) / n;
    }
    EXPECT_LT(chi, 18.5);  // four degrees of freedom, error rate 1e-3
    const auto law = [&](double t) { return 1 - std::exp(-total * t); };
    EXPECT_LT(test::kolmogorov_smirnov(waits[side], law), 1.95);
  }
}

// Rates that were kept for another temperature are of no use.
TEST(ThermalActivation, FollowsChangesOfTheTemperature) {
  const Lattice still = lattice();
  ThermalActivation thermal(4, 14, 0);
  std::array<double, 2> sum{};
  constexpr int draws = 20000;
  for (int i = 0; i < draws; ++i)
    sum[static_cast<std::size_t>(i % 2)] +=
        thermal.next(still, i % 2 == 0 ? temperature : 2 * temperature, volume, far)->wait;
  for (std::size_t k = 0; k < 2; ++k) {
    double total = 0;
    for (const double rate : rates(0)) total += k == 0 ? rate : std::sqrt(rate);
    EXPECT_NEAR(sum[k] / (draws / 2), 1 / total, 4 / total / std::sqrt(draws / 2));
  }
}

TEST(ThermalActivation, NobodyComesWhenPatienceIsShort) {
  const Lattice still = lattice();
  ThermalActivation thermal(4, 12, 0);
  double total = 0;
  for (const double rate : rates(0)) total += rate;
  int none = 0;
  for (int i = 0; i < 10000; ++i) none += thermal.next(still, temperature, volume, 0.5 / total) ? 0 : 1;
  EXPECT_NEAR(none, 10000 * std::exp(-0.5), 4 * std::sqrt(10000 * 0.61 * 0.39));
  EXPECT_FALSE(thermal.next(still, 1e-5, volume, far));  // every rate is zero in double precision
}

// What is remembered of the rates decides how many random numbers are used; stored, it goes on the same.
TEST(ThermalActivation, GoesOnFromWhatIsStored) {
  Lattice moving = lattice();
  ThermalActivation whole(4, 13, 0);
  for (int i = 0; i < 50; ++i) {
    whole.next(moving, temperature, volume, far);
    moving.load(1e-4);
  }
  ThermalActivation resumed(4, 13, 0);
  resumed.restore(whole.snapshot());
  for (int i = 0; i < 50; ++i) {
    const auto a = whole.next(moving, temperature, volume, far),
               b = resumed.next(moving, temperature, volume, far);
    ASSERT_EQ(a->wait, b->wait);
    ASSERT_EQ(a->system.element, b->system.element);
    moving.load(-2e-4);
  }
}

}  // namespace
}  // namespace vitrum::elastoplastic
