// Energy, forces, stress and stiffness of atoms that interact in pairs.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "atomistic/force_field.h"
#include "atomistic/neighbour_list.h"
#include "atomistic/pair_potential.h"
#include "atomistic/pair_runs.h"

namespace vitrum::atomistic {

/// One pair of the neighbour list, as the stiffness needs it: (atom, atom), separation from the first to
/// the second (the image that interacts), U'(r)/r and U''(r); both zero beyond the cut-off.
struct PairStiffness {
  int first = 0, second = 0;
  std::array<double, 3> separation{};
  double slope_over_r = 0;
  double curvature = 0;
};

/// A mixture of pair potentials on a neighbour list, in two or three dimensions.
class PairForceField : public ForceField {
 public:
  /// @param skin see NeighbourList; distance that atoms may move before the list is rebuilt.
  explicit PairForceField(PairPotentials potentials, double skin = 0.3);

  double cutoff() const override { return potentials_.cutoff(); }
  int species() const override { return potentials_.species(); }
  Evaluation evaluate(const Configuration& configuration, std::vector<double>& forces) override;

  /// All pairs of the neighbour list, in its order.
  void stiffness(const Configuration& configuration, std::vector<PairStiffness>& pairs);
  /// The same, given one by one to `visit(const PairStiffness&)`.
  template <typename Visit>
  void each_stiffness(const Configuration& configuration, Visit&& visit);

  /// Upper bound of the eigenvalues of the stiffness, not far above the largest.
  double largest_stiffness(const Configuration& configuration);

  const PairPotentials& potentials() const { return potentials_; }
  /// The list decides the order of all sums: build_list(list().built_for()) restores it to the same bits.
  const NeighbourList& list() const { return list_; }
  void build_list(const Configuration& configuration);

 private:
  void prepare(const Configuration& configuration);
  std::array<double, 3> separation(std::size_t i, std::size_t j) const;

  PairPotentials potentials_;
  NeighbourList list_;
  std::vector<double> rows_, force_rows_;  // coordinates and forces of slots
  PairRuns runs_;
  std::uint64_t runs_of_ = 0;  // the build of the list that they are of
  std::vector<PairStiffness> pairs_;
};

template <typename Visit>
void PairForceField::each_stiffness(const Configuration& configuration, Visit&& visit) {
  prepare(configuration);
  for (std::size_t i = 0; i < list_.atoms(); ++i)
    for (int k = list_.first()[i]; k < list_.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list_.neighbour()[static_cast<std::size_t>(k)]);
      const std::array<double, 3> d = separation(i, j);
      const auto found = potentials_.between(list_.species()[i], list_.species()[j])
                             .stiffness(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
      visit(PairStiffness{list_.atom()[i], list_.atom()[j], d, found.slope_over_r, found.curvature});
    }
}

inline std::array<double, 3> PairForceField::separation(std::size_t i, std::size_t j) const {
  const int dimension = list_.built_for().box.dimension;
  const std::size_t stride = row_length(dimension);
  const double *from = &rows_[stride * i], *to = &rows_[stride * j];
  return {to[0] - from[0], to[1] - from[1], dimension == 3 ? to[2] - from[2] : 0.0};
}

}  // namespace vitrum::atomistic
