#include "atomistic/gradient_flow.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "atomistic/minimiser.h"

namespace vitrum::atomistic {

namespace {

/// Forces that fall to this share in one long step show a valley's bottom, not the creep over a pass.
constexpr double calm = 0.3;

}  // namespace

GradientFlow::GradientFlow(PairForceField& force_field, FlowSettings settings, std::vector<int> order)
    : force_field_(force_field),
      settings_(settings),
      explicit_(force_field),
      implicit_(force_field, std::move(order)) {}

void GradientFlow::begin(const Configuration& start) {
  point_.configuration = start;
  point_.evaluation = force_field_.evaluate(point_.configuration, point_.forces);
  stiffness_ = force_field_.largest_stiffness(point_.configuration);
  time_ = 0;
  // The first motion is by ten times the tolerance at most, and within the time of sound.
  time_step_ = std::min(1.0, 10 * settings_.tolerance / std::max(residual(), 1e-12));
  steps_ = 0;
  held_back_ = false;
}

double GradientFlow::residual() const { return largest_component(point_.forces); }

bool GradientFlow::run_to_rest() {
  for (int attempts = 0; steps_ < settings_.steps && attempts < 4 * settings_.steps; ++attempts) {
    const double used = time_step_;
    if (try_step() && used >= settings_.rest && (slackening_ < calm || residual() < 1e-6)) return true;
  }
  return false;
}

bool GradientFlow::try_step() {
  const double h = time_step_;
  const int stages = ChebyshevStepper::stages(h, stiffness_);
  // The affine strain has excited all stiff modes, which only implicit steps damp at once.
  const bool is_explicit = steps_ > 0 && stages <= settings_.most_stages;
  FlowStep step = is_explicit ? explicit_.step(point_, h, stages) : implicit_.step(point_, h);
  if (!step.possible) {
    time_step_ = h / 4;
    held_back_ = true;
    return false;
  }
  // Both methods are of second order.
  const double factor = 0.8 * std::cbrt(settings_.tolerance / std::max(step.error, 1e-300));
  // Along the exact flow the energy never rises.
  const double noise = 1e-13 * std::abs(point_.evaluation.energy);
  const bool rises = step.end.evaluation.energy > point_.evaluation.energy + noise;
  if (step.error > settings_.tolerance || rises) {
    time_step_ = h * std::clamp(factor, 0.1, rises ? 0.5 : 0.8);
    held_back_ = true;
    return false;
  }
  slackening_ = largest_component(step.end.forces) / std::max(residual(), 1e-300);
  // Where forces grow the flow speeds up: the next step will have to be shorter rather than longer.
  time_step_ = h * std::clamp(factor, 0.2, held_back_ ? 1.0 : slackening_ > 1 ? 1.5 : 3.0);
  held_back_ = false;
  point_ = std::move(step.end);
  stiffness_ = force_field_.largest_stiffness(point_.configuration);
  time_ += h;
  ++steps_;
  return true;
}

}  // namespace vitrum::atomistic
