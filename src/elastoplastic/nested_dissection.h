// In which order the nodes of a periodic lattice are eliminated.
#pragma once

#include <vector>

namespace vitrum::elastoplastic {

/// All nodes of a bi-periodic lattice in nested dissection order (George 1973): lines of nodes cut it into
/// parts that do not touch, and are eliminated after these. Fill n log n, operations n^(3/2) for n nodes.
/// Any two nodes of one element are neighbours. At least 2 x 2.
std::vector<int> nested_dissection(int columns, int rows);

}  // namespace vitrum::elastoplastic
