#include "math/gaussian_process.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "math/gaussian_process_state.h"

namespace vitrum {

GaussianProcess::GaussianProcess(const Observations& observations, const Kind& kind,
                                 const ProcessParameters& parameters) {
  auto state = std::make_shared<State>(observed(observations, kind));
  if (parameters.length.size() != static_cast<std::size_t>(state->at.rows()))
    throw InputError("a Gaussian process needs one length for each coordinate of its points");
  if (!condition(*state, parameters))
    throw PhysicsError(
        "the covariance of a Gaussian process is not positive definite: points coincide or the lengths are "
        "too "
        "large for values without noise");
  state_ = std::move(state);
}

const ProcessParameters& GaussianProcess::parameters() const { return state_->parameters; }
double GaussianProcess::restricted_log_likelihood() const {
  return vitrum::restricted_log_likelihood(*state_);
}

JointNormal GaussianProcess::joint(const std::vector<std::vector<double>>& points) const {
  const State& s = *state_;
  const Eigen::MatrixXd at = columns(points);
  const Eigen::MatrixXd across = field_covariance(s.kind.likeness, s.parameters, s.at, at);
  const Eigen::MatrixXd basis = trend_basis(s.kind.trend, at);
  const Eigen::MatrixXd whitened = s.factor.matrixL().solve(across);
  const Eigen::MatrixXd unsure =
      s.basis_factor.matrixL().solve(basis.transpose() - s.whitened_basis.transpose() * whitened);
  Eigen::MatrixXd covariance = field_covariance(s.kind.likeness, s.parameters, at, at);
  covariance.noalias() -= whitened.transpose() * whitened;
  covariance.noalias() += unsure.transpose() * unsure;
  const Eigen::VectorXd mean = basis * s.coefficients + across.transpose() * s.weights;
  return {{mean.begin(), mean.end()}, {covariance.data(), covariance.data() + covariance.size()}};
}

GaussianProcess::Prediction GaussianProcess::at(const std::vector<double>& point) const {
  const JointNormal one = joint({point});
  return {one.mean[0], std::max(0.0, one.covariance[0])};
}

double GaussianProcess::mean(const std::vector<double>& point) const {
  const State& s = *state_;
  const Eigen::MatrixXd at = columns({point});
  return (trend_basis(s.kind.trend, at) * s.coefficients)[0] +
         field_covariance(s.kind.likeness, s.parameters, s.at, at).col(0).dot(s.weights);
}

std::vector<double> GaussianProcess::leave_one_out() const {
  const Eigen::VectorXd inverse = projected_inverse(*state_).diagonal();
  const Eigen::VectorXd residual = state_->weights.array() / inverse.array().sqrt();
  return {residual.begin(), residual.end()};
}

}  // namespace vitrum
