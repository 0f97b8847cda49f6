#include "atomistic/patch_flow.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "atomistic/minimiser.h"
#include "base/error.h"
#include "math/phi_functions.h"

namespace vitrum::atomistic {

namespace {

constexpr int least_of_flow = 6, first_of_flow = 8, most_of_flow = 120;
/// No atom goes further than this in a step: not past its neighbours.
constexpr double longest_way = 0.5;
constexpr double longest_time = 1e6;
/// A finish is tried after so many steps at the latest.
constexpr int flow_overdue = 20;

double largest_number(const std::vector<float>& rows) {
  float found = 0;
  for (const float v : rows) {
    if (!std::isfinite(v)) return std::numeric_limits<double>::infinity();
    found = std::max(found, std::abs(v));
  }
  return found;
}

void move(PatchPoint& point, const PlaneMap& shear, const std::vector<float>& rows) {
  const PlaneMap back = stretch_of(shear, -point.strain);
  for (std::size_t k = 0; k < point.positions.size(); k += 2) {
    point.positions[k] += back.x(rows[k], rows[k + 1]);
    point.positions[k + 1] += back.y(rows[k], rows[k + 1]);
  }
}

}  // namespace

/// The row of what does not move is zero.
std::vector<float> PatchFlow::rows_of(const std::vector<double>& vector) const {
  std::vector<float> rows(vector.begin(), vector.end());
  rows.resize(rows.size() + 2, 0.0F);
  return rows;
}

bool PatchFlow::extend(KrylovSpace& space, int k, double h) {
  const auto product = [this](const float* x, float* y) { stiffness_.pull(x, y); };
  const auto is_accurate = [&] {
    return space.leading_error([&](double a) { return h * h * phi(k + 1, h * a); }) <= settings_.tolerance;
  };
  const int first = k == 1 ? dimension_ : least_of_flow;
  if (space.dimension() < first) space.extend(first, product);
  while (!space.exhausted() && !is_accurate()) {
    if (space.dimension() >= most_of_flow) return false;
    space.extend(std::min(most_of_flow, space.dimension() + std::max(4, space.dimension() / 4)), product);
  }
  return true;
}

/// See GradientFlow::next_step().
void PatchFlow::adapt(double length, double error, bool was_held_back) {
  before_last_step_ = std::exchange(last_step_, length);
  const double factor = 0.8 * std::cbrt(settings_.tolerance / error);
  const double trend = last_error_ > 0 ? length / before_last_step_ * std::cbrt(last_error_ / error) : 1.0;
  const double next = length * std::clamp(factor * std::min(trend, 1.0), 0.2, was_held_back ? 1.0 : 3.0);
  step_ = std::min(next, longest_time);
  last_error_ = error;
}

bool PatchFlow::try_step() {
  if (!held_back_) {
    stiffness_.set(point_);
    along_forces_.begin(rows_of(forces_));
  }
  const double h = step_;
  const bool was_held_back = std::exchange(held_back_, true);
  const auto shorten = [&](double factor) {
    step_ *= factor;
    return false;
  };
  if (!extend(along_forces_, 1, h)) return shorten(0.8);
  dimension_ = std::clamp(along_forces_.dimension() * 5 / 6, least_of_flow, most_of_flow);
  along_forces_.apply([h](double a) { return h * phi(1, h * a); }, rows_);
  if (!(largest_number(rows_) < longest_way)) return shorten(0.25);
  end_ = point_;
  move(end_, patch_.shear(), rows_);
  patch_.evaluate(end_, change_);
  pulls_.resize(rows_.size());
  stiffness_.pull(rows_.data(), pulls_.data());
  for (std::size_t k = 0; k < change_.size(); ++k) change_[k] -= forces_[k] + pulls_[k];
  along_change_.begin(rows_of(change_));
  if (!extend(along_change_, 3, h)) return shorten(0.8);
  along_change_.apply([h](double a) { return 2 * h * phi(3, h * a); }, rows_);
  const double error = std::max(largest_number(rows_), 1e-300);
  if (!(error <= settings_.tolerance))
    return shorten(std::clamp(0.8 * std::cbrt(settings_.tolerance / error), 0.1, 0.8));
  move(end_, patch_.shear(), rows_);
  end_state_ = patch_.evaluate(end_, end_forces_);
  // Along the exact flow the energy never rises.
  if (!(end_state_.energy <= state_.energy + 1e-13 * std::abs(state_.energy))) return shorten(0.5);
  adapt(h, error, was_held_back);
  held_back_ = false;
  std::swap(point_, end_);
  std::swap(forces_, end_forces_);
  state_ = end_state_;
  ++steps_;
  return true;
}

/// As the space of the last step shows it.
double PatchFlow::distance_to_rest() {
  const std::vector<double>& eigenvalues = along_forces_.eigenvalues();
  if (eigenvalues.empty()) return 0;
  if (eigenvalues.back() >= 0) return std::numeric_limits<double>::infinity();
  along_forces_.apply([](double a) { return -1 / a; }, rows_);
  return largest_number(rows_);
}

bool PatchFlow::finish(PatchPoint& point, PatchState& state) {
  end_ = point_;
  PatchEquilibriumSettings settings = settings_.equilibrium;
  settings.farthest = settings_.near;
  if (!equilibrium_.find(end_, state, settings)) return false;
  point = end_;
  return true;
}

PatchState PatchFlow::fall(PatchPoint& point) {
  point_ = point;
  state_ = patch_.evaluate(point_, forces_);
  step_ = std::min(1.0, 100 * settings_.tolerance / std::max(largest_component(forces_), 1e-12));
  last_error_ = 0;
  steps_ = 0;
  dimension_ = first_of_flow;
  held_back_ = false;
  PatchState found;
  int tried = 0;
  for (int attempts = 0; steps_ < settings_.steps && attempts < 2 * settings_.steps; ++attempts) {
    if (!try_step()) continue;
    const bool near = distance_to_rest() <= settings_.near;
    if ((near || steps_ - tried >= flow_overdue) && finish(point, found)) return found;
    if (near || steps_ - tried >= flow_overdue) tried = steps_;
  }
  throw PhysicsError("A patch found no equilibrium at a strain of " + std::to_string(point.strain) +
                     ": after " + std::to_string(steps_) +
                     " steps of gradient flow the largest force is still " +
                     std::to_string(largest_component(forces_)) + ".");
}

}  // namespace vitrum::atomistic
