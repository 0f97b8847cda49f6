#include "math/gaussian_process_state.h"

#include <cmath>
#include <numbers>
#include <string>

#include "base/error.h"

namespace vitrum {
namespace {

using Eigen::Index;

Eigen::ArrayXXd squared_distance(const ProcessParameters& parameters, const Eigen::MatrixXd& a,
                                 const Eigen::MatrixXd& b) {
  Eigen::ArrayXXd squares = Eigen::ArrayXXd::Zero(a.cols(), b.cols());
  for (Index i = 0; i < a.rows(); ++i) {
    const double inverse = 1 / parameters.length[static_cast<std::size_t>(i)];
    for (Index k = 0; k < b.cols(); ++k)
      squares.col(k) += ((a.row(i).transpose().array() - b(i, k)) * inverse).square();
  }
  return squares;
}

}  // namespace

Eigen::MatrixXd columns(const std::vector<std::vector<double>>& points) {
  const std::size_t rows = points.empty() ? 0 : points.front().size();
  Eigen::MatrixXd result(rows, points.size());
  for (std::size_t k = 0; k < points.size(); ++k) {
    if (points[k].size() != rows)
      throw InputError("points have " + std::to_string(rows) + " and " + std::to_string(points[k].size()) +
                       " coordinates; give all of them as many");
    for (std::size_t i = 0; i < rows; ++i)
      result(static_cast<Index>(i), static_cast<Index>(k)) = points[k][i];
  }
  return result;
}

Eigen::MatrixXd trend_basis(Trend trend, const Eigen::MatrixXd& at) {
  const Index n = at.cols(), d = at.rows();
  const Index terms = trend == Trend::constant ? 1 : trend == Trend::linear ? 1 + d : (d + 1) * (d + 2) / 2;
  Eigen::MatrixXd basis = Eigen::MatrixXd::Ones(n, terms);
  if (trend == Trend::constant) return basis;
  basis.middleCols(1, d) = at.transpose();
  if (trend == Trend::linear) return basis;
  Index term = 1 + d;
  for (Index i = 0; i < d; ++i)
    for (Index k = i; k < d; ++k) basis.col(term++) = at.row(i).cwiseProduct(at.row(k)).transpose();
  return basis;
}

Eigen::MatrixXd field_covariance(Likeness likeness, const ProcessParameters& parameters,
                                 const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
  const Eigen::ArrayXXd squares = squared_distance(parameters, a, b);
  if (likeness == Likeness::squared_exponential) return parameters.variance * (-squares / 2).exp();
  const Eigen::ArrayXXd s = (5 * squares).sqrt();
  return parameters.variance * (1 + s + s.square() / 3) * (-s).exp();
}

ProcessState observed(const Observations& observations, const GaussianProcess::Kind& kind) {
  const std::size_t n = observations.at.size();
  if (observations.value.size() != n || (!observations.noise.empty() && observations.noise.size() != n))
    throw InputError("a Gaussian process was given " + std::to_string(n) + " points, " +
                     std::to_string(observations.value.size()) + " values and " +
                     std::to_string(observations.noise.size()) + " variances of noise; give one of each");
  ProcessState state;
  state.kind = kind;
  state.at = columns(observations.at);
  state.basis = trend_basis(kind.trend, state.at);
  if (n <= static_cast<std::size_t>(state.basis.cols()))
    throw InputError("a Gaussian process whose trend has " + std::to_string(state.basis.cols()) +
                     " coefficients needs more observations than that, but there are " + std::to_string(n));
  state.value = Eigen::Map<const Eigen::VectorXd>(observations.value.data(), static_cast<Index>(n));
  state.noise = Eigen::VectorXd::Zero(static_cast<Index>(n));
  for (std::size_t i = 0; i < observations.noise.size(); ++i)
    state.noise[static_cast<Index>(i)] = observations.noise[i];
  if (!state.at.allFinite() || !state.value.allFinite() || !state.noise.allFinite() ||
      state.noise.minCoeff() < 0)
    throw InputError(
        "a Gaussian process was given a coordinate, a value or a variance of noise that is not a number, or "
        "a "
        "negative variance; leave such observations out");
  return state;
}

bool condition(ProcessState& state, const ProcessParameters& parameters) {
  state.parameters = parameters;
  Eigen::MatrixXd covariance = field_covariance(state.kind.likeness, parameters, state.at, state.at);
  covariance.diagonal() += state.noise;
  // Rounding must not decide: a field without noise gets 1e-10 of its own variance.
  covariance.diagonal().array() += parameters.nugget + 1e-10 * parameters.variance;
  state.factor.compute(covariance);
  if (state.factor.info() != Eigen::Success || !covariance.allFinite()) return false;
  state.whitened_basis = state.factor.matrixL().solve(state.basis);
  state.basis_factor.compute(state.whitened_basis.transpose() * state.whitened_basis);
  if (state.basis_factor.info() != Eigen::Success) return false;
  const Eigen::VectorXd whitened = state.factor.matrixL().solve(state.value);
  state.coefficients = state.basis_factor.solve(state.whitened_basis.transpose() * whitened);
  state.weights = state.factor.solve(state.value - state.basis * state.coefficients);
  return state.weights.allFinite();
}

double restricted_log_likelihood(const ProcessState& state) {
  const auto log_root = [](const Eigen::LLT<Eigen::MatrixXd>& factor) {
    return factor.matrixLLT().diagonal().array().log().sum();
  };
  const auto free = static_cast<double>(state.value.size() - state.basis.cols());
  return -0.5 * state.value.dot(state.weights) - log_root(state.factor) - log_root(state.basis_factor) -
         0.5 * free * std::log(2 * std::numbers::pi);
}

Eigen::MatrixXd projected_inverse(const ProcessState& state) {
  const Index n = state.value.size();
  const Eigen::MatrixXd inverse = state.factor.solve(Eigen::MatrixXd::Identity(n, n));
  const Eigen::MatrixXd lifted = state.factor.solve(state.basis);
  return inverse - lifted * state.basis_factor.solve(lifted.transpose());
}

Eigen::VectorXd likelihood_gradient(const ProcessState& state) {
  const Index d = state.at.rows();
  // d log likelihood = (1/2) tr[(w w^T - P) dK]
  const Eigen::ArrayXXd pull =
      (state.weights * state.weights.transpose() - projected_inverse(state)).array() / 2;
  const Eigen::ArrayXXd squares = squared_distance(state.parameters, state.at, state.at);
  Eigen::ArrayXXd by_square;  // dK / d log length_i, divided by (difference / length_i)^2
  if (state.kind.likeness == Likeness::squared_exponential) {
    by_square = state.parameters.variance * (-squares / 2).exp();
  } else {
    const Eigen::ArrayXXd s = (5 * squares).sqrt();
    by_square = state.parameters.variance * 5 / 3 * (1 + s) * (-s).exp();
  }
  const Eigen::ArrayXXd slope = pull * by_square;
  Eigen::VectorXd gradient(d + 2);
  for (Index i = 0; i < d; ++i) {
    const double length = state.parameters.length[static_cast<std::size_t>(i)];
    double sum = 0;
    for (Index k = 0; k < state.at.cols(); ++k)
      sum +=
          (slope.col(k) * ((state.at.row(i).transpose().array() - state.at(i, k)) / length).square()).sum();
    gradient[i] = sum;
  }
  const double trace = pull.matrix().trace();
  const Eigen::MatrixXd field = field_covariance(state.kind.likeness, state.parameters, state.at, state.at);
  gradient[d] = (pull * field.array()).sum() + 1e-10 * state.parameters.variance * trace;
  gradient[d + 1] = state.parameters.nugget * trace;
  return gradient;
}

}  // namespace vitrum
