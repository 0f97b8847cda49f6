#include "seem/mean_trend.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "seem/newton_steps.h"

namespace vitrum::seem {
namespace {

constexpr std::size_t least_values = 20;

struct AxisMoments {
  double mean = 0, deviation = 1;
};

AxisMoments axis_moments(const std::vector<StatePoint>& states, const std::vector<double>& weights,
                         double StatePoint::*member) {
  double n = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < states.size(); ++i) n += weights[i], sum += weights[i] * (states[i].*member);
  for (std::size_t i = 0; i < states.size(); ++i)
    squares += weights[i] * std::pow(states[i].*member - sum / n, 2);
  return {sum / n, squares > 0 ? std::sqrt(squares / n) : 1};
}

/// Where states do not tell a coefficient, solvers take the smallest one.
template <typename Matrix>
using LeastSolver = Eigen::CompleteOrthogonalDecomposition<Matrix>;

Eigen::Map<const Eigen::VectorXd> vector_of_values(const std::vector<double>& values) {
  return {values.data(), static_cast<Eigen::Index>(values.size())};
}

template <typename Terms>
Eigen::MatrixXd design_of(const std::vector<StatePoint>& states, Terms&& terms) {
  Eigen::MatrixXd design(static_cast<Eigen::Index>(states.size()), 6);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const auto row = terms(states[i]);
    design.row(static_cast<Eigen::Index>(i)) = Eigen::Map<const Eigen::RowVectorXd>(row.data(), 6);
  }
  return design;
}

Eigen::VectorXd constant_coefficients(double logarithm) {
  Eigen::VectorXd start = Eigen::VectorXd::Zero(6);
  start[0] = logarithm;
  return start;
}

}  // namespace

void MeanTrend::put_scale(const std::vector<StatePoint>& states, const std::vector<double>& weights) {
  const AxisMoments stress = axis_moments(states, weights, &StatePoint::stress);
  const AxisMoments inelastic = axis_moments(states, weights, &StatePoint::inelastic);
  middle_ = {stress.mean, inelastic.mean};
  deviation_ = {stress.deviation, inelastic.deviation};
}

MeanTrend::MeanTrend(const std::vector<StatePoint>& states, const std::vector<double>& values) {
  const double mean = values.empty() ? 0 : vector_of_values(values).mean();
  if (!(mean > 0)) return;
  put_scale(states, std::vector<double>(states.size(), 1));
  coefficients_[0] = std::log(mean);
  if (values.size() < least_values) return;
  const Eigen::MatrixXd design = design_of(states, [&](const StatePoint& at) { return terms(at); });
  const LeastSolver<Eigen::MatrixXd> solver(design);
  const auto found = settled(constant_coefficients(coefficients_[0]), [&](const Eigen::VectorXd& now) {
    const Eigen::ArrayXd expected = (design * now).array().exp();
    return Eigen::VectorXd(solver.solve((vector_of_values(values).array() / expected - 1).matrix()));
  });
  if (found) Eigen::VectorXd::Map(coefficients_.data(), 6) = *found;
}

MeanTrend MeanTrend::of_rates(const std::vector<StatePoint>& states, const std::vector<double>& exposure,
                              const std::vector<double>& counts) {
  MeanTrend trend;
  const double events = vector_of_values(counts).sum();
  if (!(events > 0)) return trend;
  trend.put_scale(states, exposure);
  trend.coefficients_[0] = std::log(events / vector_of_values(exposure).sum());
  if (events < static_cast<double>(least_values)) return trend;
  const Eigen::MatrixXd design = design_of(states, [&](const StatePoint& at) { return trend.terms(at); });
  const auto found = settled(constant_coefficients(trend.coefficients_[0]), [&](const Eigen::VectorXd& now) {
    const Eigen::VectorXd expected =
        ((design * now).array().exp() * vector_of_values(exposure).array()).matrix();
    const Eigen::MatrixXd information = design.transpose() * expected.asDiagonal() * design;
    const LeastSolver<Eigen::MatrixXd> solver(information);
    return Eigen::VectorXd(solver.solve(design.transpose() * (vector_of_values(counts) - expected)));
  });
  if (found) Eigen::VectorXd::Map(trend.coefficients_.data(), 6) = *found;
  return trend;
}

std::array<double, 6> MeanTrend::terms(const StatePoint& at) const {
  const double s = std::clamp((at.stress - middle_.stress) / deviation_.stress, -3.0, 3.0);
  const double x = std::clamp((at.inelastic - middle_.inelastic) / deviation_.inelastic, -3.0, 3.0);
  return {1, s, x, s * s, s * x, x * x};
}

double MeanTrend::operator()(const StatePoint& at) const {
  const auto values = terms(at);
  double sum = 0;
  for (std::size_t k = 0; k < 6; ++k) sum += coefficients_[k] * values[k];
  return std::exp(sum);
}

}  // namespace vitrum::seem
