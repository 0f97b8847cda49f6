#include <gtest/gtest.h>

#include <cmath>

#include "study/castellanos2021/figures.h"
#include "study/castellanos2021/local_panels.h"

namespace vitrum::study::castellanos2021 {
namespace {

/// Means and standard deviations of one radius and angle, by quantity: von_mises, tau_i, tau_c, distance,
/// drop.
compare::LocalStatistics statistics(double radius, double angle, const std::vector<double>& means) {
  compare::LocalStatistics out;
  out.radius = radius;
  out.angle = angle;
  for (const double mean : means) out.moments.push_back({{mean, 0.01}, {std::abs(mean) / 2, 0.01}});
  out.moments.resize(compare::local_quantities().size());
  return out;
}

/// A state whose mean distance is `forward` along the load and falls with R as R^-falls against it.
LocalYieldState state(const std::string& model, double strain, const std::vector<double>& radii,
                      double forward, double falls) {
  LocalYieldState out{model, "", 0, strain, {}, {}, {}};
  const bool flowing = strain > 0;
  for (const double radius : radii) {
    const double stress = flowing ? 0.5 : 0;
    const double backward = flowing ? 5 * std::pow(radius, -falls) : forward;
    out.statistics.push_back(statistics(radius, 0, {0.6, stress, stress + forward, forward, 0.1}));
    out.statistics.push_back(statistics(radius, 45, {0.6, 0, forward, forward, 0.1}));
    out.statistics.push_back(statistics(radius, 90, {0.6, -stress, backward - stress, backward, 0.08}));
    LocalDetail detail{radius, 0, {}, {}, {}};
    detail.densities.resize(compare::local_quantities().size());
    detail.densities[tau_c] = {{0, 1, 2}, {0.75, 0.25}, {0.05, 0.05}};
    // Distances whose density rises as their square root, below a third of the mean.
    detail.distances.edges = {1e-4, 1e-3, 1e-2, 1e-1};
    for (const double centre : {std::sqrt(1e-7), std::sqrt(1e-5), std::sqrt(1e-3)}) {
      detail.distances.value.push_back(std::sqrt(centre));
      detail.distances.error.push_back(0.05 * std::sqrt(centre));
    }
    detail.drops = {{0, 0.5, 1}, {0.1, 0.2, 0.3}, {0.01, 0.01, 0.01}, 5};
    out.details.push_back(detail);
    detail.angle = 90;
    out.details.push_back(detail);
  }
  return out;
}

Results results(double lattice_distance, const std::vector<double>& lattice_radii) {
  const std::vector<double> radii{5, 10, 15, 30};
  Results out;
  out.local = {state("glass", 0, radii, 0.3, 0),
               state("glass", 0.1, radii, 9, 0),
               state("glass", 0.6, radii, 0.28, 0.8),
               state("glass", 1.0, radii, 0.32, 0.8),
               state("lattice", 0, lattice_radii, 0.3, 0),
               state("lattice", 1.0, lattice_radii, lattice_distance, 1.6)};
  return out;
}

const PaperClaim& claim(const PaperFigure& figure, const std::string& beginning) {
  for (const PaperClaim& one : figure.claims)
    if (one.statement.starts_with(beginning)) return one;
  throw std::out_of_range(beginning);
}

const std::vector<double> squares{3.72, 7.45, 11.17, 14.9, 29.8};

TEST(LocalFigures, TakeTheRadiusOfThePaperWhereBothModelsHaveIt) {
  const Results found = results(0.2, squares);
  const LocalComparison local({}, found);
  EXPECT_EQ(local.glass_radius, 30);
  EXPECT_EQ(local.lattice_radius, 29.8);
  // The largest lattice patch is too small for R = 30: the next one that both have.
  const LocalComparison smaller({}, results(0.2, {7.45, 14.9}));
  EXPECT_EQ(smaller.glass_radius, 15);
  EXPECT_EQ(smaller.lattice_radius, 14.9);
  Settings settings;
  settings.reference.radius = 15;
  EXPECT_EQ(LocalComparison(settings, results(0.2, squares)).glass_radius, 15);
}

TEST(LocalFigures, StationaryIsTheMeanOfTheStatesPastTheWindowsBeginning) {
  const Results found = results(0.2, squares);
  const LocalComparison local({}, found);
  EXPECT_EQ(local.glass_flowing.states(), 2u);
  const Estimate mean = local.glass_flowing.moment(distance, Moment::mean, 30, 0);
  EXPECT_DOUBLE_EQ(mean.value, 0.3);
  EXPECT_DOUBLE_EQ(mean.error, 0.01 / std::sqrt(2));
  EXPECT_DOUBLE_EQ(local.glass_quenched.moment(distance, Moment::mean, 30, 0).error, 0.01);
  EXPECT_TRUE(std::isnan(local.glass_flowing.moment(distance, Moment::mean, 30, 20).value));
}

// In one of the states a single glass was tested, so that nothing is known of its scatter.
TEST(LocalFigures, AStateOfUnknownErrorIsTakenForTheWorstOfTheOthers) {
  Results found = results(0.2, squares);
  for (auto& statistics : found.local[2].statistics)
    for (auto& moments : statistics.moments) moments.mean.error = std::nan("");
  const LocalComparison local({}, found);
  EXPECT_DOUBLE_EQ(local.glass_flowing.moment(distance, Moment::mean, 30, 0).error, 0.01 / std::sqrt(2));
  for (auto& statistics : found.local[3].statistics)
    for (auto& moments : statistics.moments) moments.mean.error = std::nan("");
  EXPECT_TRUE(std::isnan(local.glass_flowing.moment(distance, Moment::mean, 30, 0).error));
}

// Not the latest state alone.
TEST(LocalFigures, DropsAndSmallDistancesAreMeansOverStates) {
  Results found = results(0.2, squares);
  for (LocalDetail& detail : found.local[2].details) {
    detail.drops = {{0.2, 0.7, 1.2}, {0.3, 0.4, 0.5}, {0.01, 0.01, std::nan("")}, 5};
    for (double& value : detail.distances.value) value *= 3;
  }
  const LocalComparison local({}, found);
  const FigureSeries drops = local.glass_flowing.drops(30, 0);
  ASSERT_EQ(drops.x.size(), 3U);
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_NEAR(drops.x[k], 0.1 + 0.5 * static_cast<double>(k), 1e-12);
    EXPECT_NEAR(drops.y[k], 0.2 + 0.1 * static_cast<double>(k), 1e-12);
    EXPECT_NEAR(drops.error[k], 0.01 / std::sqrt(2), 1e-12);
  }
  const compare::Density one = local.lattice_flowing.small_distances(29.8, 0);
  const compare::Density mean = local.glass_flowing.small_distances(30, 0);
  ASSERT_EQ(mean.value.size(), one.value.size());
  for (std::size_t i = 0; i < mean.value.size(); ++i)
    EXPECT_NEAR(mean.value[i], 2 * one.value[i], 1e-9 * mean.value[i]);
}

TEST(LocalFigures, BothEndsOfTheAnglesAreDrawn) {
  const Results found = results(0.2, squares);
  const LocalComparison local({}, found);
  const FigureSeries curve = local.glass_flowing.against_angle(tau_i, Moment::mean, 30);
  EXPECT_EQ(curve.x, (std::vector<double>{-90, 0, 45, 90}));
  EXPECT_EQ(curve.y, (std::vector<double>{-0.5, 0.5, 0, -0.5}));
}

TEST(LocalFigures, JudgeWhatTheyShow) {
  const PaperFigure found = figure_4({}, results(0.2, squares));
  EXPECT_EQ(claim(found, "At R = 30 the mean distance to threshold along the load agrees quantitatively, as")
                .verdict,
            Verdict::holds);
  EXPECT_EQ(claim(found, "At R = 30 the mean distance to threshold along the load agrees quantitatively, st")
                .verdict,
            Verdict::partly);  // 1/3 apart
  EXPECT_EQ(claim(found, "The lattice underestimates the distance").verdict, Verdict::holds);
  EXPECT_EQ(claim(found, "As quenched, no direction is special").verdict, Verdict::holds);
  EXPECT_EQ(claim(found, "Stationary flow makes the yield stress of the glass").verdict, Verdict::holds);
  EXPECT_EQ(claim(found, "The mean resolved shear stress matches").verdict, Verdict::holds);
  EXPECT_EQ(claim(found, "Against the load, the distance to threshold falls").verdict, Verdict::holds);
  EXPECT_EQ(claim(found, "Small distances to threshold are rare").verdict, Verdict::holds);
  EXPECT_EQ(claim(found, "In the lattice the density of small distances").verdict, Verdict::fails);
  const PaperFigure other = figure_4({}, results(0.4, squares));
  EXPECT_EQ(claim(other, "The lattice underestimates the distance").verdict, Verdict::fails);
}

TEST(LocalFigures, CompareNothingAtDifferentRadii) {
  const PaperFigure found = figure_4({}, results(0.2, {60}));
  for (const char* beginning : {"At R = 30 the mean local yield", "The mean resolved shear",
                                "The lattice underestimates", "The models converge"})
    EXPECT_EQ(claim(found, beginning).verdict, Verdict::unknown) << beginning;
  EXPECT_EQ(claim(found, "Stationary flow makes the yield stress of the glass").verdict, Verdict::holds);
  for (const PaperClaim& one : figure_9({}, results(0.2, {60})).claims)
    EXPECT_EQ(one.verdict, Verdict::unknown);
}

TEST(LocalFigures, JudgeNoStatementAboutR30AtAnotherRadius) {
  const PaperFigure found = figure_4({}, results(0.2, {7.45, 14.9}));
  const PaperClaim& agreement = claim(found, "At R = 30 the mean local yield");
  EXPECT_EQ(agreement.verdict, Verdict::unknown);
  EXPECT_NE(agreement.here.find("this is at R = 15"), std::string::npos) << agreement.here;
  EXPECT_EQ(claim(found, "The lattice underestimates the distance").verdict, Verdict::holds);
}

TEST(LocalFigures, DrawEveryPanelOfOneModelAlone) {
  Results alone = results(0.2, squares);
  std::erase_if(alone.local, [](const LocalYieldState& one) { return one.model == "lattice"; });
  const PaperFigure found = figure_8({}, alone);
  for (const FigurePanel& panel : found.panels) {
    EXPECT_FALSE(panel.series.empty()) << panel.name;
    for (const FigureSeries& one : panel.series) EXPECT_EQ(one.role, "glass");
  }
  EXPECT_NE(found.note.find("The lattice has no local tests"), std::string::npos);
  for (const PaperClaim& one : found.claims) EXPECT_EQ(one.verdict, Verdict::unknown) << one.statement;
}

}  // namespace
}  // namespace vitrum::study::castellanos2021
