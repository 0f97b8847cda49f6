// The tables of an embedded-atom potential, as its file has them.
#pragma once

#include <string>
#include <vector>

namespace vitrum::atomistic {

/// Tabulated functions of an embedded-atom potential with any number of elements,
///   E = sum_i F_a(rho_i) + 1/2 sum_i sum_j phi_ab(r_ij),  rho_i = sum_j rho_ba(r_ij),
/// a and b the elements of atoms i and j (Daw and Baskes, Phys. Rev. B 29, 6443 (1984); Finnis and
/// Sinclair, Philos. Mag. A 50, 45 (1984)). Metal units: eV, angstrom, g/mol. Value k of a table is at k
/// times its step.
struct EamTables {
  std::vector<std::string> elements;
  std::vector<int> atomic_numbers;        ///< of each element
  std::vector<double> masses;             ///< of each element
  std::vector<double> lattice_constants;  ///< of each element; as in the file, not used
  int densities = 0, distances = 0;       ///< how many values the tables have
  double density_step = 0, distance_step = 0;
  double cutoff = 0;  ///< no pair interacts from there on

  /// F_a at `densities` densities.
  std::vector<std::vector<double>> embedding;
  /// density[b][a]: what an atom of b contributes at an atom of a, at `distances` distances.
  std::vector<std::vector<std::vector<double>>> density;
  /// pair[a][b], b <= a: r phi_ab(r), at `distances` distances.
  std::vector<std::vector<std::vector<double>>> pair;

  int species() const { return static_cast<int>(elements.size()); }
};

/// @throws InputError when tables are missing or of wrong length, when a step, the cut-off or a mass is not
/// positive, or when a number is not finite.
void check(const EamTables& tables);

/// The tables of these elements alone, in this order.
/// @throws InputError when one is not among them.
EamTables tables_of(const EamTables& tables, const std::vector<std::string>& elements);

}  // namespace vitrum::atomistic
