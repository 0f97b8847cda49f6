#include "atomistic/softest_mode.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "atomistic/minimiser.h"
#include "atomistic/stiffness_factor.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index block = 4;              // modes that are sought together: the lowest ones lie close
constexpr int most_iterations = 2000;   // the mode of a glass of 1000 atoms takes some hundred
constexpr double nothing_left = 1e-10;  // of a direction, when what is known is taken away

/// Vectors of unit length at right angles to each other, and the Hessian times each.
struct Directions {
  MatrixXd vectors, products;
};

/// Everything that the iteration needs of the glass.
class SoftestModes {
 public:
  SoftestModes(const HessianProduct& hessian, ApproximateStiffness& approximate, int dimension)
      : hessian_(hessian), approximate_(approximate), dimension_(dimension) {}

  VectorXd times(const VectorXd& u) {
    hessian_({u.data(), u.data() + u.size()}, buffer_);
    return Eigen::Map<const VectorXd>(buffer_.data(), u.size());
  }

  /// Without translation.
  VectorXd preconditioned(const VectorXd& residual) {
    buffer_.assign(residual.data(), residual.data() + residual.size());
    approximate_.apply(buffer_);
    remove_translation(buffer_, dimension_);
    return Eigen::Map<const VectorXd>(buffer_.data(), residual.size());
  }

  int dimension() const { return dimension_; }

 private:
  const HessianProduct& hessian_;
  ApproximateStiffness& approximate_;
  int dimension_;
  std::vector<double> buffer_;
};

/// Adds `direction`, less what `into` holds of it; nothing when nothing is left.
void add_direction(Directions& into, VectorXd direction, SoftestModes& modes) {
  const double before = direction.norm();
  if (!(before > 0)) return;
  for (int pass = 0; pass < 2; ++pass) direction -= into.vectors * (into.vectors.transpose() * direction);
  const double after = direction.norm();
  if (!(after > nothing_left * before)) return;
  const Index k = into.vectors.cols();
  into.vectors.conservativeResize(direction.size(), k + 1);
  into.products.conservativeResize(direction.size(), k + 1);
  into.vectors.col(k) = direction / after;
  into.products.col(k) = modes.times(into.vectors.col(k));
}

Directions start_of_modes(std::size_t size, SoftestModes& modes) {
  std::mt19937_64 random(1);
  Directions out{MatrixXd(size, 0), MatrixXd(size, 0)};
  std::vector<double> noise(size);
  for (Index k = 0; k < block; ++k) {
    for (double& v : noise) v = static_cast<double>(random() >> 11) * 0x1p-53 - 0.5;
    remove_translation(noise, modes.dimension());
    add_direction(out, modes.preconditioned(Eigen::Map<const VectorXd>(noise.data(), out.vectors.rows())),
                  modes);
  }
  return out;
}

/// Rayleigh and Ritz: the best modes in the space of `in`, and beside them the directions in which they
/// moved: the first `block` columns of `in` are the modes before.
Directions best_of(const Directions& in, VectorXd& values) {
  const MatrixXd small = in.vectors.transpose() * in.products;
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(0.5 * (small + small.transpose()));
  const Index modes = std::min(block, small.cols());
  values = solver.eigenvalues().head(modes);
  MatrixXd weights = solver.eigenvectors().leftCols(modes);
  MatrixXd moves = weights;
  moves.topRows(std::min(block, moves.rows())).setZero();
  for (Index k = 0; k < moves.cols(); ++k) {
    VectorXd move = moves.col(k);
    const double before = move.norm();
    for (int pass = 0; pass < 2; ++pass) move -= weights * (weights.transpose() * move);
    const double after = move.norm();
    if (!(after > nothing_left * before)) continue;
    weights.conservativeResize(Eigen::NoChange, weights.cols() + 1);
    weights.rightCols(1) = move / after;
  }
  return {in.vectors * weights, in.products * weights};
}

}  // namespace

LowestMode softest_mode(const HessianProduct& hessian, ApproximateStiffness& approximate,
                        const Configuration& configuration, double good_residual) {
  if (configuration.atoms() < 2 * block)
    throw InputError("A configuration of " + std::to_string(configuration.atoms()) +
                     " atoms is too small to look for its lowest mode; give more.");
  SoftestModes modes(hessian, approximate, configuration.box.dimension);
  Directions found = start_of_modes(configuration.positions.size(), modes);
  const double scale = found.products.colwise().norm().maxCoeff();
  VectorXd values;
  found = best_of(found, values);
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    const VectorXd first = found.products.col(0) - values[0] * found.vectors.col(0);
    if (first.norm() <= good_residual * scale) {
      LowestMode out;
      const VectorXd mode = found.vectors.col(0).normalized(), product = modes.times(mode);
      out.eigenvalue = mode.dot(product);
      out.mode.assign(mode.data(), mode.data() + mode.size());
      out.participation = participation_number(out.mode, configuration.box.dimension);
      out.residual = (product - out.eigenvalue * mode).norm();
      return out;
    }
    for (Index k = 0; k < values.size(); ++k)
      add_direction(found, modes.preconditioned(found.products.col(k) - values[k] * found.vectors.col(k)),
                    modes);
    found = best_of(found, values);
  }
  throw PhysicsError("The iteration for the lowest mode did not converge.");
}

}  // namespace vitrum::atomistic
