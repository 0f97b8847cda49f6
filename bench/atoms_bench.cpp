// Speed of the atoms: neighbour lists and forces. Time per atom should not depend on size or shape of the
// box.
#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "atomistic/pair_force_field.h"
#include "base/random.h"

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

}  // namespace

BENCHMARK_MAIN();
