// A lattice of elasto-plastic elements and what all protocols do with it: paper 1, sec. 3.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "base/random.h"
#include "elastoplastic/rules.h"
#include "elastoplastic/safe_discs.h"
#include "elastoplastic/slip_systems.h"
#include "elastoplastic/stress_field.h"
#include "record/group.h"

namespace vitrum::elastoplastic {

/// How far a slip may go: up to gamma_max of the present stress (paper 1, sec. 3.3), or of the threshold of
/// the system plus a stress, as in liquids (A.3).
struct AmplitudeBound {
  bool at_threshold = false;
  double beyond = 0;  ///< stress added to the threshold
};

struct ActiveSystem {
  std::size_t element;
  std::size_t system;
};

/// Elements with slip systems, their stress and their elastic interaction. Whoever uses it decides how it is
/// loaded. Its history is a function of (settings, seed, sample) and of the calls made.
class Lattice {
 public:
  /// No stress, and slip systems as the rules draw them.
  /// @throws InputError when a setting makes no sense.
  Lattice(const LatticeSettings& settings, const SampleName& name)
      : Lattice(settings, name, make_rules(settings, name)) {}
  /// With rules of one's own, whatever the settings say of them.
  Lattice(const LatticeSettings& settings, const SampleName& name, Rules rules);

  std::size_t elements() const { return slip_counts_.size(); }
  const StressField& stress() const { return stress_; }
  const SlipSystems& systems() const { return systems_; }
  const Elasticity& elasticity() const { return *rules_.elasticity; }
  const SlipRule& slip_rule() const { return *rules_.slip; }
  const AmplitudeLaw& amplitude_law() const { return *rules_.amplitude; }
  const SampleName& name() const { return name_; }
  const std::vector<std::int64_t>& slip_counts() const { return slip_counts_; }
  /// Sums of amplitude * direction: eps_pl,yy - eps_pl,xx and 2 eps_pl,xy.
  const std::vector<double>& plastic_diagonal() const { return plastic_diagonal_; }
  const std::vector<double>& plastic_shear() const { return plastic_shear_; }
  ThresholdShift threshold_shift(double pressure) const;
  /// Lowest distance to threshold of an element.
  double lowest_distance(std::size_t element) const;

  /// The elements that would be active, each with its weakest system, if the external strain were larger by
  /// `strain`. Valid until the next call.
  std::span<const ActiveSystem> active_at(double strain) const;
  /// How many of the next `limit` >= 1 additional strains strain_after(1), strain_after(2), ... are passed
  /// until one at which a system is active, that one included; `limit` when there is none. strain_after(0) is
  /// where it begins; they follow each other by about `step`, signed.
  std::int64_t quiet_steps(const std::function<double(std::int64_t)>& strain_after, double step,
                           std::int64_t limit) const;

  /// Changes the external strain, elastically.
  void load(double strain);
  /// Adds a stress that is in balance, such as a mean pressure. Nothing else changes.
  void add_stress(const StressField& stress);
  /// Adds plastic strains and the stress they cause, without slip: a pre-stress.
  void add_plastic_strain(std::span<const ElementSlip> strains);
  /// The stress that these plastic strains would cause in a lattice without any other.
  StressField response(std::span<const ElementSlip> strains);
  /// Slips of all these systems at once, with amplitudes drawn at the present stress; then the elements that
  /// slipped get new systems. Returns the heat of each slip by itself (paper 1, eq. 13), per area of an
  /// element, summed up.
  double slip(std::span<const ActiveSystem> active, const AmplitudeBound& bound);

  /// Everything above as a group, to go on from; what follows from it is not stored.
  Group snapshot() const;
  void restore(const Group& snapshot);

 private:
  /// What an element is exposed to.
  struct Place {
    Deviator stress;
    double pressure;
    ThresholdShift shift;
  };

  void renew(std::size_t element);
  void forget_active();
  Place place(const StressField& stress, const Deviator& uniform, std::size_t element) const;
  double pressure(std::size_t element) const {
    return stress_.has_pressure() ? stress_.pressure[element] : 0;
  }
  const StressField& stress_at(double strain, Deviator& uniform) const;
  std::size_t find_unsafe(double strain, double around) const;
  bool any_active_of(std::size_t candidates, double strain) const;
  double strain_to_instability(std::size_t& candidates, double strain, double sense, double most,
                               double margin) const;

  LatticeSettings settings_;
  SampleName name_;
  Rules rules_;
  RandomStream system_random_, amplitude_random_;
  double threshold_floor_;

  StressField stress_;
  SlipSystems systems_;
  std::vector<double> plastic_diagonal_, plastic_shear_;
  std::vector<std::int64_t> slip_counts_;

  // Scratch and memory that never change a result.
  mutable SafeDiscs discs_;
  mutable StressField loaded_;
  mutable double active_known_at_;  ///< additional strain that active_ belongs to
  double fastest_loading_;
  mutable std::vector<std::size_t> unsafe_;
  mutable std::vector<double> safe_strain_;  ///< of the first elements of unsafe_
  mutable std::vector<ActiveSystem> active_;
  std::vector<ElementSlip> slips_;
};

}  // namespace vitrum::elastoplastic
