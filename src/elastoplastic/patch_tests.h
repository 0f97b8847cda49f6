// All local shear tests of a lattice: paper 1, sec. 3.5.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/patch_elasticity.h"
#include "elastoplastic/patch_settings.h"
#include "record/local_yield.h"

namespace vitrum::elastoplastic {

/// Which tests are made, and the responses of patches of equal elements. Constant: one object serves all
/// samples and threads of a study.
class PatchTests {
 public:
  /// @throws InputError when a setting makes no sense, or the interaction is unknown.
  PatchTests(const LatticeSettings& lattice, const PatchSettings& patches);

  /// Number of tests in one state.
  std::size_t count() const;

  /// Tests the lattice as it stands; it is not changed. `state` numbers the states of the sample that are
  /// tested: it only says which random numbers are used, and so do the seed and sample of the specimen. Tests
  /// come by size, angle and place; `leg` is left to whoever knows it.
  /// @throws InputError when the specimen is not of the settings of this object, PhysicsError when an
  /// avalanche does not end.
  LocalYieldSurvey survey(const LatticeSpecimen& specimen, std::uint64_t state) const;
  /// Only the tests of these numbers, each as it is in the whole survey.
  LocalYieldSurvey survey(const LatticeSpecimen& specimen, std::uint64_t state,
                          std::span<const std::size_t> numbers) const;

 private:
  struct Planned {
    std::size_t size, angle;  ///< which of the settings
    std::size_t element;      ///< the lower left one
  };

  std::size_t places(int size) const;
  std::vector<Planned> plan(const SampleName& name, std::uint64_t state) const;
  void require_mine(const LatticeSpecimen& specimen, std::uint64_t state) const;

  LatticeSettings lattice_;
  PatchSettings patches_;
  std::vector<PatchElasticity> equal_;  ///< by size; none when elements are unequal
};

}  // namespace vitrum::elastoplastic
