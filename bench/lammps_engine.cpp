// What an evaluation costs with each engine: build/release/bench/lammps_engine
// Beside it, LAMMPS by itself for the same atoms: docs/methods/lammps_engine.md has its input.
#include <benchmark/benchmark.h>

#include <cmath>

#include "atomistic/eam_force_field.h"
#include "atomistic/pair_force_field.h"
#include "edge/import/eam_file.h"
#include "lammps/engine.h"

namespace {

using namespace vitrum;
using atomistic::Configuration;

/// n^3 cubes of an fcc crystal, every atom shaken a little.
Configuration crystal(int n, double edge, int species) {
  Configuration out;
  out.box = {3, {0, 0, 0}, n * edge, n * edge, n * edge, 0, 0, 0};
  constexpr double places[4][3] = {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}};
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k)
        for (const auto& p : places) {
          const auto atom = static_cast<double>(out.atoms());
          for (int c = 0; c < 3; ++c)
            out.positions.push_back(edge * ((c == 0   ? i
                                             : c == 1 ? j
                                                      : k) +
                                            p[c] + 0.02 * std::sin(7 * atom + c)));
          out.species.push_back(static_cast<int>(out.atoms()) % species);
        }
  return out;
}

void evaluate(benchmark::State& state, atomistic::ForceField& field, Configuration at) {
  std::vector<double> forces;
  field.evaluate(at, forces);
  for (auto _ : state) {
    for (double& x : at.positions) x += 1e-9;
    benchmark::DoNotOptimize(field.evaluate(at, forces));
  }
  state.counters["atoms"] = static_cast<double>(at.atoms());
}

const std::string table = "/usr/share/lammps/potentials/CuZr_mm.eam.fs";
const lammps::PotentialSettings metal{
    "metal", {"pair_style eam/fs", "pair_coeff * * " + table + " Cu Zr"}, 3, {63.5, 91.2}};
const lammps::PotentialSettings pairs{
    "lj", {"pair_style lj/cut 2.5", "pair_modify shift yes", "pair_coeff * * 1 1"}, 3, {1}};

void metal_by_lammps(benchmark::State& state) {
  evaluate(state, *lammps::potential(metal)->force_field(0.3), crystal(10, 4.0, 2));
}
void metal_by_vitrum(benchmark::State& state) {
  atomistic::EamForceField field(std::make_shared<const atomistic::EamPotential>(
      atomistic::tables_of(imports::read_eam(table), {"Cu", "Zr"})));
  evaluate(state, field, crystal(10, 4.0, 2));
}
void pairs_by_lammps(benchmark::State& state) {
  evaluate(state, *lammps::potential(pairs)->force_field(0.3), crystal(10, 1.6, 1));
}
void pairs_by_vitrum(benchmark::State& state) {
  atomistic::PairPotentials lj(1);
  lj.set(0, 0, {1, 1, 2.5, 2.5});
  atomistic::PairForceField field(lj);
  evaluate(state, field, crystal(10, 1.6, 1));
}
void silicon_by_lammps(benchmark::State& state) {
  evaluate(
      state,
      *lammps::potential({"metal", {"pair_style sw", "pair_coeff * * Si.sw Si"}, 3, {28}})->force_field(0.3),
      crystal(10, 4.3, 1));
}
void build_of_silicon(benchmark::State& state) {
  const auto field =
      lammps::potential({"metal", {"pair_style sw", "pair_coeff * * Si.sw Si"}, 3, {28}})->force_field(0.3);
  const Configuration at = crystal(10, 4.3, 1);
  for (auto _ : state) field->build_list(at);
}

BENCHMARK(metal_by_lammps)->Unit(benchmark::kMillisecond);
BENCHMARK(metal_by_vitrum)->Unit(benchmark::kMillisecond);
BENCHMARK(pairs_by_lammps)->Unit(benchmark::kMillisecond);
BENCHMARK(pairs_by_vitrum)->Unit(benchmark::kMillisecond);
BENCHMARK(silicon_by_lammps)->Unit(benchmark::kMillisecond);
BENCHMARK(build_of_silicon)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
