// The periodic cell of an atomistic sample.
#pragma once

#include <array>

namespace vitrum::atomistic {

/// A periodic, possibly tilted cell in the convention of LAMMPS: edge vectors a = (lx, 0, 0),
/// b = (xy, ly, 0), c = (xz, yz, lz). In two dimensions only lx, ly, xy count (lz = 1).
struct Box {
  int dimension = 2;  ///< 2 or 3
  std::array<double, 3> origin{0, 0, 0};
  double lx = 1, ly = 1, lz = 1;
  double xy = 0, xz = 0, yz = 0;

  /// Area in two dimensions, volume in three.
  double volume() const { return dimension == 2 ? lx * ly : lx * ly * lz; }
  friend bool operator==(const Box&, const Box&) = default;
};

}  // namespace vitrum::atomistic
