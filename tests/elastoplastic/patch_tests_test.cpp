#include "elastoplastic/patch_tests.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/parallel.h"
#include "patch_helpers.h"

namespace vitrum::elastoplastic {
namespace {

using test::every;
using test::flowing;
using test::small;

TEST(PatchTests, OneObjectServesManyThreads) {
  const PatchTests tests(small(), {{1, 2, 4}});
  std::vector<LocalYieldSurvey> alone, together(6);
  for (std::uint64_t sample = 0; sample < 6; ++sample)
    alone.push_back(tests.survey(LatticeSpecimen(small(), 3, sample), 0));
  parallel_for(6, 3, [&](std::size_t i) { together[i] = tests.survey(LatticeSpecimen(small(), 3, i), 0); });
  EXPECT_EQ(alone, together);
}

TEST(PatchTests, HalfATurnChangesNothing) {
  const LatticeSpecimen specimen = flowing(small());
  const auto survey = [&](double turn) {
    return PatchTests(small(), every({1, 3}, {20 + turn, 90 + turn})).survey(specimen, 0);
  };
  EXPECT_EQ(survey(0), survey(180));
  EXPECT_EQ(survey(0), survey(-180));
}

TEST(PatchTests, OtherStatesAndSamplesDrawOtherNumbers) {
  const PatchTests tests(small(), {{2}});
  const LatticeSpecimen specimen(small(), 3, 0);
  const auto first = tests.survey(specimen, 0).tests, second = tests.survey(specimen, 1).tests;
  EXPECT_NE(first, second);
  const PatchTests all(small(), every({2}, {0}));
  const auto a = all.survey(specimen, 0).tests, b = all.survey(specimen, 1).tests;
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].tau_c, b[i].tau_c);  // that is in the lattice
    EXPECT_NE(a[i].tau_f, b[i].tau_f);  // amplitudes are drawn
  }
}

// With a patch at every place, wrapped at the edges, every element is in n^2 of them.
TEST(PatchTests, PatchesAtEveryPlaceCoverTheLatticeEvenly) {
  const LatticeSpecimen specimen = flowing(small());
  const State state = specimen.state();
  const auto survey = PatchTests(small(), every({1, 2, 5, 7}, {0})).survey(specimen, 0);
  EXPECT_EQ(survey.strain, state.strain);
  std::map<std::int64_t, double> mean;
  std::map<std::int64_t, std::set<std::array<double, 2>>> places;
  for (const LocalYield& test : survey.tests) {
    mean[test.elements] += test.tau_i / 63;
    places[test.elements].insert(test.place);
    EXPECT_GE(std::min(test.place[0], test.place[1]), 0);
    EXPECT_LT(test.place[0], 9 * 6.6);
    EXPECT_LT(test.place[1], 7 * 6.6);
  }
  ASSERT_EQ(mean.size(), 4u);
  for (const auto& [size, tau] : mean) EXPECT_NEAR(tau, state.stress.xy, 1e-12) << size;
  for (const auto& [size, different] : places) EXPECT_EQ(different.size(), 63u) << size;
}

TEST(PatchTests, RandomPlacesAreAsManyAsFitAndAnywhere) {
  const LatticeSpecimen specimen(small(), 3, 0);
  const PatchTests tests(small(), {{1, 2, 4, 7}, {0, 90}});
  EXPECT_EQ(tests.count(), 2u * (63 + 15 + 3 + 1));
  std::map<std::array<double, 2>, int> chosen;
  constexpr int states = 600;
  for (std::uint64_t state = 0; state < states; ++state) {
    std::map<std::pair<std::int64_t, double>, std::set<std::array<double, 2>>> places;
    for (const LocalYield& test : tests.survey(specimen, state).tests) {
      EXPECT_TRUE(places[std::pair(test.elements, test.angle)].insert(test.place).second);
      if (test.elements == 2) ++chosen[test.place];
    }
    EXPECT_EQ((places[std::pair(std::int64_t{4}, 90.0)].size()), 3u);
  }
  ASSERT_EQ(chosen.size(), 63u);
  const double expected = states * 2 * 15.0 / 63, width = std::sqrt(expected * (1 - 15.0 / 63));
  double chi_square = 0;
  for (const auto& [place, count] : chosen) chi_square += std::pow((count - expected) / width, 2);
  EXPECT_NEAR(chi_square, 62, 5 * std::sqrt(2 * 62.0));
}

TEST(PatchTests, RefusesWhatMakesNoSense) {
  const auto make = [](auto change) {
    PatchSettings patches;
    patches.sizes = {1, 2};
    change(patches);
    return PatchTests(small(), patches).count();
  };
  EXPECT_THROW(make([](PatchSettings& p) { p.sizes = {8}; }), InputError);
  EXPECT_THROW(make([](PatchSettings& p) { p.sizes = {0}; }), InputError);
  EXPECT_THROW(make([](PatchSettings& p) { p.sizes = {}; }), InputError);
  EXPECT_THROW(make([](PatchSettings& p) { p.angles = {}; }), InputError);
  EXPECT_THROW(make([](PatchSettings& p) { p.angles = {NAN}; }), InputError);
  EXPECT_THROW(make([](PatchSettings& p) { p.increment = 0; }), InputError);
  EXPECT_THROW(make([](PatchSettings& p) { p.largest_strain = 1e-5; }), InputError);
  EXPECT_THROW(make([](PatchSettings& p) { p.largest_strain = INFINITY; }), InputError);
  const PatchTests tests(small(), {{1, 2}});
  EXPECT_THROW(tests.survey(LatticeSpecimen({}, 3, 0), 0), InputError);
  EXPECT_THROW(tests.survey(LatticeSpecimen(small(), 3, 0), 1u << 20), InputError);
  const std::vector<std::size_t> beyond{tests.count()};
  EXPECT_THROW(tests.survey(LatticeSpecimen(small(), 3, 0), 0, beyond), InputError);
}

}  // namespace
}  // namespace vitrum::elastoplastic
