#include "seem/elastic_fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "base/error.h"
#include "base/random.h"
#include "laws.h"
#include "records.h"

namespace vitrum::seem {
namespace {

constexpr double without_term = std::numeric_limits<double>::infinity();

std::vector<std::vector<double>> elastic_fit_rows(const std::string& name, std::size_t skip) {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/seem/" + name);
  std::vector<std::vector<double>> rows;
  std::string line, cell;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::size_t k = 0; std::getline(cells, cell, ','); ++k)
      if (k >= skip) rows.back().push_back(std::stod(cell));
  }
  return rows;
}

std::vector<std::vector<QuietStretch>> stretches_of_numpy() {
  std::vector<std::vector<QuietStretch>> samples;
  for (const auto& row : elastic_fit_rows("elastic_fit_stretches.csv", 0)) {
    samples.resize(std::max(samples.size(), static_cast<std::size_t>(row[0]) + 1));
    samples.back().push_back({row[1], row[2], {row[3], row[4]}, {row[5], row[6]}});
  }
  return samples;
}

/// A specimen of table I that is loaded to `strain`, with an event where `events` says so.
std::vector<QuietStretch> exact_sample(const ElasticLaw& law, double inelastic, double strain) {
  ExactSpecimen specimen(law, 4000, {0, inelastic}, 1e-4);
  for (int i = 1; i * 1e-4 <= strain + 1e-9; ++i) {
    specimen.load(i * 1e-4 - specimen.strain());
    if (i % 37 == 0) specimen.jump({0.02 * gigapascal, 2e-5});
    specimen.record();
  }
  return quiet_stretches(specimen.history, 4000, 1e-3);
}

ElasticFitSettings settings_of(const ElasticLaw& law) {
  ElasticFitSettings settings;
  settings.volume = law.volume;
  settings.reference = law.reference;
  return settings;
}

TEST(QuietStretch, StopsAtEventsAndAtItsLength) {
  const ElasticLaw law = table_one();
  ExactSpecimen specimen(law, 10, {0, 0.01}, 1e-3);
  for (int i = 1; i <= 8; ++i) {
    specimen.load(1e-3);
    if (i == 5) specimen.jump({0.02 * gigapascal, 2e-5});
    specimen.record();
  }
  specimen.load(-1e-3);
  specimen.record(1);
  const auto stretches = quiet_stretches(specimen.history, 10, 3e-3);
  ASSERT_EQ(stretches.size(), 3u);  // 1-3, 4, 6-8; unloading is none
  EXPECT_DOUBLE_EQ(stretches[0].increment, 3e-3);
  EXPECT_NEAR(stretches[1].begin, 3e-3, 1e-15);
  EXPECT_NEAR(stretches[1].increment, 1e-3, 1e-15);
  EXPECT_NEAR(stretches[2].begin, 5e-3, 1e-15);
  EXPECT_EQ(stretches[2].to.energy, specimen.history.states[8].energy / 10);
  EXPECT_EQ(quiet_stretches(specimen.history, 10, 0).size(), 7u);
  EXPECT_TRUE(quiet_stretches(specimen.history, 10, 0, {1}).empty());
  EXPECT_THROW(quiet_stretches(specimen.history, 0, 1), InputError);
}

TEST(ElasticFit, OfExactSpecimensIsTheirLaw) {
  ElasticLaw law = table_one();
  law.reference = -4.47;
  std::vector<std::vector<QuietStretch>> samples;
  for (const double inelastic : {0.0, 0.01, 0.02, 0.05})
    samples.push_back(exact_sample(law, inelastic, 0.15));
  const ElasticFit fit = fit_elastic_law(samples, settings_of(law));
  EXPECT_NEAR(fit.law.modulus / law.modulus, 1, 1e-8);
  EXPECT_NEAR(fit.law.softening / law.softening, 1, 1e-8);
  EXPECT_NEAR(fit.law.tau_a / law.tau_a, 1, 1e-7);
  EXPECT_NEAR(fit.law.tau_b / law.tau_b, 1, 1e-7);
  ASSERT_EQ(fit.moduli.size(), 4u);
  EXPECT_NEAR(fit.moduli[3].modulus / law.shear_modulus(fit.moduli[3].inelastic), 1, 1e-8);
  for (const CompliancePoint& point : fit.compliance) {
    const double square = point.stress * point.stress;
    const double expected =
        2 * square / (law.tau_a * law.tau_a) + 3 * std::pow(square / (law.tau_b * law.tau_b), 2);
    EXPECT_NEAR(point.excess.value, expected, 0.005 + 0.01 * expected);  // a bin has a width
  }
}

TEST(ElasticFit, EqualsAnIndependentFitInNumpy) {
  const ElasticLaw law = table_one();
  ElasticFitSettings settings = settings_of(law);
  const ElasticFit fit = fit_elastic_law(stretches_of_numpy(), settings);
  const auto expected = elastic_fit_rows("elastic_fit.csv", 1);
  const Estimate found[] = {fit.modulus, fit.softening, fit.tau_a, fit.tau_b};
  for (std::size_t k = 0; k < 4; ++k) {
    EXPECT_NEAR(found[k].value / expected[k][0], 1, 1e-7);
    EXPECT_NEAR(found[k].error / expected[k][1], 1, 1e-5);
    for (std::size_t l = 0; l < 4; ++l) EXPECT_NEAR(fit.correlation[k][l], expected[k][2 + l], 1e-5);
  }
  EXPECT_EQ(fit.parts, 16u);
  // What the numbers were made with lies within errors.
  EXPECT_NEAR(fit.modulus.value, 25.9 * gigapascal, 4 * fit.modulus.error);
  EXPECT_NEAR(fit.softening.value, 0.101, 4 * fit.softening.error);
  EXPECT_NEAR(fit.tau_a.value, 8.4 * gigapascal, 4 * fit.tau_a.error);
  EXPECT_NEAR(fit.tau_b.value, 2.9 * gigapascal, 4 * fit.tau_b.error);
}

