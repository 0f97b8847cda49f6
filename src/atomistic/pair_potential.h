// Pair energies of Lennard-Jones type that end smoothly at a finite distance.
#pragma once

#include <array>
#include <vector>

namespace vitrum::atomistic {

/// Energy of one pair and its derivatives with respect to the distance.
struct PairEnergy {
  double value = 0;
  double first = 0;   ///< dU/dr
  double second = 0;  ///< d2U/dr2
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

  /// Below inner(): repulsion / r^12 - attraction / r^6 + shift.
  double repulsion() const { return repulsion_; }
  double attraction() const { return attraction_; }
  double shift() const { return shift_; }
  /// From inner() to outer(): c0 + c1 t + c2 t^2 + c3 t^3 + c4 t^4, t = r - inner().
  std::array<double, 5> tail() const { return {c0_, c1_, c2_, c3_, c4_}; }

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
