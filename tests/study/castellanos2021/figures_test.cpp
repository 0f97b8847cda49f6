#include "study/castellanos2021/figures.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "example.h"

namespace vitrum::study {
namespace {

const PaperFigure& figure(const std::vector<PaperFigure>& all, const std::string& number) {
  for (const PaperFigure& one : all)
    if (one.number == number) return one;
  throw std::out_of_range(number);
}

/// The claim whose statement begins so.
const PaperClaim& claim(const PaperFigure& figure, const std::string& beginning) {
  for (const PaperClaim& one : figure.claims)
    if (one.statement.starts_with(beginning)) return one;
  throw std::out_of_range(beginning);
}

const FigurePanel& panel(const PaperFigure& figure, const std::string& name) {
  for (const FigurePanel& one : figure.panels)
    if (one.name == name) return one;
  throw std::out_of_range(name);
}

/// Elastic rises, and drops at random, up to a strain of 2.
SampleRecord sheared(const std::string& model, int sample) {
  RandomStream random(model == "glass" ? 1 : 2, static_cast<std::uint64_t>(sample), Purpose::test);
  SampleRecord out;
  out.model = model;
  out.sample = sample;
  out.history.increment = 0.01;
  double stress = 0;
  for (int k = 0; k <= 200; ++k) {
    if (k > 0) stress += 0.132;
    if (stress > 0.4 + 0.2 * random.uniform()) {
      Event event;
      event.state = k;
      event.strain = 0.01 * k;
      event.stress_before = stress;
      event.stress_after = stress -= 0.3 * random.uniform_positive();
      out.history.events.push_back(event);
    }
    State state;
    state.strain = 0.01 * k;
    state.stress.xy = stress;
    out.history.states.push_back(state);
    out.history.leg.push_back(0);
  }
  return out;
}

TEST(Castellanos2021, HasEveryPanelWithoutAnyData) {
  const auto all = castellanos2021_figures({}, {});
  const std::vector<std::pair<std::string, std::size_t>> wanted{{"Fig. 2", 4}, {"Fig. 3", 4}, {"Fig. 4", 12},
                                                                {"Fig. 5", 4}, {"Fig. 6", 1}, {"Fig. 7", 1},
                                                                {"Fig. 8", 8}, {"Fig. 9", 3}, {"Fig. 10", 2}};
  ASSERT_EQ(all.size(), wanted.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].number, wanted[i].first);
    EXPECT_EQ(all[i].panels.size(), wanted[i].second) << all[i].number;
    EXPECT_FALSE(all[i].claims.empty());
    for (const FigurePanel& one : all[i].panels) {
      EXPECT_TRUE(one.series.empty()) << one.name;
      EXPECT_FALSE(one.note.empty()) << one.name;
    }
    for (const PaperClaim& one : all[i].claims) {
      EXPECT_EQ(one.verdict, Verdict::unknown) << one.statement;
      EXPECT_FALSE(one.here.empty()) << one.statement;
    }
  }
}

TEST(Castellanos2021, SaysThatOneModelIsMissing) {
  Results results;
  for (int i = 0; i < 3; ++i) results.lattice.push_back(sheared("lattice", i));
  const auto all = castellanos2021_figures({}, results);
  const PaperFigure& second = figure(all, "Fig. 2");
  EXPECT_EQ(panel(second, "2a").series.size(), 2u);  // one sample, and the mean
  EXPECT_NE(panel(second, "2a").note.find("No glass"), std::string::npos);
  ASSERT_EQ(panel(second, "2c").series.size(), 1u);
  EXPECT_EQ(panel(second, "2c").series[0].role, "lattice");
  EXPECT_NE(panel(second, "2c").note.find("glass has no sample"), std::string::npos);
  EXPECT_EQ(claim(second, "The density of stress drops").verdict, Verdict::unknown);
}

TEST(Castellanos2021, BlocksOfOneGlassAreRealizations) {
  Results results;
  results.glass.push_back(sheared("glass", 0));
  for (int i = 0; i < 3; ++i) results.lattice.push_back(sheared("lattice", i));
  Settings settings;
  EXPECT_EQ(panel(figure(castellanos2021_figures(settings, results), "Fig. 2"), "2b").series.size(), 1u);
  settings.reference.blocks = 5;
  const auto all = castellanos2021_figures(settings, results);
  EXPECT_EQ(panel(figure(all, "Fig. 2"), "2b").series.size(), 2u);
  EXPECT_EQ(panel(figure(all, "Fig. 5"), "5a").series.size(), 2u);
}

TEST(Castellanos2021, TheSameProcessInBothModelsAgrees) {
  Results results;
  for (int i = 0; i < 40; ++i) results.glass.push_back(sheared("glass", i));
  for (int i = 0; i < 40; ++i) results.lattice.push_back(sheared("lattice", i));
  const auto all = castellanos2021_figures({}, results);
  const PaperFigure& second = figure(all, "Fig. 2");
  for (const char* quantity : {"the stress", "stress drops", "stress increments"})
    EXPECT_EQ(claim(second, std::string("The density of ") + quantity).verdict, Verdict::holds) << quantity;
  EXPECT_EQ(claim(second, "Past a strain of 0.5").verdict, Verdict::holds);
  EXPECT_EQ(claim(figure(all, "Fig. 5"), "The deviation of the stress").verdict, Verdict::holds);
  // Both have the increments of the lattice: one of both conditions is met.
  EXPECT_EQ(claim(second, "Small stress increments").verdict, Verdict::partly);
}

