// The elasto-plastic lattice of paper 1, sec. 3, as a specimen for the test rig.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "elastoplastic/lattice.h"
#include "elastoplastic/lattice_settings.h"
#include "elastoplastic/thermal_activation.h"
#include "rig/specimen.h"

namespace vitrum::elastoplastic {

/// A bi-periodic lattice of elements with slip systems under external shear strain gamma or shear stress. It
/// begins at gamma = 0 in the state that the settings ask for, except for the parent liquid, which takes its
/// time: see ParentLiquid. Its history is a function of (settings, seed, sample) and of the strains and
/// stresses asked for; use one object in one thread at a time.
///
/// Elastic loading is not accumulated: since the last avalanche ended at the strain gamma_0, every element
/// carries the stress it had then plus what gamma - gamma_0 adds. So the way in which a strain is reached
/// without slip leaves no trace, not even in the last bit (waiting at a temperature does).
class LatticeSpecimen : public rig::Specimen {
 public:
  /// @throws InputError when a setting makes no sense.
  LatticeSpecimen(const LatticeSettings& settings, std::uint64_t seed, std::uint64_t sample)
      : LatticeSpecimen(settings, seed, sample, make_rules(settings, {seed, sample})) {}
  /// With rules of one's own, whatever the settings say of them.
  LatticeSpecimen(const LatticeSettings& settings, std::uint64_t seed, std::uint64_t sample, Rules rules);

  /// Energy: elastic energy of the finite element system, uneven strain within elements included, in units
  /// of stress times element_length squared. Interactions that are not in balance have none: there it is the
  /// work done since the beginning less the heat of every slip by itself (paper 1, eq. 13).
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

  /// The same under a given shear stress: after every relaxation step the strain gives way until the mean
  /// stress is the external one again.
  rig::Response stress_to(double stress, const rig::StrainRange& range) override;
  std::int64_t quiet_stress_increments(const rig::StrainGrid& stresses, std::int64_t k,
                                       std::int64_t limit) const override;
  double loading_modulus() const override;
  /// One event of kinetic Monte Carlo (paper 1, A.3) and the avalanche behind it, under the present stress.
  rig::Response wait(double temperature, double until, const rig::StrainRange& range) override;

  /// Shape {rows, columns}: stress_xx, stress_yy, stress_xy; plastic_strain_xx (= -plastic_strain_yy) and
  /// plastic_shear = 2 eps_pl,xy, both since the beginning; slips likewise; smallest_distance to threshold.
  /// Shape {8, rows, columns}: directional_distance, the shear stress along alpha = 0, 22.5, ... degrees
  /// (pure shear as in paper 1, sec. 2.2) that would activate the element if it were alone.
  Group fields() const override;
  std::optional<rig::Rearrangement> last_rearrangement() const override;
  std::span<const std::int64_t> last_sites() const override { return sites_; }

  Group snapshot() const override;
  void restore(const Group& snapshot) override;

  const LatticeSettings& settings() const { return settings_; }
  const Lattice& lattice() const { return lattice_; }
  /// Of all elements at the present strain, pressure included.
  StressField stress() const;

 private:
  friend class ParentLiquid;

  struct Equilibrium {
    double strain = 0;
    Deviator stress;  ///< mean over the elements
    double pressure = 0;
    double energy = 0;
  };

  std::size_t elements() const { return lattice_.elements(); }
  double area() const;  ///< of an element
  void begin_here();
  double strain_at_stress(double stress) const;
  rig::Response begin_response() const;
  bool load_to(double strain, rig::Response& response);
  void begin_event(const rig::Response& response);
  void avalanche(rig::Response& response, const AmplitudeBound& bound);
  void avalanche_at_stress(double stress, const rig::StrainRange& range, const AmplitudeBound& bound,
                           rig::Response& response);
  void slip(std::span<const ActiveSystem> active, const AmplitudeBound& bound, rig::Response& response);
  AmplitudeBound thermal_bound(double temperature) const;
  AmplitudeBound athermal_bound(double temperature) const;
  void settle(double strain);
  void put_directional_distance(Group& group, const StressField& stress) const;
  void require_end(std::int64_t slips) const;
  void require_progress(std::int64_t slips, const rig::StrainRange& range) const;

  LatticeSettings settings_;
  std::uint64_t sample_;
  Lattice lattice_;
  ThermalActivation thermal_;
  Equilibrium relaxed_;  ///< the end of the last avalanche
  double strain_ = 0;    ///< the present strain, reached elastically from there
  double time_ = 0;
  double energy_ = 0;  ///< work less heat, kept where stresses are not in balance

  // What there was at the beginning: a parent liquid or a pre-stress leaves plastic strain behind.
  std::vector<double> initial_plastic_diagonal_, initial_plastic_shear_;
  std::vector<std::int64_t> initial_slips_;
  std::vector<std::int64_t> sites_;  ///< of the last event, in the order of its relaxation steps
};

}  // namespace vitrum::elastoplastic
