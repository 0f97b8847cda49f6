// Names that deal.II had before its release 9.3 and MEPLS still uses. Included before everything else, so
// that MEPLS compiles as it is.
#pragma once

#include <deal.II/fe/fe_q.h>
#include <deal.II/fe/fe_update_flags.h>
#include <deal.II/lac/affine_constraints.h>

namespace dealii {
using ConstraintMatrix = AffineConstraints<double>;
constexpr UpdateFlags update_q_points = update_quadrature_points;
}  // namespace dealii
