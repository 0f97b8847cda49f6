#include <algorithm>
#include <string>

#include "base/error.h"
#include "compare/macroscale.h"

namespace vitrum::compare {

double density_mismatch(const std::vector<double>& edges, const std::vector<double>& first,
                        const std::vector<double>& second) {
  if (first.size() != second.size() || edges.size() != first.size() + 1) {
    throw InputError("two densities can be compared only on the same bins, but there are " +
                     std::to_string(first.size()) + " and " + std::to_string(second.size()) + " values on " +
                     std::to_string(edges.size()) + " edges");
  }
  double overlap = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    overlap += std::min(first[i], second[i]) * (edges[i + 1] - edges[i]);
  }
  return 1 - overlap;
}

}  // namespace vitrum::compare
