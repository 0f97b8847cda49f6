// The functions of pairs of an embedded-atom potential, laid out for the caches.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "atomistic/table_spline.h"

namespace vitrum::atomistic {

/// What a pair at one distance needs stands together, in whole lines of the caches. Lines of one pair of
/// species follow each other, one for each interval of the tables.
class EamLines {
 public:
  EamLines() = default;
  /// @param density, pair: as of EamPotential, [a * species + b].
  EamLines(int species, const std::vector<TableSpline>& density, const std::vector<TableSpline>& pair);

  /// Whether rho_ab = rho_ba for all pairs of species.
  bool symmetric() const { return symmetric_; }
  double inverse_step() const { return inverse_step_; }
  /// Of each pair of species.
  std::size_t intervals() const { return intervals_; }
  /// Number of the first interval of species a and b among those of all pairs.
  std::uint32_t first(int a, int b) const { return first_[static_cast<std::size_t>(a * species_ + b)]; }

  /// For each interval the coefficients (TableSpline::Row) of rho_ba, the density at an atom of a, and of
  /// r phi_ab; when not symmetric then also of rho_ab, the density at an atom of b, and four zeros.
  const double* data() const { return lines_.data()->data(); }

 private:
  struct alignas(64) Line : std::array<double, 8> {};

  int species_ = 0;
  bool symmetric_ = true;
  double inverse_step_ = 1;
  std::size_t intervals_ = 0;
  std::vector<std::uint32_t> first_;
  std::vector<Line> lines_;
};

}  // namespace vitrum::atomistic
