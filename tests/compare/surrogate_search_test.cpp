#include "compare/surrogate_search.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "compare/valley.h"
#include "valley_errors.h"

namespace vitrum::compare {
namespace {

SurrogateSearch searched(std::size_t dimensions, int trials, std::uint64_t seed) {
  SurrogateOptions options;
  options.trials = trials;
  SurrogateSearch search(valley_parameters(dimensions), options, seed);
  RandomStream random(seed, 0, Purpose::test);
  for (auto points = search.ask(); !points.empty(); points = search.ask()) {
    std::vector<Trial> trials_made;
    for (const Point& at : points) trials_made.push_back(noisy_valley_errors(at, random));
    search.tell(trials_made);
  }
  return search;
}

TEST(SurrogateSearch, finds_the_least_of_a_curved_valley_within_its_error) {
  for (const std::size_t dimensions : {std::size_t{2}, std::size_t{3}}) {
    const Point truth = least_of_valley(dimensions);
    for (const std::uint64_t seed : {1, 2}) {
      const SurrogateSearch search = searched(dimensions, dimensions == 2 ? 100 : 160, seed);
      const Optimum optimum = search.optimum();
      EXPECT_FALSE(search.ended().empty());
      EXPECT_LE(search.trials().size(), 160U);
      for (std::size_t i = 0; i < dimensions; ++i) {
        EXPECT_NEAR(optimum.at[i], truth[i], 3 * optimum.error[i]) << dimensions << " " << seed << " " << i;
        EXPECT_LT(optimum.error[i], 0.3 * truth[i]);
      }
      EXPECT_NEAR(valley_errors(optimum.at).stat, valley_errors(truth).stat, 0.015);
      EXPECT_NEAR(optimum.value, valley_errors(truth).stat, 0.02);
      EXPECT_GT(optimum.correlation[1], 0.3);  // the valley: lambda grows with k
      EXPECT_TRUE(optimum.at_edge.empty());
    }
  }
}

// Where the model cannot be run nothing is known but that it is no good; how large a number stands for that
// does not matter. Here that is so beyond a line that passes near the truth.
TEST(SurrogateSearch, keeps_away_from_where_the_model_fails) {
  const Point truth = least_of_valley(2);
  const auto found = [&](double number) {
    SurrogateOptions options;
    options.trials = 100;
    SurrogateSearch search(valley_parameters(2), options, 3);
    RandomStream random(3, 0, Purpose::test);
    for (auto points = search.ask(); !points.empty(); points = search.ask())
      for (const Point& at : points) {
        Trial trial = noisy_valley_errors(at, random);
        if (at[0] / truth[0] + at[1] / truth[1] > 2.2)
          trial = {at, number, number, 0, 0, std::nullopt, std::nullopt, true};
        search.tell({trial});
      }
    return search.optimum();
  };
  const Optimum optimum = found(1e6);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(optimum.at[i], truth[i], 3 * optimum.error[i]) << i;
  EXPECT_LT(optimum.at[0] / truth[0] + optimum.at[1] / truth[1], 2.2);
  EXPECT_EQ(found(10).at, optimum.at);

  SurrogateSearch nowhere(valley_parameters(2), {}, 3);
  for (const Point& at : nowhere.ask()) nowhere.tell({{at, 9, 9, 0, 0, std::nullopt, std::nullopt, true}});
  EXPECT_THROW(nowhere.optimum(), InputError);
}

TEST(SurrogateSearch, tells_errors_at_any_point) {
  SurrogateSearch search = searched(3, 160, 4);
  const Point truth = least_of_valley(3);
  const auto at_least = search.errors_at({truth, search.optimum().at}, Quantity::stat);
  EXPECT_NEAR(at_least[0].value, valley_errors(truth).stat, 0.02);
  EXPECT_NEAR(at_least[1].value, search.optimum().value, 1e-9);
  EXPECT_THROW(search.errors_at({truth}, Quantity::forward), InputError);
  // An error that is twice another one has twice its values; its own errors are not known.
  SurrogateOptions options;
  SurrogateSearch with_parts(valley_parameters(3), options, 4);
  for (Trial trial : search.trials()) {
    trial.forward = 2 * trial.stat;
    trial.backward = trial.macro;
    with_parts.tell({trial});
  }
  EXPECT_NEAR(with_parts.errors_at({truth}, Quantity::forward)[0].value, 2 * at_least[0].value, 0.03);
  EXPECT_NEAR(with_parts.errors_at({truth}, Quantity::backward)[0].value,
              search.errors_at({truth}, Quantity::macro)[0].value, 0.05);
}

TEST(SurrogateSearch, profile_follows_the_valley) {
  const SurrogateSearch search = searched(3, 160, 4);
  for (const ProfilePoint& point : search.profile(0, {1.8, 2.2, 2.6}, Quantity::macro)) {
    // Where across and other are zero: L_macro = 1 - 0.98 exp(-0.08). Its bottom is a narrow notch, which the
    // model rounds off.
    EXPECT_NEAR(point.error.value, 1 - 0.98 * std::exp(-0.08), 0.05);
    EXPECT_GT(point.error.error, 0.002);
    const double k = point.value - 2.2;
    EXPECT_NEAR(std::log(point.at[1] / 2.05), 0.9 * k - 0.25 * k * k, 0.15);
    EXPECT_NEAR(std::log(point.at[2] / 2.25), -0.5 * k, 0.25);
    EXPECT_NEAR(point.at[0], point.value, 1e-12);
  }
}

TEST(SurrogateSearch, same_seed_same_questions) {
  EXPECT_EQ(searched(2, 40, 5).trials().back().at, searched(2, 40, 5).trials().back().at);
  EXPECT_NE(searched(2, 40, 5).trials().back().at, searched(2, 40, 6).trials().back().at);
}

TEST(SurrogateSearch, tells_of_an_optimum_at_the_edge) {
  SurrogateOptions options;
  options.trials = 40;
  options.settled = 0;
  SurrogateSearch search({{"x", 0, 1}, {"y", 0, 1}}, options, 1);
  RandomStream random(1, 0, Purpose::test);
  for (auto points = search.ask(); !points.empty(); points = search.ask())
    for (const Point& at : points) {
      const double value = 0.2 + 0.5 * at[0] + (at[1] - 0.4) * (at[1] - 0.4) + 0.005 * random.normal();
      search.tell({{at, value, value, 0.005, 0.005}});
    }
  EXPECT_EQ(search.trials().size(), 40U);
  EXPECT_EQ(search.optimum().at_edge, std::vector<std::string>{"x"});
}

TEST(SurrogateSearch, refuses_what_does_not_fit) {
  SurrogateOptions few;
  few.trials = 10;
  EXPECT_THROW(SurrogateSearch(valley_parameters(2), few, 1), InputError);
  EXPECT_THROW(SurrogateSearch({{"k", 2, 1}}, {}, 1), InputError);
  EXPECT_THROW(SurrogateSearch({}, {}, 1), InputError);
  SurrogateSearch search(valley_parameters(2), {}, 1);
  EXPECT_THROW(search.tell({{{1.0}, 0.5, 0.5, 0, 0}}), InputError);
  EXPECT_THROW(search.tell({{{1.0, 1.0}, std::nan(""), 0.5, 0, 0}}), InputError);
  EXPECT_THROW(search.optimum(), InputError);
}

TEST(SearchBox, is_logarithmic_for_parameters_that_change_by_factors) {
  const SearchBox box({{"k", 1, 3}, {"lambda", 0.5, 8}});
  EXPECT_FALSE(box.logarithmic(0));
  EXPECT_TRUE(box.logarithmic(1));
  EXPECT_EQ(box.from_unit(Point{0.5, 0.5}), (Point{2, 2}));
  EXPECT_NEAR(box.to_unit(1, 4), 0.75, 1e-15);
}

TEST(SpaceFilling, leaves_no_large_hole) {
  RandomStream random(1, 0, Purpose::test);
  const auto points = space_filling(64, 2, random);
  double largest = 0;
  for (int i = 0; i <= 20; ++i)
    for (int k = 0; k <= 20; ++k) {
      double nearest = 10;
      for (const Point& point : points)
        nearest = std::min(nearest, std::hypot(point[0] - i / 20.0, point[1] - k / 20.0));
      largest = std::max(largest, nearest);
    }
  EXPECT_LT(largest, 0.2);  // a square grid of 64: 0.088 inside; 64 random points: about 0.25
}

TEST(ValleyCoordinates, straighten_a_parabola) {
  RandomStream random(2, 0, Purpose::test);
  std::vector<Point> low;
  for (int k = 0; k < 200; ++k) {
    const double x = 2 * random.uniform() - 1;
    low.push_back({0.5 + 0.4 * x, 0.5 + 0.3 * x * x + 0.01 * random.normal()});
  }
  const ValleyCoordinates valley(low);
  for (const Point& point : low) {
    const Point back = valley.back(valley.along(point));
    EXPECT_NEAR(back[0], point[0], 1e-12);
    EXPECT_NEAR(back[1], point[1], 1e-12);
  }
  // On the parabola the second coordinate hardly changes; without its bend it would by 0.3 over its spread.
  const double middle = valley.along(Point{0.5, 0.5})[1];
  EXPECT_NEAR(valley.along(Point{0.86, 0.5 + 0.3 * 0.81})[1], middle, 0.5);
  EXPECT_NEAR(valley.along(Point{0.14, 0.5 + 0.3 * 0.81})[1], middle, 0.5);
  EXPECT_GT(std::abs(valley.along(Point{0.5, 0.74})[1] - middle), 2);
}

}  // namespace
}  // namespace vitrum::compare
