// Long lists of numbers in few characters.
#pragma once

#include <string>
#include <vector>

namespace vitrum::report {

/// Base64 of the numbers as little-endian 32-bit floats: enough digits for drawing, five characters a
/// number. Numbers beyond their range and those that are not numbers become "not a number".
std::string packed(const std::vector<double>& numbers);

}  // namespace vitrum::report
