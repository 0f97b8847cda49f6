// One local shear test of a patch of a lattice: paper 1, sec. 3.5.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"
#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/patch_elasticity.h"
#include "elastoplastic/patch_settings.h"
#include "elastoplastic/safe_discs.h"
#include "record/local_yield.h"

namespace vitrum::elastoplastic {

/// A lattice as it stands, to be looked at by many tests. The specimen must not change meanwhile.
struct LatticeAtRest {
  explicit LatticeAtRest(const LatticeSpecimen& specimen);

  const LatticeSettings& settings;
  const Lattice& lattice;
  StressField stress;                   ///< at the present strain, pressure included
  std::vector<double> lowest_distance;  ///< to threshold, of every element
  bool shuffled;                        ///< stresses of slips are handed out at random (model D)

  ThresholdShift threshold_shift(std::size_t element) const {
    return lattice.threshold_shift(settings.has_pressure() ? stress.pressure[element] : 0);
  }
  /// The gamma at which every element would become active by itself, if each were loaded by `rate` per gamma.
  std::vector<double> onsets(const Deviator& rate) const;
};

/// Tests of patches of one size. A patch begins with the stress and the slip systems that its elements have;
/// what it does to them is its own affair, in memory of this object. For one thread at a time.
class PatchTest {
 public:
  /// Both must outlive this object.
  PatchTest(const LatticeAtRest& lattice, const PatchSettings& settings, int size);

  /// The tests that follow shear along `angle`, degrees. Of equal elements, `onsets` are those of the lattice
  /// under this load, else they are empty. Both `elasticity` and `onsets` must outlive these tests.
  void load_along(double angle, const PatchElasticity& elasticity, std::span<const double> onsets);

  /// Shears the patch whose lower left element is (column, row), beyond the edges that of the next period.
  /// Increments until the first system is active, then the avalanche at this strain, by the rules of the
  /// lattice. `random` gives amplitudes, new systems and shuffles; `result` is as a LocalYield begins.
  /// @throws PhysicsError when the avalanche does not end.
  void run(int column, int row, RandomStream& random, LocalYield& result);

 private:
  struct Means {
    Deviator stress;
    double pressure = 0;
  };

  std::size_t elements() const { return place_.size(); }
  void cut_out(int column, int row);
  Means mean_before() const;
  Deviator mean_now() const;
  Deviator loaded(std::size_t i, double strain) const;
  double nearest_onset() const;
  void load_to(double strain);
  std::int64_t shear_until_active();
  void find_active();
  void relax(RandomStream& random);
  void slip(RandomStream& random);
  void add_shuffled(RandomStream& random);
  void renew(std::size_t i, RandomStream& random);
  double energy_drop(double strain) const;
  void put_places(int column, int row, LocalYield& result) const;
  void forget_slips();

  bool is_renewed(std::size_t i) const { return slipped_[i] && rest_.settings.renewal; }
  const SlipSystems& systems(std::size_t i) const { return is_renewed(i) ? own_ : rest_.lattice.systems(); }
  std::size_t slot(std::size_t i) const { return is_renewed(i) ? i : place_[i]; }
  double pressure(std::size_t i) const { return stress_.has_pressure() ? stress_.pressure[i] : 0; }
  ThresholdShift shift(std::size_t i) const { return rest_.lattice.threshold_shift(pressure(i)); }

  const LatticeAtRest& rest_;
  const PatchSettings& settings_;
  std::size_t size_;
  const PatchElasticity* elasticity_ = nullptr;
  std::span<const double> onsets_;
  double angle_ = 0;
  Deviator along_;
  Loading loading_;

  std::vector<std::size_t> place_;  ///< elements of the patch in the lattice
  StressField stress_;
  SlipSystems own_;  ///< of those elements that slipped, when slip renews them
  std::vector<Deviator> plastic_;
  std::vector<char> slipped_;
  std::vector<std::size_t> sites_;  ///< the elements that slipped, each once
  SafeDiscs discs_;
  std::vector<std::size_t> unsafe_, order_;
  std::vector<ActiveSystem> active_;
  std::vector<ElementSlip> slips_;
  double heat_ = 0;
};

}  // namespace vitrum::elastoplastic
