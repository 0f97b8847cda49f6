// Speed of the stochastic map: steps of eq. 4 of paper 2, and exact waiting strains, per second.
#include <benchmark/benchmark.h>

#include <cmath>

#include "seem/map_walker.h"
#include "seem/stochastic_map.h"

namespace {

using namespace vitrum;
using namespace vitrum::seem;

constexpr double gigapascal = 1 / 160.21766;  // in eV per cubic angstrom
const ElasticLaw table_one{15.857, 25.90 * gigapascal, 0.101, 8.4 * gigapascal, 2.90 * gigapascal, 0};

/// 20 x 20 bins about the attractor of paper 2, 550 events per unit strain where the stress is 2 GPa, fewer
/// below, each of which drops the stress by what loading between two of them adds.
EventLibrary library() {
  EventLibrary events(equal_width_grid({{0, 0}, {2.5 * gigapascal, 0.06}}, 20, 20));
  RandomStream random(1, 0, Purpose::test);
  for (std::size_t bin = 0; bin < events.grid().bins(); ++bin) {
    const StatePoint at = events.grid().centre(bin);
    const double rate = 550 * std::pow(at.stress / (2 * gigapascal), 2);
    Trajectory seen;
    seen.paths.push_back({1, at, at});
    for (int i = 0; i < static_cast<int>(rate); ++i)
      seen.events.push_back(
          {0,
           at,
           {-0.045 * gigapascal * std::log(random.uniform_positive()), 2e-3 * (0.04 - at.inelastic)},
           0,
           true});
    events.add(seen);
  }
  return events;
}

void walk(benchmark::State& bench, Loading loading, bool exact) {
  MapSettings settings;
  settings.loading = loading;
  const StochasticMap map(library(), table_one, settings);
  MapWalker walker(map, {0, 0.02}, RandomStream(1, 1, Purpose::test));
  constexpr double increment = 1e-4;
  constexpr int steps = 10000;
  for ([[maybe_unused]] auto _ : bench) {
    if (exact)
      walker.load(steps * increment);
    else
      walker.step(increment, steps);
    benchmark::DoNotOptimize(walker.at());
  }
  bench.SetItemsProcessed(bench.iterations() * steps);
}

void steps_tangent(benchmark::State& bench) { walk(bench, Loading::tangent, false); }
void steps_modulus(benchmark::State& bench) { walk(bench, Loading::modulus, false); }
void exact_tangent(benchmark::State& bench) { walk(bench, Loading::tangent, true); }

BENCHMARK(steps_tangent);
BENCHMARK(steps_modulus);
BENCHMARK(exact_tangent);

}  // namespace

BENCHMARK_MAIN();
