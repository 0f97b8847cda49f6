// How slip in some elements changes the stress in all of them: the interface of every elastic rule.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "elastoplastic/deviator.h"
#include "elastoplastic/stress_field.h"

namespace vitrum::elastoplastic {

/// A slip gamma * direction in one element, that is, the plastic strain gamma * M (paper 1, eq. 1).
struct ElementSlip {
  std::size_t element = 0;
  Deviator slip;  ///< amplitude times the unit vector of the slip system
};

/// Stress that a unit external shear strain gamma = 2 eps_xy causes, without slip.
struct Loading {
  Deviator mean;             ///< over the elements; `shear` is the effective shear modulus
  double mean_pressure = 0;  ///< likewise; 0 when uniform
  bool uniform = true;       ///< every element gets the mean, and `field` is empty
  StressField field;         ///< by element, with pressure
};

/// Adds what the external strain `strain` causes.
void add(const Loading& loading, double strain, StressField& stress);

/// Linear elasticity of a set of elements. One object belongs to one lattice and one thread.
class Elasticity {
 public:
  virtual ~Elasticity() = default;

  virtual std::size_t elements() const = 0;

  /// Adds to `stress` what the slips cause, all at once, external strain held (and pressure, if the field
  /// has it). The result may depend on the order of the slips by rounding only.
  virtual void add(std::span<const ElementSlip> slips, StressField& stress) = 0;

  /// A of paper 1, eq. 15: change of the resolved shear stress on a slipping system itself per unit slip,
  /// < 0. `direction` is a unit vector.
  virtual double self_stress(std::size_t element, const Deviator& direction) const = 0;

  virtual const Loading& loading() const = 0;

  /// Whether add() gives pressures. Where it does not, the elements are equal, with the moduli of the
  /// settings, and pressures follow from the plastic strain.
  virtual bool tells_pressure() const { return true; }
  /// Whether stresses are in balance, so that they have an elastic energy.
  virtual bool is_in_balance() const { return true; }

  /// Rules that draw random numbers tell here how many, so that a lattice can be stored and go on.
  virtual std::uint64_t random_counter() const { return 0; }
  virtual void seek(std::uint64_t random_counter) { (void)random_counter; }
};

}  // namespace vitrum::elastoplastic
