// Speed of the atoms: neighbour lists and forces. Time per atom should not depend on size or shape of the
// box.
#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "atomistic/pair_force_field.h"
#include "base/random.h"
#include "edge/import/eam_file.h"

namespace {

using namespace vitrum;
using namespace vitrum::atomistic;

/// A square crystal of alternating species at the density of paper 1, shaken by a tenth of its spacing.
Configuration shaken_crystal(const benchmark::State& bench) {
  const auto columns = static_cast<int>(bench.range(0)), rows = static_cast<int>(bench.range(1));
  const double spacing = 1 / std::sqrt(1.02435);
  RandomStream random(1, 0, Purpose::test);
  Configuration c;
  c.box = {2, {0, 0, 0}, columns * spacing, rows * spacing, 1, 0, 0, 0};
  for (int i = 0; i < columns; ++i)
    for (int j = 0; j < rows; ++j) {
      c.species.push_back((i + j) % 2);
      c.positions.push_back((i + 0.1 * random.normal()) * spacing);
      c.positions.push_back((j + 0.1 * random.normal()) * spacing);
    }
  return c;
}

void count_atoms(benchmark::State& bench, const Configuration& c) {
  bench.counters["time_per_atom"] =
      benchmark::Counter(static_cast<double>(c.atoms()) * static_cast<double>(bench.iterations()),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void neighbour_list(benchmark::State& bench) {
  const Configuration c = shaken_crystal(bench);
  NeighbourList list(2.5, 0.3);
  while (bench.KeepRunning()) list.build(c);
  count_atoms(bench, c);
}
BENCHMARK(neighbour_list)
    ->ArgNames({"columns", "rows"})
    ->Args({32, 32})
    ->Args({100, 100})
    ->Args({320, 320})
    ->Args({20000, 5})
    ->Unit(benchmark::kMicrosecond);

void forces(benchmark::State& bench) {
  const Configuration c = shaken_crystal(bench);
  PairForceField field(paper_glass());
  std::vector<double> f;
  while (bench.KeepRunning()) benchmark::DoNotOptimize(field.evaluate(c, f));
  count_atoms(bench, c);
}
BENCHMARK(forces)
    ->ArgNames({"columns", "rows"})
    ->Args({32, 32})
    ->Args({100, 100})
    ->Args({320, 320})
    ->Unit(benchmark::kMicrosecond);

/// A crystal (fcc) of Cu and Zr at the density of their glasses, shaken by a twentieth of its constant.
Configuration shaken_metal(int cells) {
  const double constant = std::cbrt(4 * 15.857);
  constexpr double sites[4][3] = {{0, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {0, 0.5, 0.5}};
  RandomStream random(1, 0, Purpose::test);
  Configuration c;
  c.box = {3, {0, 0, 0}, cells * constant, cells * constant, cells * constant, 0, 0, 0};
  for (int i = 0; i < cells; ++i)
    for (int j = 0; j < cells; ++j)
      for (int k = 0; k < cells; ++k)
        for (const auto& site : sites) {
          c.species.push_back(random.uniform() < 0.645 ? 0 : 1);
          const int cell[] = {i, j, k};
          for (std::size_t q = 0; q < 3; ++q)
            c.positions.push_back((cell[q] + site[q] + 0.05 * random.normal()) * constant);
        }
  return c;
}

void metal_forces(benchmark::State& bench) {
  const Configuration c = shaken_metal(static_cast<int>(bench.range(0)));
  const std::string table = "/usr/share/lammps/potentials/CuZr_mm.eam.fs";
  if (!std::filesystem::exists(table)) return bench.SkipWithError("the package lammps-data is missing");
  EamForceField field(std::make_shared<const EamPotential>(imports::read_eam(table)));
  std::vector<double> f;
  while (bench.KeepRunning()) benchmark::DoNotOptimize(field.evaluate(c, f));
  count_atoms(bench, c);
}
BENCHMARK(metal_forces)->ArgNames({"cells"})->Arg(6)->Arg(10)->Arg(20)->Unit(benchmark::kMicrosecond);

void metal_neighbours(benchmark::State& bench) {
  const Configuration c = shaken_metal(static_cast<int>(bench.range(0)));
  NeighbourList list(7.6, 0.3);
  while (bench.KeepRunning()) list.build(c);
  count_atoms(bench, c);
}
BENCHMARK(metal_neighbours)->ArgNames({"cells"})->Arg(6)->Arg(10)->Arg(20)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
