// The same potentials by both engines, and samples to try them on.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "atomistic/iterative_relaxation.h"
#include "atomistic/material.h"
#include "atomistic/metal_relaxation.h"
#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "atomistic/specimen.h"
#include "eam_samples.h"
#include "lammps/engine.h"
#include "samples.h"

namespace vitrum::lammps::test {

using atomistic::Configuration;

/// Paper 1's glass, sec. 2.1, in LAMMPS' words (tests/reference/README.md).
inline const std::vector<std::string> paper_lines{
    "pair_style lj/smooth 2.0 2.5", "pair_modify shift yes", "pair_coeff 1 1 0.5 1.1755705045849463 2.0 2.5",
    "pair_coeff 1 2 1.0 1.0 2.0 2.5", "pair_coeff 2 2 0.5 0.6180339887498949 2.0 2.5"};

/// Kob and Andersen's mixture, cut off and shifted.
inline const std::vector<std::string> mixture_lines{
    "pair_style lj/cut 2.5", "pair_modify shift yes", "pair_coeff 1 1 1.0 1.0 2.5",
    "pair_coeff 1 2 1.5 0.8 2.0", "pair_coeff 2 2 0.5 0.88 2.2"};

inline const std::vector<std::string> metal_lines{
    "pair_style eam/fs", "pair_coeff * * " + atomistic::test::copper_zirconium + " Cu Zr"};

inline const std::vector<std::string> silicon_lines{"pair_style sw", "pair_coeff * * Si.sw Si"};

inline std::shared_ptr<const atomistic::ForeignPotential> paper_by_lammps() {
  return potential({"lj", paper_lines, 2, {1, 1}});
}
inline std::shared_ptr<const atomistic::ForeignPotential> metal_by_lammps() {
  return potential({"metal", metal_lines, 3, {63.546, 91.224}});
}
inline std::shared_ptr<const atomistic::ForeignPotential> silicon() {
  return potential({"metal", silicon_lines, 3, {28.06}});
}

inline atomistic::PairPotentials mixture_pairs() {
  atomistic::PairPotentials out(2);
  out.set(0, 0, {1.0, 1.0, 2.5, 2.5});
  out.set(0, 1, {1.5, 0.8, 2.0, 2.0});
  out.set(1, 1, {0.5, 0.88, 2.2, 2.2});
  return out;
}

/// A specimen whose forces come from LAMMPS.
inline atomistic::AtomisticSpecimen specimen_of(
    const std::shared_ptr<const atomistic::ForeignPotential>& potential, Configuration start,
    const atomistic::RelaxationSettings& settings) {
  return {std::move(start), atomistic::foreign_material(potential, settings, 0.3), settings};
}

/// Silicon as it crystallises: n^3 cubes of 8 atoms.
inline Configuration diamond(double a, int n) {
  Configuration out;
  out.box = {3, {0, 0, 0}, n * a, n * a, n * a, 0, 0, 0};
  constexpr double places[8][3] = {{0, 0, 0},       {0, .5, .5},     {.5, 0, .5},     {.5, .5, 0},
                                   {.25, .25, .25}, {.25, .75, .75}, {.75, .25, .75}, {.75, .75, .25}};
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k)
        for (const auto& p : places) {
          out.species.push_back(0);
          for (const double x : {i + p[0], j + p[1], k + p[2]}) out.positions.push_back(a * x);
        }
  return out;
}

}  // namespace vitrum::lammps::test
