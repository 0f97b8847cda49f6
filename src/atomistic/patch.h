// A patch under shear: energy, forces and stress of atoms whose surroundings follow an affine strain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "atomistic/pair_potential.h"
#include "atomistic/pair_runs.h"
#include "atomistic/patch_atoms.h"
#include "atomistic/pure_shear.h"

namespace vitrum::atomistic {

/// Where the free atoms of a patch are: `positions` {x0, y0, x1, ...} is what the strain maps to where they
/// are, F^-1 x, so that a further affine strain of all atoms leaves it as it is.
struct PatchPoint {
  double strain = 0;
  std::vector<double> positions;
};

/// What is known of a patch at one point.
struct PatchState {
  double energy = 0;  ///< of all pairs with a free atom
  /// dU/dgamma with all atoms following the strain; in equilibrium the work per strain of the surroundings.
  double work = 0;
};

/// An interaction of a free atom with another slot, linear for small displacements: of a pair, its block of
/// the stiffness, (U'' - U'/r) n n + U'/r.
struct Bond {
  std::uint32_t first = 0, second = 0;  ///< slots; the first is free
  double xx = 0, yy = 0, xy = 0;
};

/// Pairs with an atom of the disc interact by their potential. Those of the shell with each other, and with
/// what is frozen, by the expansion of their energy to second order about the patch as it was cut.
class Patch {
 public:
  /// The potentials must outlive this object.
  explicit Patch(const PairPotentials& potentials) : potentials_(&potentials) {}

  /// Takes other atoms, to be sheared along an angle, degrees.
  void begin(PatchAtoms atoms, double angle);
  const PatchAtoms& atoms() const { return atoms_; }
  const PlaneMap& shear() const { return shear_; }
  /// The atoms as they were cut, unstrained.
  PatchPoint start() const;

  /// @param forces on the free atoms, x and y.
  PatchState evaluate(const PatchPoint& point, std::vector<double>& forces);

  /// Sum of the virials of the disc's atoms, each with half of that of each of its pairs.
  SymmetricTensor virial(const PatchPoint& point);

  /// Finds all bonds at this point. Bonds that are there may have no stiffness; their order stays as long as
  /// builds() does.
  void stiffen(const PatchPoint& point, std::vector<Bond>& bonds);
  /// After stiffen(), at the same point: the forces on the free atoms that a further affine strain of all
  /// atoms would cause, per strain.
  void drive(const std::vector<Bond>& bonds, std::vector<double>& forces) const;
  std::uint64_t builds() const { return builds_; }

 private:
  /// A pair that interacts by a spring and the force that it had: f = pull + block (r - r0).
  struct Spring {
    Bond bond;
    double x = 0, y = 0;            // separation as cut
    double pull_x = 0, pull_y = 0;  // on the first, as cut
    double energy = 0;
  };

  void place(const PatchPoint& point);
  bool list_is_good(const PatchPoint& point) const;
  void build_list(const PatchPoint& point);
  void find_springs();
  double add_springs(double& work);

  const PairPotentials* potentials_;
  PatchAtoms atoms_;
  PlaneMap shear_;
  std::vector<double> rows_, force_rows_;  // of the slots, and of the one that is nowhere
  PatchPoint built_for_;
  std::uint64_t builds_ = 0;
  std::vector<int> first_, neighbour_;  // all pairs of the disc's atoms
  PairRuns runs_;
  std::vector<double> blocks_;
  std::vector<Spring> springs_;
};

}  // namespace vitrum::atomistic
