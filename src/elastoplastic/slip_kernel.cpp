#include "elastoplastic/slip_kernel.h"

#include <numbers>

#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

namespace {

/// Stress after a unit slip at `angle` in element 0.
TensorField response(const GreenOperator& green, double angle) {
  const auto elements = static_cast<std::size_t>(green.columns()) * static_cast<std::size_t>(green.rows());
  TensorField plastic(elements);
  plastic.set(0, slip_tensor(angle));
  return green.stress(plastic);
}

}  // namespace

SlipKernel::SlipKernel(const GreenOperator& green)
    : columns_(static_cast<std::size_t>(green.columns())), rows_(static_cast<std::size_t>(green.rows())) {
  const TensorField to_shear = response(green, 0.0);
  const TensorField to_diagonal = response(green, std::numbers::pi / 4);
  for (std::size_t row = 0; row < rows_; ++row) {
    for (std::size_t twice = 0; twice < 2 * columns_; ++twice) {
      const std::size_t element = row * columns_ + twice % columns_;
      diagonal_diagonal_.push_back(deviator(to_diagonal.at(element)).diagonal);
      diagonal_shear_.push_back(deviator(to_shear.at(element)).diagonal);
      shear_shear_.push_back(deviator(to_shear.at(element)).shear);
    }
  }
}

void SlipKernel::add(std::size_t source, const Deviator& slip, std::vector<double>& diagonal,
                     std::vector<double>& shear) const {
  const std::size_t source_row = source / columns_;
  const std::size_t source_column = source % columns_;
  for (std::size_t row = 0; row < rows_; ++row) {
    const std::size_t offset_row = row >= source_row ? row - source_row : row + rows_ - source_row;
    const std::size_t begin = offset_row * 2 * columns_ + columns_ - source_column;
    const double* __restrict__ dd = &diagonal_diagonal_[begin];
    const double* __restrict__ ds = &diagonal_shear_[begin];
    const double* __restrict__ ss = &shear_shear_[begin];
    double* __restrict__ d = &diagonal[row * columns_];
    double* __restrict__ s = &shear[row * columns_];
    for (std::size_t column = 0; column < columns_; ++column) {
      d[column] += slip.diagonal * dd[column] + slip.shear * ds[column];
      s[column] += slip.diagonal * ds[column] + slip.shear * ss[column];
    }
  }
}

double SlipKernel::self_stress(const Deviator& direction) const {
  const double cross = 2.0 * direction.diagonal * direction.shear * diagonal_shear_[0];
  return direction.diagonal * direction.diagonal * diagonal_diagonal_[0] + cross +
         direction.shear * direction.shear * shear_shear_[0];
}

}  // namespace vitrum::elastoplastic
