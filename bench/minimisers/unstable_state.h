// Samples just before an instability, from which every method of the study starts.
#pragma once

#include <iosfwd>
#include <optional>
#include <vector>

#include "minimisers/descent.h"

namespace vitrum::bench {

/// An equilibrium that loses its stability within the next increment of strain.
struct UnstableState {
  int sample = 0;
  double increment = 0;   ///< of strain; start() is this far beyond `before`
  double strain = 0;      ///< of start()
  double drop = 0;        ///< of the shear stress, along the path on which the state was found
  double dissipated = 0;  ///< energy, likewise
  int lead = 0;           ///< quiet increments between `earlier` and `before`
  atomistic::Configuration earlier, before;
  /// Where fine steepest descent ends, once known.
  atomistic::Configuration minimum;
  double minimum_energy = 0;

  bool solved() const { return !minimum.positions.empty(); }
  atomistic::Configuration start() const { return strained(before, increment); }
};

/// Appends one state to a binary stream, or reads the next one; nothing at its end. Files are for the
/// machine that wrote them.
/// @throws InputError when a stream ends within a state.
void write(std::ostream& out, const UnstableState& state);
std::optional<UnstableState> read_state(std::istream& in);

}  // namespace vitrum::bench
