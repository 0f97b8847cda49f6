// Exponentials of many numbers at once.
#pragma once

#include <span>

namespace vitrum {

/// exp(x) in place, good to a few units in the last place; 0 far below, infinity far above.
void exponential(std::span<double> values);

}  // namespace vitrum
