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

ResampledReference::ResampledReference(const Measured& reference, std::uint64_t seed)
    : yardstick_(reference.yardstick) {
  if (reference.samples.size() < 2) return;
  RandomStream stream(seed, reference.samples.size(), Purpose::bootstrap);
  for (int i = 0; i < resampled_references; ++i) {
    resamples_.emplace_back();
    for (const std::size_t n : compare::draw_realizations(stream, reference.samples.size()))
      resamples_.back() += reference.samples[n];
  }
}

std::vector<double> ResampledReference::errors_of(const compare::CalibrationSample& sum) const {
  std::vector<double> out;
  for (const compare::CalibrationSample& resample : resamples_)
    out.push_back(compare::plain_errors(yardstick_, resample, sum).stat);
  return out;
}

std::vector<double> covariance_of_points(const std::vector<compare::Point>& points) {
  if (points.size() < 2) return {};
  const std::size_t d = points.front().size();
  std::vector<std::vector<double>> coordinate(d);
  std::vector<double> error, out(d * d);
  for (const compare::Point& point : points)
    for (std::size_t k = 0; k < d; ++k) coordinate[k].push_back(point[k]);
  for (const std::vector<double>& values : coordinate) error.push_back(compare::middle_half_width(values));
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t k = 0; k < d; ++k)
      out[i * d + k] =
          error[i] * error[k] * (i == k ? 1 : compare::rank_correlation(coordinate[i], coordinate[k]));
  return out;
}

std::vector<double> covariance_from_reference(const compare::SurrogateSearch& search,
                                              const std::vector<compare::CalibrationSample>& sums,
                                              const Measured& reference, std::uint64_t seed) {
  const ResampledReference resampled(reference, seed);
  std::vector<std::vector<double>> errors;  // by trial, then by resample
  for (const compare::CalibrationSample& sum : sums) errors.push_back(resampled.errors_of(sum));
  std::vector<compare::Point> optima;
  for (std::size_t i = 0; i < errors.front().size(); ++i) {
    std::vector<double> stat;
    for (const std::vector<double>& trial : errors) stat.push_back(trial[i]);
    optima.push_back(search.least_with(stat));
  }
  return covariance_of_points(optima);
}

JointErrors joint_errors(const compare::Point& error, const std::vector<double>& correlation,
                         const std::vector<double>& covariance) {
  if (covariance.empty()) return {error, correlation};
  const std::size_t d = error.size();
  JointErrors out{error, correlation};
  for (std::size_t i = 0; i < d; ++i) out.error[i] = std::sqrt(error[i] * error[i] + covariance[i * d + i]);
  if (correlation.empty()) return out;
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t k = 0; k < d; ++k)
      if (i != k)
        out.correlation[i * d + k] = (error[i] * error[k] * correlation[i * d + k] + covariance[i * d + k]) /
                                     (out.error[i] * out.error[k]);
  return out;
}

}  // namespace vitrum::study
