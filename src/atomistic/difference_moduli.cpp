#include "atomistic/difference_moduli.h"

#include <array>
#include <utility>
#include <vector>

#include "atomistic/minimiser.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

constexpr double strain = 1e-5;

/// One displacement gradient for each of xx, yy, zz, yz, xz, xy, which leaves the edge a along x and b in
/// the plane xy.
constexpr std::array<std::pair<std::size_t, std::size_t>, 6> gradients{
    {{0, 0}, {1, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}}};

/// x_a += u x_b.
Configuration strained(Configuration configuration, std::pair<std::size_t, std::size_t> gradient, double u) {
  const auto d = static_cast<std::size_t>(configuration.box.dimension);
  const auto [a, b] = gradient;
  for (std::size_t i = 0; i < configuration.atoms(); ++i)
    configuration.positions[d * i + a] += u * configuration.positions[d * i + b];
  Box& box = configuration.box;
  std::array<Vector3, 3> edges{{{box.lx, 0, 0}, {box.xy, box.ly, 0}, {box.xz, box.yz, box.lz}}};
  for (Vector3& edge : edges) edge[a] += u * edge[b];
  box.origin[a] += u * box.origin[b];
  box.lx = edges[0][0], box.xy = edges[1][0], box.ly = edges[1][1];
  if (d == 3) box.xz = edges[2][0], box.yz = edges[2][1], box.lz = edges[2][2];
  return configuration;
}

std::array<double, 6> components(const SymmetricTensor& s) { return {s.xx, s.yy, s.zz, s.yz, s.xz, s.xy}; }

using FindStress = std::function<SymmetricTensor(Configuration&)>;

ElasticTensor differences(const FindStress& find, const Configuration& configuration,
                          const SymmetricTensor& stress) {
  ElasticTensor out;
  for (std::size_t q = 0; q < 6; ++q) {
    const auto [a, b] = gradients[q];
    if (configuration.box.dimension == 2 && (a == 2 || b == 2)) continue;
    Configuration ahead = strained(configuration, gradients[q], strain);
    Configuration behind = strained(configuration, gradients[q], -strain);
    const SymmetricTensor rate = 1 / (2 * strain) * (find(ahead) - find(behind));
    Gradient u{};
    u[a][b] = 1;
    // What is left without a stress would be C alone.
    const auto column = components(rate - stress_rate({}, stress, u));
    for (std::size_t p = 0; p < 6; ++p) out.value[p][q] = column[p];
  }
  for (std::size_t p = 0; p < 6; ++p)
    for (std::size_t q = 0; q < p; ++q)
      out.value[p][q] = out.value[q][p] = 0.5 * (out.value[p][q] + out.value[q][p]);
  if (configuration.box.dimension == 2)
    for (std::size_t p = 0; p < 6; ++p)
      for (const std::size_t q : {2U, 3U, 4U}) out.value[p][q] = out.value[q][p] = 0;
  return out;
}

}  // namespace

ElasticModuli difference_moduli(ForceField& force_field, const FindEquilibrium& relax,
                                const Configuration& configuration) {
  ElasticModuli moduli;
  moduli.dimension = configuration.box.dimension;
  std::vector<double> forces;
  moduli.stress = force_field.evaluate(configuration, forces).stress;
  moduli.largest_force = largest_component(forces);
  moduli.affine = differences([&](Configuration& at) { return force_field.evaluate(at, forces).stress; },
                              configuration, moduli.stress);
  moduli.relaxed = moduli.affine;
  try {
    moduli.relaxed =
        differences([&](Configuration& at) { return relax(at).stress; }, configuration, moduli.stress);
    moduli.stable = true;
  } catch (const PhysicsError&) {  // none was found, and there is no relaxed value
  }
  return moduli;
}

}  // namespace vitrum::atomistic
