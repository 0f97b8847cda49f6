#include <algorithm>
#include <cmath>
#include <limits>

#include "atomistic/flow_step.h"
#include "math/phi_functions.h"

namespace vitrum::atomistic {

namespace {

constexpr int least_dimension = 6, most_dimension = 120;

/// Extends the space until h phi_k(h A) b is accurate, h finite. Where the space has become too large for
/// that, h is shortened.
void extend(KrylovSpace& space, int k, double& h, double accuracy, int dimension,
            const KrylovSpace::Product& product) {
  const auto is_accurate = [&] {
    return space.leading_error([&](double a) { return h * h * phi(k + 1, h * a); }) <= accuracy;
  };
  if (space.dimension() < dimension) space.extend(dimension, product);
  while (!space.exhausted() && !is_accurate()) {
    if (space.dimension() < most_dimension)
      space.extend(std::min(most_dimension, space.dimension() + std::max(4, space.dimension() / 4)), product);
    else
      h *= 0.8;
  }
}

/// Infinite when a number is not finite: along an unstable mode the exponential may overflow.
float largest(const std::vector<float>& rows) {
  float found = 0;
  for (const float v : rows) {
    if (!std::isfinite(v)) return std::numeric_limits<float>::infinity();
    found = std::max(found, std::abs(v));
  }
  return found;
}

}  // namespace

KrylovSpace::Product ExponentialStepper::product() {
  return [this](const float* x, float* y) {
    stiffness_->pull(x, y);
    cost_ += stiffness_->cost_of_product();
  };
}

void ExponentialStepper::reset() {
  stiffness_->reset();
  dimension_ = first_dimension;
  cost_ = 0;
}

void ExponentialStepper::begin(const FlowPoint& from) {
  stiffness_->set(from.configuration);
  cost_ += stiffness_->cost_of_set();
  along_forces_.begin(stiffness_->rows_of(from.forces));
}

FlowStep ExponentialStepper::step(const FlowPoint& from, double length, double accuracy) {
  FlowStep result;
  double& h = result.length;
  h = length;
  extend(along_forces_, 1, h, accuracy, dimension_, product());
  dimension_ = std::clamp(along_forces_.dimension() * 5 / 6, least_dimension, most_dimension);
  along_forces_.apply([h](double a) { return h * phi(1, h * a); }, rows_);
  const double longest = 0.5 * force_field_.cutoff();
  if (!(largest(rows_) < longest)) return result;

  result.end.configuration = from.configuration;
  std::vector<double>& x = result.end.configuration.positions;
  stiffness_->add_rows(rows_, x);
  std::vector<double> change;
  force_field_.evaluate(result.end.configuration, change);
  cost_ += 2;  // with that of the end
  for (std::size_t i = 0; i < change.size(); ++i) change[i] -= from.forces[i];
  pulls_.resize(rows_.size());
  product()(rows_.data(), pulls_.data());
  for (float& v : pulls_) v = -v;
  stiffness_->add_rows(pulls_, change);

  along_change_.begin(stiffness_->rows_of(change));
  double shortened = h;
  extend(along_change_, 3, shortened, accuracy, least_dimension, product());
  along_change_.apply([h](double a) { return 2 * h * phi(3, h * a); }, rows_);
  result.error = largest(rows_);
  // Where even the largest space is too small for the correction, the step was too long, too.
  if (!(result.error < longest) || shortened < h) return result;
  stiffness_->add_rows(rows_, x);
  result.end.evaluation = force_field_.evaluate(result.end.configuration, result.end.forces);
  result.possible = true;
  return result;
}

double ExponentialStepper::visible_distance() {
  const std::vector<double>& eigenvalues = along_forces_.eigenvalues();  // of -K
  if (eigenvalues.empty()) return 0;
  // Uniform translations, whose eigenvalue is 0, get into the space by rounding.
  const double zero = 1e-6 * std::abs(eigenvalues.front());
  if (eigenvalues.back() > zero) return std::numeric_limits<double>::infinity();
  along_forces_.apply([zero](double a) { return a < -zero ? -1 / a : 0.0; }, rows_);
  return largest(rows_);
}

double ExponentialStepper::distance_to_rest(double price, double near) {
  const double distance = visible_distance();
  const double dimension =
      std::min<double>(most_dimension, along_forces_.dimension() + price / stiffness_->cost_of_product());
  if (distance > near || along_forces_.exhausted()) return distance;
  along_forces_.extend(static_cast<int>(dimension), product());
  return visible_distance();
}

}  // namespace vitrum::atomistic
