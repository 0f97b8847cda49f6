// Local shear tests that synthetic_local.py makes in the same way, for comparison with its numbers.
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "compare/local_statistics.h"
#include "synthetic.h"

namespace vitrum::compare::synthetic {

inline constexpr double radian = std::numbers::pi / 180;

/// Stress of a patch resolved along a direction.
inline double resolved(const SymmetricTensor& stress, double angle) {
  const double twice = 2 * angle * radian;
  return 0.5 * (stress.yy - stress.xx) * std::sin(twice) + stress.xy * std::cos(twice);
}

/// The i-th test of a realization.
inline LocalYield local_test(int realization, int i, double radius, double angle) {
  const auto u = [&](int k) { return number(realization, 8 * i + k); };
  LocalYield test;
  test.radius = radius;
  test.angle = angle;
  test.stress.xx = u(0) - 0.5;
  test.stress.yy = 0.2 - 0.5 * test.stress.xx;
  test.stress.xy = u(1) - 0.3;
  test.tau_i = resolved(test.stress, angle);
  test.tau_c = test.tau_i + 0.01 + 3 / radius * u(2) * u(3);
  test.tau_f = test.tau_c - 0.05 * u(4) * (1 + test.tau_c * test.tau_c) + 0.005;
  test.critical_strain = test.distance() / 10;
  test.found = u(5) > 0.1;
  return test;
}

/// 20 + 3 r tests of realization r for each radius and angle.
inline LocalTests local_tests(int realizations) {
  LocalTests tests;
  for (int r = 0; r < realizations; ++r) {
    tests.emplace_back();
    int i = 0;
    for (const double radius : {5.0, 10.0})
      for (const double angle : {0.0, 30.0, 90.0})
        for (int place = 0; place < 20 + 3 * r; ++place)
          tests.back().push_back(local_test(r, i++, radius, angle));
  }
  return tests;
}

}  // namespace vitrum::compare::synthetic
