#include "math/phi_functions.h"

#include <cmath>

namespace vitrum {

double phi(int k, double z) {
  double factorial = 1;
  for (int i = 2; i <= k; ++i) factorial *= i;
  if (std::abs(z) < 1) {
    // The series sum z^n / (n + k)!: the recurrence below would lose digits here.
    double sum = 0, term = 1 / factorial;
    for (int n = 1; n <= 20; ++n) {
      sum += term;
      term *= z / (n + k);
    }
    return sum;
  }
  if (k == 0) return std::exp(z);
  double value = std::expm1(z) / z, inverse_factorial = 1;  // phi_1
  for (int i = 2; i <= k; ++i) {
    inverse_factorial /= i - 1;
    value = (value - inverse_factorial) / z;
  }
  return value;
}

}  // namespace vitrum
