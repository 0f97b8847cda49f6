#include "atomistic/gradient_flow.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/minimiser.h"

namespace vitrum::atomistic {

namespace {

/// At rest, where nothing bounds a step, time goes on in steps of this length.
constexpr double longest_step = 1e6;

}  // namespace

void GradientFlow::begin(const Configuration& start) {
  stepper_.reset();
  point_.configuration = start;
  point_.evaluation = force_field_.evaluate(point_.configuration, point_.forces);
  time_ = 0;
  // The first motion is by a hundred times the tolerance at most, and within the time of sound.
  time_step_ = std::min(1.0, 100 * settings_.tolerance / std::max(residual(), 1e-12));
  last_error_ = 0;
  steps_ = 0;
  held_back_ = false;
}

double GradientFlow::residual() const { return largest_component(point_.forces); }

bool GradientFlow::advance() {
  for (int attempt = 0; steps_ < settings_.steps && attempt < settings_.steps; ++attempt)
    if (try_step()) return true;
  return false;
}

/// The error is of third order. The second factor expects it to grow on as it did since the last step
/// (Gustafsson, ACM Trans. Math. Software 20, 496 (1994)): a flow that speeds up is met by shorter steps
/// before one fails.
double GradientFlow::next_step(double error) const {
  const double h = last_step_;
  const double factor = 0.8 * std::cbrt(settings_.tolerance / error);
  const double trend = last_error_ > 0 ? h / before_last_step_ * std::cbrt(last_error_ / error) : 1.0;
  const double next = h * std::clamp(factor * std::min(trend, 1.0), 0.2, held_back_ ? 1.0 : 3.0);
  return std::min(next, longest_step);
}

bool GradientFlow::try_step() {
  if (!held_back_) stepper_.begin(point_);
  FlowStep step = stepper_.step(point_, time_step_, settings_.tolerance);
  const double error = std::max(step.error, 1e-300);
  // Along the exact flow the energy never rises.
  const double noise = 1e-13 * std::abs(point_.evaluation.energy);
  const bool rises = step.possible && step.end.evaluation.energy > point_.evaluation.energy + noise;
  if (!step.possible || error > settings_.tolerance || rises) {
    const double shorter = 0.8 * std::cbrt(settings_.tolerance / error);
    time_step_ = step.length * (step.possible ? std::clamp(shorter, 0.1, rises ? 0.5 : 0.8) : 0.25);
    held_back_ = true;
    return false;
  }
  before_last_step_ = std::exchange(last_step_, step.length);
  time_step_ = next_step(error);
  last_error_ = error;
  held_back_ = false;
  point_ = std::move(step.end);
  time_ += step.length;
  ++steps_;
  return true;
}

}  // namespace vitrum::atomistic
