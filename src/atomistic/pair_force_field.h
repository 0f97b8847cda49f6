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

  /// Upper bound of the eigenvalues of the stiffness, not far above the largest.
  double largest_stiffness(const Configuration& configuration);

  const PairPotentials& potentials() const { return potentials_; }
  /// The list decides the order of all sums: build_list(list().built_for()) restores it to the same bits.
  const NeighbourList& list() const { return list_; }
  void build_list(const Configuration& configuration);

 private:
  void prepare(const Configuration& configuration);
  std::array<double, 3> separation(std::size_t i, std::size_t j) const;
  [[noreturn]] void explain_failure() const;

  PairPotentials potentials_;
  NeighbourList list_;
  std::vector<double> rows_, force_rows_;  // coordinates and forces of slots
  PairRuns runs_;
  std::uint64_t runs_of_ = 0;  // the build of the list that they are of
  std::vector<PairStiffness> pairs_;
};

}  // namespace vitrum::atomistic
