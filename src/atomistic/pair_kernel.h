// The arithmetic of many pairs at once, free of branches, so that the compiler can vectorise it.
#pragma once

#include <cstddef>
#include <vector>

#include "atomistic/pair_potential.h"

namespace vitrum::atomistic {

/// Coefficients of the pairs of a neighbour list, one array a coefficient: reading them in order costs less
/// than looking up the species of each pair again and again.
class PairCoefficients {
 public:
  void clear();
  void add(const SmoothedLennardJones& potential);
  std::size_t size() const { return outer_square_.size(); }

  /// For the pairs begin .. begin + count - 1 at squared distances `square`: energy U and U'(r)/r, both
  /// zero beyond the cut-off. All arrays begin with the first of these pairs.
  void evaluate(std::size_t begin, std::size_t count, const double* square, double* energy,
                double* slope_over_r) const;
  double outer_square(std::size_t pair) const { return outer_square_[pair]; }

 private:
  std::vector<double> inner_, inner_square_, outer_square_, repulsion_, attraction_, shift_, c0_, c1_, c2_,
      c3_, c4_;
};

/// What is known of some pairs while forces are summed.
struct PairBlock {
  std::vector<double> dx, dy, dz, square, energy, slope_over_r;

  void reserve(std::size_t pairs) {
    if (square.size() >= pairs) return;
    for (auto* array : {&dx, &dy, &dz, &square, &energy, &slope_over_r}) array->resize(pairs);
  }
};

}  // namespace vitrum::atomistic
