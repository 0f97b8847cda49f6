#include "atomistic/elastic_moduli.h"

#include <array>
#include <vector>

#include "atomistic/minimiser.h"
#include "atomistic/stiffness_solver.h"

namespace vitrum::atomistic {

namespace {

using Component = std::array<std::size_t, 2>;

/// Independent components of a symmetric tensor.
std::vector<Component> components(int dimension) {
  if (dimension == 2) return {{0, 0}, {1, 1}, {0, 1}};
  return {{0, 0}, {1, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}};
}

/// Forces that a small Green-Lagrange strain ab raises, per unit strain, in equilibrium.
std::vector<double> strain_forces(const std::vector<PairStiffness>& pairs, const Component& ab,
                                  std::size_t numbers, std::size_t d) {
  std::vector<double> xi(numbers, 0.0);
  for (const PairStiffness& pair : pairs) {
    const auto& r = pair.separation;
    const double square = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
    const double along = (pair.curvature - pair.slope_over_r) / square * r[ab[0]] * r[ab[1]];
    for (std::size_t k = 0; k < d; ++k) {
      xi[d * static_cast<std::size_t>(pair.first) + k] += along * r[k];
      xi[d * static_cast<std::size_t>(pair.second) + k] -= along * r[k];
    }
  }
  return xi;
}

}  // namespace

ElasticModuli elastic_moduli(PairForceField& force_field, const Configuration& configuration) {
  ElasticModuli moduli;
  moduli.dimension = configuration.box.dimension;
  StiffnessSolver solver(force_field, configuration);
  std::vector<double> forces;
  moduli.stress = force_field.evaluate(configuration, forces).stress;
  moduli.largest_force = largest_component(forces);

  std::vector<PairStiffness> pairs;
  force_field.stiffness(configuration, pairs);
  const auto parts = components(moduli.dimension);
  const double volume = configuration.box.volume();
  auto& affine = moduli.affine.value;
  for (const PairStiffness& pair : pairs) {
    const auto& r = pair.separation;
    const double square = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
    const double along = (pair.curvature - pair.slope_over_r) / square / volume;
    for (const auto& [a, b] : parts)
      for (const auto& [c, e] : parts)
        affine[ElasticTensor::index(a, b)][ElasticTensor::index(c, e)] +=
            along * ((r[a] * r[b]) * (r[c] * r[e]));
  }
  moduli.relaxed = moduli.affine;
  moduli.stable = solver.factorise();
  if (!moduli.stable) return moduli;

  std::vector<std::vector<double>> raised, answer;
  for (const Component& part : parts) {
    raised.push_back(strain_forces(pairs, part, configuration.positions.size(),
                                   static_cast<std::size_t>(moduli.dimension)));
    answer.push_back(solver.solve(raised.back()));
  }
  for (std::size_t p = 0; p < parts.size(); ++p)
    for (std::size_t q = 0; q < parts.size(); ++q) {
      // Symmetric to the last bit.
      const double correction = 0.5 * (dot(raised[p], answer[q]) + dot(raised[q], answer[p])) / volume;
      moduli.relaxed.value[ElasticTensor::index(parts[p][0], parts[p][1])]
                          [ElasticTensor::index(parts[q][0], parts[q][1])] -= correction;
    }
  return moduli;
}

}  // namespace vitrum::atomistic
