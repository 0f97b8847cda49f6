#include "compare/paper_search.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "compare/parabola_optimum.h"
#include "valley_errors.h"

namespace vitrum::compare {
namespace {

PaperSearch searched(std::size_t dimensions, double k, RandomStream* random) {
  PaperSearch search(valley_parameters(dimensions), k);
  for (auto points = search.ask(); !points.empty(); points = search.ask()) {
    std::vector<Trial> trials;
    for (const Point& at : points)
      trials.push_back(random != nullptr ? noisy_valley_errors(at, *random) : valley_errors(at));
    search.tell(trials);
  }
  return search;
}

TEST(PaperSearch, finds_the_bottom_of_the_valley_at_one_k) {
  for (const double k : {1.4, 2.2, 2.8}) {
    const PaperSearch search = searched(3, k, nullptr);
    const PaperOptimum best = search.result();
    const double away = k - 2.2;
    // The last grid's spacing is 1/16 of the logarithmic ranges: 0.176 of lambda, 0.155 of chi.
    EXPECT_NEAR(std::log(best.best_macro.at[1] / 2.05), 0.9 * away - 0.25 * away * away, 0.18);
    EXPECT_NEAR(std::log(best.best_macro.at[2] / 2.25), -0.5 * away, 0.3);
    EXPECT_LE(best.best_stat.stat, best.best_macro.stat);
    EXPECT_TRUE(best.at_edge.empty());
    EXPECT_GE(search.trials().size(), 40U);
    EXPECT_LE(search.trials().size(), 110U);
    for (const Trial& trial : search.trials()) EXPECT_EQ(trial.at[0], k);
  }
}

TEST(PaperSearch, with_the_parabola_finds_the_least_L_stat) {
  const Point truth = least_of_valley(3);
  for (const std::uint64_t seed : {1, 2, 3}) {
    RandomStream random(seed, 0, Purpose::test);
    std::vector<BestAlong> best;
    for (int i = 0; i < 9; ++i) {
      const PaperOptimum one = searched(3, 1.4 + 0.2 * i, &random).result();
      best.push_back({one.first, {one.best_stat.stat, 0.01}, {one.best_stat.at[1], one.best_stat.at[2]}});
    }
    const ParabolaOptimum optimum = parabola_optimum(best, 1, 300, seed);
    EXPECT_NEAR(optimum.first.value, truth[0], 3 * optimum.first.error);
    EXPECT_LT(optimum.first.error, 0.15);
    EXPECT_NEAR(optimum.others[0].value, truth[1], 3 * optimum.others[0].error);
    EXPECT_NEAR(optimum.others[1].value, truth[2], 3 * optimum.others[1].error);
    EXPECT_TRUE(optimum.inside);
  }
}

TEST(PaperSearch, tells_of_a_best_value_at_the_edge) {
  PaperSearch search({{"k", 1, 3}, {"lambda", 0, 1}}, 2);
  for (auto points = search.ask(); !points.empty(); points = search.ask())
    for (const Point& at : points) search.tell({{at, 0.1 + at[1], 0.1 + at[1], 0, 0}});
  EXPECT_EQ(search.result().at_edge, std::vector<std::string>{"lambda"});
  EXPECT_EQ(search.result().best_macro.at[1], 0);
}

TEST(PaperSearch, refuses_what_does_not_fit) {
  EXPECT_THROW(PaperSearch({{"k", 1, 3}}, 2), InputError);
  EXPECT_THROW(PaperSearch(valley_parameters(2), 3.5), InputError);
  PaperSearch search(valley_parameters(2), 2);
  EXPECT_THROW(search.result(), InputError);
  EXPECT_THROW(search.tell({{{2.1, 1.0}, 0.5, 0.5, 0, 0}}), InputError);
}

TEST(ParabolaOptimum, of_an_exact_parabola_is_exact) {
  std::vector<BestAlong> best;
  for (double k = 1; k < 3.1; k += 0.5)
    best.push_back({k, {0.16 + 0.2 * (k - 2.18) * (k - 2.18), 0.01}, {2 * k, 5 - k * k}});
  const ParabolaOptimum optimum = parabola_optimum(best, 10, 100, 1);
  EXPECT_NEAR(optimum.first.value, 2.18, 1e-10);
  EXPECT_NEAR(optimum.stat.value, 0.16, 1e-10);
  EXPECT_NEAR(optimum.c, 0.2, 1e-10);
  EXPECT_NEAR(optimum.b, -2 * 0.2 * 2.18, 1e-10);
  EXPECT_NEAR(optimum.a, 0.16 + 0.2 * 2.18 * 2.18, 1e-10);
  EXPECT_NEAR(optimum.others[0].value, 2 * 2.18, 1e-9);
  EXPECT_NEAR(optimum.others[1].value, 5 - 2.18 * 2.18, 1e-9);
  EXPECT_NEAR(optimum.others[0].error, 2 * optimum.first.error, 1e-9);
  EXPECT_EQ(optimum.used, 5U);
  EXPECT_EQ(parabola_optimum(best, 0.001, 100, 1).used, 4U);
}

TEST(ParabolaOptimum, error_is_the_scatter_of_repetitions) {
  RandomStream random(7, 0, Purpose::test);
  double squares = 0, error = 0, bootstrap = 0;
  constexpr int repetitions = 300;
  for (int r = 0; r < repetitions; ++r) {
    std::vector<BestAlong> best;
    for (int i = 0; i <= 10; ++i) {
      const double k = 1 + 0.2 * i;
      best.push_back({k, {0.16 + 0.2 * (k - 2.18) * (k - 2.18) + 0.01 * random.normal(), 0.01}, {}});
    }
    const ParabolaOptimum optimum = parabola_optimum(best, 10, 100, 1);
    squares += (optimum.first.value - 2.18) * (optimum.first.value - 2.18) / repetitions;
    error += optimum.first.error / repetitions;
    bootstrap += optimum.first_by_bootstrap / repetitions;
  }
  EXPECT_NEAR(error / std::sqrt(squares), 1.1, 0.2);  // Birge's ratio, never below 1, adds a tenth
  EXPECT_NEAR(bootstrap / error, 1, 0.15);
}

TEST(ParabolaOptimum, refuses_when_there_is_no_minimum) {
  std::vector<BestAlong> best;
  for (double k = 1; k < 3.1; k += 0.5) best.push_back({k, {0.5 - 0.1 * (k - 2) * (k - 2), 0.01}, {}});
  EXPECT_THROW(parabola_optimum(best, 10, 10, 1), InputError);
  best.resize(3);
  EXPECT_THROW(parabola_optimum(best, 10, 10, 1), InputError);
}

}  // namespace
}  // namespace vitrum::compare
