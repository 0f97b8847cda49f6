#include "elastoplastic/kernel.h"

#include <cmath>
#include <numbers>

#include "base/error.h"
#include "elastoplastic/green_operator.h"
#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

std::vector<KernelEntry> kernel(int columns, int rows, double shear_modulus, double bulk_modulus,
                                double angle) {
  if (!std::isfinite(angle)) throw InputError("the slip angle must be a finite number of degrees");
  const GreenOperator green(columns, rows, {shear_modulus, bulk_modulus});
  TensorField plastic(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  plastic.set(0, slip_tensor(angle * std::numbers::pi / 180.0));
  const TensorField stress = green.stress(plastic);

  std::vector<KernelEntry> table;
  for (int dy = -(rows - 1) / 2; dy <= rows / 2; ++dy) {
    for (int dx = -(columns - 1) / 2; dx <= columns / 2; ++dx) {
      const int row = (dy + rows) % rows;
      const int column = (dx + columns) % columns;
      const auto s = stress.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                               static_cast<std::size_t>(column));
      table.push_back({dx, dy, s.xx, s.yy, s.xy});
    }
  }
  return table;
}

}  // namespace vitrum::elastoplastic
