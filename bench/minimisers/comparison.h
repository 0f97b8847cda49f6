// Same minimum or not, told for every event and method, and counted.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "minimisers/unstable_state.h"

namespace vitrum::bench {

/// Positions that differ by less, after the mean translation is taken off, are one minimum.
constexpr double same_within = 1e-4;

/// Largest distance between an atom's positions in `a` and in `b` after the mean translation is taken off.
double largest_difference(const atomistic::Configuration& a, const atomistic::Configuration& b);

/// One line of the table: a method on an event.
struct Comparison {
  int sample = 0;
  double increment = 0, strain = 0, drop = 0, dissipated = 0;
  std::string method;
  double difference = 0;         ///< see largest_difference()
  double energy_difference = 0;  ///< of the method's minimum, above the reference's
  bool reached = false;          ///< the tolerance, by the method itself
  double residual = 0;           ///< largest force component where the method itself stopped
  std::int64_t evaluations = 0;
  double seconds = 0;

  bool same() const { return difference < same_within; }
};

/// Compares with the state's reference minimum.
Comparison compare(const UnstableState& state, const std::string& method, const Descent& found,
                   double seconds);

void write_heading(std::ostream& out);
void write_line(std::ostream& out, const Comparison& comparison);

/// For every increment and method: how many events end elsewhere, with the binomial standard error; mean
/// evaluations and seconds; the gap between "same" and "another".
void write_summary(std::ostream& out, const std::vector<Comparison>& all);

}  // namespace vitrum::bench
