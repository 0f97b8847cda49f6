// Local yield stress by potentials that another program computes.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "atomistic/foreign_potential.h"
#include "atomistic/held_atoms.h"
#include "atomistic/local_shear.h"
#include "atomistic/patch_atoms.h"
#include "atomistic/pure_shear.h"
#include "atomistic/relaxation.h"

namespace vitrum::atomistic {

/// The same test as LocalShear with Increments::fixed and frozen surroundings, without knowing the stiffness:
/// every increment is relaxed as a whole sample is (Relaxation), instabilities are followed by gradient flow.
/// The disc lies in a cluster with two cut-offs of frozen atoms around it, so that those within one cut-off
/// of a free atom have all their neighbours. The virial of an atom is what the other program calls so.
class ForeignLocalShear {
 public:
  /// @param sample must outlive this object.
  /// @throws InputError for three dimensions, an elastic environment, and settings that make no sense.
  ForeignLocalShear(const Configuration& sample, const std::shared_ptr<const ForeignPotential>& potential,
                    const LocalShearSettings& settings);

  /// @throws as LocalShear::test() does.
  LocalYield test(const std::array<double, 2>& place, double radius, double angle);
  /// As LocalShear's, of the last test that found an event.
  double last_fallen_stress() const { return fallen_stress_; }

 private:
  struct Rest {
    Configuration at;
    double energy = 0, work = 0;  // work of the surroundings per strain
    double heat = 0;              // of the step that led here
    std::vector<double> rate;     // displacement beyond the strain, per strain; empty after an event
  };

  Configuration cluster(const PatchAtoms& atoms, double strain) const;
  Configuration unstrained(Configuration at, double strain) const;
  Rest strained(Relaxation& relaxation, const PatchAtoms& atoms, const Rest& last, double from,
                double step) const;
  Rest measured(Configuration at, const Evaluation& evaluation) const;
  double tau(const Configuration& at, std::size_t disc, SymmetricTensor* stress = nullptr);

  const Configuration& sample_;
  LocalShearSettings settings_;
  double fallen_stress_ = 0;
  std::unique_ptr<ForeignForceField> all_;
  HeldForceField field_;
  PlaneMap shear_;
  double area_ = 1, reach_;
};

}  // namespace vitrum::atomistic
