// The temperature of the parent liquid, from quenched lattices whose temperature is known.
#include "study/quench_temperature.h"

#include <gtest/gtest.h>

#include "memory_sink.h"
#include "small_calibration.h"
#include "synthetic_reference.h"

namespace vitrum::study {
namespace {

QuenchTemperature found_for(double truth, const std::vector<double>& tried) {
  Settings settings = small_calibration_study();
  settings.calibrate.temperatures = tried;
  settings.calibrate.final_samples = 150;
  elastoplastic::LatticeSettings lattice = small_lattice();
  lattice.temperature = truth;
  const Measured reference = measured(synthetic_reference(lattice, 150, settings.calibrate, small_radius),
                                      settings.reference.bins, 0);
  EXPECT_TRUE(knows_quenched_state(reference));
  MemorySink sink;
  CountingWatcher watcher;
  Rounds rounds(settings, reference, sink, watcher);
  return quench_temperature(small_lattice(), rounds);
}

TEST(QuenchTemperature, IsFoundWithinItsError) {
  for (const double truth : {0.11, 0.17}) {
    const QuenchTemperature found = found_for(truth, {0.05, 0.1, 0.15, 0.2, 0.25});
    ASSERT_TRUE(found.best) << truth;
    EXPECT_GT(found.best->error, 0.0005);
    EXPECT_LT(found.best->error, 0.05);
    EXPECT_NEAR(found.best->value, truth, 3.5 * found.best->error);
  }
}

TEST(QuenchTemperature, SaysHowFarEveryTemperatureIsOff) {
  const QuenchTemperature found = found_for(0.05, {0.05, 0.1, 0.2});
  ASSERT_EQ(found.mismatch.size(), 3U);
  // That of the truth holds only the scatter of two finite sets.
  EXPECT_LT(found.mismatch[0].value, found.mismatch[1].value);
  EXPECT_LT(found.mismatch[1].value, found.mismatch[2].value);
  EXPECT_LT(found.mismatch[0].value, 3 * found.mismatch[0].error + 0.02);
}

TEST(QuenchTemperature, IsNotKnownAtTheEndOfWhatWasTried) {
  EXPECT_FALSE(found_for(0.05, {0.12, 0.16, 0.2}).best);
}

}  // namespace
}  // namespace vitrum::study
