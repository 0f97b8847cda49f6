#include "elastoplastic/fourier_preconditioner.h"

#include "elastoplastic/fourier_stiffness.h"

namespace vitrum::elastoplastic {

FourierPreconditioner::FourierPreconditioner(int columns, int rows, const Stiffness& stiffness)
    : fourier_(columns, rows) {
  const HalfWaves horizontal(columns), vertical(rows);
  for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row) {
    for (std::size_t column = 0; column <= static_cast<std::size_t>(columns / 2); ++column) {
      const ModeStiffness mode(stiffness, horizontal.cosine[column], horizontal.sine[column],
                               vertical.cosine[row], vertical.sine[row]);
      const double determinant = mode.determinant();
      compliance_.push_back({mode.yy / determinant, mode.xx / determinant, -mode.xy / determinant});
    }
  }
  compliance_.front() = {};
}

NodeField FourierPreconditioner::operator()(const NodeField& force) const {
  auto x = fourier_.forward(force.x);
  auto y = fourier_.forward(force.y);
  for (std::size_t mode = 0; mode < compliance_.size(); ++mode) {
    const Compliance& c = compliance_[mode];
    const std::complex<double> force_x = x[mode], force_y = y[mode];
    x[mode] = c.xx * force_x + c.xy * force_y;
    y[mode] = c.xy * force_x + c.yy * force_y;
  }
  NodeField displacement;
  displacement.x = fourier_.backward(x);
  displacement.y = fourier_.backward(y);
  return displacement;
}

}  // namespace vitrum::elastoplastic
