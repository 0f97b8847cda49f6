// Local shear tests in mode `mepls` against the author's code of paper 1.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "../stationary.h"
#include "../statistics_of_patches.h"
#include "base/parallel.h"
#include "elastoplastic/patch_tests.h"

namespace vitrum::elastoplastic {
namespace {

constexpr std::size_t batches = 48, batch_size = 16;

// The states are those of the author's code: after the quench, and in flow just after an avalanche, the first
// past a strain.
void test_sample(const LatticeSettings& settings, const PatchTests& tests, std::uint64_t sample,
                 test::PatchMoments& out) {
  LatticeSpecimen specimen(settings, 7, sample);
  quench_from_liquid(specimen);
  test::add(tests.survey(specimen, 0), "quench", out);
  std::uint64_t state = 1;
  for (const double strain : {0.94, 1.42, 1.9}) {
    test::driven(specimen, {{rig::LegKind::shear, strain}});
    test::driven(specimen, {{rig::LegKind::shear, test::strain_of_next_event(specimen)}});
    test::add(tests.survey(specimen, state++), "stationary", out);
  }
}

TEST(MeplsPatches, EveryStatisticIsThatOfTheAuthorsCode) {
  LatticeSettings settings = test::reference_settings();
  settings.initial = Initial::liquid;
  const PatchTests tests(settings, {});
  std::vector<test::PatchMoments> moments(batches);
  parallel_for(batches, 0, [&](std::size_t batch) {
    for (std::size_t i = 0; i < batch_size; ++i)
      test_sample(settings, tests, batch * batch_size + i, moments[batch]);
  });
  const test::Statistics measured = test::jackknife(moments);
  test::Statistics expected;
  test::flatten(test::reference_file("l6.6_patches"), "", expected);
  ASSERT_EQ(expected.size(), 640u);
  double squares = 0, worst = 0;
  for (const auto& [name, reference] : expected) {
    const auto ours = measured.find(name);
    ASSERT_NE(ours, measured.end()) << name;
    EXPECT_LT(ours->second.error, reference.error) << name;
    const double z = test::standard_errors(ours->second, reference);
    squares += z * z;
    worst = std::max(worst, std::abs(z));
    EXPECT_LT(std::abs(z), 4) << name << ": " << ours->second.mean << " +- " << ours->second.error
                              << " against " << reference.mean << " +- " << reference.error;
  }
  const double rms = std::sqrt(squares / static_cast<double>(expected.size()));
  std::printf("%zu statistics, rms z %.3f, largest %.2f\n", expected.size(), rms, worst);
  EXPECT_LT(rms, 1.2);
}

}  // namespace
}  // namespace vitrum::elastoplastic
