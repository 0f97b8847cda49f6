// Embedded-atom potentials and configurations of tests/reference/eam, and plain sums to compare with.
#pragma once

#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "atomistic/box_geometry.h"
#include "atomistic/eam_force_field.h"
#include "edge/import/eam_file.h"
#include "edge/import/read_configuration.h"

namespace vitrum::atomistic::test {

inline std::string eam_path(const std::string& name) {
  return std::string(VITRUM_REFERENCE_DIR) + "/eam/" + name;
}

inline std::shared_ptr<const EamPotential> read_potential(const std::string& path) {
  return std::make_shared<const EamPotential>(imports::read_eam(path));
}

/// Three elements, tables of 200 values. They end before the cut-off of 6 with values that are not zero: what
/// LAMMPS does from there on has forces that are no derivatives of its energies.
inline std::shared_ptr<const EamPotential> closed_form(const std::string& kind) {
  return read_potential(eam_path("closed.eam." + kind));
}

/// The same with rho_ab = rho_ba, as many potentials have it: another part of the kernel.
inline std::shared_ptr<const EamPotential> closed_form_symmetric(double cutoff = 6) {
  EamTables tables = imports::read_eam(eam_path("closed.eam.fs"));
  tables.cutoff = cutoff;
  for (std::size_t a = 0; a < 3; ++a)
    for (std::size_t b = 0; b < a; ++b) tables.density[a][b] = tables.density[b][a];
  return std::make_shared<const EamPotential>(tables);
}

/// The same with a cut-off within the tables.
inline std::shared_ptr<const EamPotential> closed_form_within(const std::string& kind) {
  EamTables tables = imports::read_eam(eam_path("closed.eam." + kind));
  tables.cutoff = 5.9;
  return std::make_shared<const EamPotential>(tables);
}

/// Mendelev's potential of 2007, of the Debian package lammps-data.
inline const std::string copper_zirconium = "/usr/share/lammps/potentials/CuZr_mm.eam.fs";

inline Configuration read_eam_data(const std::string& name) {
  return imports::read_configuration(eam_path(name + ".data")).configuration;
}

/// What LAMMPS says, in eV and angstrom.
struct EamReference {
  double energy = 0;
  SymmetricTensor stress;
  std::vector<double> forces;
};

inline EamReference read_eam_reference(const std::string& name) {
  std::ifstream file(eam_path(name + ".txt"));
  EamReference found;
  double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
  file >> found.energy >> xx >> yy >> zz >> xy >> xz >> yz;
  found.stress = (-1 / 1.6021765e6) * SymmetricTensor{xx, yy, zz, yz, xz, xy};  // LAMMPS' bar in eV/A^3
  for (double f = 0; file >> f;) found.forces.push_back(f);
  return found;
}

inline double largest_component(const SymmetricTensor& s) {
  double largest = 0;
  for (const double v : {s.xx, s.yy, s.zz, s.yz, s.xz, s.xy}) largest = std::max(largest, std::abs(v));
  return largest;
}

/// Every atom with every image of every atom within `reach` cells: no list, no cells, no vectors.
inline EamReference eam_plain_sum(const Configuration& c, const EamPotential& potential, int reach) {
  struct Pair {
    std::size_t i, j;
    Vector3 s;
    double r;
  };
  std::vector<Pair> pairs;  // each one twice
  for (std::size_t i = 0; i < c.atoms(); ++i)
    for (std::size_t j = 0; j < c.atoms(); ++j)
      for (int n2 = -reach; n2 <= reach; ++n2) {
        if (std::abs(c.positions[3 * j + 2] - c.positions[3 * i + 2] + n2 * c.box.lz) >= potential.cutoff())
          continue;
        for (int n1 = -reach; n1 <= reach; ++n1)
          for (int n0 = -reach; n0 <= reach; ++n0) {
            if (i == j && n0 == 0 && n1 == 0 && n2 == 0) continue;
            Vector3 s = lattice_vector(c.box, {n0, n1, n2});
            for (std::size_t q = 0; q < 3; ++q) s[q] += c.positions[3 * j + q] - c.positions[3 * i + q];
            const double r = std::sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
            if (r < potential.cutoff()) pairs.push_back({i, j, s, r});
          }
      }
  EamReference sum;
  std::vector<double> density(c.atoms(), 0.0), slope(c.atoms());
  for (const Pair& p : pairs) density[p.i] += potential.density(c.species[p.j], c.species[p.i]).at(p.r).value;
  for (std::size_t i = 0; i < c.atoms(); ++i) {
    const Derivatives f = potential.embedding(c.species[i], density[i]);
    sum.energy += f.value;
    slope[i] = f.first;
  }
  sum.forces.assign(c.positions.size(), 0.0);
  for (const Pair& p : pairs) {
    const int a = c.species[p.i], b = c.species[p.j];
    const Derivatives phi = potential.pair(a, b, p.r);
    sum.energy += 0.5 * phi.value;
    const double pull = (phi.first + slope[p.i] * potential.density(b, a).at(p.r).first +
                         slope[p.j] * potential.density(a, b).at(p.r).first) /
                        p.r;
    for (std::size_t q = 0; q < 3; ++q) sum.forces[3 * p.i + q] += pull * p.s[q];
    const Vector3& s = p.s;
    sum.stress += (0.5 * pull / c.box.volume()) * SymmetricTensor{s[0] * s[0], s[1] * s[1], s[2] * s[2],
                                                                  s[1] * s[2], s[0] * s[2], s[0] * s[1]};
  }
  return sum;
}

}  // namespace vitrum::atomistic::test
