#include "atomistic/pair_potential.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "base/error.h"

namespace vitrum::atomistic {

LennardJones::LennardJones(double epsilon, double sigma, double inner, double outer)
    : inner_(inner), outer_(outer), inner_square_(inner * inner), outer_square_(outer * outer) {
  if (!(epsilon >= 0) || !(sigma > 0) || !(inner > 0) || !(outer >= inner) ||
      !std::isfinite(epsilon + sigma + outer))
    throw InputError(
        "A Lennard-Jones pair needs epsilon >= 0, sigma > 0 and 0 < inner <= outer; got epsilon = " +
        std::to_string(epsilon) + ", sigma = " + std::to_string(sigma) +
        ", inner = " + std::to_string(inner) + ", outer = " + std::to_string(outer) + ".");
  const double sigma6 = std::pow(sigma, 6);
  attraction_ = 4 * epsilon * sigma6;
  repulsion_ = attraction_ * sigma6;
  const double inner6 = std::pow(inner, 6);
  const double d = outer - inner;
  if (d == 0) {
    shift_ = -(repulsion_ / inner6 - attraction_) / inner6;
    return;
  }
  c1_ = 24 * epsilon * sigma6 * (inner6 - 2 * sigma6) / (inner6 * inner6 * inner);
  c2_ = 12 * epsilon * sigma6 * (26 * sigma6 - 7 * inner6) / (inner6 * inner6 * inner * inner);
  c3_ = -(3 * c1_ + 4 * c2_ * d) / (3 * d * d);
  c4_ = (c1_ + c2_ * d) / (2 * d * d * d);
  c0_ = -d * (3 * c1_ + c2_ * d) / 6;
  shift_ = c0_ - (repulsion_ / inner6 - attraction_) / inner6;
}

PairEnergy LennardJones::at(double r) const {
  if (r >= outer_) return {};
  if (r < inner_) {
    const double inverse = 1.0 / r;
    const double inverse2 = inverse * inverse;
    const double inverse6 = inverse2 * inverse2 * inverse2;
    const double a = attraction_ * inverse6;
    const double b = repulsion_ * inverse6 * inverse6;
    return {b - a + shift_, (6 * a - 12 * b) * inverse, (156 * b - 42 * a) * inverse * inverse};
  }
  const double t = r - inner_;
  return {c0_ + t * (c1_ + t * (c2_ + t * (c3_ + t * c4_))),
          c1_ + t * (2 * c2_ + t * (3 * c3_ + t * 4 * c4_)), 2 * c2_ + t * (6 * c3_ + t * 12 * c4_)};
}

PairPotentials::PairPotentials(int species) : species_(species) {
  if (species < 1)
    throw InputError("A mixture needs at least one species; got " + std::to_string(species) + ".");
  table_.resize(static_cast<std::size_t>(species) * static_cast<std::size_t>(species));
}

void PairPotentials::set(int a, int b, const LennardJones& potential) {
  if (a < 0 || b < 0 || a >= species_ || b >= species_)
    throw InputError("There is no pair of species " + std::to_string(a) + " and " + std::to_string(b) +
                     " in a mixture of " + std::to_string(species_) + " species (numbered from 0).");
  table_[static_cast<std::size_t>(a * species_ + b)] = potential;
  table_[static_cast<std::size_t>(b * species_ + a)] = potential;
}

double PairPotentials::cutoff() const {
  double largest = 0;
  for (const auto& potential : table_) largest = std::max(largest, potential.outer());
  return largest;
}

bool PairPotentials::are_smooth() const {
  return std::all_of(table_.begin(), table_.end(),
                     [](const LennardJones& pair) { return pair.outer() == 0 || pair.is_smooth(); });
}

PairPotentials paper_glass() {
  const double pi = std::numbers::pi;
  PairPotentials glass(2);
  glass.set(0, 0, {0.5, 2 * std::sin(pi / 5), 2.0, 2.5});
  glass.set(1, 1, {0.5, 2 * std::sin(pi / 10), 2.0, 2.5});
  glass.set(0, 1, {1.0, 1.0, 2.0, 2.5});
  return glass;
}

PairPotentials kob_andersen(PairEnd end) {
  const auto pair = [end](double epsilon, double sigma) {
    const double outer = 2.5 * sigma;
    return LennardJones(epsilon, sigma, end == PairEnd::smooth ? 2.25 * sigma : outer, outer);
  };
  PairPotentials glass(2);
  glass.set(0, 0, pair(1.0, 1.0));
  glass.set(1, 1, pair(0.5, 0.88));
  glass.set(0, 1, pair(1.5, 0.8));
  return glass;
}

}  // namespace vitrum::atomistic
