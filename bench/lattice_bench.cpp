// Speed of the elasto-plastic lattice. Numbers and what they should be: docs/methods/lattice.md.
#include <benchmark/benchmark.h>

#include "elastoplastic/lattice_specimen.h"
#include "rig/drive.h"

namespace {

using namespace vitrum;

rig::Program shear_to(double strain) {
  rig::Program program;
  program.increment = 1e-4;
  program.legs.push_back({rig::LegKind::shear, strain, 1});
  return program;
}

std::int64_t slips_in(const History& history) {
  std::int64_t slips = 0;
  for (const Event& event : history.events) slips += event.slips;
  return slips;
}

// One realization of paper 1: 15 x 15 elements, quasi-static shear from 0 to 2 in steps of 1e-4.
void realization(benchmark::State& bench) {
  std::uint64_t sample = 0;
  std::int64_t slips = 0;
  while (bench.KeepRunning()) {
    elastoplastic::LatticeSpecimen lattice({}, 1, sample++);
    rig::Drive drive(lattice, shear_to(2.0));
    while (!drive.finished()) drive.advance();
    slips += slips_in(drive.history());
  }
  bench.counters["time_per_slip"] = benchmark::Counter(
      static_cast<double>(slips), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(realization)->Unit(benchmark::kMillisecond);

// Steady flow of square lattices: real time per slip, everything included.
void flow(benchmark::State& bench) {
  elastoplastic::LatticeSettings settings;
  settings.columns = settings.rows = static_cast<int>(bench.range(0));
  elastoplastic::LatticeSpecimen lattice(settings, 1, 0);
  rig::Drive drive(lattice, shear_to(1000.0));
  while (lattice.state().strain < 0.2) drive.advance();
  std::int64_t slips = -slips_in(drive.history());
  while (bench.KeepRunning()) drive.advance();
  slips += slips_in(drive.history());
  bench.counters["time_per_slip"] = benchmark::Counter(
      static_cast<double>(slips), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(flow)->RangeMultiplier(2)->Range(16, 64)->Unit(benchmark::kMicrosecond);

// What every slip must pay: the stress update, and new slip systems for the element.
void stress_update(benchmark::State& bench) {
  const int size = static_cast<int>(bench.range(0));
  const elastoplastic::SlipKernel kernel(elastoplastic::GreenOperator(size, size, {13.2, 59}));
  std::vector<double> diagonal(static_cast<std::size_t>(size * size)), shear(diagonal);
  std::size_t source = 0;
  while (bench.KeepRunning()) {
    kernel.add(source, {1e-3, -1e-3}, diagonal, shear);
    source = (source + 7) % diagonal.size();
    benchmark::ClobberMemory();
  }
}
BENCHMARK(stress_update)->Arg(15)->RangeMultiplier(2)->Range(32, 256);

void renewal(benchmark::State& bench) {
  elastoplastic::SlipSystems systems(1, 36);
  RandomStream random(1, 0, Purpose::test);
  const elastoplastic::ThresholdLaw law(2.18, 2.05);
  while (bench.KeepRunning()) {
    systems.renew(0, law, random);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(renewal);

void scan(benchmark::State& bench) {
  elastoplastic::SlipSystems systems(1, 36);
  RandomStream random(1, 0, Purpose::test);
  systems.renew(0, {2.18, 2.05}, random);
  while (bench.KeepRunning()) benchmark::DoNotOptimize(systems.weakest(0, {0.1, 0.3}));
}
BENCHMARK(scan);

}  // namespace

BENCHMARK_MAIN();
