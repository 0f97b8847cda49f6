// What force fields say when an energy is not a number.
#pragma once

#include <cstddef>
#include <functional>

#include "atomistic/box_geometry.h"
#include "atomistic/neighbour_list.h"

namespace vitrum::atomistic {

/// @param separation from slot i to slot j of the list.
/// @throws PhysicsError that names the two atoms that are nearest to each other, always.
[[noreturn]] void throw_not_finite(const NeighbourList& list,
                                   const std::function<Vector3(std::size_t, std::size_t)>& separation);

}  // namespace vitrum::atomistic
