// The functions of an embedded-atom potential and their derivatives.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "atomistic/eam_lines.h"
#include "atomistic/eam_tables.h"
#include "atomistic/table_spline.h"

namespace vitrum::atomistic {

/// Embedding energies, densities and pair energies of EamTables, interpolated (TableSpline). Species are the
/// elements in the order of the tables. Energies agree with LAMMPS' eam/alloy and eam/fs to rounding.
class EamPotential {
 public:
  /// @throws InputError when check(tables) does.
  explicit EamPotential(const EamTables& tables);

  int species() const { return static_cast<int>(tables_.elements.size()); }
  const EamTables& tables() const { return tables_; }
  const std::vector<std::string>& elements() const { return tables_.elements; }
  const std::vector<double>& masses() const { return tables_.masses; }
  /// Of all numbers in the tables: tells whether a file is still the same.
  const std::string& checksum() const { return checksum_; }
  /// No pair interacts at this distance or beyond.
  double cutoff() const { return tables_.cutoff; }

  /// F of an atom of species a in a density rho, dF/drho and its derivative. Beyond the table F goes on as a
  /// straight line.
  Derivatives embedding(int a, double rho) const {
    Derivatives f = embedding_[static_cast<std::size_t>(a)].at(rho);
    if (rho > largest_density_) f.value += f.first * (rho - largest_density_);
    return f;
  }
  /// rho_ba: the density that an atom of species `from` makes at one of species `at`, at r < cutoff().
  const TableSpline& density(int from, int at) const { return density_[index(from, at)]; }
  /// r phi, at r < cutoff().
  const TableSpline& scaled_pair(int a, int b) const { return pair_[index(a, b)]; }
  /// phi at 0 < r < cutoff().
  Derivatives pair(int a, int b, double r) const;

  /// Where the densities of a pair of species have ended, in both directions, and where everything has:
  /// cutoff() or earlier. Tables often end with zeros.
  double density_reach(int a, int b) const { return density_reach_[index(a, b)]; }
  double reach(int a, int b) const { return reach_[index(a, b)]; }

  /// The functions of pairs once more, as the kernel wants them.
  const EamLines& lines() const { return lines_; }

 private:
  std::size_t index(int a, int b) const { return static_cast<std::size_t>(a * species() + b); }

  EamTables tables_;
  std::string checksum_;
  double largest_density_ = 0;
  std::vector<TableSpline> embedding_, density_, pair_;
  std::vector<double> density_reach_, reach_;
  EamLines lines_;
};

inline Derivatives EamPotential::pair(int a, int b, double r) const {
  const Derivatives z = scaled_pair(a, b).at(r);
  const double inverse = 1.0 / r, phi = z.value * inverse, slope = (z.first - phi) * inverse;
  return {phi, slope, (z.second - 2 * slope) * inverse};
}

}  // namespace vitrum::atomistic
