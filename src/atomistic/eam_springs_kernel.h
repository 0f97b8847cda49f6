// The sums behind EamSprings, eight pairs at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "atomistic/eam_kernel.h"

namespace vitrum::atomistic {

/// One number for each of eight pairs.
struct alignas(32) EightFloats : std::array<float, 8> {};

/// Numbers of a pair, each for eight pairs one after the other: its separation from the first to the second
/// atom, U'/r and (U'' - U'/r)/r^2 of its energy U = phi + F_i' rho_ba + F_j' rho_ab with F' held; near pairs
/// have (d rho / dr)/r at their first and at their second atom, too.
enum SpringNumbers { spring_x, spring_y, spring_z, spring_slope, spring_along, spring_first, spring_second };
constexpr std::size_t near_spring = 7, far_spring = 5;

/// Where the springs of all pairs are written: those of an atom's near pairs, then of its far ones, as in
/// EamRuns.
/// @param problem with F' as the fourth number of the rows; sums and slopes are not used.
void set_springs(const EamProblem& problem, EightFloats* springs);

/// Layout of EamSprings; nothing is owned. There is one row more than atoms, which stays where it is.
struct EamSpringProblem {
  std::size_t atoms = 0;
  const std::uint32_t* begin = nullptr;
  const std::uint32_t* row = nullptr;
  const EightFloats* springs = nullptr;
  const float* embedding_curvature = nullptr;  ///< F'' of each atom
};

/// See EamSprings::pull(). Processors with AVX2 or more give the same bits.
/// @param moved atoms + 1 rows: displacements; their fourth numbers, zero before, are changed.
/// @param forces atoms + 1 rows of zeros, to which forces are added; the last one and fourth numbers are
/// without meaning.
void pull_springs(const EamSpringProblem& problem, float* moved, float* forces);

}  // namespace vitrum::atomistic
