#include "compare/batch_choice.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "compare/error_model.h"
#include "compare/least_of_paths.h"

namespace vitrum::compare {
namespace {

// Expected lowering of the least value by one more point.
double expected_improvement(double mean, double deviation, double least) {
  if (!(deviation > 0)) return 0;
  const double z = (least - mean) / deviation;
  const double below = 0.5 * std::erfc(-z / std::numbers::sqrt2);
  return (least - mean) * below + deviation * std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

// What becomes of the covariance when candidate k is measured with this noise; means stay as expected.
void measure(JointNormal& normal, std::size_t k, double noise) {
  const std::size_t n = normal.mean.size();
  const std::vector<double> with(normal.covariance.begin() + static_cast<std::ptrdiff_t>(k * n),
                                 normal.covariance.begin() + static_cast<std::ptrdiff_t>((k + 1) * n));
  const double variance = with[k] + noise;
  if (!(variance > 0)) return;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) normal.covariance[i * n + j] -= with[i] * with[j] / variance;
}

std::vector<Point> candidates_for(const ErrorModel& model, const Point& least, std::size_t dimensions,
                                  RandomStream& random) {
  std::vector<Point> candidates = space_filling(400, dimensions, random);
  for (const double width : {0.1, 0.3, 1.0})
    for (int k = 0; k < 120; ++k)
      candidates.push_back(model.near(
          k % 2 == 0 ? least : model.trials()[random.next() % model.trials().size()], width, random));
  return candidates;
}

std::vector<Point> along_profile(const SearchBox& box, const std::vector<Trial>& trials, std::size_t count,
                                 RandomStream& random) {
  const ErrorModel model = ErrorModel::fit(box, trials, Quantity::macro);
  std::vector<Point> result;
  const double shift = random.uniform();
  for (std::size_t part = 0; part < count; ++part) {
    std::vector<Point> candidates = space_filling(300, box.dimensions(), random);
    candidates.insert(candidates.end(), model.trials().begin(), model.trials().end());
    for (Point& point : candidates)
      point[0] = (static_cast<double>(part) + shift) / static_cast<double>(count);
    candidates.push_back(model.least(candidates, 0));
    double lowest = 0;
    const Point* best = nullptr;
    for (const Point& point : candidates) {
      const auto there = model.at(point);
      const double bound = there.mean - std::sqrt(there.variance);
      if (best != nullptr && bound >= lowest) continue;
      best = &point;
      lowest = bound;
    }
    result.push_back(*best);
  }
  return result;
}

}  // namespace

std::vector<Point> choose_batch(const SearchBox& box, const std::vector<Trial>& trials, std::size_t count,
                                RandomStream& random) {
  const ErrorModel model = ErrorModel::fit(box, trials, Quantity::stat);
  const Point least = model.least(model.trials());
  std::vector<Point> batch = minima_of_paths(model, least, (count + 1) / 2, random);
  if (box.dimensions() > 1)
    for (const Point& point : along_profile(box, trials, count / 4, random)) batch.push_back(point);
  const std::vector<Point> candidates = candidates_for(model, least, box.dimensions(), random);
  JointNormal normal = model.joint(candidates);
  double least_mean = model.mean(least);
  for (const double mean : normal.mean) least_mean = std::min(least_mean, mean);
  while (batch.size() < count) {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t k = 0; k < candidates.size(); ++k) {
      const double variance = normal.covariance[k * candidates.size() + k];
      const double gain =
          expected_improvement(normal.mean[k], std::sqrt(std::max(0.0, variance)), least_mean);
      if (gain <= most) continue;
      best = k;
      most = gain;
    }
    batch.push_back(candidates[best]);
    measure(normal, best, model.nugget());
  }
  return batch;
}

}  // namespace vitrum::compare
