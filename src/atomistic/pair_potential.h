// Pair energies of Lennard-Jones type that end at a finite distance.
#pragma once

#include <array>
#include <cmath>
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
/// lj/smooth with a shifted energy). Energy, slope and curvature are then continuous everywhere and
/// vanish at `outer`.
///
/// With `inner` equal to `outer` it is the plain potential, cut off and shifted (LAMMPS: lj/cut with a
/// shifted energy). Its energy is continuous, its force is not. Minima are found as tightly as with a tail,
/// for the jump pushes pairs away from the cut-off; but under strain every pair that crosses it is an
/// instability of its own, and stiffness, moduli and predictions know nothing of it.
///
/// Distances are absolute, not in units of sigma.
class LennardJones {
 public:
  /// No interaction at all.
  LennardJones() = default;
  /// @throws InputError unless epsilon >= 0, sigma > 0 and 0 < inner <= outer.
  LennardJones(double epsilon, double sigma, double inner, double outer);

  double inner() const { return inner_; }
  double outer() const { return outer_; }
  double inner_square() const { return inner_square_; }
  double outer_square() const { return outer_square_; }

  /// Energy and derivatives at distance r > 0.
  PairEnergy at(double r) const;

  /// U'(r) / r and U''(r), both zero beyond outer(), from r^2 > 0.
  struct Stiffness {
    double slope_over_r = 0, curvature = 0;
  };
  Stiffness stiffness(double square) const {
    if (square >= outer_square_) return {};
    const double inverse2 = 1.0 / square;
    if (square < inner_square_) {
      const double inverse6 = inverse2 * inverse2 * inverse2;
      const double a = attraction_ * inverse6, b = repulsion_ * inverse6 * inverse6;
      return {(6 * a - 12 * b) * inverse2, (156 * b - 42 * a) * inverse2};
    }
    const double r = std::sqrt(square), t = r - inner_;
    return {(c1_ + t * (2 * c2_ + t * (3 * c3_ + t * 4 * c4_))) * r * inverse2,
            2 * c2_ + t * (6 * c3_ + t * 12 * c4_)};
  }

  /// Below inner(): repulsion / r^12 - attraction / r^6 + shift.
  double repulsion() const { return repulsion_; }
  double attraction() const { return attraction_; }
  double shift() const { return shift_; }
  bool is_smooth() const { return inner_ < outer_; }
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
  void set(int a, int b, const LennardJones& potential);
  const LennardJones& between(int a, int b) const {
    return table_[static_cast<std::size_t>(a * species_ + b)];
  }
  int species() const { return species_; }
  /// Largest distance at which any pair interacts.
  double cutoff() const;
  /// Whether the force of every pair is continuous.
  bool are_smooth() const;

 private:
  int species_;
  std::vector<LennardJones> table_;
};

/// The binary glass former of paper 1, sec. 2.1, in units of sigma_SL, epsilon_SL and m: species 0 is
/// L (large), species 1 is S (small).
PairPotentials paper_glass();

/// How the pairs of a mixture end.
enum class PairEnd {
  smooth,  ///< polynomial from 2.25 sigma_ab to 2.5 sigma_ab
  cut,     ///< cut off and shifted at 2.5 sigma_ab, as published
};

/// The binary glass former of Kob and Andersen, Phys. Rev. E 51, 4626 (1995), in units of sigma_AA,
/// epsilon_AA and m: species 0 is A, species 1 is B.
PairPotentials kob_andersen(PairEnd end);

}  // namespace vitrum::atomistic
