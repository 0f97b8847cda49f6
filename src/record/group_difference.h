// What differs between the numbers of two records.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/group.h"

namespace vitrum {

/// One array or text that is not the same in both.
struct Difference {
  enum class Kind { values, shape, missing, added };
  std::string path;  ///< "history/states/energy"
  Kind kind = Kind::values;
  std::size_t count = 0;     ///< of values that differ in any bit
  std::size_t of = 0;        ///< values in all
  double largest = 0;        ///< absolute difference; NaN where one is no number
  double largest_share = 0;  ///< of the larger absolute value of both
};

struct GroupComparison {
  std::vector<Difference> differences;
  std::size_t arrays = 0;  ///< that both have, texts included
  std::size_t values = 0;  ///< in them
};

/// Compares arrays bit for bit (a NaN equals itself) and texts; units and notes do not count.
/// @param leave_out names of arrays, texts and groups, at any depth, that are not looked at
GroupComparison compared(const Group& then, const Group& now, const std::vector<std::string>& leave_out = {});

}  // namespace vitrum
