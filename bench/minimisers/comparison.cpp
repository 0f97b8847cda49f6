#include "minimisers/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <ostream>
#include <utility>

namespace vitrum::bench {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Counts of one method at one increment.
struct Tally {
  int events = 0, elsewhere = 0, unreached = 0;
  double evaluations = 0, seconds = 0;
  double largest_same = 0, smallest_other = infinity;

  void add(const Comparison& c) {
    ++events;
    if (!c.same()) ++elsewhere;
    if (!c.reached) ++unreached;
    evaluations += static_cast<double>(c.evaluations);
    seconds += c.seconds;
    if (c.same()) largest_same = std::max(largest_same, c.difference);
    if (!c.same()) smallest_other = std::min(smallest_other, c.difference);
  }
};

/// "12.3 +- 1.2 (15 of 122)". The error is that of Agresti and Coull's estimate, which is not zero for none.
std::string share(int some, int all) {
  const double p = (some + 2.0) / (all + 4.0);
  return fmt::format("{:.1f} +- {:.1f} ({} of {})", 100.0 * some / all,
                     100 * std::sqrt(p * (1 - p) / (all + 4.0)), some, all);
}

}  // namespace

double largest_difference(const atomistic::Configuration& a, const atomistic::Configuration& b) {
  const auto d = static_cast<std::size_t>(a.box.dimension);
  std::vector<double> mean(d, 0.0);
  const auto atoms = static_cast<double>(a.atoms());
  for (std::size_t i = 0; i < a.positions.size(); ++i)
    mean[i % d] += (a.positions[i] - b.positions[i]) / atoms;
  double largest = 0;
  for (std::size_t i = 0; i < a.positions.size(); i += d) {
    double square = 0;
    for (std::size_t c = 0; c < d; ++c) {
      const double u = a.positions[i + c] - b.positions[i + c] - mean[c];
      square += u * u;
    }
    largest = std::max(largest, square);
  }
  return std::sqrt(largest);
}

Comparison compare(const UnstableState& state, const std::string& method, const Descent& found,
                   double seconds) {
  return {state.sample,
          state.increment,
          state.strain,
          state.drop,
          state.dissipated,
          method,
          largest_difference(found.end, state.minimum),
          found.evaluation.energy - state.minimum_energy,
          found.reached,
          found.residual,
          found.evaluations,
          seconds};
}

void write_heading(std::ostream& out) {
  out << "sample,increment,strain,drop,dissipated,method,same,difference,energy_difference,reached,"
         "residual,evaluations,seconds\n";
}

void write_line(std::ostream& out, const Comparison& c) {
  out << fmt::format("{},{:g},{:.5f},{:.6g},{:.6g},{},{},{:.3e},{:.3e},{},{:.1e},{},{:.4f}\n", c.sample,
                     c.increment, c.strain, c.drop, c.dissipated, c.method, c.same() ? 1 : 0, c.difference,
                     c.energy_difference, c.reached ? 1 : 0, c.residual, c.evaluations, c.seconds)
      << std::flush;
}

void write_summary(std::ostream& out, const std::vector<Comparison>& all) {
  std::map<std::pair<double, std::string>, Tally> tallies;
  for (const Comparison& c : all) tallies[{c.increment, c.method}].add(c);
  out << "increment,method,ends elsewhere (%),evaluations,seconds,stopped early,largest difference called "
         "same,smallest called another\n";
  for (const auto& [key, t] : tallies)
    out << fmt::format("{:g},{},{},{:.0f},{:.4f},{},{:.1e},{:.1e}\n", key.first, key.second,
                       share(t.elsewhere, t.events), t.evaluations / t.events, t.seconds / t.events,
                       t.unreached, t.largest_same, t.smallest_other);
}

}  // namespace vitrum::bench
