#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/flow_step.h"
#include "atomistic/minimiser.h"

namespace vitrum::atomistic {

namespace {

// Coefficients of ode23s.
const double d = 1 / (2 + std::sqrt(2.0));
const double e32 = 6 + std::sqrt(2.0);

}  // namespace

ImplicitStepper::ImplicitStepper(PairForceField& force_field, std::vector<int> order)
    : force_field_(force_field), order_(std::move(order)) {}

FlowStep ImplicitStepper::step(const FlowPoint& from, double h) {
  if (hessian_.assemble(force_field_, from.configuration) || !prepared_) {
    if (order_.size() != from.configuration.atoms())
      order_ = elimination_order(hessian_.matrix(), from.configuration.box.dimension);
    cholesky_.prepare(hessian_.matrix(), order_);
    prepared_ = true;
  }
  const double shift = 1 / (h * d);
  FlowStep result;
  if (!cholesky_.factorise(hessian_.matrix(), shift)) return result;
  // (1 + h d K) k = r  is  (K + shift) k = shift r.
  const auto solve = [&](std::vector<double>& r) {
    cholesky_.solve(r);
    for (double& v : r) v *= shift;
  };
  const std::vector<double>& f0 = from.forces;
  const std::size_t n = f0.size();
  result.end.configuration = from.configuration;
  std::vector<double>& y = result.end.configuration.positions;
  std::vector<double>& f2 = result.end.forces;
  std::vector<double> f1;

  std::vector<double> k1 = f0;
  solve(k1);
  const double longest = 0.5 * force_field_.cutoff();
  if (!(h * largest_component(k1) < longest)) return result;
  for (std::size_t i = 0; i < n; ++i) y[i] = from.configuration.positions[i] + 0.5 * h * k1[i];
  force_field_.evaluate(result.end.configuration, f1);
  std::vector<double> k2(n);
  for (std::size_t i = 0; i < n; ++i) k2[i] = f1[i] - k1[i];
  solve(k2);
  for (std::size_t i = 0; i < n; ++i) k2[i] += k1[i];
  if (!(h * largest_component(k2) < longest)) return result;
  for (std::size_t i = 0; i < n; ++i) y[i] = from.configuration.positions[i] + h * k2[i];
  result.end.evaluation = force_field_.evaluate(result.end.configuration, f2);
  std::vector<double> k3(n);
  for (std::size_t i = 0; i < n; ++i) k3[i] = f2[i] - e32 * (k2[i] - f1[i]) - 2 * (k1[i] - f0[i]);
  solve(k3);
  for (std::size_t i = 0; i < n; ++i)
    result.error = std::max(result.error, std::abs(h / 6 * (k1[i] - 2 * k2[i] + k3[i])));
  result.possible = std::isfinite(result.error) && std::isfinite(result.end.evaluation.energy);
  return result;
}

}  // namespace vitrum::atomistic
