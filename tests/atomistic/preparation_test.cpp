#include "atomistic/preparation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "atomistic/pair_force_field.h"
#include "base/error.h"

namespace vitrum::atomistic {
namespace {

// A small sample, prepared in a hurry, whatever its energy does.
PreparationSettings hurried() {
  PreparationSettings settings;
  settings.atoms = 150;
  settings.melt_duration = 5;
  settings.cooling_duration = 12;
  settings.duration = 23;
  settings.drift_limit = std::numeric_limits<double>::infinity();
  return settings;
}

Preparation finish(Preparation preparation) {
  while (!preparation.finished()) preparation.advance();
  return preparation;
}

TEST(Preparation, ends_in_a_glass_at_rest) {
  const Preparation done = finish(Preparation(hurried(), paper_glass(), 1, 0));
  const Configuration& glass = done.glass();
  EXPECT_EQ(glass.atoms(), 150U);
  PairForceField field(paper_glass());
  std::vector<double> forces;
  const double energy = field.evaluate(glass, forces).energy / 150;
  for (const double f : forces) EXPECT_LE(std::abs(f), 1.1e-10);

  const Group report = done.report();
  EXPECT_NEAR(report.number("glass_energy"), energy, 1e-12);
  EXPECT_LE(report.number("largest_force"), 1e-10);
  EXPECT_EQ(report.doubles("liquid/energy").size(), 23U);
  EXPECT_EQ(report.doubles("liquid/temperature").size(), 23U);
  EXPECT_NEAR(report.doubles("liquid/time").back(), 23, 1e-9);
  EXPECT_EQ(report.integer("liquid/judged_from"), 11);
  EXPECT_NEAR(report.number("liquid/temperature_mean"), 0.351, 0.03);
  double mean = 0;
  for (std::size_t k = 11; k < 23; ++k) mean += report.doubles("liquid/energy")[k] / 12;
  EXPECT_NEAR(report.number("liquid/energy_mean"), mean, 1e-12);
  // Dropping the velocities and minimising takes at least the harmonic T k_B of potential energy per atom.
  EXPECT_LT(energy, mean - 0.9 * 0.351);
}

TEST(Preparation, resumes_to_the_same_bits_from_any_checkpoint) {
  Preparation straight(hurried(), paper_glass(), 7, 3);
  std::vector<Group> checkpoints{straight.checkpoint()};
  while (!straight.finished()) {
    straight.advance();
    checkpoints.push_back(straight.checkpoint());
  }
  ASSERT_EQ(checkpoints.size(), 1U + 1 + 1 + 2 + 3 + 1);  // start, placed, melt, cooling, hold, quench
  for (std::size_t k = 0; k < checkpoints.size(); k += 2) {
    Preparation resumed(hurried(), paper_glass(), 7, 3);
    resumed.resume(checkpoints[k]);
    EXPECT_EQ(resumed.checkpoint(), checkpoints[k]);
    resumed = finish(std::move(resumed));
    EXPECT_EQ(resumed.glass().positions, straight.glass().positions);
    EXPECT_EQ(resumed.report(), straight.report());
  }
}

// The density of the start is some 3 % from that of this pressure.
TEST(Preparation, finds_its_volume_under_a_constant_pressure) {
  PreparationSettings settings = hurried();
  settings.pressure = 2;
  settings.barostat_time = 1;
  settings.cooling_rate = 0.05, settings.final_temperature = 0.1;
  Preparation straight(settings, paper_glass(), 7, 3);
  std::vector<Group> checkpoints;
  while (!straight.finished()) {
    straight.advance();
    checkpoints.push_back(straight.checkpoint());
  }
  const Group report = straight.report();
  const Box& box = straight.glass().box;
  EXPECT_NEAR(report.number("density"), 150 / box.volume(), 1e-12);
  EXPECT_NEAR(report.number("liquid/pressure_mean"), 2, 0.5);
  EXPECT_EQ(report.number("liquid/pressure"), 2);
  EXPECT_GT(std::abs(report.number("liquid/density_mean") / settings.density - 1), 0.01);
  EXPECT_EQ(report.doubles("liquid/density").size(), 23U);
  // The glass is denser than the liquid, which loses heat.
  EXPECT_GT(report.number("density"), report.number("liquid/density_mean"));
  for (std::size_t k = 0; k < checkpoints.size(); k += 2) {
    Preparation resumed(settings, paper_glass(), 7, 3);
    resumed.resume(checkpoints[k]);
    EXPECT_EQ(resumed.checkpoint(), checkpoints[k]);
    resumed = finish(std::move(resumed));
    EXPECT_EQ(resumed.glass().positions, straight.glass().positions);
    EXPECT_EQ(resumed.glass().box, box);
    EXPECT_EQ(resumed.report(), report);
  }
}

// Kob-Andersen in three dimensions, cooled into the glass after a short hold.
TEST(Preparation, cools_a_glass_of_another_potential_slowly) {
  PreparationSettings settings = hurried();
  settings.mixture = usual_mixture("ka3d");
  settings.atoms = 200;
  settings.density = 1.2;
  settings.melt_temperature = 2;
  settings.temperature = 1;
  settings.timestep = 0.005;
  settings.melt_duration = settings.cooling_duration = 2;
  settings.duration = 8;
  settings.cooling_rate = 0.2;
  settings.final_temperature = 0.2;
  Preparation straight(settings, kob_andersen(PairEnd::smooth), 3, 1);
  std::vector<std::string> stages;
  Group during;
  while (!straight.finished()) {
    straight.advance();
    if (stages.empty() || stages.back() != straight.doing()) stages.push_back(straight.doing());
    if (straight.doing() == "cooling to a glass") during = straight.checkpoint();
  }
  EXPECT_EQ(stages, (std::vector<std::string>{"melting", "cooling", "equilibrating", "cooling to a glass",
                                              "quenching", "done"}));
  const Configuration& glass = straight.glass();
  EXPECT_EQ(glass.box.dimension, 3);
  std::vector<double> forces;
  const double energy = make_force_field("ka3d")->evaluate(glass, forces).energy;
  for (const double f : forces) EXPECT_LE(std::abs(f), 1.1e-10);
  const Group report = straight.report();
  EXPECT_NEAR(report.number("glass_energy"), energy / 200, 1e-12);
  EXPECT_EQ(report.number("liquid/cooling_rate"), 0.2);
  // At T = 1 the structure relaxes within a time unit or less.
  EXPECT_GE(report.doubles("liquid/relaxation_times").size(), 3U);
  EXPECT_GT(report.number("liquid/relaxation_time"), 0.1);
  EXPECT_LT(report.number("liquid/relaxation_time"), 2.5);
  EXPECT_NEAR(report.number("liquid/hold_in_relaxation_times"), 8 / report.number("liquid/relaxation_time"),
              1e-9);

  Preparation resumed(settings, kob_andersen(PairEnd::smooth), 3, 1);
  resumed.resume(during);
  resumed = finish(std::move(resumed));
  EXPECT_EQ(resumed.glass().positions, glass.positions);

  // The same liquid quenched at once has the higher energy.
  settings.cooling_rate = 0;
  const Preparation fast = finish(Preparation(settings, kob_andersen(PairEnd::smooth), 3, 1));
  EXPECT_GT(fast.report().number("glass_energy"), report.number("glass_energy"));
}

TEST(Preparation, makes_every_sample_another_one) {
  PreparationSettings settings = hurried();
  settings.duration = settings.cooling_duration = 0;
  const auto glass = [&](std::uint64_t seed, std::uint64_t sample) {
    return finish(Preparation(settings, paper_glass(), seed, sample)).glass().positions;
  };
  const auto first = glass(1, 0);
  EXPECT_EQ(glass(1, 0), first);
  EXPECT_NE(glass(1, 1), first);
  EXPECT_NE(glass(2, 0), first);
}

TEST(Preparation, tells_how_far_it_is) {
  Preparation preparation(hurried(), paper_glass(), 1, 0);
  EXPECT_EQ(preparation.progress(), 0);
  EXPECT_EQ(preparation.doing(), "placing atoms");
  std::vector<std::string> stages;
  double before = 0;
  while (!preparation.finished()) {
    preparation.advance();
    EXPECT_GE(preparation.progress(), before);
    before = preparation.progress();
    if (stages.empty() || stages.back() != preparation.doing()) stages.push_back(preparation.doing());
  }
  EXPECT_EQ(before, 1);
  EXPECT_EQ(stages, (std::vector<std::string>{"melting", "cooling", "equilibrating", "quenching", "done"}));
}

// A melt dropped to a third of its temperature ages for a thousand time units; thirty do not do.
TEST(Preparation, refuses_a_liquid_that_has_not_settled) {
  PreparationSettings settings = hurried();
  settings.atoms = 1000;
  settings.cooling_duration = 0;
  settings.melt_temperature = 1.0;
  settings.duration = 12;
  settings.thermostat_time = 5;
  settings.drift_limit = 3;
  try {
    finish(Preparation(settings, paper_glass(), 1, 4));
    FAIL() << "the liquid was taken for settled";
  } catch (const PhysicsError& error) {
    const std::string text = error.what();
    EXPECT_TRUE(
        text.starts_with("sample 4: the liquid at temperature 0.351 has not settled: its energy per atom "
                         "drifts by -"))
        << text;
    EXPECT_NE(
        text.find("standard errors, limit 3) between the third and the fourth quarter of 12 time units"),
        std::string::npos)
        << text;
  }
}

TEST(Preparation, refuses_a_quench_that_stops_early) {
  PreparationSettings settings = hurried();
  settings.duration = settings.cooling_duration = 0;
  const auto make = [] { return std::make_unique<PairForceField>(paper_glass()); };
  Preparation lazy(
      settings, make, [](Configuration&) { return 1e-3; }, 1, 0);
  EXPECT_THROW(finish(std::move(lazy)), PhysicsError);
}

TEST(Preparation, names_the_sample_when_the_dynamics_fails) {
  PreparationSettings settings = hurried();
  settings.timestep = 0.2;
  try {
    finish(Preparation(settings, paper_glass(), 1, 5));
    FAIL() << "a step as long as a vibration cannot be integrated";
  } catch (const PhysicsError& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with("sample 5: ")) << error.what();
  }
}

TEST(Preparation, refuses_settings_and_checkpoints_that_cannot_be) {
  const auto refusal = [](auto change) {
    PreparationSettings settings = hurried();
    change(settings);
    try {
      const Preparation preparation(settings, paper_glass(), 1, 0);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string("not refused");
  };
  EXPECT_EQ(refusal([](auto& s) { s.temperature = -1; }),
            "the temperature of the glass preparation is -1 and must be a positive number");
  EXPECT_EQ(refusal([](auto& s) { s.timestep = 0; }),
            "the time step of the glass preparation is 0 and must be between 1e-6 and 1");
  EXPECT_EQ(refusal([](auto& s) { s.duration = std::nan(""); }),
            "the duration of the glass preparation is nan and must be between 0 and 1e9");
  EXPECT_EQ(refusal([](auto& s) { s.drift_limit = 0; }),
            "the drift limit of the glass preparation is 0 and must be a positive number of standard errors");
  EXPECT_EQ(refusal([](auto& s) { s.cooling_rate = 1, s.final_temperature = 0.4; }),
            "the final temperature of the glass preparation is 0.4 and must be positive and below the "
            "temperature of the liquid");
  EXPECT_NE(refusal([](auto& s) { s.cooling_rate = -1; }), "not refused");
  EXPECT_NE(refusal([](auto& s) { s.atoms = 1; }), "not refused");
  EXPECT_NE(refusal([](auto& s) { s.density = 0; }), "not refused");

  Preparation preparation(hurried(), paper_glass(), 1, 0);
  EXPECT_THROW(preparation.glass(), InputError);
  EXPECT_THROW(preparation.report(), InputError);
  EXPECT_THROW(preparation.resume(Group{}), InputError);
  EXPECT_THROW(preparation.resume(Preparation(hurried(), paper_glass(), 1, 1).checkpoint()), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
