#include "study/reference_scatter.h"

#include <cmath>

#include "base/random.h"
#include "compare/ensemble_statistics.h"
#include "compare/spread.h"
#include "compare/stationary_errors.h"

namespace vitrum::study {

namespace {

constexpr int resampled_references = 100;

}  // namespace

std::vector<double> covariance_from_reference(const compare::SurrogateSearch& search,
                                              const std::vector<compare::CalibrationSample>& sums,
                                              const Measured& reference, std::uint64_t seed) {
  if (reference.samples.size() < 2) return {};
  RandomStream stream(seed, reference.samples.size(), Purpose::bootstrap);
  std::vector<std::vector<double>> coordinate(search.trials().front().at.size());
  for (int i = 0; i < resampled_references; ++i) {
    compare::CalibrationSample target;
    for (const std::size_t n : compare::draw_realizations(stream, reference.samples.size()))
      target += reference.samples[n];
    std::vector<double> stat;
    for (const compare::CalibrationSample& sum : sums)
      stat.push_back(compare::plain_errors(reference.yardstick, target, sum).stat);
    const compare::Point least = search.least_with(stat);
    for (std::size_t k = 0; k < coordinate.size(); ++k) coordinate[k].push_back(least[k]);
  }
  const std::size_t d = coordinate.size();
  std::vector<double> error, out(d * d);
  for (const std::vector<double>& values : coordinate) error.push_back(compare::middle_half_width(values));
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t k = 0; k < d; ++k)
      out[i * d + k] =
          error[i] * error[k] * (i == k ? 1 : compare::rank_correlation(coordinate[i], coordinate[k]));
  return out;
}

JointErrors joint_errors(const compare::Point& error, const std::vector<double>& correlation,
                         const std::vector<double>& covariance) {
  if (covariance.empty()) return {error, correlation};
  const std::size_t d = error.size();
  JointErrors out{error, correlation};
  for (std::size_t i = 0; i < d; ++i) out.error[i] = std::sqrt(error[i] * error[i] + covariance[i * d + i]);
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t k = 0; k < d; ++k)
      if (i != k)
        out.correlation[i * d + k] = (error[i] * error[k] * correlation[i * d + k] + covariance[i * d + k]) /
                                     (out.error[i] * out.error[k]);
  return out;
}

}  // namespace vitrum::study