// Stretches whose slopes scatter by 3 %: what is found scatters about the truth, no more than its errors
// say.
TEST(ElasticFit, ScatterDoesNotBiasItAndItsErrorsAreTrue) {
  const ElasticLaw law = table_one();
  double pull[4] = {}, square[4] = {};
  constexpr int repeats = 60;
  for (std::uint64_t repeat = 0; repeat < repeats; ++repeat) {
    RandomStream random(11, repeat, Purpose::test);
    std::vector<std::vector<QuietStretch>> samples(12);
    for (std::size_t s = 0; s < samples.size(); ++s)
      for (int i = 0; i < 120; ++i) {
        // Each stretch begins on the law; its change is that of the law times a random factor of mean 1.
        const StatePoint from{law.stress_at(i * 1e-3, 0.004 * static_cast<double>(s)),
                              0.004 * static_cast<double>(s)};
        const double factor = 1 + 0.03 * random.normal();
        const double stress =
            from.stress + factor * (law.stress_at((i + 1) * 1e-3, from.inelastic) - from.stress);
        samples[s].push_back({i * 1e-3,
                              1e-3,
                              {from.stress, law.energy(from)},
                              {stress, law.energy({stress, from.inelastic})}});
      }
    const ElasticFit fit = fit_elastic_law(samples, settings_of(law));
    const double found[] = {(fit.modulus.value - law.modulus) / fit.modulus.error,
                            (fit.softening.value - law.softening) / fit.softening.error,
                            (fit.tau_a.value - law.tau_a) / fit.tau_a.error,
                            (fit.tau_b.value - law.tau_b) / fit.tau_b.error};
    for (int k = 0; k < 4; ++k) pull[k] += found[k], square[k] += found[k] * found[k];
  }
  for (int k = 0; k < 4; ++k) {
    EXPECT_NEAR(pull[k] / repeats, 0, 4 / std::sqrt(repeats)) << k;
    EXPECT_NEAR(square[k] / repeats, 1, 4 * std::sqrt(2.0 / repeats)) << k;
  }
}

TEST(ElasticFit, TakesWhatIsGiven) {
  const ElasticLaw law = table_one();
  ElasticFitSettings settings = settings_of(law);
  settings.modulus = law.modulus;
  settings.softening = law.softening;
  const ElasticFit fit = fit_elastic_law({exact_sample(law, 0.02, 0.15)}, settings);
  EXPECT_EQ(fit.law.modulus, law.modulus);
  EXPECT_NEAR(fit.law.softening / law.softening, 1, 1e-15);
  EXPECT_EQ(fit.modulus.error, 0);
  EXPECT_NEAR(fit.law.tau_b / law.tau_b, 1, 1e-7);
  EXPECT_TRUE(fit.pieces);
  EXPECT_EQ(fit.parts, 20u);
  settings.tau_a = settings.tau_b = without_term;
  settings.modulus.reset();
  settings.softening = without_term;
  ElasticLaw hooke = law;
  hooke.softening = hooke.tau_a = hooke.tau_b = without_term;
  const ElasticFit linear = fit_elastic_law({exact_sample(hooke, 0.02, 0.05)}, settings);
  EXPECT_NEAR(linear.law.modulus / law.modulus, 1, 1e-10);
  EXPECT_EQ(linear.law, [&] {
    hooke.modulus = linear.law.modulus;
    return hooke;
  }());
}

std::string message_of(const std::vector<std::vector<QuietStretch>>& samples,
                       const ElasticFitSettings& settings) {
  try {
    fit_elastic_law(samples, settings);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(ElasticFit, NamesEveryParameterThatIsNotTold) {
  const ElasticLaw law = table_one();
  const ElasticFitSettings settings = settings_of(law);
  // One sample that was loaded to 1 %.
  const std::string one = message_of({exact_sample(law, 0.01, 0.01)}, settings);
  EXPECT_NE(one.find("u_A"), std::string::npos) << one;
  // Equal ones, up to a strain below which nothing happens.
  ElasticFitSettings before_events = settings;
  before_events.small_strain = 0.003;
  const auto twin = exact_sample(law, 0.01, 0.1);
  const std::string equal = message_of({twin, twin, twin}, before_events);
  EXPECT_NE(equal.find("u_A"), std::string::npos) << equal;
  // No stress at which tau_A and tau_B would tell, under a scatter of the modulus.
  std::vector<std::vector<QuietStretch>> noisy;
  RandomStream random(12, 0, Purpose::test);
  for (int s = 0; s < 10; ++s) {
    noisy.push_back(exact_sample(law, 0.005 * s, 0.02));
    for (QuietStretch& stretch : noisy.back())
      stretch.to.stress += 0.1 * random.normal() * (stretch.to.stress - stretch.from.stress);
  }
  const std::string low = message_of(noisy, settings);
  EXPECT_NE(low.find("tau_A"), std::string::npos) << low;
  EXPECT_NE(low.find("tau_B"), std::string::npos) << low;
  EXPECT_NE(message_of({}, settings), "");
  EXPECT_NE(message_of({{}}, settings).find("G_0"), std::string::npos);
}

}  // namespace
}  // namespace vitrum::seem
