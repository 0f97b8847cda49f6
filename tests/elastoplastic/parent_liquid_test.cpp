#include "elastoplastic/parent_liquid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/parallel.h"
#include "elastoplastic/initial_stress.h"
#include "statistics_of_samples.h"

namespace vitrum::elastoplastic {
namespace {

LatticeSettings liquid(int columns, int rows) {
  LatticeSettings settings;
  settings.columns = columns;
  settings.rows = rows;
  settings.initial = Initial::liquid;
  return settings;
}

TEST(ParentLiquid, LeavesAGlassInEquilibriumAtZeroStrain) {
  LatticeSpecimen lattice(liquid(8, 6), 1, 0);
  const Group record = quench_from_liquid(lattice);
  EXPECT_GT(record.number("liquid_time"), 0);
  EXPECT_GT(record.integer("liquid_slips"), record.integer("liquid_events"));
  EXPECT_EQ(lattice.state().strain, 0);
  EXPECT_NEAR(record.number("quench_von_mises"), mean_von_mises(lattice.lattice().stress()), 1e-15);
  const Group fields = lattice.fields();
  for (const double distance : fields.doubles("smallest_distance")) EXPECT_GE(distance, 0);
  // Strain and slips count from the quench; stress does not.
  for (const double shear : fields.doubles("plastic_shear")) EXPECT_EQ(shear, 0);
  for (const double slips : fields.doubles("slips")) EXPECT_EQ(slips, 0);
  EXPECT_GT(test::deviation(fields.doubles("stress_xy")), 0.1);
  EXPECT_EQ(lattice.strain_to(0).slips, 0);
}

TEST(ParentLiquid, EndsWhenHardlyAnyElementIsAsInTheBeginning) {
  for (const auto& [columns, rows] : {std::pair{4, 4}, {15, 15}, {25, 16}}) {
    LatticeSpecimen lattice(liquid(columns, rows), 2, 0);
    quench_from_liquid(lattice);
    const auto& slips = lattice.lattice().slip_counts();
    const auto fresh = std::count(slips.begin(), slips.end(), 0);
    EXPECT_LE(static_cast<double>(fresh), 0.01 * columns * rows);
  }
}

TEST(ParentLiquid, EndsAfterAsManyEventsAsIsAskedFor) {
  LatticeSettings settings = liquid(6, 6);
  settings.liquid_events = 2.5;
  LatticeSpecimen counted(settings, 3, 0);
  EXPECT_EQ(quench_from_liquid(counted).integer("liquid_events"), 90);
  settings.liquid_events = 0;
  settings.mode = Mode::mepls;
  LatticeSpecimen as_the_code(settings, 3, 0);
  EXPECT_EQ(quench_from_liquid(as_the_code).integer("liquid_events"), 1100);
}

TEST(ParentLiquid, StoppedAnywhereItGoesOnToTheSameBits) {
  LatticeSpecimen whole(liquid(6, 5), 4, 0);
  const Group expected = quench_from_liquid(whole);
  for (const int stop : {1, 40, 120}) {
    LatticeSpecimen first(liquid(6, 5), 4, 0), second(liquid(6, 5), 4, 0);
    ParentLiquid begun(first);
    for (int i = 0; i < stop && !begun.finished(); ++i) begun.advance();
    ParentLiquid resumed(second);
    resumed.restore(begun.snapshot());
    while (!resumed.finished()) resumed.advance();
    EXPECT_EQ(resumed.record(), expected) << stop;
    EXPECT_EQ(second.snapshot(), whole.snapshot()) << stop;
  }
}

TEST(ParentLiquid, SaysWhyItCannotBegin) {
  LatticeSpecimen unstressed(LatticeSettings{}, 1, 0);
  EXPECT_THROW(ParentLiquid{unstressed}, InputError);
  LatticeSpecimen used(liquid(4, 4), 1, 0);
  used.strain_to(0.1);
  EXPECT_THROW(ParentLiquid{used}, InputError);
  LatticeSettings settings = liquid(4, 4);
  settings.temperature = 1e-6;
  LatticeSpecimen frozen(settings, 1, 0);
  EXPECT_THROW(quench_from_liquid(frozen), PhysicsError);
}

// Mode `paper` against an independent simulation in numpy: stress and distance to threshold of the quenched
// state at three temperatures (tests/reference/lattice/simulate_variants.py).
TEST(ParentLiquid, QuenchedStateFollowsTheTemperature) {
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes long with sanitizers, which see the same code in the tests above";
#endif
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/lattice/liquids.csv");
  std::string line;
  std::getline(file, line);
  std::map<double, test::Statistics> reference;
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::string temperature, name, mean, error;
    std::getline(fields, temperature, ','), std::getline(fields, name, ',');
    std::getline(fields, mean, ','), std::getline(fields, error, ',');
    reference[std::stod(temperature)][name] = {std::stod(mean), std::stod(error)};
  }
  ASSERT_EQ(reference.size(), 3u);
  for (const auto& of_temperature : reference) {
    const double temperature = of_temperature.first;
    const auto& expected = of_temperature.second;
    constexpr std::size_t samples = 64;
    std::vector<std::map<std::string, double>> measured(samples);
    parallel_for(samples, 0, [&](std::size_t sample) {
      LatticeSettings settings = liquid(15, 15);
      settings.temperature = temperature;
      LatticeSpecimen lattice(settings, 5, sample);
      quench_from_liquid(lattice);
      const Group fields = lattice.fields();
      measured[sample] = {{"quench_von_mises", mean_von_mises(lattice.lattice().stress())},
                          {"quench_distance", test::mean(fields.doubles("smallest_distance"))},
                          {"quench_shear_std", test::deviation(fields.doubles("stress_xy"))}};
    });
    for (const auto& [name, ours] : test::over_batches(measured))
      EXPECT_LT(std::abs(test::standard_errors(ours, expected.at(name))), 4)
          << temperature << " " << name << " " << ours.mean << " +- " << ours.error << " against "
          << expected.at(name).mean << " +- " << expected.at(name).error;
  }
}

}  // namespace
}  // namespace vitrum::elastoplastic
