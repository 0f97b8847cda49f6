// Any three edge vectors, turned into the box convention of LAMMPS.
#pragma once

#include "edge/import/atom_table.h"

namespace vitrum::imports {

/// Edge vectors a, b, c of a periodic cell.
using Lattice = std::array<Vector, 3>;

/// a . (b x c): the cell's volume, negative when the vectors are left-handed.
double triple_product(const Lattice& lattice);

/// The rotation that takes a right-handed lattice to a = (lx, 0, 0), b = (xy, ly, 0), c = (xz, yz, lz), all
/// of lx, ly, lz > 0. Lattices that are of this form already are not touched, to the last bit.
class ToBox {
 public:
  ToBox(const Lattice& lattice, const Vector& origin);

  const atomistic::Box& box() const { return box_; }
  Vector operator()(const Vector& position) const;

 private:
  bool rotates_ = false;
  Vector origin_{};
  Lattice axes_{};  // the box's axes x, y, z in the file's frame
  atomistic::Box box_;
};

}  // namespace vitrum::imports
