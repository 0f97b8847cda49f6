// What a Gaussian process keeps, and its likelihood: for gaussian_process*.cpp only, because it needs Eigen.
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <Eigen/QR>

#include "math/gaussian_process.h"

namespace vitrum {

struct GaussianProcess::State {
  Kind kind;
  ProcessParameters parameters;
  Eigen::MatrixXd at;            ///< one column for each observation
  Eigen::VectorXd value, noise;  ///< noise: variance known beforehand
  Eigen::MatrixXd basis;         ///< of the trend, one row for each observation
  // Factors begin as those of 1: a factor of nothing must not be copied.
  Eigen::LLT<Eigen::MatrixXd> factor{Eigen::MatrixXd::Ones(1, 1)};  ///< of K, the covariance of the values
  Eigen::MatrixXd whitened_basis;                                   ///< L^-1 basis
  Eigen::LLT<Eigen::MatrixXd> basis_factor{Eigen::MatrixXd::Ones(1, 1)};  ///< of basis^T K^-1 basis
  Eigen::VectorXd coefficients, weights;  ///< of the trend; K^-1 (value - basis coefficients)
};

using ProcessState = GaussianProcess::State;

/// Points as columns.
Eigen::MatrixXd columns(const std::vector<std::vector<double>>& points);
/// Of the trend, one row for each column of points.
Eigen::MatrixXd trend_basis(Trend trend, const Eigen::MatrixXd& at);
/// Covariance of the field at columns of `a` with that at columns of `b`.
Eigen::MatrixXd field_covariance(Likeness likeness, const ProcessParameters& parameters,
                                 const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);

/// The observations alone. @throws InputError as the constructor says
ProcessState observed(const Observations& observations, const GaussianProcess::Kind& kind);
/// Fills in everything that depends on the parameters. @returns false when K is not positive definite
bool condition(ProcessState& state, const ProcessParameters& parameters);

double restricted_log_likelihood(const ProcessState& state);
/// Its derivatives by the logarithms of lengths, variance and nugget, in this order.
Eigen::VectorXd likelihood_gradient(const ProcessState& state);
/// P = K^-1 - K^-1 basis (basis^T K^-1 basis)^-1 basis^T K^-1, which knows nothing of the trend.
Eigen::MatrixXd projected_inverse(const ProcessState& state);

}  // namespace vitrum