TEST(Castellanos2021, DensitiesOfSamplesOfOtherSizesAreNotJudged) {
  Results results;
  for (int i = 0; i < 40; ++i) results.glass.push_back(sheared("glass", i));
  for (int i = 0; i < 40; ++i) results.lattice.push_back(sheared("lattice", i));
  results.glass.front().measures.put("box", std::vector<double>{99, 99});
  results.lattice.front().measures.put("box", std::vector<double>{105, 105});
  const std::string stress = "The density of the stress";
  EXPECT_EQ(claim(figure(castellanos2021_figures({}, results), "Fig. 2"), stress).verdict, Verdict::holds);
  results.lattice.front().measures.put("box", std::vector<double>{120, 120});
  const auto all = castellanos2021_figures({}, results);
  EXPECT_EQ(claim(figure(all, "Fig. 2"), stress).verdict, Verdict::unknown);
  EXPECT_NE(claim(figure(all, "Fig. 2"), stress).here.find("99 wide and lattices 120"), std::string::npos);
}

TEST(Castellanos2021, ACalibrationThatIsThePapersHoldsThroughout) {
  Results results;
  example::add_calibration(results);
  const auto all = castellanos2021_figures({}, results);
  for (const char* number : {"Fig. 3", "Fig. 6", "Fig. 7", "Fig. 10"})
    for (const PaperClaim& one : figure(all, number).claims)
      EXPECT_EQ(one.verdict, Verdict::holds) << one.statement << ": " << one.here;
  EXPECT_EQ(panel(figure(all, "Fig. 3"), "3a").series.size(), 5u);
  EXPECT_EQ(panel(figure(all, "Fig. 3"), "3d").series.size(), 4u);
  EXPECT_EQ(panel(figure(all, "Fig. 6"), "6").categories.size(), 9u);
  EXPECT_EQ(panel(figure(all, "Fig. 10"), "10, forward").series.size(), 9u);
  EXPECT_EQ(claim(figure(all, "Fig. 5"), "Stress fluctuations of the glass").verdict, Verdict::holds);
}

TEST(Castellanos2021, VerdictsFollowTheCalibration) {
  Results results;
  example::add_calibration(results);
  auto& models = results.calibration.models;
  models[2].optimum[0] = {1.5, 0.05};       // k
  models[2].errors.stat = {0.4, 0.01};      // of C at l = 6.6
  models[3].errors.stat = {0.1, 0.01};      // now best, at 8.8
  models[8].errors.backward = {0.3, 0.02};  // E
  models[11].errors.macro = {0.05, 0.005};  // H
  for (auto& value : models[2].profile.backward) value = 0.3;
  results.calibration.scales.back().scale.value *= 3;
  const auto all = castellanos2021_figures({}, results);
  const PaperFigure &third = figure(all, "Fig. 3"), &sixth = figure(all, "Fig. 6");
  EXPECT_EQ(claim(third, "At l = 6.6 the optimum has k").verdict, Verdict::fails);
  EXPECT_EQ(claim(third, "The overall error").verdict, Verdict::fails);
  EXPECT_EQ(claim(third, "The error is least for").verdict, Verdict::fails);
  EXPECT_EQ(claim(third, "Only the local properties").verdict, Verdict::fails);
  EXPECT_EQ(claim(sixth, "With equal thresholds").verdict,
            Verdict::unknown);  // 0.30 against 0.34, both +-0.02
  EXPECT_EQ(claim(sixth, "The simplest scalar model").verdict, Verdict::unknown);
  EXPECT_EQ(claim(figure(all, "Fig. 7"), "With the number N").verdict, Verdict::fails);
}

TEST(Castellanos2021, AVariantWhoseSearchIsInDoubtIsNotJudged) {
  for (const char letter : std::string("ABDEFHI")) {
    Results results;
    example::add_calibration(results);
    for (CalibratedModel& model : results.calibration.models)
      if (model.variant == std::string(1, letter)) model.doubt = "k is at the end of its range";
    const auto all = castellanos2021_figures({}, results);
    int undecided = 0;
    for (const PaperClaim& one : figure(all, "Fig. 6").claims) {
      if (one.statement.starts_with("Optimum") || one.verdict != Verdict::unknown) continue;
      ++undecided;
      EXPECT_NE(one.statement.find("(" + std::string(1, letter) + ")"), std::string::npos) << one.statement;
      EXPECT_NE(one.here.find("k is at the end of its range"), std::string::npos) << one.here;
    }
    EXPECT_EQ(undecided, 1) << letter;
  }
}

TEST(Castellanos2021, ATemperatureNearTheEndOfThoseTriedIsNotJudged) {
  Results results;
  example::add_calibration(results);
  const std::string statement = "The quench is best reproduced";
  EXPECT_EQ(claim(figure(castellanos2021_figures({}, results), "Fig. 3"), statement).verdict, Verdict::holds);
  results.calibration.temperature->at_ends = 0.3;
  EXPECT_EQ(claim(figure(castellanos2021_figures({}, results), "Fig. 3"), statement).verdict,
            Verdict::unknown);
}

TEST(Castellanos2021, ADoubtfulOptimumIsNotJudged) {
  Results results;
  example::add_calibration(results);
  results.calibration.models[2].doubt = "two minima";
  results.calibration.models.resize(5);  // C alone
  const auto all = castellanos2021_figures({}, results);
  const PaperClaim& one = claim(figure(all, "Fig. 3"), "At l = 6.6 the optimum has k");
  EXPECT_EQ(one.verdict, Verdict::unknown);
  EXPECT_EQ(one.here, "two minima");
  EXPECT_EQ(panel(figure(all, "Fig. 6"), "6").categories.size(), 1u);
  EXPECT_EQ(panel(figure(all, "Fig. 6"), "6").note, "Not calibrated: A, B, D, E, F, G, H, I.");
}

}  // namespace
}  // namespace vitrum::study
