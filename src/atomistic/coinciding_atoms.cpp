#include "atomistic/coinciding_atoms.h"

#include <cmath>
#include <limits>
#include <string>

#include "base/error.h"

namespace vitrum::atomistic {

void throw_not_finite(const NeighbourList& list,
                      const std::function<Vector3(std::size_t, std::size_t)>& separation) {
  double closest = std::numeric_limits<double>::infinity();
  std::size_t a = 0, b = 0;
  for (std::size_t i = 0; i < list.atoms(); ++i)
    for (int k = list.first()[i]; k < list.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list.neighbour()[static_cast<std::size_t>(k)]);
      const Vector3 d = separation(i, j);
      const double square = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
      if (square < closest) closest = square, a = i, b = j;
    }
  throw PhysicsError("The energy is not a finite number: atoms " + std::to_string(list.atom()[a] + 1) +
                     " and " + std::to_string(list.atom()[b] + 1) + " are " +
                     std::to_string(std::sqrt(closest)) +
                     " apart, on top of each other. Check the file, or take smaller steps.");
}

}  // namespace vitrum::atomistic
