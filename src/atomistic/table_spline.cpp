#include "atomistic/table_spline.h"

#include <limits>

namespace vitrum::atomistic {

TableSpline::TableSpline(std::span<const double> f, double step) : inverse_step_(1.0 / step) {
  const std::size_t n = f.size();
  std::vector<double> slope(n);  // times the step
  slope[0] = f[1] - f[0];
  slope[1] = 0.5 * (f[2] - f[0]);
  for (std::size_t k = 2; k + 2 < n; ++k)
    slope[k] = ((f[k - 2] - f[k + 2]) + 8.0 * (f[k + 1] - f[k - 1])) / 12.0;
  slope[n - 2] = 0.5 * (f[n - 1] - f[n - 3]);
  slope[n - 1] = f[n - 1] - f[n - 2];
  rows_.resize(n - 1);
  for (std::size_t k = 0; k + 1 < n; ++k) {
    const double rise = f[k + 1] - f[k];
    rows_[k] = {slope[k] + slope[k + 1] - 2.0 * rise, 3.0 * rise - 2.0 * slope[k] - slope[k + 1], slope[k],
                f[k]};
  }
}

double TableSpline::reach() const {
  std::size_t used = rows_.size();
  while (used > 0 && rows_[used - 1] == Row{}) --used;
  if (used == rows_.size()) return std::numeric_limits<double>::infinity();
  // One interval more: rounding may put a distance into the interval before its own.
  return static_cast<double>(used + 1) / inverse_step_;
}

}  // namespace vitrum::atomistic
