#include "minimisers/conjugate_gradient.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vitrum::bench {

using namespace atomistic;

namespace {

// LAMMPS' constants.
constexpr double backtrack_slope = 0.4;  // share of the promised decrease that is enough
constexpr double shortening = 0.5;
constexpr double longest_share = 1.0;     // of the direction's own length
constexpr double quadratic_energy = 0.1;  // relative error of the energy that still counts as quadratic
constexpr double smallest_change = 1e-8;  // of the energy, that a line search looks for
constexpr double smallest_slope = 1e-28;

/// A state of the minimisation, and a line through it.
struct Line {
  PairForceField& force_field;
  Descent& descent;
  std::vector<double> forces;
  std::vector<double> from;  // positions where the line begins

  double go_to(double share, const std::vector<double>& direction) {
    for (std::size_t i = 0; i < from.size(); ++i) descent.end.positions[i] = from[i] + share * direction[i];
    descent.evaluation = force_field.evaluate(descent.end, forces);
    ++descent.evaluations;
    return descent.evaluation.energy;
  }
};

bool search(Line& line, const std::vector<double>& direction, const ConjugateGradientSettings& settings) {
  const double slope = dot(line.forces, direction);
  const double length = largest_component(direction);
  if (!(slope > 0) || length == 0) return false;
  line.from = line.descent.end.positions;
  const double longest = std::min(longest_share, settings.longest_step / length);
  const double energy = line.descent.evaluation.energy;
  double share = longest, share_before = 0, slope_before = slope, energy_before = energy;
  while (true) {
    double found = line.go_to(share, direction);
    if (settings.line_search == LineSearch::quadratic) {
      const double here = dot(line.forces, direction);
      const double change = here - slope_before;
      if (std::abs(here) < smallest_slope || std::abs(change) < smallest_slope) break;
      const double trapezoid = 0.5 * (share - share_before) * (here + slope_before) + found;
      const double secant = share - (share - share_before) * here / change;
      const double energy_here = found;
      if (std::abs(1 - trapezoid / energy_before) <= quadratic_energy && secant > 0 && secant < longest) {
        found = line.go_to(secant, direction);
        if (found - energy < smallest_change) return true;
      }
      slope_before = here, energy_before = energy_here, share_before = share;
    }
    const double promised = -backtrack_slope * share * slope;
    if (found - energy <= promised) return true;
    share *= shortening;
    if (share <= 0 || promised >= -smallest_change) break;
  }
  line.go_to(0, direction);
  return false;
}

}  // namespace

Descent conjugate_gradient(PairForceField& force_field, const Configuration& start,
                           const ConjugateGradientSettings& settings) {
  Descent descent{start, {}, 0, 1, false};
  Line line{force_field, descent, {}, {}};
  descent.evaluation = force_field.evaluate(start, line.forces);
  std::vector<double> last = line.forces, direction = line.forces;
  double last_square = dot(last, last);
  descent.residual = largest_component(line.forces);
  for (std::size_t step = 1; descent.residual > settings.force_tolerance; ++step) {
    if (descent.evaluations > settings.evaluations || !search(line, direction, settings)) return descent;
    descent.residual = largest_component(line.forces);
    const double square = dot(line.forces, line.forces);
    double beta = std::max(0.0, (square - dot(line.forces, last)) / last_square);
    if (step % last.size() == 0) beta = 0;
    last_square = square;
    last = line.forces;
    for (std::size_t i = 0; i < direction.size(); ++i) direction[i] = last[i] + beta * direction[i];
    if (!(dot(last, direction) > 0)) direction = last;
  }
  descent.reached = true;
  return descent;
}

}  // namespace vitrum::bench
