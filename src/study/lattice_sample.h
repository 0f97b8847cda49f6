// One elasto-plastic lattice: quenched from its parent liquid, and driven on the rig (paper 1, sec. 3).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/parent_liquid.h"
#include "elastoplastic/patch_tests.h"
#include "record/group.h"
#include "rig/drive.h"
#include "study/results.h"
#include "study/settings.h"

namespace vitrum::study {

/// The local shear tests that the settings ask for; nullptr when they ask for none.
std::shared_ptr<const elastoplastic::PatchTests> patch_tests(const Lattice& settings);

/// Puts the box, the number of elements and the area among the measures of a record.
void put_sizes(const elastoplastic::LatticeSettings& model, Group& measures);

/// The next portion of the tests of a lattice as it stands, behind those that `survey` holds; `state` numbers
/// the states of the sample that are tested. Tests that come to no end are counted. @returns whether there
/// are more
bool test_more(const elastoplastic::PatchTests& patches, const elastoplastic::LatticeSpecimen& specimen,
               std::uint64_t state, LocalYieldSurvey& survey);

/// A lattice's whole life in small steps. Its record is a function of (settings, seed, sample).
class LatticeSample {
 public:
  /// @param patches of these settings, shared by many samples; nullptr: the sample makes its own
  LatticeSample(const Lattice& settings, std::uint64_t seed, std::uint64_t sample,
                std::shared_ptr<const elastoplastic::PatchTests> patches = nullptr);

  bool finished() const { return drive_ && drive_->finished() && !testing_; }
  /// One thermally activated event of the liquid, or one advance of the rig.
  void step();
  /// Share done, 0 to 1.
  double progress() const;
  /// What is being done, in a few words.
  std::string doing() const;

  /// To go on from with another object of the same settings, seed and sample, to the same bits.
  Group checkpoint() const;
  void resume(const Group& checkpoint);

  /// Once finished.
  SampleRecord record() const;

 private:
  bool is_tested() const { return sample_ < static_cast<std::uint64_t>(settings_.patches.samples); }
  void test_patches();
  bool keeps_fields() const { return sample_ < static_cast<std::uint64_t>(settings_.fields_of); }
  void begin_loading();

  Lattice settings_;
  std::uint64_t sample_;
  double liquid_share_ = 0;                                   // of the expected time
  std::shared_ptr<const elastoplastic::PatchTests> patches_;  // nullptr: none are made
  std::unique_ptr<elastoplastic::LatticeSpecimen> specimen_;
  std::unique_ptr<elastoplastic::ParentLiquid> liquid_;  // nullptr: there is none, or it is quenched
  std::unique_ptr<rig::Drive> drive_;                    // nullptr until loading begins
  Group measures_;                                       // of the liquid, once it is quenched
  std::vector<LocalYieldSurvey> surveys_;
  bool testing_ = false;  // the last survey is not complete
};

}  // namespace vitrum::study
