// Rows of numbers that belong to slots of a neighbour list.
#pragma once

#include <array>

namespace vitrum::atomistic {

/// Of a slot in three dimensions: three components of something, and a number. Whole vectors are loaded and
/// stored faster when they are aligned.
struct alignas(32) SlotRow : std::array<double, 4> {};

}  // namespace vitrum::atomistic
