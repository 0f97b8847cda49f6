// Cost of the elasticity of lattices with unequal elements. Numbers: docs/methods/lattice_elasticity.md.
#include <benchmark/benchmark.h>

#include "elastoplastic/heterogeneous_elasticity.h"
#include "elastoplastic/shear_moduli.h"
#include "elastoplastic/solved_elasticity.h"

namespace {

using namespace vitrum;
using namespace vitrum::elastoplastic;
using Method = HeterogeneousFiniteElements::Method;

// Model A of paper 1.
std::vector<double> moduli(int size) {
  RandomStream random(1, 0, Purpose::elastic_moduli);
  return weibull_shear_moduli(size, size, 18.4, 1.3, random);
}

HeterogeneousFiniteElements finite_elements(int size, Method method) {
  return HeterogeneousFiniteElements({size, size, stiffnesses(moduli(size), 59)}, method);
}

// What every realization pays before its first slip.
void table_from_moduli(benchmark::State& bench) {
  const int size = static_cast<int>(bench.range(0));
  const auto shear_moduli = moduli(size);
  while (bench.KeepRunning())
    benchmark::DoNotOptimize(heterogeneous_elasticity(size, size, shear_moduli, 59, false));
}
BENCHMARK(table_from_moduli)->Arg(15)->Arg(32)->Arg(64)->Unit(benchmark::kMillisecond);

void factor_from_moduli(benchmark::State& bench) {
  const int size = static_cast<int>(bench.range(0));
  while (bench.KeepRunning()) benchmark::DoNotOptimize(finite_elements(size, Method::direct));
}
BENCHMARK(factor_from_moduli)->Arg(15)->RangeMultiplier(2)->Range(32, 512)->Unit(benchmark::kMillisecond);

// One slip at a time, at ever different places.
void slips(benchmark::State& bench, Elasticity& elasticity) {
  StressField stress(elasticity.elements());
  ElementSlip slip{0, {1e-3, -1e-3}};
  while (bench.KeepRunning()) {
    elasticity.add({&slip, 1}, stress);
    slip.element = (slip.element + 12347) % elasticity.elements();
    benchmark::ClobberMemory();
  }
}

void slip_by_table(benchmark::State& bench) {
  const int size = static_cast<int>(bench.range(0));
  const auto elements = static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
  // Any numbers cost the same.
  DenseElasticity elasticity(ResponseTable(elements, false), Loading());
  slips(bench, elasticity);
}
BENCHMARK(slip_by_table)->Arg(15)->Arg(32)->Arg(64)->Unit(benchmark::kMicrosecond);

void slip_by_factor(benchmark::State& bench) {
  SolvedElasticity elasticity(finite_elements(static_cast<int>(bench.range(0)), Method::direct));
  slips(bench, elasticity);
}
BENCHMARK(slip_by_factor)->Arg(15)->RangeMultiplier(2)->Range(32, 512)->Unit(benchmark::kMicrosecond);

void slip_by_conjugate_gradients(benchmark::State& bench) {
  SolvedElasticity elasticity(finite_elements(static_cast<int>(bench.range(0)), Method::iterative));
  slips(bench, elasticity);
}
BENCHMARK(slip_by_conjugate_gradients)
    ->Arg(15)
    ->RangeMultiplier(2)
    ->Range(32, 512)
    ->Unit(benchmark::kMicrosecond);

// The first time for each element.
void self_stress(benchmark::State& bench) {
  SolvedElasticity elasticity(finite_elements(static_cast<int>(bench.range(0)), Method::direct));
  std::size_t element = 0;
  while (bench.KeepRunning())
    benchmark::DoNotOptimize(elasticity.self_stress(element++ % elasticity.elements(), {0, 1}));
}
BENCHMARK(self_stress)->RangeMultiplier(2)->Range(128, 512)->Iterations(50)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
