// Single time steps of the gradient flow dx/dt = f(x).
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "atomistic/stiffness_product.h"
#include "math/krylov_space.h"

namespace vitrum::atomistic {

/// A point on the flow with what is known there.
struct FlowPoint {
  Configuration configuration;
  Evaluation evaluation;
  std::vector<double> forces;
};

struct FlowStep {
  /// False: the step would take an atom further than half the cut-off, past its neighbours, where it follows
  /// no flow; of the rest only `length` has a meaning. Along an unstable mode a long step has no bound.
  bool possible = false;
  double length = 0;  ///< time, at most what was asked for
  FlowPoint end;
  double error = 0;  ///< difference from the step of second order, largest coordinate
};

/// Exponential Rosenbrock method of third order with a step of second order inside, exprb32 (Hochbruck,
/// Ostermann and Schweitzer, SIAM J. Numer. Anal. 47, 786 (2009)). The stiffness K at the beginning is
/// followed exactly, so that neither stiff nor unstable modes limit the step, only the change of K along it:
///
///   u = x + h phi_1(-h K) f(x),   end = u + 2 h phi_3(-h K) (f(u) - f(x) + K (u - x)).
///
/// The functions of K come from Krylov spaces; a product with K costs a quarter of an evaluation of the
/// forces.
class ExponentialStepper {
 public:
  /// The force field must outlive this object.
  explicit ExponentialStepper(PairForceField& force_field)
      : ExponentialStepper(force_field, pair_stiffness_product(force_field)) {}
  ExponentialStepper(ForceField& force_field, std::unique_ptr<StiffnessProduct> stiffness)
      : force_field_(force_field), stiffness_(std::move(stiffness)) {}

  /// As if just made.
  void reset();

  /// Looks at the stiffness of a point. Steps begin there until the next call.
  void begin(const FlowPoint& from);
  /// @param from as in the last begin().
  /// @param length wanted; the step is shorter where the Krylov space would become too large.
  /// @param accuracy of the functions of K, length (2-norm over all coordinates).
  FlowStep step(const FlowPoint& from, double length, double accuracy);

  /// Largest displacement of a coordinate that would balance the forces where the last step began; infinite
  /// where they drive an unstable mode. What is far at first sight is not looked at more closely; what seems
  /// near is, at a price of so many evaluations at most. Soft modes that hardly move yet are still missed.
  double distance_to_rest(double price, double near);
  /// What was done so far, in evaluations of the forces.
  double cost() const { return cost_; }

 private:
  KrylovSpace::Product product();
  double visible_distance();

  static constexpr int first_dimension = 8;

  ForceField& force_field_;
  std::unique_ptr<StiffnessProduct> stiffness_;
  KrylovSpace along_forces_, along_change_;
  std::vector<float> rows_, pulls_;
  int dimension_ = first_dimension;  // of the last space along the forces: about what the next will need
  double cost_ = 0;
};

}  // namespace vitrum::atomistic
