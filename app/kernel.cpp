#include "elastoplastic/kernel.h"

#include <fmt/format.h>

#include "app/commands.h"

namespace vitrum::app {

int kernel(const KernelArguments& arguments) {
  const int rows = arguments.rows == 0 ? arguments.columns : arguments.rows;
  const auto table = elastoplastic::kernel(arguments.columns, rows, arguments.shear_modulus,
                                           arguments.bulk_modulus, arguments.angle);
  fmt::print("dx,dy,sxx,syy,sxy\n");
  for (const auto& row : table)
    fmt::print("{},{},{:.17g},{:.17g},{:.17g}\n", row.dx, row.dy, row.sxx, row.syy, row.sxy);
  return 0;
}

}  // namespace vitrum::app
