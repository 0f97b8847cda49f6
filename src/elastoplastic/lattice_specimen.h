// The elasto-plastic lattice of paper 1, sec. 3, as a specimen for the test rig.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.h"
#include "elastoplastic/amplitude.h"
#include "elastoplastic/lattice_settings.h"
#include "elastoplastic/safe_discs.h"
#include "elastoplastic/slip_kernel.h"
#include "elastoplastic/slip_systems.h"
#include "elastoplastic/threshold.h"
#include "rig/specimen.h"

namespace vitrum::elastoplastic {

/// A bi-periodic lattice of elements with slip systems under external shear strain gamma. It begins
/// without stress, with random slip systems. Its history is a function of (settings, seed, sample) and of
/// the strains asked for; use one object in one thread at a time.
///
/// Elastic loading is not accumulated: since the last avalanche ended at the strain gamma_0, every element
/// carries the shear stress it had then plus G (gamma - gamma_0). So the way in which a strain is reached
/// without slip leaves no trace, not even in the last bit.
class LatticeSpecimen : public rig::Specimen {
 public:
  /// @throws InputError when a setting makes no sense.
  LatticeSpecimen(const LatticeSettings& settings, std::uint64_t seed, std::uint64_t sample);

  /// Energy: elastic energy of the finite element system, uneven strain within elements included, in units
  /// of stress times element_length squared.
  State state() const override;
  double volume() const override;

  /// Loads, then relaxes (paper 1, sec. 3.4). In each relaxation step the weakest active system of every
  /// element slips, all with amplitudes drawn at the stress before the step; the stress follows; then the
  /// elements that slipped get new systems. Ends when no system is active.
  /// @throws PhysicsError when the avalanche does not end (see Mode); only restore() helps then.
  rig::Response strain_to(double strain) override;

  /// Exact: the number of increments to the first grid point at which a system is active.
  std::int64_t quiet_increments(const rig::StrainGrid& grid, std::int64_t k,
                                std::int64_t limit) const override;

  /// Shape {rows, columns}: stress_xx, stress_yy, stress_xy; plastic_strain_xx (= -plastic_strain_yy) and
  /// plastic_shear = 2 eps_pl,xy; slips since the beginning; smallest_distance to threshold.
  Group fields() const override;

  Group snapshot() const override;
  void restore(const Group& snapshot) override;

 private:
  struct Slip {
    std::size_t element;
    std::size_t system;
  };
  struct Equilibrium {
    double strain = 0;
    Deviator stress;  ///< mean over the elements; the mean pressure is zero
    double energy = 0;
  };

  std::size_t elements() const { return diagonal_.size(); }
  double load_at(double strain) const { return settings_.shear_modulus * (strain - relaxed_.strain); }
  Deviator stress_of(std::size_t element, double load) const {
    return {diagonal_[element], shear_[element] + load};
  }
  void find_active(double load) const;
  double load_to_instability(double load, double sense, double most) const;
  void relaxation_step();
  void settle(double strain);
  void require_end(std::int64_t slips) const;

  LatticeSettings settings_;
  std::uint64_t sample_;
  ThresholdLaw threshold_law_;
  AmplitudeLaw amplitude_law_;
  GreenOperator green_;
  SlipKernel kernel_;
  RandomStream system_random_, amplitude_random_;

  SlipSystems systems_;
  std::vector<double> diagonal_, shear_;                  ///< stress at the end of the last avalanche
  std::vector<double> plastic_diagonal_, plastic_shear_;  ///< sums of slip amplitude * direction
  std::vector<std::int64_t> slip_counts_;
  Equilibrium relaxed_;  ///< the end of the last avalanche
  double strain_ = 0;    ///< the present strain, reached elastically from there

  // Scratch and memory that never change a result.
  mutable SafeDiscs discs_;
  mutable std::vector<std::size_t> unsafe_;
  mutable std::vector<Slip> active_;
  std::vector<double> amplitudes_;
};

}  // namespace vitrum::elastoplastic
