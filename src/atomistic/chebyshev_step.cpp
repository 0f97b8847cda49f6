#include <algorithm>
#include <cmath>

#include "atomistic/flow_step.h"

namespace vitrum::atomistic {

namespace {

/// A Chebyshev polynomial and its first two derivatives.
struct Chebyshev {
  double t = 0, first = 0, second = 0;
};

Chebyshev next(double x, const Chebyshev& last, const Chebyshev& before) {
  return {2 * x * last.t - before.t, 2 * last.t + 2 * x * last.first - before.first,
          4 * last.first + 2 * x * last.second - before.second};
}

}  // namespace

int ChebyshevStepper::stages(double time_step, double stiffness) {
  const double needed = std::ceil(std::sqrt(1 + 1.54 * time_step * stiffness));
  return static_cast<int>(std::clamp(needed, 2.0, 1e8));
}

FlowStep ChebyshevStepper::step(const FlowPoint& from, double h, int s) {
  // Names of the paper: w0, w1, T, b, a, mu, nu, gamma.
  const double w0 = 1 + 2.0 / 13 / (static_cast<double>(s) * s);
  std::vector<Chebyshev> T(static_cast<std::size_t>(s) + 1);
  T[0] = {1, 0, 0};
  T[1] = {w0, 1, 0};
  for (std::size_t j = 2; j < T.size(); ++j) T[j] = next(w0, T[j - 1], T[j - 2]);
  const double w1 = T.back().first / T.back().second;
  std::vector<double> b(T.size());
  for (std::size_t j = 2; j < T.size(); ++j) b[j] = T[j].second / (T[j].first * T[j].first);
  b[0] = b[2];
  b[1] = 1 / w0;

  const std::vector<double>& y0 = from.configuration.positions;
  const std::size_t n = y0.size();
  FlowStep result;
  result.end.configuration = from.configuration;
  std::vector<double>& y = result.end.configuration.positions;
  std::vector<double>& f = result.end.forces;
  std::vector<double> before = y0;  // two stages back
  const double longest = 0.5 * force_field_.cutoff();
  for (std::size_t i = 0; i < n; ++i) y[i] = y0[i] + b[1] * w1 * h * from.forces[i];
  for (std::size_t j = 2; j < T.size(); ++j) {
    force_field_.evaluate(result.end.configuration, f);
    const double mu = 2 * b[j] * w0 / b[j - 1];
    const double nu = -b[j] / b[j - 2];
    const double mu_force = 2 * b[j] * w1 / b[j - 1] * h;
    const double gamma_force = -(1 - b[j - 1] * T[j - 1].t) * mu_force;
    double farthest = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double stage =
          (1 - mu - nu) * y0[i] + mu * y[i] + nu * before[i] + mu_force * f[i] + gamma_force * from.forces[i];
      before[i] = y[i];
      y[i] = stage;
      farthest = std::max(farthest, std::abs(stage - y0[i]));
    }
    if (!(farthest < longest)) return {};
  }
  result.end.evaluation = force_field_.evaluate(result.end.configuration, f);
  for (std::size_t i = 0; i < n; ++i)
    result.error = std::max(result.error, std::abs(0.8 * (y0[i] - y[i]) + 0.4 * h * (from.forces[i] + f[i])));
  result.possible = true;
  return result;
}

}  // namespace vitrum::atomistic
