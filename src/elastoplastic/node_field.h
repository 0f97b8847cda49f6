// A vector at every node of a lattice.
#pragma once

#include <cstddef>
#include <vector>

namespace vitrum::elastoplastic {

/// Displacements of, or forces on, the nodes. Node (column, row) is the lower left corner of the element of
/// that number and stands, like it, at row * columns + column; a bi-periodic lattice has as many nodes as
/// elements.
struct NodeField {
  explicit NodeField(std::size_t nodes = 0) : x(nodes), y(nodes) {}

  std::size_t nodes() const { return x.size(); }

  std::vector<double> x, y;
};

}  // namespace vitrum::elastoplastic
