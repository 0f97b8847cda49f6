// What local shear tests of lattices must give: by hand, for every rule, and on the mean.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "elastoplastic/slip_system.h"
#include "patch_helpers.h"
#include "variants.h"

namespace vitrum::elastoplastic {
namespace {

using test::every;
using test::flowing;
using test::shear;
using test::small;

// One element: no neighbours, so every number follows from its systems by hand.
TEST(PatchPhysics, OneElementInClosedForm) {
  LatticeSettings settings = small();
  settings.amplitudes = "fixed", settings.amplitude = 0.01;
  settings.renewal = false;
  LatticeSpecimen specimen(settings, 3, 0);
  shear(specimen, 0.02);
  const StressField stress = specimen.stress();
  const auto survey = PatchTests(settings, every({1}, {0, 30, 120})).survey(specimen, 0);
  ASSERT_EQ(survey.tests.size(), 3u * 63);
  for (std::size_t i = 0; i < survey.tests.size(); ++i) {
    const LocalYield& test = survey.tests[i];
    const std::size_t e = i % 63;
    const Deviator along = slip_direction(test.angle * M_PI / 180);
    const SlipSystems& systems = specimen.lattice().systems();
    Deviator present = stress.deviator(e);
    EXPECT_NEAR(test.tau_i, dot(along, present), 1e-14);
    // Which system is active first, counting increments one by one.
    const auto weakest = [&](const Deviator& s) {
      std::pair<double, std::size_t> found{1e9, 0};
      for (std::size_t k = 0; k < systems.per_element(); ++k)
        found = std::min(found, {systems.threshold(e, k) - dot(systems.direction(e, k), s), k});
      return found;
    };
    int steps = 0;
    do {
      ++steps;
      present = {stress.diagonal[e] + steps * 1e-4 * 13.2 * along.diagonal,
                 stress.shear[e] + steps * 1e-4 * 13.2 * along.shear};
    } while (weakest(present).first >= 0);
    EXPECT_NEAR(test.critical_strain, steps * 1e-4, 1e-15);
    EXPECT_NEAR(test.tau_c, dot(along, present), 1e-12);
    double energy = 0;
    while (weakest(present).first < 0) {
      const Deviator direction = systems.direction(e, weakest(present).second);
      const double tau = dot(direction, present), amplitude = std::min(0.01, 2 * tau / 13.2);
      energy += amplitude * (tau - 0.5 * 13.2 * amplitude);
      present = {present.diagonal - 13.2 * amplitude * direction.diagonal,
                 present.shear - 13.2 * amplitude * direction.shear};
    }
    EXPECT_NEAR(test.tau_f, dot(along, present), 1e-12);
    EXPECT_NEAR(test.energy_drop, energy * 6.6 * 6.6, 1e-11);
    EXPECT_NEAR(test.radius, 6.6 / std::sqrt(M_PI), 1e-14);
    EXPECT_EQ(test.event, test.place);
  }
}

// Onset of instability: at the critical strain a system is active, an increment before none is. Checked with
// all systems of all elements, for all rules; J has unequal elements and thresholds that depend on pressure.
class PatchRules : public testing::TestWithParam<char> {
 protected:
  static LatticeSettings settings() {
    LatticeSettings out = test::variant(GetParam() == 'J' ? 'A' : GetParam());
    if (GetParam() == 'J') out.pressure_sensitivity = 0.5, out.mean_pressure = -2;
    out.columns = 7, out.rows = 6;
    return out;
  }
};

TEST_P(PatchRules, TheCriticalStrainIsTheFirstOnTheGrid) {
  LatticeSpecimen specimen = flowing(settings());
  const Lattice& lattice = specimen.lattice();
  const StressField stress = specimen.stress();
  const auto moduli = shear_moduli(settings(), {3, 0});
  const auto survey = PatchTests(settings(), every({2}, {0, 100})).survey(specimen, 0);
  int found = 0;
  for (std::size_t i = 0; i < survey.tests.size(); ++i) {
    const LocalYield& test = survey.tests[i];
    if (!test.found) continue;
    ++found;
    const std::size_t column = i % 42 % 7, row = i % 42 / 7;
    std::vector<std::size_t> block;
    std::vector<Stiffness> stiffness;
    for (const std::size_t y : {row, (row + 1) % 6})
      for (const std::size_t x : {column, (column + 1) % 7}) {
        block.push_back(7 * y + x);
        stiffness.push_back({moduli.empty() ? settings().shear_modulus : moduli[7 * y + x], 59});
      }
    const Loading load = unequal_patch(2, stiffness, true).loading(test.angle);
    const auto lowest = [&](double strain) {
      double least = INFINITY;
      for (std::size_t k = 0; k < 4; ++k) {
        const std::size_t e = block[k];
        const Deviator there{stress.diagonal[e] + strain * load.field.diagonal[k],
                             stress.shear[e] + strain * load.field.shear[k]};
        const double pressure = stress.pressure[e] + strain * load.field.pressure[k];
        const auto [shift, floor] = lattice.threshold_shift(pressure);
        for (std::size_t s = 0; s < lattice.systems().per_element(); ++s)
          least = std::min(least, std::max(lattice.systems().threshold(e, s) + shift, floor) -
                                      dot(lattice.systems().direction(e, s), there));
      }
      return least;
    };
    EXPECT_LT(lowest(test.critical_strain), 1e-12) << i;
    EXPECT_GT(lowest(test.critical_strain - 1e-4), -1e-12) << i;
  }
  EXPECT_GT(found, 40);
}

TEST_P(PatchRules, EveryAvalancheDissipates) {
  LatticeSpecimen specimen = flowing(settings());
  for (const LocalYield& test :
       PatchTests(settings(), every({1, 2, 4}, {0, 67.5})).survey(specimen, 1).tests) {
    if (!test.found) continue;
    // Fixed amplitudes may be the largest that do not gain energy.
    if (settings().amplitudes == "fixed")
      EXPECT_GT(test.energy_drop, -1e-13);
    else
      EXPECT_GT(test.energy_drop, 0);
    EXPECT_GT(test.distance(), 0);
    EXPECT_GT(test.critical_strain, 0);
  }
}

TEST_P(PatchRules, TheLatticeIsUntouchedAndTheTestsDependOnNothingElse) {
  LatticeSpecimen specimen = flowing(settings());
  const Group before = specimen.snapshot();
  const PatchTests tests(settings(), every({1, 2, 3}, {0, 45}));
  const LocalYieldSurvey all = tests.survey(specimen, 5);
  ASSERT_EQ(all.tests.size(), tests.count());
  EXPECT_EQ(specimen.snapshot(), before);
  EXPECT_EQ(all, tests.survey(specimen, 5));
  std::vector<std::size_t> backwards;
  for (std::size_t i = tests.count(); i > 0; i -= std::min<std::size_t>(i, 3)) backwards.push_back(i - 1);
  const LocalYieldSurvey some = tests.survey(specimen, 5, backwards);
  for (std::size_t i = 0; i < backwards.size(); ++i) EXPECT_EQ(some.tests[i], all.tests[backwards[i]]);
}

INSTANTIATE_TEST_SUITE_P(Variants, PatchRules, testing::Values('A', 'B', 'C', 'D', 'E', 'F', 'G', 'I', 'J'));

// Alone, an element has nobody to hand stress to: the interaction does not matter.
TEST(PatchPhysics, InteractionsDifferOnlyBetweenElements) {
  std::map<std::string, LocalYieldSurvey> one, two;
  for (const char* interaction : {"eshelby", "shuffled", "mean field"}) {
    LatticeSettings settings = small();
    settings.interaction = interaction;
    const LatticeSpecimen specimen(settings, 3, 0);
    one[interaction] = PatchTests(settings, every({1}, {0, 45})).survey(specimen, 0);
    two[interaction] = PatchTests(settings, every({4}, {0, 45})).survey(specimen, 0);
  }
  for (const char* interaction : {"shuffled", "mean field"}) {
    for (std::size_t i = 0; i < one["eshelby"].tests.size(); ++i) {
      EXPECT_EQ(one[interaction].tests[i].tau_f, one["eshelby"].tests[i].tau_f);
      EXPECT_EQ(two[interaction].tests[i].tau_c, two["eshelby"].tests[i].tau_c);
    }
    EXPECT_NE(two[interaction], two["eshelby"]);
  }
}

TEST(PatchPhysics, UnequalElementsOfOneModulusAreEqualOnes) {
  LatticeSettings unequal = small();
  unequal.interaction = "heterogeneous", unequal.modulus_shape = 1e8;
  const PatchSettings patches = every({1, 3}, {10, 100});
  const auto a = PatchTests(small(), patches).survey(LatticeSpecimen(small(), 3, 0), 0).tests;
  const auto b = PatchTests(unequal, patches).survey(LatticeSpecimen(unequal, 3, 0), 0).tests;
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_NEAR(a[i].tau_c, b[i].tau_c, 1e-6);
    EXPECT_NEAR(a[i].tau_f, b[i].tau_f, 1e-6);
    EXPECT_NEAR(a[i].energy_drop, b[i].energy_drop, 1e-6 * 6.6 * 6.6);
  }
}

// Slip systems at 0 and 90 degrees only: nothing resolves shear along 45.
TEST(PatchPhysics, APatchThatNeverYieldsSaysSo) {
  LatticeSettings settings = test::variant('F');
  settings.initial = Initial::unstressed;
  PatchSettings patches = every({2}, {45});
  patches.largest_strain = 0.5;
  for (const LocalYield& test :
       PatchTests(settings, patches).survey(LatticeSpecimen(settings, 3, 0), 0).tests) {
    EXPECT_FALSE(test.found);
    EXPECT_NEAR(test.critical_strain, 0.5, 1e-12);
    EXPECT_NEAR(test.tau_c, 0.5 * 13.2, 1e-10);
    EXPECT_EQ(test.tau_f, test.tau_c);
    EXPECT_EQ(test.energy_drop, 0);
  }
}

struct Averages {
  double mean, error;
};

Averages over_samples(std::size_t samples, const std::function<double(std::uint64_t)>& value) {
  std::vector<double> values(samples);
  parallel_for(samples, 0, [&](std::size_t i) { values[i] = value(i); });
  double mean = 0, squares = 0;
  for (const double x : values) mean += x / static_cast<double>(samples);
  for (const double x : values) squares += (x - mean) * (x - mean);
  return {mean, std::sqrt(squares / static_cast<double>(samples * (samples - 1)))};
}

double mean_threshold(const LocalYieldSurvey& survey) {
  double sum = 0;
  for (const LocalYield& test : survey.tests) sum += test.tau_c;
  return sum / static_cast<double>(survey.tests.size());
}

// Paper 1, A.4: backwards, large patches of a flowing lattice yield while their stress still points forwards.
TEST(PatchPhysics, BackwardsTheYieldStressOfFlowIsNegative) {
  const PatchTests backwards({}, every({8}, {90})), forwards({}, every({8}, {0}));
  const auto flow = [](std::uint64_t sample) {
    LatticeSpecimen specimen({}, 4, sample);
    shear(specimen, 0.6);
    return specimen;
  };
  const Averages back =
      over_samples(16, [&](auto i) { return mean_threshold(backwards.survey(flow(i), 0)); });
  const Averages forth =
      over_samples(16, [&](auto i) { return mean_threshold(forwards.survey(flow(i), 0)); });
  EXPECT_LT(back.mean, -5 * back.error);
  EXPECT_GT(forth.mean, -1.5 * back.mean);
}

// A quenched glass knows no direction.
TEST(PatchPhysics, QuenchedGlassesAreIsotropic) {
  LatticeSettings settings;
  settings.initial = Initial::liquid;
  constexpr std::size_t samples = 24;
  std::vector<LocalYieldSurvey> surveys(samples);
  const PatchTests tests(settings, {{2}});
  parallel_for(samples, 0, [&](std::size_t i) {
    LatticeSpecimen specimen(settings, 4, i);
    quench_from_liquid(specimen);
    surveys[i] = tests.survey(specimen, 0);
  });
  const std::size_t per_angle = tests.count() / 8;
  const auto mean_of = [&](const LocalYieldSurvey& survey, std::size_t angle) {
    double sum = 0;
    for (std::size_t i = 0; i < per_angle; ++i) sum += survey.tests[angle * per_angle + i].tau_c;
    return sum / static_cast<double>(per_angle);
  };
  for (std::size_t angle = 1; angle < 8; ++angle) {
    const Averages difference =
        over_samples(samples, [&](auto i) { return mean_of(surveys[i], angle) - mean_of(surveys[i], 0); });
    EXPECT_LT(std::abs(difference.mean), 4 * difference.error) << angle;
    EXPECT_LT(difference.error, 0.03);
  }
}

}  // namespace
}  // namespace vitrum::elastoplastic
