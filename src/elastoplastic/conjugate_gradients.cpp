#include "elastoplastic/conjugate_gradients.h"

#include <cmath>
#include <string>
#include <utility>

#include "base/error.h"

namespace vitrum::elastoplastic {

namespace {

constexpr double tolerance = 1e-13;
constexpr int most_iterations = 20000;

/// Between the softest and the stiffest elements. Other means cost at most two iterations more.
Stiffness geometric_mean(const ElementLattice& lattice) {
  double log_shear = 0, log_bulk = 0;
  for (std::size_t e = 0; e < lattice.elements(); ++e) {
    log_shear += std::log(lattice.stiffness(e).shear_modulus);
    log_bulk += std::log(lattice.stiffness(e).bulk_modulus);
  }
  const auto elements = static_cast<double>(lattice.elements());
  return {std::exp(log_shear / elements), std::exp(log_bulk / elements)};
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

double dot(const NodeField& a, const NodeField& b) { return dot(a.x, b.x) + dot(a.y, b.y); }

/// a = factor * a + b
void scale_and_add(double factor, std::vector<double>& a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = factor * a[i] + b[i];
}

/// a += factor * b
void add(std::vector<double>& a, double factor, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += factor * b[i];
}

}  // namespace

ConjugateGradients::ConjugateGradients(const ElementLattice& lattice)
    : stiffness_(lattice), preconditioner_(lattice.columns(), lattice.rows(), geometric_mean(lattice)) {}

void ConjugateGradients::solve(std::span<NodeField> fields) {
  for (NodeField& field : fields) solve(field);
}

std::vector<double> ConjugateGradients::work(std::span<const NodeField> forces) {
  std::vector<double> result;
  std::vector<NodeField> displacements(forces.begin(), forces.end());
  solve(displacements);
  for (const NodeField& force : forces)
    for (const NodeField& displacement : displacements) result.push_back(dot(force, displacement));
  return result;
}

void ConjugateGradients::solve(NodeField& field) {
  NodeField residual = std::move(field);
  field = NodeField(residual.nodes());
  NodeField direction = preconditioner_(residual);
  NodeField force(residual.nodes());
  double norm = dot(residual, direction);
  const double smallest = tolerance * tolerance * norm;
  iterations_ = 0;
  while (norm > smallest) {
    if (++iterations_ > most_iterations)
      throw PhysicsError(
          "Elastic equilibrium of the lattice was not found in " + std::to_string(most_iterations) +
          " iterations of conjugate gradients: its elastic moduli differ by too many orders of "
          "magnitude.");
    stiffness_(direction, force);
    const double step = norm / dot(direction, force);
    add(field.x, step, direction.x), add(field.y, step, direction.y);
    add(residual.x, -step, force.x), add(residual.y, -step, force.y);
    const NodeField preconditioned = preconditioner_(residual);
    const double next = dot(residual, preconditioned);
    scale_and_add(next / norm, direction.x, preconditioned.x);
    scale_and_add(next / norm, direction.y, preconditioned.y);
    norm = next;
  }
}

}  // namespace vitrum::elastoplastic
