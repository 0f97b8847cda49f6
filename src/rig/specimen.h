// The interface through which the test rig holds every model.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "record/field.h"
#include "record/group.h"
#include "record/history.h"

namespace vitrum::rig {

/// Strains of a leg: origin + k * step, k = 0, 1, ... Computed from k, never accumulated, so that a
/// jump over several increments lands on the same bits as single steps.
struct StrainGrid {
  double origin = 0;
  double step = 0;  ///< signed, not zero
  double at(std::int64_t k) const { return origin + static_cast<double>(k) * step; }
};

/// What a specimen tells of one relaxation.
struct Response {
  /// The state at the new strain just before anything rearranged, when the model knows it exactly.
  std::optional<State> before;
  std::int64_t slips = 0;     ///< counted rearrangements; 0 when none happened or the model cannot count
  std::int64_t duration = 0;  ///< relaxation steps of the avalanche, likewise
  bool counts_slips = false;  ///< true: an event happened if and only if slips > 0
  double residual = 0;        ///< atoms: largest force component left; lattice: 0
  double work = 0;            ///< of the external stress since `before`; 0 at a given strain
};

/// What moved when a specimen relaxed, beyond what it would have moved without an event.
struct Rearrangement {
  double participation = 0;        ///< atoms or elements that took part
  std::array<double, 3> centre{};  ///< as Event::centre
  double direction = 0;            ///< as Event::direction
  /// Maps of it, made when somebody wants them and only until the specimen changes. Atoms: positions before,
  /// displacement and local strain of each. Lattice: slips of each element.
  std::function<Group()> fields;
};

/// Between which external strains a specimen may move that is held at a stress.
struct StrainRange {
  double lowest = 0, highest = 0;
};

/// A piece of material under external simple shear gamma (xy), in mechanical equilibrium between calls.
class Specimen {
 public:
  virtual ~Specimen() = default;

  /// The present equilibrium.
  virtual State state() const = 0;
  /// Volume (3D) or area (2D): energy densities times this are energies.
  virtual double volume() const = 0;

  /// Strains the specimen affinely to `strain` and relaxes it at that fixed strain.
  /// @throws PhysicsError when equilibrium cannot be reached.
  virtual Response strain_to(double strain) = 0;

  /// How many grid points the rig may advance at once from grid point k, between 1 and `limit`: at the
  /// points before the last nothing rearranges. strain_to(grid.at(k + n)) must give exactly the state
  /// that n single calls give. Models that cannot look ahead answer 1.
  virtual std::int64_t quiet_increments(const StrainGrid& grid, std::int64_t k, std::int64_t limit) const {
    (void)grid, (void)k, (void)limit;
    return 1;
  }

  /// The same for external stress: brings the shear stress to `stress`, the strain being free within `range`,
  /// and relaxes. When the strain gets to an end of the range, it is held there, and the specimen comes to
  /// rest at a lower stress.
  /// @throws InputError when the model cannot be held at a stress.
  virtual Response stress_to(double stress, const StrainRange& range);
  /// As quiet_increments() for a grid of stresses.
  virtual std::int64_t quiet_stress_increments(const StrainGrid& stresses, std::int64_t k,
                                               std::int64_t limit) const {
    (void)stresses, (void)k, (void)limit;
    return 1;
  }
  /// Shear stress per unit strain of elastic loading.
  /// @throws InputError when the model does not know.
  virtual double loading_modulus() const;
  /// Waits under the present stress at `temperature`, until the first thermally activated event is over or
  /// it is the time `until` (State::time).
  /// @throws InputError when the model knows no temperature.
  virtual Response wait(double temperature, double until, const StrainRange& range);

  /// Fields for maps, at the present state.
  virtual Group fields() const = 0;

  /// A number that falls to zero, linearly in the strain, as the elastic branch nears the instability that
  /// ends it, as the squared lowest eigenvalue of atoms does; nothing when the model knows none. The rig
  /// takes it as a hint where to look first, so it may be wrong far away, and may be costly.
  virtual std::optional<double> stability() const { return std::nullopt; }

  /// What moved in the last strain_to(); nothing when the model does not know, or has been restored since.
  virtual std::optional<Rearrangement> last_rearrangement() const { return std::nullopt; }
  /// Elements that slipped in the last event, one entry per slip, in order. Valid until the next call.
  virtual std::span<const std::int64_t> last_sites() const { return {}; }
  /// Elastic moduli of the present state, numbers and small arrays; empty when the model measures none.
  virtual Group moduli() const { return {}; }

  /// Everything needed to go on from here to the same bits.
  virtual Group snapshot() const = 0;
  /// @throws InputError when the snapshot is not one of this specimen's kind and size.
  virtual void restore(const Group& snapshot) = 0;
};

}  // namespace vitrum::rig
