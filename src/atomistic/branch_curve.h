// The equilibria of a patch as a curve in the space of positions and strain, followed by its length.
#pragma once

#include <vector>

#include "atomistic/patch.h"
#include "atomistic/patch_equilibrium.h"
#include "atomistic/patch_stiffness.h"

namespace vitrum::atomistic {

/// A point of the curve and the direction of the curve there, of unit length. `rise` is its part along the
/// strain, d strain / d length.
struct CurvePoint {
  PatchPoint at;
  PatchState state;
  std::vector<double> direction;
  double rise = 0;
  double length = 0;  ///< since the beginning of the curve
};

/// An instability is a maximum of the strain along the curve: there the curve is smooth and the stiffness
/// singular. Squares of lengths are |d positions|^2 + weight d strain^2, the weight such that both count
/// alike at the beginning.
class BranchCurve {
 public:
  /// Both must outlive this object.
  BranchCurve(Patch& patch, PatchStiffness& stiffness) : patch_(patch), stiffness_(stiffness) {}

  /// Begins at a stable equilibrium. False when its stiffness is not positive definite.
  bool begin(const PatchPoint& at);

  enum class Dip { refused, allowed };
  struct Step {
    bool made = false;
    double factor = 1;  ///< by which the next one should be longer
  };
  /// Goes on by a length, to a stable equilibrium of which it is made sure that it lies on the same curve.
  /// @param dip whether the rise may come close to zero on the way.
  Step advance(double length, Dip dip = Dip::refused);

  const std::vector<CurvePoint>& points() const { return points_; }
  /// Length from the last point to the maximum of the strain as the last two foresee it; infinite where the
  /// rise grows.
  double to_maximum() const;
  /// The same as one softening mode would have it: foreseen from further away, and rather too near than too
  /// far.
  double to_softening() const;
  /// The place on the curve so much further, by extrapolation.
  PatchPoint foresee(double length) const;
  /// The place on the curve, by interpolation, at a strain that it has passed.
  PatchPoint at(double strain) const;

 private:
  double product(const std::vector<double>& a, double rise_a, const std::vector<double>& b,
                 double rise_b) const;
  bool correct(PatchPoint& point, PatchState& state);
  void find_direction(CurvePoint& point);
  double response_across(const std::vector<double>& forces, const PatchPoint& point);
  double miss_midway(const CurvePoint& to, double length, double least_rise);

  Patch& patch_;
  PatchStiffness& stiffness_;
  std::vector<CurvePoint> points_;
  double weight_ = 1;
  std::vector<double> forces_, response_, move_;
  std::vector<float> rows_, pulls_;
};

}  // namespace vitrum::atomistic
