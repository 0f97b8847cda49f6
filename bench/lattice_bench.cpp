// Speed of the elasto-plastic lattice. Numbers and what they should be: docs/methods/lattice.md.
#include <benchmark/benchmark.h>

#include "elastoplastic/lattice_specimen.h"
#include "elastoplastic/parent_liquid.h"
#include "elastoplastic/patch_tests.h"
#include "elastoplastic/slip_spectrum.h"
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
BENCHMARK(flow)->RangeMultiplier(2)->Range(16, 256)->Unit(benchmark::kMicrosecond);

// Parent liquid and quench of paper 1, A.3, at its temperature: until it is stationary.
void liquid(benchmark::State& bench) {
  elastoplastic::LatticeSettings settings;
  settings.initial = elastoplastic::Initial::liquid;
  std::uint64_t sample = 0;
  std::int64_t events = 0;
  while (bench.KeepRunning()) {
    elastoplastic::LatticeSpecimen lattice(settings, 1, sample++);
    events += elastoplastic::quench_from_liquid(lattice).integer("liquid_events");
  }
  bench.counters["time_per_event"] = benchmark::Counter(
      static_cast<double>(events), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(liquid)->Unit(benchmark::kMillisecond);

// Local shear tests of a lattice that has flowed: all of paper 1, sec. 3.5 (size 0), or those of one size.
void patches(benchmark::State& bench) {
  elastoplastic::LatticeSpecimen lattice({}, 1, 0);
  rig::Drive drive(lattice, shear_to(1.0));
  while (!drive.finished()) drive.advance();
  elastoplastic::PatchSettings settings;
  if (bench.range(0) != 0) settings.sizes = {static_cast<int>(bench.range(0))};
  const elastoplastic::PatchTests tests({}, settings);
  std::uint64_t state = 0;
  while (bench.KeepRunning()) benchmark::DoNotOptimize(tests.survey(lattice, state++ % 1000));
  bench.counters["time_per_test"] =
      benchmark::Counter(static_cast<double>(tests.count()),
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(patches)->Arg(0)->Arg(1)->Arg(2)->Arg(4)->Arg(8)->Unit(benchmark::kMillisecond);

/// Slips all over the lattice.
std::vector<elastoplastic::ElementSlip> slips(std::size_t count, std::size_t elements) {
  std::vector<elastoplastic::ElementSlip> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back({(7919 * i) % elements, {1e-3, -1e-3}});
  return out;
}

// What every slip must pay: the stress update, alone and among many, and new slip systems for the element.
void stress_update(benchmark::State& bench) {
  const int size = static_cast<int>(bench.range(0));
  const auto count = static_cast<std::size_t>(bench.range(1));
  const elastoplastic::SlipKernel kernel(elastoplastic::GreenOperator(size, size, {13.2, 59}), false);
  elastoplastic::StressField stress(kernel.elements());
  const auto made = slips(count, kernel.elements());
  while (bench.KeepRunningBatch(static_cast<std::int64_t>(count))) {
    kernel.add(made, stress);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(stress_update)->ArgsProduct({{15, 32, 64, 128, 256, 512, 1024}, {1, 8}});

// The same for any number of slips, by Fourier transform.
void transform(benchmark::State& bench) {
  const int size = static_cast<int>(bench.range(0));
  const elastoplastic::SlipKernel kernel(elastoplastic::GreenOperator(size, size, {13.2, 59}), false);
  elastoplastic::SlipSpectrum spectrum(size, size, kernel, false);
  elastoplastic::StressField stress(kernel.elements());
  const auto made = slips(100, kernel.elements());
  while (bench.KeepRunning()) {
    spectrum.add(made, stress);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(transform)->Arg(15)->RangeMultiplier(2)->Range(32, 1024)->Unit(benchmark::kMicrosecond);

elastoplastic::SlipSystems paper_systems(RandomStream& random) {
  elastoplastic::SlipSystems systems(1, 18);
  const auto rules = elastoplastic::make_rules({}, {1, 0});
  rules.slip->draw(random, systems.of(0));
  return systems;
}

void renewal(benchmark::State& bench) {
  RandomStream random(1, 0, Purpose::test);
  elastoplastic::SlipSystems systems = paper_systems(random);
  const auto rules = elastoplastic::make_rules({}, {1, 0});
  while (bench.KeepRunning()) {
    rules.slip->draw(random, systems.of(0));
    benchmark::ClobberMemory();
  }
}
BENCHMARK(renewal);

void scan(benchmark::State& bench) {
  RandomStream random(1, 0, Purpose::test);
  const elastoplastic::SlipSystems systems = paper_systems(random);
  while (bench.KeepRunning()) benchmark::DoNotOptimize(systems.lowest_distance(0, {0.1, 0.3}, {}));
}
BENCHMARK(scan);

}  // namespace

BENCHMARK_MAIN();
