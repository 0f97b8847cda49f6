#include "elastoplastic/lattice_specimen.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/error.h"
#include "base/parallel.h"
#include "elastoplastic/slip_kernel.h"
#include "finite_elements.h"
#include "stationary.h"

namespace vitrum::elastoplastic {
namespace {

LatticeSettings rectangle() {
  LatticeSettings settings;
  settings.columns = 9;
  settings.rows = 6;
  settings.element_length = 2.0;
  return settings;
}

double mean_of(const Group& fields, const std::string& name) { return test::mean(fields.doubles(name)); }

TensorField plastic_strain(const Group& fields) {
  TensorField plastic;
  plastic.xx = fields.doubles("plastic_strain_xx");
  for (const double xx : plastic.xx) plastic.yy.push_back(-xx);
  for (const double shear : fields.doubles("plastic_shear")) plastic.xy.push_back(0.5 * shear);
  return plastic;
}

TEST(LatticeSpecimen, BeginsWithoutStressAndLoadsElastically) {
  LatticeSpecimen lattice(rectangle(), 1, 0);
  EXPECT_EQ(lattice.volume(), 9 * 6 * 4.0);
  EXPECT_EQ(lattice.state(), State{});
  const auto response = lattice.strain_to(1e-3);
  EXPECT_EQ(response.slips, 0);
  EXPECT_TRUE(response.counts_slips);
  EXPECT_NEAR(lattice.state().stress.xy, 13.2e-3, 1e-17);
  EXPECT_NEAR(lattice.state().energy, lattice.volume() * 0.5 * 13.2e-6, 1e-15);
}

// After every avalanche of a flowing lattice: forces balance, as an independent finite element solution for
// the plastic strain at hand says, and the mean stress is C : (strain - mean plastic strain).
TEST(LatticeSpecimen, IsInEquilibriumAfterEveryAvalanche) {
  LatticeSpecimen lattice(rectangle(), 3, 0);
  const test::FiniteElements elements(9, 6, 13.2, 59);
  int avalanches = 0;
  for (int k = 1; avalanches < 200; ++k) {
    const auto slips = lattice.strain_to(k * 1e-3).slips;
    const Group fields = lattice.fields();
    for (const double distance : fields.doubles("smallest_distance")) ASSERT_GE(distance, 0);
    if (slips == 0) continue;
    ++avalanches;
    const TensorField plastic = plastic_strain(fields);
    const TensorField internal = elements.stress(plastic);
    const double load = 13.2 * k * 1e-3;
    for (std::size_t i = 0; i < 54; ++i) {
      ASSERT_NEAR(fields.doubles("stress_xx")[i], internal.xx[i], 2e-11);
      ASSERT_NEAR(fields.doubles("stress_yy")[i], internal.yy[i], 2e-11);
      ASSERT_NEAR(fields.doubles("stress_xy")[i], internal.xy[i] + load, 2e-11);
    }
    const State state = lattice.state();
    const double plastic_xx = mean_of(fields, "plastic_strain_xx");
    ASSERT_NEAR(state.stress.xy, load - 13.2 * mean_of(fields, "plastic_shear"), 1e-12);
    ASSERT_NEAR(state.stress.xx, -26.4 * plastic_xx, 1e-12);
    ASSERT_NEAR(state.stress.yy, 26.4 * plastic_xx, 1e-12);
    ASSERT_NEAR(state.stress.xy, mean_of(fields, "stress_xy"), 1e-13);
    ASSERT_NEAR(state.energy, 4.0 * elements.energy(plastic, k * 1e-3), 1e-10);
  }
}

// Paper 1, eq. 13: a slip alone turns (stress + half its change) : plastic strain into heat, never less than
// nothing, and that is what the elastic energy loses. An avalanche of several slips loses energy too.
TEST(LatticeSpecimen, SlipsDissipateWhatTheEnergyLoses) {
  const LatticeSettings settings = rectangle();
  LatticeSpecimen lattice(settings, 4, 0);
  const SlipKernel kernel(GreenOperator(settings.columns, settings.rows, {13.2, 59}), false);
  int single = 0;
  Group before = lattice.fields();
  for (int k = 1; single < 100; ++k) {
    const rig::Response response = lattice.strain_to(k * 1e-4);
    if (response.slips == 0) continue;
    const Group after = lattice.fields();
    const double released = response.before->energy - lattice.state().energy;
    ASSERT_GT(released, 0);
    if (response.slips == 1) {
      ++single;
      const auto difference = [&](const std::string& name, std::size_t i) {
        return after.doubles(name)[i] - before.doubles(name)[i];
      };
      std::size_t element = 0;
      while (difference("slips", element) == 0) ++element;
      const Deviator slip{-2 * difference("plastic_strain_xx", element),
                          difference("plastic_shear", element)};
      const Deviator stress{0.5 * (after.doubles("stress_yy")[element] - after.doubles("stress_xx")[element]),
                            after.doubles("stress_xy")[element]};
      // The stress after the slip less half of its change is the mean of before and after.
      const double dissipated = dot(stress, slip) - 0.5 * kernel.self_stress(slip);
      ASSERT_GE(dissipated, 0);
      ASSERT_NEAR(released, 4.0 * dissipated, 1e-11);
    }
    before = after;
  }
}

// The state after two increments is the same whether they are made one by one or at once, up to the bit,
// as long as nothing slips; in both directions of loading.
TEST(LatticeSpecimen, TheWayToAStrainLeavesNoTraceWithoutSlip) {
  LatticeSpecimen direct(rectangle(), 5, 0), dawdling(rectangle(), 5, 0);
  for (int k = 1; k < 3000; ++k) {
    const double target = 1e-3 * k;
    const rig::StrainGrid grid{dawdling.state().strain, (target - dawdling.state().strain) / 3};
    const std::int64_t quiet = direct.quiet_increments(grid, 0, 3) - 1;
    for (std::int64_t j = 1; j <= quiet; ++j) ASSERT_EQ(dawdling.strain_to(grid.at(j)).slips, 0);
    dawdling.strain_to(target);
    direct.strain_to(target);
    ASSERT_EQ(direct.state(), dawdling.state());
  }
  EXPECT_EQ(direct.snapshot(), dawdling.snapshot());
}

TEST(LatticeSpecimen, SameBitsForAnyNumberOfThreads) {
  const auto histories = [](int threads) {
    std::vector<History> results(6);
    parallel_for(results.size(), threads, [&](std::size_t sample) {
      // Also through a factorisation, and through Fourier space: that takes 24 slips at once.
      LatticeSettings settings = rectangle();
      if (sample > 2) settings.interaction = "heterogeneous";
      if (sample == 2) settings.columns = settings.rows = 64;
      LatticeSpecimen lattice(settings, 6, sample);
      results[sample] = test::shear_by(lattice, sample == 2 ? 0.06 : 0.3);
    });
    return results;
  };
  const auto alone = histories(1);
  EXPECT_EQ(alone, histories(2));
  EXPECT_NE(alone[0].events, alone[1].events);
}

// Threshold scales and moduli a million times larger are another unit of stress, nothing else.
TEST(LatticeSpecimen, HistoryDoesNotDependOnTheUnitOfStress) {
  LatticeSettings settings = rectangle();
  LatticeSpecimen plain(settings, 7, 0);
  constexpr double unit = 1 << 20;  // a power of two: rounding is the same
  settings.threshold_scale *= unit;
  settings.shear_modulus *= unit;
  settings.bulk_modulus *= unit;
  LatticeSpecimen scaled(settings, 7, 0);
  const History a = test::shear_by(plain, 0.5), b = test::shear_by(scaled, 0.5);
  ASSERT_EQ(a.events.size(), b.events.size());
  for (std::size_t i = 0; i < a.events.size(); ++i) {
    ASSERT_EQ(a.events[i].strain, b.events[i].strain);
    ASSERT_EQ(a.events[i].slips, b.events[i].slips);
    ASSERT_NEAR(a.events[i].stress_after, b.events[i].stress_after / unit, 1e-12);
  }
}

// Amplitudes near the largest allowed one, drawn for many elements at once: each slip throws more stress at
// its neighbours than they can take.
TEST(LatticeSpecimen, StressThatGrowsWithoutBoundIsAnError) {
  LatticeSettings settings;
  settings.threshold_shape = 2.176;
  settings.threshold_scale = 0.664;
  settings.amplitude_exponent = 0.5325;
  settings.initial = Initial::unstressed;
  int unbounded = 0;
  for (std::uint64_t sample = 0; sample < 48 && unbounded == 0; ++sample) {
    LatticeSpecimen lattice(settings, 1, sample);
    try {
      for (int step = 1; step <= 20; ++step) {
        lattice.strain_to(0.1 * step);
        ASSERT_TRUE(std::isfinite(lattice.state().stress.xy));
      }
    } catch (const PhysicsError& error) {
      EXPECT_NE(std::string(error.what()).find("without bound"), std::string::npos) << error.what();
      ++unbounded;
    }
  }
  EXPECT_GT(unbounded, 0);
}

TEST(LatticeSpecimen, AnAvalancheWithoutEndIsAnError) {
  LatticeSettings settings = rectangle();
  settings.mode = Mode::mepls;
  settings.threshold_scale = 1e-3;
  LatticeSpecimen lattice(settings, 8, 0);
  try {
    lattice.strain_to(10.0);
    FAIL() << "no error";
  } catch (const PhysicsError& error) {
    EXPECT_NE(std::string(error.what()).find("more than 10 slips per element"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("sample 0"), std::string::npos);
  }
}

TEST(LatticeSpecimen, RefusesSettingsThatMakeNoSense) {
  const auto refuses = [](auto change, const std::string& what) {
    LatticeSettings settings;
    change(settings);
    try {
      LatticeSpecimen lattice(settings, 1, 0);
      ADD_FAILURE() << "accepted a wrong " << what;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find(what), std::string::npos) << error.what();
    }
  };
  refuses([](auto& s) { s.columns = 1; }, "at least 2 x 2");
  refuses([](auto& s) { s.rows = 0; }, "at least 2 x 2");
  refuses([](auto& s) { s.slip_systems = 6; }, "slip_systems = 6");
  refuses([](auto& s) { s.slip_systems = 0; }, "slip_systems = 0");
  refuses([](auto& s) { s.threshold_shape = 0; }, "threshold_shape");
  refuses([](auto& s) { s.threshold_scale = -1; }, "threshold_scale");
  refuses([](auto& s) { s.threshold_shape = 0.02; }, "at least 0.1");
  refuses([](auto& s) { s.slip_systems = 8192; }, "from 4 to 4096");
  refuses([](auto& s) { s.liquid_events = -3; }, "liquid_events");
  refuses([](auto& s) { s.liquid_events = std::nan(""); }, "liquid_events");
  refuses([](auto& s) { s.pressure_sensitivity = -0.1; }, "pressure_sensitivity");
  refuses([](auto& s) { s.temperature = 0; }, "temperature");
  refuses([](auto& s) { s.amplitude_exponent = std::nan(""); }, "amplitude_exponent");
  refuses([](auto& s) { s.shear_modulus = INFINITY; }, "shear_modulus");
  refuses([](auto& s) { s.bulk_modulus = 0; }, "bulk_modulus");
  refuses([](auto& s) { s.element_length = 0; }, "element_length");
  LatticeSpecimen lattice(rectangle(), 1, 0);
  EXPECT_THROW(lattice.strain_to(std::nan("")), InputError);
}

}  // namespace
}  // namespace vitrum::elastoplastic
