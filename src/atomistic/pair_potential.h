// Pair energies of Lennard-Jones type that end smoothly at a finite distance.
#pragma once

#include <cmath>
#include <vector>

namespace vitrum::atomistic {

/// Energy of one pair and its derivatives with respect to the distance.
struct PairEnergy {
  double value = 0;
  double first = 0;   ///< dU/dr
  double second = 0;  ///< d2U/dr2
};

/// What forces need: the energy and U'(r) / r.
struct PairForce {
  double energy = 0;
  double slope_over_r = 0;
};

/// Lennard-Jones energy 4 epsilon ((sigma/r)^12 - (sigma/r)^6), shifted, up to the distance `inner`;
/// between `inner` and `outer` a polynomial of fourth order; zero beyond (paper 1, sec. 2.1; LAMMPS:
/// lj/smooth with a shifted energy). Energy, slope and curvature are continuous everywhere and vanish
/// at `outer`. Distances are absolute, not in units of sigma.
class SmoothedLennardJones {
 public:
  /// No interaction at all.
  SmoothedLennardJones() = default;
  /// @throws InputError unless epsilon >= 0, sigma > 0 and 0 < inner < outer.
  SmoothedLennardJones(double epsilon, double sigma, double inner, double outer);

  double inner() const { return inner_; }
  double outer() const { return outer_; }
  double inner_square() const { return inner_square_; }
  double outer_square() const { return outer_square_; }

  /// Energy and derivatives at distance r > 0.
  PairEnergy at(double r) const;

  /// The two parts of the energy, by the square of the distance; for loops that know which applies.
  PairForce core(double r_squared) const {
    const double inverse = 1.0 / r_squared;
    const double inverse6 = inverse * inverse * inverse;
    return {inverse6 * (repulsion_ * inverse6 - attraction_) + shift_,
            inverse6 * (6.0 * attraction_ - 12.0 * repulsion_ * inverse6) * inverse};
  }
  PairForce tail(double r_squared) const {
    const double r = std::sqrt(r_squared);
    const double t = r - inner_;
    return {c0_ + t * (c1_ + t * (c2_ + t * (c3_ + t * c4_))),
            (c1_ + t * (2.0 * c2_ + t * (3.0 * c3_ + t * (4.0 * c4_)))) / r};
  }

 private:
  double inner_ = 0, outer_ = 0, inner_square_ = 0, outer_square_ = 0;
  double repulsion_ = 0, attraction_ = 0;  // 4 epsilon sigma^12, 4 epsilon sigma^6
  double shift_ = 0;                       // A of the core
  double c0_ = 0, c1_ = 0, c2_ = 0, c3_ = 0, c4_ = 0;
};

/// The pair energies of a mixture: one for each pair of species, symmetric.
class PairPotentials {
 public:
  /// @throws InputError when `species` < 1.
  explicit PairPotentials(int species);

  /// @throws InputError when a species is not one of this mixture.
  void set(int a, int b, const SmoothedLennardJones& potential);
  const SmoothedLennardJones& between(int a, int b) const {
    return table_[static_cast<std::size_t>(a * species_ + b)];
  }
  int species() const { return species_; }
  /// Largest distance at which any pair interacts.
  double cutoff() const;

 private:
  int species_;
  std::vector<SmoothedLennardJones> table_;
};

/// The binary glass former of paper 1, sec. 2.1, in units of sigma_SL, epsilon_SL and m: species 0 is
/// L (large), species 1 is S (small).
PairPotentials paper_glass();

}  // namespace vitrum::atomistic
