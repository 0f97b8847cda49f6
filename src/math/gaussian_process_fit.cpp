#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/error.h"
#include "math/gaussian_process.h"
#include "math/gaussian_process_state.h"
#include "math/quasi_newton.h"

namespace vitrum {
namespace {

using Eigen::Index;

// Normal priors of the logarithms of lengths, variance and nugget.
struct Prior {
  Eigen::VectorXd centre, width;
};

Prior prior_of(const ProcessState& state) {
  const Index d = state.at.rows();
  Prior prior{Eigen::VectorXd(d + 2), Eigen::VectorXd(d + 2)};
  for (Index i = 0; i < d; ++i) {
    Eigen::VectorXd sorted = state.at.row(i);
    std::sort(sorted.begin(), sorted.end());
    const double spread = sorted[3 * sorted.size() / 4] - sorted[sorted.size() / 4];
    prior.centre[i] = std::log(spread > 0 ? spread : 1);
    prior.width[i] = 1.5;
  }
  // What the trend leaves over, by least squares.
  const Eigen::VectorXd rest =
      state.value - state.basis * state.basis.colPivHouseholderQr().solve(state.value);
  const double variance =
      std::max(rest.squaredNorm() / static_cast<double>(rest.size() - state.basis.cols()),
               1e-12 * std::max(1e-12, state.value.squaredNorm() / static_cast<double>(rest.size())));
  prior.centre[d] = std::log(variance);
  prior.centre[d + 1] = std::log(1e-3 * variance);
  prior.width[d] = prior.width[d + 1] = 3;
  return prior;
}

ProcessParameters parameters_of(const Eigen::VectorXd& logarithms) {
  const Index d = logarithms.size() - 2;
  ProcessParameters parameters;
  for (Index i = 0; i < d; ++i) parameters.length.push_back(std::exp(logarithms[i]));
  parameters.variance = std::exp(logarithms[d]);
  parameters.nugget = std::exp(logarithms[d + 1]);
  return parameters;
}

Eigen::VectorXd logarithms_of(const ProcessParameters& parameters) {
  const auto d = static_cast<Index>(parameters.length.size());
  Eigen::VectorXd logarithms(d + 2);
  for (Index i = 0; i < d; ++i) logarithms[i] = std::log(parameters.length[static_cast<std::size_t>(i)]);
  logarithms[d] = std::log(parameters.variance);
  logarithms[d + 1] = std::log(std::max(parameters.nugget, 1e-12 * parameters.variance));
  return logarithms;
}

}  // namespace

GaussianProcess GaussianProcess::fit(const Observations& observations, const Kind& kind,
                                     const ProcessParameters* start) {
  auto state = std::make_shared<State>(observed(observations, kind));
  const Prior prior = prior_of(*state);
  const auto misfit_without_slope = [&](const Eigen::VectorXd& x) {
    if (!condition(*state, parameters_of(x))) return std::numeric_limits<double>::infinity();
    return -vitrum::restricted_log_likelihood(*state) +
           0.5 * ((x - prior.centre).array() / prior.width.array()).square().sum();
  };
  const auto misfit = [&](const Eigen::VectorXd& x, Eigen::VectorXd& gradient) {
    const double value = misfit_without_slope(x);
    if (std::isfinite(value))
      gradient =
          -likelihood_gradient(*state) + ((x - prior.centre).array() / prior.width.array().square()).matrix();
    return value;
  };
  Eigen::VectorXd from;
  if (start != nullptr) {
    if (start->length.size() + 2 != static_cast<std::size_t>(prior.centre.size()))
      throw InputError("the parameters from which a Gaussian process starts belong to other coordinates");
    from = logarithms_of(*start);
  } else {
    double least = std::numeric_limits<double>::infinity();
    for (const double length : {0.3, 1.0, 3.0})
      for (const double nugget : {1e-3, 0.1}) {
        Eigen::VectorXd x = prior.centre;
        x.head(x.size() - 2).array() += std::log(length);
        x[x.size() - 1] = x[x.size() - 2] + std::log(nugget);
        const double value = misfit_without_slope(x);
        if (value < least || from.size() == 0) {
          least = value;
          from = x;
        }
      }
  }
  const SmoothMinimum best = quasi_newton_minimum(misfit, from, 1e-2, 40);
  if (!condition(*state, parameters_of(best.at)))
    throw PhysicsError("a Gaussian process found no parameters for its " +
                       std::to_string(state->value.size()) + " observations; are many of them at one point?");
  return GaussianProcess(std::shared_ptr<const State>(std::move(state)));
}

}  // namespace vitrum
