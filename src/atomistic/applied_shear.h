// What the external shear does to the cell: simple shear, or pure shear along an angle.
#pragma once

#include <optional>
#include <vector>

#include "atomistic/configuration.h"
#include "math/tensor.h"

namespace vitrum::atomistic {

/// Simple shear, x -> x + gamma y, or pure shear along `angle`: F = exp(gamma M(angle)), M of paper 1, eq. 3.
/// Pure shear keeps the volume and does not rotate. Its angle is the orientation of docs/conventions.md: 0 is
/// the sense of simple shear, 90 the backward one; it stretches most along angle + 45 degrees.
struct AppliedShear {
  std::optional<double> angle;  ///< degrees, of pure shear in the xy plane; none: simple shear
};

/// A cell whose edge a lies along x keeps this form in a frame that turns with a. In that frame the shear is
/// x -> stretch x + tilt y, y -> y / stretch, counted from the strain 0.
struct CellShear {
  double stretch = 1;
  double tilt = 0;
};
CellShear cell_shear(const AppliedShear& shear, double strain);

/// The cell that was `initial` at the strain 0. Its tilt is not reduced.
Box sheared(const Box& initial, const CellShear& shear);

/// Moves positions with the cell, from one strain to another.
void shear_positions(std::vector<double>& positions, int dimension, const CellShear& from,
                     const CellShear& to);

/// By which angle the frame of the loading is turned against that of the cell, degrees. That of the loading
/// is the laboratory's in simple shear; in pure shear its x axis points along the angle, so that its shear
/// stress is M:Sigma, conjugate to gamma.
double turn_of_loading(const AppliedShear& shear, double strain);

/// Components of a tensor in a frame that is turned in the xy plane, degrees.
SymmetricTensor in_turned_frame(const SymmetricTensor& tensor, double angle);

}  // namespace vitrum::atomistic
