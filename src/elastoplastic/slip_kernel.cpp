#include "elastoplastic/slip_kernel.h"

#include <numbers>

#include "elastoplastic/slip_system.h"

// This file is compiled once for each instruction set; each function takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "elastoplastic/slip_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::elastoplastic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, 4>;

// Some elements: diagonal += x dd + y ds, shear += x ds + y ss.
void add_response(const double* HWY_RESTRICT dd, const double* HWY_RESTRICT ds, const double* HWY_RESTRICT ss,
                  double x, double y, double* HWY_RESTRICT diagonal, double* HWY_RESTRICT shear,
                  std::size_t columns) {
  const Tag d;
  const std::size_t lanes = hn::Lanes(d);
  const auto vx = hn::Set(d, x), vy = hn::Set(d, y);
  std::size_t i = 0;
  for (; i + lanes <= columns; i += lanes) {
    const auto cross = hn::LoadU(d, ds + i);
    const auto to_diagonal =
        hn::MulAdd(vx, hn::LoadU(d, dd + i), hn::MulAdd(vy, cross, hn::LoadU(d, diagonal + i)));
    const auto to_shear =
        hn::MulAdd(vy, hn::LoadU(d, ss + i), hn::MulAdd(vx, cross, hn::LoadU(d, shear + i)));
    hn::StoreU(to_diagonal, d, diagonal + i);
    hn::StoreU(to_shear, d, shear + i);
  }
  if (i == columns) return;
  const auto rest = hn::FirstN(d, columns - i);
  const auto cross = hn::MaskedLoad(rest, d, ds + i);
  const auto to_diagonal = hn::MulAdd(vx, hn::MaskedLoad(rest, d, dd + i),
                                      hn::MulAdd(vy, cross, hn::MaskedLoad(rest, d, diagonal + i)));
  const auto to_shear = hn::MulAdd(vy, hn::MaskedLoad(rest, d, ss + i),
                                   hn::MulAdd(vx, cross, hn::MaskedLoad(rest, d, shear + i)));
  hn::BlendedStore(to_diagonal, rest, d, diagonal + i);
  hn::BlendedStore(to_shear, rest, d, shear + i);
}

// pressure += x pd + y ps.
void add_pressure(const double* HWY_RESTRICT pd, const double* HWY_RESTRICT ps, double x, double y,
                  double* HWY_RESTRICT pressure, std::size_t columns) {
  for (std::size_t i = 0; i < columns; ++i) pressure[i] += x * pd[i] + y * ps[i];
}

}  // namespace vitrum::elastoplastic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::elastoplastic {

HWY_EXPORT(add_response);
HWY_EXPORT(add_pressure);

namespace {

/// Stress after a unit slip at `angle` in element 0.
TensorField unit_response(const GreenOperator& green, double angle) {
  const auto elements = static_cast<std::size_t>(green.columns()) * static_cast<std::size_t>(green.rows());
  TensorField plastic(elements);
  plastic.set(0, slip_tensor(angle));
  return green.stress(plastic);
}

// Columns and rows up to which there is a table for every column of the source: 200 kB then.
constexpr std::size_t widest_small = 16;

double pressure(const SymmetricTensor& stress) { return -0.5 * (stress.xx + stress.yy); }

}  // namespace

SlipKernel::SlipKernel(const GreenOperator& green, bool with_pressure)
    : columns_(static_cast<std::size_t>(green.columns())),
      rows_(static_cast<std::size_t>(green.rows())),
      rows_at_once_(columns_ <= widest_small && rows_ <= widest_small ? rows_ : 1) {
  const TensorField to_shear = unit_response(green, 0.0);
  const TensorField to_diagonal = unit_response(green, std::numbers::pi / 4);
  const auto put = [&](std::size_t row, std::size_t column) {
    const std::size_t element = row * columns_ + column;
    diagonal_diagonal_.push_back(deviator(to_diagonal.at(element)).diagonal);
    diagonal_shear_.push_back(deviator(to_shear.at(element)).diagonal);
    shear_shear_.push_back(deviator(to_shear.at(element)).shear);
    if (!with_pressure) return;
    pressure_diagonal_.push_back(pressure(to_diagonal.at(element)));
    pressure_shear_.push_back(pressure(to_shear.at(element)));
  };
  if (rows_at_once_ == 1) {
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t twice = 0; twice < 2 * columns_; ++twice) put(row, twice % columns_);
    return;
  }
  for (std::size_t source = 0; source < columns_; ++source)
    for (std::size_t twice = 0; twice < 2 * rows_; ++twice)
      for (std::size_t column = 0; column < columns_; ++column)
        put(twice % rows_, (column + columns_ - source) % columns_);
}

std::size_t SlipKernel::begin(std::size_t source, std::size_t row) const {
  const std::size_t source_row = source / columns_, source_column = source % columns_;
  const std::size_t offset = row >= source_row ? row - source_row : row + rows_ - source_row;
  if (rows_at_once_ == 1) return offset * 2 * columns_ + columns_ - source_column;
  return (source_column * 2 * rows_ + offset) * columns_;
}

void SlipKernel::add(std::span<const ElementSlip> slips, StressField& stress) const {
  const auto add = HWY_DYNAMIC_DISPATCH(add_response);
  const auto add_pressures = HWY_DYNAMIC_DISPATCH(add_pressure);
  const std::size_t count = rows_at_once_ * columns_;
  for (std::size_t row = 0; row < rows_; row += rows_at_once_) {
    double* diagonal = &stress.diagonal[row * columns_];
    double* shear = &stress.shear[row * columns_];
    for (const auto& [source, slip] : slips) {
      const std::size_t from = begin(source, row);
      add(&diagonal_diagonal_[from], &diagonal_shear_[from], &shear_shear_[from], slip.diagonal, slip.shear,
          diagonal, shear, count);
      if (stress.has_pressure())
        add_pressures(&pressure_diagonal_[from], &pressure_shear_[from], slip.diagonal, slip.shear,
                      &stress.pressure[row * columns_], count);
    }
  }
}

StressField SlipKernel::response(const Deviator& slip) const {
  StressField stress(elements(), !pressure_diagonal_.empty());
  const ElementSlip one{0, slip};
  add({&one, 1}, stress);
  return stress;
}

double SlipKernel::self_stress(const Deviator& direction) const {
  const double cross = 2.0 * direction.diagonal * direction.shear * diagonal_shear_[0];
  return direction.diagonal * direction.diagonal * diagonal_diagonal_[0] + cross +
         direction.shear * direction.shear * shear_shear_[0];
}

}  // namespace vitrum::elastoplastic
#endif
