// The product behind SpringNetwork, on vector units.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vitrum::atomistic {

/// The layout of SpringNetwork; nothing is owned.
struct SpringProblem {
  int dimension = 2;
  std::size_t rows = 0;
  const std::uint32_t* begin = nullptr;
  const std::uint32_t* row = nullptr;
  const float* columns = nullptr;
};

/// See SpringNetwork::pull(). Processors with AVX2 or more give the same bits.
void pull_springs(const SpringProblem& problem, const float* displacements, float* forces);

}  // namespace vitrum::atomistic
