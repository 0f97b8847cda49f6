#include "compare/statistics_likelihood.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/error.h"
#include "compare/reference_covariance.h"

namespace vitrum::compare {
namespace {

using Eigen::Index;

GaussianProcess emulator(const SearchBox& box, const std::vector<StatisticsTrial>& trials,
                         std::size_t statistic, const std::string& name) {
  Observations observations;
  for (const StatisticsTrial& trial : trials) {
    const double value = trial.value[statistic], error = trial.error[statistic];
    if (!std::isfinite(value)) continue;  // the model has no such number there
    observations.at.push_back(box.to_unit(trial.at));
    observations.value.push_back(value);
    observations.noise.push_back(std::isfinite(error) ? error * error : 0);
  }
  const std::size_t d = box.dimensions(), coefficients = (d + 1) * (d + 2) / 2;
  if (observations.at.size() < 2 * d + 3)
    throw InputError("the statistic \"" + name + "\" is known at only " +
                     std::to_string(observations.at.size()) + " trials, too few to emulate it over " +
                     std::to_string(d) + " parameters");
  const Trend trend = observations.at.size() >= 3 * coefficients ? Trend::quadratic : Trend::constant;
  return GaussianProcess::fit(observations, {Likeness::squared_exponential, trend});
}

}  // namespace

StatisticsLikelihood::StatisticsLikelihood(const SearchBox& box, const std::vector<StatisticsTrial>& trials,
                                           const SummaryStatistics& reference, int realizations)
    : reference_(reference), realizations_(realizations) {
  const std::size_t n = reference.value.size();
  if (n == 0 || reference.names.size() != n || reference.covariance.size() != n * n)
    throw InputError("the reference's statistics have " + std::to_string(reference.names.size()) +
                     " names, " + std::to_string(n) + " values and " +
                     std::to_string(reference.covariance.size()) + " covariances; they must fit together");
  for (const StatisticsTrial& trial : trials)
    if (trial.value.size() != n || trial.error.size() != n)
      throw InputError("a trial has " + std::to_string(trial.value.size()) + " statistics and " +
                       std::to_string(trial.error.size()) + " errors, but the reference has " +
                       std::to_string(n));
  const ShrunkCovariance shrunk = shrunk_covariance(reference.covariance, realizations);
  reference_.covariance = shrunk.covariance;
  shrinkage_ = shrunk.shrinkage;
  for (std::size_t k = 0; k < n; ++k) emulators_.push_back(emulator(box, trials, k, reference.names[k]));
}

StatisticsLikelihood::Distance StatisticsLikelihood::distance(const Point& unit) const {
  const auto n = static_cast<Index>(emulators_.size());
  Eigen::MatrixXd covariance = Eigen::Map<const Eigen::MatrixXd>(reference_.covariance.data(), n, n);
  Eigen::VectorXd difference(n);
  for (Index k = 0; k < n; ++k) {
    const auto there = emulators_[static_cast<std::size_t>(k)].at(unit);
    difference[k] = there.mean - reference_.value[static_cast<std::size_t>(k)];
    covariance(k, k) += there.variance;
  }
  const Eigen::LLT<Eigen::MatrixXd> factor(covariance);
  if (factor.info() != Eigen::Success)
    throw PhysicsError(
        "the covariance of the statistics is not positive definite; leave out statistics that follow "
        "from others");
  const Eigen::VectorXd whitened = factor.matrixL().solve(difference);
  return {whitened.squaredNorm(), factor.matrixLLT().diagonal().array().log().sum()};
}

double StatisticsLikelihood::logarithm(const Point& unit, double discrepancy) const {
  const Distance there = distance(unit);
  const double chi_square = there.chi_square / discrepancy;
  if (realizations_ == 0) return -there.log_root - chi_square / 2;
  return -there.log_root - 0.5 * realizations_ * std::log1p(chi_square / (realizations_ - 1));
}

std::vector<StatisticPull> StatisticsLikelihood::pulls(const Point& unit) const {
  std::vector<StatisticPull> pulls;
  const std::size_t n = emulators_.size();
  for (std::size_t k = 0; k < n; ++k) {
    const auto there = emulators_[k].at(unit);
    const double error = std::sqrt(reference_.covariance[k * n + k] + there.variance);
    pulls.push_back(
        {reference_.names[k], there.mean, reference_.value[k], (there.mean - reference_.value[k]) / error});
  }
  return pulls;
}

Point StatisticsLikelihood::best(const std::vector<Point>& starts) const {
  Point best;
  double least = 0;
  const auto lower = [&](const Point& point) {
    const double value = distance(point).chi_square;
    if (!best.empty() && value >= least) return false;
    best = point;
    least = value;
    return true;
  };
  for (const Point& start : starts) lower(start);
  for (double step = 0.1; step > 1e-4; step /= 2) {
    int left = 30;
    for (bool moved = true; moved && left > 0; --left) {
      moved = false;
      for (std::size_t i = 0; i < best.size(); ++i)
        for (std::size_t k = 0; k <= i; ++k)  // two at once: valleys run obliquely
          for (const double first : {-step, step})
            for (const double second : {-step, step}) {
              Point next = best;
              next[i] = std::clamp(next[i] + first, 0.0, 1.0);
              if (k != i) next[k] = std::clamp(next[k] + second, 0.0, 1.0);
              if (k == i && second > 0) continue;
              moved = lower(next) || moved;
            }
    }
  }
  return best;
}

double StatisticsLikelihood::emulator_residual() const {
  double sum = 0, number = 0;
  for (const GaussianProcess& emulator : emulators_)
    for (const double residual : emulator.leave_one_out()) {
      sum += residual * residual;
      number += 1;
    }
  return std::sqrt(sum / number);
}

}  // namespace vitrum::compare
