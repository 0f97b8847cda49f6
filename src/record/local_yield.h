// What local shear tests of a specimen gave: the same record for atoms in a disc and for n x n elements.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "math/tensor.h"
#include "record/group.h"

namespace vitrum {

/// One local shear test (paper 1, secs. 2.2 and 3.5): a patch is sheared along an angle by what surrounds it,
/// until its first instability and the avalanche behind that are over. Stresses are means over the patch,
/// resolved along the angle: tau = M(angle):Sigma. The strain is held during the avalanche.
///
/// A patch that stays stable up to the largest strain asked for has `found` = false; tau_c and tau_f are then
/// its stress there, and `critical_strain` is that strain: lower bounds, no thresholds.
struct LocalYield {
  std::array<double, 2> place{};  ///< centre of the patch, in the specimen's unit of length
  double radius = 0;              ///< R; lattice: of the disc of equal area, element_length n / sqrt(pi)
  std::int64_t elements = 0;      ///< n, elements along the edge of the patch; 0: atoms
  double angle = 0;               ///< alpha, degrees: direction of the shear, see docs/conventions.md
  SymmetricTensor stress;         ///< of the patch before the test
  double tau_i = 0;               ///< resolved stress before the test
  double tau_c = 0;               ///< at the instability: the local yield stress
  double tau_f = 0;               ///< tau_c less the drop at the strain of the instability
  double critical_strain = 0;     ///< since the state of the specimen, gamma = 2 eps
  double energy_drop = 0;         ///< of the avalanche, of the whole patch, > 0
  std::array<double, 2> event{};  ///< centre of what rearranged
  bool found = true;              ///< there was an instability

  double distance() const { return tau_c - tau_i; }  ///< to threshold
  double drop() const { return tau_c - tau_f; }
  /// (1/2 Sigma':Sigma')^(1/2) of the stress before the test, in the plane.
  double von_mises() const;
  /// Angle beta, from -90 to 90 degrees, along which the resolved stress before the test is largest.
  double stress_angle() const;
  friend bool operator==(const LocalYield&, const LocalYield&) = default;
};

/// All tests of one specimen in one state.
struct LocalYieldSurvey {
  double strain = 0;     ///< external, of the specimen
  std::int64_t leg = 0;  ///< of the loading program; 0: during the first one, else at the end of this one
  std::vector<LocalYield> tests;
  std::int64_t failed = 0;   ///< tests that came to no result; they are not among `tests`
  std::string failure = {};  ///< what the first of them met; empty when none failed
  /// Whether drops are at one strain. Tests of atoms by earlier versions took tau_f where the avalanche
  /// ended, an increment further than tau_c: their drops are too small by the elastic rise over what is left
  /// of it.
  bool held_strain = true;
  friend bool operator==(const LocalYieldSurvey&, const LocalYieldSurvey&) = default;
};

Group to_group(const LocalYieldSurvey& survey);
/// @throws InputError when a dataset is missing or lengths disagree.
LocalYieldSurvey local_yield_survey_from(const Group& group);

}  // namespace vitrum
