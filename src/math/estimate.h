// A measured number and how well it is known.
#pragma once

namespace vitrum {

/// A number with its standard error. The error is not a number when a single realization cannot tell it.
struct Estimate {
  double value = 0;
  double error = 0;
};

}  // namespace vitrum
