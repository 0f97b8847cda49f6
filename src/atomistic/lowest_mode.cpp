#include "atomistic/lowest_mode.h"

#include <Eigen/Eigenvalues>
#include <cmath>
#include <random>
#include <utility>

#include "atomistic/minimiser.h"
#include "atomistic/stiffness_factor.h"
#include "atomistic/stiffness_solver.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

constexpr int most_products = 400;
constexpr int between_looks = 5;
constexpr double tolerance = 1e-11;  // error of the inverse's eigenvector, in units of its eigenvalue

double length(const std::vector<double>& vector) { return std::sqrt(dot(vector, vector)); }

void add_multiple(std::vector<double>& vector, double factor, const std::vector<double>& other) {
  for (std::size_t i = 0; i < vector.size(); ++i) vector[i] += factor * other[i];
}

/// Lanczos' basis of the space b, A b, A A b, ...; A is an inverse, so that its largest eigenvalue is the
/// smallest of the stiffness. All vectors are kept and made orthogonal to each other twice.
class Lanczos {
 public:
  Lanczos(StiffnessSolver& solver, int dimension) : solver_(solver) {
    std::mt19937_64 random(1);
    std::vector<double> start(solver.size());
    for (double& v : start) v = static_cast<double>(random() >> 11) * 0x1p-53 - 0.5;
    remove_translation(start, dimension);
    const double size = length(start);
    for (double& v : start) v /= size;
    basis_.push_back(std::move(start));
  }

  /// One more vector; false when there is none.
  bool extend() {
    std::vector<double> next = solver_.solve(basis_.back());
    diagonal_.push_back(dot(next, basis_.back()));
    for (int pass = 0; pass < 2; ++pass)
      for (const auto& known : basis_) add_multiple(next, -dot(next, known), known);
    const double size = length(next);
    beside_.push_back(size);
    if (!(size > 1e-14 * std::abs(diagonal_.front()))) return false;
    for (double& v : next) v /= size;
    basis_.push_back(std::move(next));
    return true;
  }

  /// The best approximation of the inverse's leading eigenvector; true when it is good.
  bool leading(std::vector<double>& vector) const {
    const auto k = static_cast<Eigen::Index>(diagonal_.size());
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small;
    small.computeFromTridiagonal(Eigen::Map<const Eigen::VectorXd>(diagonal_.data(), k),
                                 Eigen::Map<const Eigen::VectorXd>(beside_.data(), k - 1));
    const Eigen::VectorXd weights = small.eigenvectors().col(k - 1);
    vector.assign(basis_.front().size(), 0.0);
    for (Eigen::Index i = 0; i < k; ++i)
      add_multiple(vector, weights[i], basis_[static_cast<std::size_t>(i)]);
    return beside_.back() * std::abs(weights[k - 1]) < tolerance * small.eigenvalues()[k - 1];
  }

 private:
  StiffnessSolver& solver_;
  std::vector<std::vector<double>> basis_;
  std::vector<double> diagonal_, beside_;  // of the tridiagonal matrix that A is in this basis
};

/// Makes a factor of the stiffness, shifted as little as it takes to be positive definite.
void factorise(StiffnessSolver& solver) {
  if (solver.factorise()) return;
  const double norm = solver.norm();
  for (double shift = 1e-9 * norm; shift < 4 * norm; shift *= 4)
    if (solver.factorise(shift)) return;
  throw PhysicsError("The stiffness has no lowest eigenvalue: some of its elements are not finite.");
}

}  // namespace

LowestMode lowest_mode(PairForceField& force_field, const Configuration& configuration) {
  const int dimension = configuration.box.dimension;
  if (configuration.atoms() < 2)
    throw InputError("A configuration of one atom has no mode but its translation; give two or more atoms.");
  StiffnessSolver solver(force_field, configuration);
  factorise(solver);
  Lanczos lanczos(solver, dimension);
  LowestMode found;
  bool more = true, good = false;
  for (int step = 1; more && !good && step <= most_products; ++step) {
    more = lanczos.extend();
    if (!more || step % between_looks == 0) good = lanczos.leading(found.mode) || !more;
  }
  if (!good) throw PhysicsError("The iteration for the lowest mode did not converge.");
  const double size = length(found.mode);
  for (double& v : found.mode) v /= size;
  std::vector<double> residual = solver.stiffness_times(found.mode);
  found.eigenvalue = dot(found.mode, residual);
  add_multiple(residual, -found.eigenvalue, found.mode);
  found.residual = length(residual);
  found.participation = participation_number(found.mode, dimension);
  return found;
}

double participation_number(const std::vector<double>& displacement, int dimension) {
  const auto d = static_cast<std::size_t>(dimension);
  double squares = 0, fourth = 0;
  for (std::size_t i = 0; i < displacement.size(); i += d) {
    double square = 0;
    for (std::size_t k = 0; k < d; ++k) square += displacement[i + k] * displacement[i + k];
    squares += square;
    fourth += square * square;
  }
  return fourth > 0 ? squares * squares / fourth : 0;
}

}  // namespace vitrum::atomistic
