#include "math/gaussian_process.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "base/error.h"
#include "base/random.h"

namespace vitrum {
namespace {

using Kind = GaussianProcess::Kind;

// Numbers by name, from tests/reference/gaussian_process/make_table.py.
std::map<std::string, std::vector<double>> table() {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/gaussian_process/table.txt");
  std::map<std::string, std::vector<double>> result;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    for (double x = 0; words >> x;) result[name].push_back(x);
  }
  return result;
}

std::vector<std::vector<double>> pairs(const std::vector<double>& numbers) {
  std::vector<std::vector<double>> result;
  for (std::size_t k = 0; k < numbers.size(); k += 2) result.push_back({numbers[k], numbers[k + 1]});
  return result;
}

TEST(GaussianProcess, agrees_with_plain_numpy) {
  auto numbers = table();
  ASSERT_EQ(numbers["y"].size(), 25U);
  const Observations observations{pairs(numbers["x"]), numbers["y"], numbers["noise"]};
  const ProcessParameters parameters{{0.4, 0.9}, 0.8, 0.003};
  const std::pair<Likeness, std::string> likenesses[] = {
      {Likeness::squared_exponential, "squared_exponential"}, {Likeness::matern, "matern"}};
  const std::pair<Trend, std::string> trends[] = {
      {Trend::constant, "constant"}, {Trend::linear, "linear"}, {Trend::quadratic, "quadratic"}};
  for (const auto& [likeness, likeness_name] : likenesses)
    for (const auto& [trend, trend_name] : trends) {
      const std::string name = likeness_name + "." + trend_name + ".";
      const GaussianProcess process(observations, {likeness, trend}, parameters);
      EXPECT_NEAR(process.restricted_log_likelihood(), numbers[name + "likelihood"].at(0), 1e-6) << name;
      const auto test = pairs(numbers["test"]);
      const JointNormal joint = process.joint(test);
      for (std::size_t k = 0; k < test.size(); ++k) {
        EXPECT_NEAR(joint.mean[k], numbers[name + "mean"].at(k), 1e-7) << name;
        EXPECT_NEAR(process.mean(test[k]), numbers[name + "mean"].at(k), 1e-7) << name;
        EXPECT_NEAR(process.at(test[k]).variance, numbers[name + "covariance"].at(5 * k), 1e-7) << name;
      }
      for (std::size_t k = 0; k < joint.covariance.size(); ++k)
        EXPECT_NEAR(joint.covariance[k], numbers[name + "covariance"].at(k), 1e-7) << name;
      const auto left_out = process.leave_one_out();
      for (std::size_t k = 0; k < left_out.size(); ++k)
        EXPECT_NEAR(left_out[k], numbers[name + "leave_one_out"].at(k), 1e-5) << name;
    }
}

TEST(GaussianProcess, goes_through_values_without_noise) {
  const Observations observations{{{0.0}, {0.3}, {0.5}, {1.0}}, {1, -2, 0.5, 3}, {}};
  const GaussianProcess process(observations, {Likeness::matern, Trend::constant}, {{0.5}, 2, 0});
  for (std::size_t k = 0; k < 4; ++k) {
    EXPECT_NEAR(process.mean(observations.at[k]), observations.value[k], 1e-7);
    EXPECT_LT(process.at(observations.at[k]).variance, 1e-8);
  }
  EXPECT_GT(process.at({0.75}).variance, 0.01);
}

TEST(GaussianProcess, knows_a_quadratic_form_everywhere_by_its_trend) {
  Observations observations;
  RandomStream random(1, 0, Purpose::test);
  const auto form = [](double x, double y) { return 1 + 2 * x - y + 3 * x * x - 4 * x * y + 0.5 * y * y; };
  for (int k = 0; k < 12; ++k) {
    const double x = random.uniform(), y = random.uniform();
    observations.at.push_back({x, y});
    observations.value.push_back(form(x, y));
  }
  const GaussianProcess process(observations, {Likeness::matern, Trend::quadratic}, {{0.3, 0.3}, 1, 0});
  EXPECT_NEAR(process.mean({3, -2}), form(3, -2), 1e-5);
}

// Restricted likelihood plus the stated priors, of which the fit must be a maximum.
TEST(GaussianProcess, fit_finds_what_the_values_were_drawn_from) {
  RandomStream random(2, 0, Purpose::test);
  Observations observations;
  for (int k = 0; k < 150; ++k) observations.at.push_back({random.uniform(), random.uniform()});
  // Sums of many random waves are a Gaussian process with the squared exponential, lengths 0.2 and 0.8.
  constexpr int waves = 4000;
  observations.value.assign(150, 5.0);
  for (int w = 0; w < waves; ++w) {
    const double a = random.normal() / 0.2, b = random.normal() / 0.8;
    const double phase = 2 * std::acos(-1.0) * random.uniform();
    for (std::size_t k = 0; k < 150; ++k)
      observations.value[k] +=
          std::sqrt(2.0 / waves) * std::cos(a * observations.at[k][0] + b * observations.at[k][1] + phase);
  }
  for (double& value : observations.value) value += 0.1 * random.normal();
  const Kind kind{Likeness::squared_exponential, Trend::constant};
  const auto process = GaussianProcess::fit(observations, kind);
  const auto& found = process.parameters();
  EXPECT_NEAR(found.length[0], 0.2, 0.06);
  EXPECT_NEAR(found.length[1], 0.8, 0.3);
  EXPECT_NEAR(std::sqrt(found.nugget), 0.1, 0.02);
  // With 150 values the priors' slopes are at most a unit; the likelihood falls by more on both sides.
  for (std::size_t i = 0; i < 4; ++i)
    for (const double factor : {0.4, 2.5}) {
      ProcessParameters other = found;
      (i < 2 ? other.length[i] : i == 2 ? other.variance : other.nugget) *= factor;
      EXPECT_LT(GaussianProcess(observations, kind, other).restricted_log_likelihood(),
                process.restricted_log_likelihood());
    }
  double squares = 0;
  for (const double residual : process.leave_one_out()) squares += residual * residual;
  EXPECT_NEAR(std::sqrt(squares / 150), 1, 0.2);
  const auto again = GaussianProcess::fit(observations, kind, &found);
  EXPECT_NEAR(again.parameters().length[0], found.length[0], 0.01);
}

TEST(GaussianProcess, refuses_what_does_not_fit) {
  EXPECT_THROW(GaussianProcess({{{0.0}, {1.0}}, {1}, {}}, {}, {{1}, 1, 0}), InputError);
  EXPECT_THROW(GaussianProcess({{{0.0}}, {1}, {}}, {}, {{1}, 1, 0}), InputError);
  EXPECT_THROW(GaussianProcess({{{0.0}, {1.0}}, {1, 2}, {0.1, -1}}, {}, {{1}, 1, 0}), InputError);
  EXPECT_THROW(GaussianProcess({{{0.0}, {1.0}}, {1, std::nan("")}, {}}, {}, {{1}, 1, 0}), InputError);
  EXPECT_THROW(GaussianProcess({{{0.0}, {1.0, 2.0}}, {1, 2}, {}}, {}, {{1}, 1, 0}), InputError);
}

}  // namespace
}  // namespace vitrum
