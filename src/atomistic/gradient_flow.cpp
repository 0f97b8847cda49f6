#include "atomistic/gradient_flow.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/minimiser.h"

namespace vitrum::atomistic {

namespace {

/// Power iterations for the stiffest mode: from nothing, after a step, and after one that failed.
constexpr int first_iterations = 20, later_iterations = 1, doubtful_iterations = 4;
/// They approach the largest stiffness from below.
constexpr double margin = 1.1;

}  // namespace

GradientFlow::GradientFlow(PairForceField& force_field, FlowSettings settings, int most_stages,
                           std::vector<int> order)
    : force_field_(force_field),
      settings_(settings),
      most_stages_(most_stages),
      explicit_(force_field),
      implicit_(force_field, std::move(order)),
      largest_stiffness_(force_field) {}

void GradientFlow::begin(const Configuration& start) {
  point_.configuration = start;
  point_.evaluation = force_field_.evaluate(point_.configuration, point_.forces);
  largest_stiffness_ = LargestStiffness(force_field_);
  cost_ = 1;
  estimate_stiffness(first_iterations);
  time_ = 0;
  // The first motion is by ten times the tolerance at most, and within the time of sound.
  time_step_ = std::min(1.0, 10 * settings_.tolerance / std::max(residual(), 1e-12));
  last_error_ = 0;
  steps_ = 0;
  calms_down_ = false;
  held_back_ = false;
}

void GradientFlow::estimate_stiffness(int iterations) {
  stiffness_ = margin * largest_stiffness_.iterate(point_.configuration, point_.forces, iterations);
  cost_ += iterations;
}

double GradientFlow::residual() const { return largest_component(point_.forces); }

bool GradientFlow::advance() {
  for (int attempt = 0; steps_ < settings_.steps && attempt < settings_.steps; ++attempt)
    if (try_step()) return true;
  return false;
}

/// Both methods are of second order. The second factor expects the error to grow on as it did since the last
/// step (Gustafsson, ACM Trans. Math. Software 20, 496 (1994)): a flow that speeds up is met by shorter steps
/// before one fails.
double GradientFlow::next_step(double error) const {
  const double h = time_step_;
  const double factor = 0.8 * std::cbrt(settings_.tolerance / error);
  const double trend = last_error_ > 0 ? h / last_step_ * std::cbrt(last_error_ / error) : 1.0;
  return h * std::clamp(factor * std::min(trend, 1.0), 0.2, held_back_ ? 1.0 : 3.0);
}

bool GradientFlow::try_step() {
  const double h = time_step_;
  const int stages = ChebyshevStepper::stages(h, stiffness_);
  const bool is_explicit = stages <= most_stages_;
  FlowStep step = is_explicit ? explicit_.step(point_, h, stages) : implicit_.step(point_, h);
  cost_ += is_explicit ? stages : most_stages_;
  if (!step.possible) {
    time_step_ = h / 4;
    held_back_ = true;
    return false;
  }
  const double error = std::max(step.error, 1e-300);
  // Along the exact flow the energy never rises.
  const double noise = 1e-13 * std::abs(point_.evaluation.energy);
  const bool rises = step.end.evaluation.energy > point_.evaluation.energy + noise;
  if (error > settings_.tolerance || rises) {
    time_step_ = h * std::clamp(0.8 * std::cbrt(settings_.tolerance / error), 0.1, rises ? 0.5 : 0.8);
    held_back_ = true;
    if (is_explicit) estimate_stiffness(doubtful_iterations);
    return false;
  }
  calms_down_ = largest_component(step.end.forces) < residual();
  time_step_ = next_step(error);
  last_step_ = h;
  last_error_ = error;
  held_back_ = false;
  point_ = std::move(step.end);
  estimate_stiffness(later_iterations);
  time_ += h;
  ++steps_;
  return true;
}

}  // namespace vitrum::atomistic
