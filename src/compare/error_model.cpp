#include "compare/error_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>

#include "base/error.h"
#include "compare/estimate.h"

namespace vitrum::compare {
namespace {

// The part of the trials that lies in the valley.
constexpr double lowest_part = 1.0 / 3;
// Trials whose logarithm is more than `near_least` above the least only say that it is high there: their
// noise is raised by half the excess, so that walls and plateau do not decide what the valley looks like.
constexpr double near_least = 0.7, excess_as_noise = 0.5;

/// With its own error; of L+_meso and L-_meso that is not known, and left to the nugget.
Estimate error_of(const Trial& trial, Quantity quantity) {
  if (quantity == Quantity::stat) return {trial.stat, trial.stat_error};
  if (quantity == Quantity::macro) return {trial.macro, trial.macro_error};
  const std::optional<double>& found = quantity == Quantity::forward ? trial.forward : trial.backward;
  if (!found)
    throw InputError("a trial of the search does not know the error of local tests along one angle");
  return {*found, 0};
}

struct Logarithms {
  std::vector<double> value, noise;
};

/// Failed trials are as wrong as the worst of the others: a higher wall would only be harder to follow.
Logarithms logarithms_of(const std::vector<Trial>& trials, Quantity quantity) {
  Logarithms result;
  std::optional<double> worst;
  for (const Trial& trial : trials)
    if (!trial.failed) worst = std::max(worst.value_or(0), error_of(trial, quantity).value);
  if (!worst) throw InputError("the model could not be run in any of the trials");
  for (const Trial& trial : trials) {
    const Estimate found = trial.failed ? Estimate{*worst, 0} : error_of(trial, quantity);
    const double value = std::max(1e-4, found.value), error = found.error / value;
    result.value.push_back(std::log(value));
    result.noise.push_back(std::isfinite(error) ? error * error : 0);
  }
  return result;
}

std::vector<std::size_t> lowest(const std::vector<double>& value, std::size_t count) {
  std::vector<std::size_t> order(value.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return value[a] < value[b]; });
  order.resize(std::min(count, order.size()));
  return order;
}

}  // namespace

ErrorModel ErrorModel::fit(const SearchBox& box, const std::vector<Trial>& trials, Quantity quantity) {
  if (trials.size() < 4)
    throw InputError("a model of the errors needs at least four trials, but there are " +
                     std::to_string(trials.size()));
  std::vector<Point> units;
  for (const Trial& trial : trials) units.push_back(box.to_unit(trial.at));
  auto [value, noise] = logarithms_of(trials, quantity);
  const std::size_t d = box.dimensions();
  const auto low = lowest(
      value, std::max(4 * d, static_cast<std::size_t>(lowest_part * static_cast<double>(trials.size()))));
  std::vector<Point> low_points;
  for (const std::size_t k : low) low_points.push_back(units[k]);
  ValleyCoordinates valley(low_points);
  const double least = *std::min_element(value.begin(), value.end());
  for (std::size_t k = 0; k < value.size(); ++k) {
    const double excess = excess_as_noise * std::max(0.0, value[k] - least - near_least);
    noise[k] += excess * excess;
  }
  GaussianProcess process =
      GaussianProcess::fit({valley.along(units), value, noise}, {Likeness::matern, Trend::constant});
  const std::vector<double> residual = process.leave_one_out();
  double unsure = 0;
  for (const std::size_t k : low) unsure += residual[k] * residual[k] / static_cast<double>(low.size());
  return {std::move(process), std::move(valley), std::move(units), std::max(1.0, unsure)};
}

GaussianProcess::Prediction ErrorModel::at(const Point& unit) const {
  const auto there = process_.at(valley_.along(unit));
  return {there.mean, unsure_ * there.variance};
}

JointNormal ErrorModel::joint(const std::vector<Point>& units) const {
  JointNormal normal = process_.joint(valley_.along(units));
  for (double& x : normal.covariance) x *= unsure_;
  return normal;
}

Point ErrorModel::least(const std::vector<Point>& starts, int held) const {
  Point best;
  double lowest_mean = 0;
  for (const Point& point : starts)
    if (const double value = mean(point); best.empty() || value < lowest_mean) {
      best = point;
      lowest_mean = value;
    }
  const auto try_point = [&](Point next) {
    for (double& x : next) x = std::clamp(x, 0.0, 1.0);
    const double value = mean(next);
    if (value >= lowest_mean) return false;
    best = std::move(next);
    lowest_mean = value;
    return true;
  };
  for (double step = 0.2; step > 1e-3; step /= 2) {
    int left = 50;
    for (bool moved = true; moved && left > 0; --left) {
      moved = false;
      for (std::size_t i = 0; i < best.size(); ++i)
        for (const double sign : {-step, step}) {
          if (held < 0) {
            Point z = valley_.along(best);
            z[i] += sign;
            moved = try_point(valley_.back(z)) || moved;
          }
          if (static_cast<int>(i) == held) continue;
          Point next = best;
          next[i] += sign / 4;
          moved = try_point(next) || moved;
        }
    }
  }
  return best;
}

Point ErrorModel::near(const Point& unit, double width, RandomStream& random) const {
  Point z = valley_.along(unit);
  for (double& x : z) x += width * random.normal();
  Point result = valley_.back(z);
  for (double& x : result) x = std::clamp(x, 0.0, 1.0);
  return result;
}

}  // namespace vitrum::compare
