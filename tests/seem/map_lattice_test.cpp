#include "seem/map_lattice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <span>

#include "base/error.h"
#include "law_map.h"
#include "rig/drive.h"
#include "seem/map_specimen.h"
#include "stationary_map.h"

namespace vitrum::seem {
namespace {

constexpr std::size_t side = 30, many = side * side;

std::shared_ptr<const EventMap> stationary_law_map() {
  const StationaryGlass glass;
  return std::make_shared<LawMap>(
      equal_width_grid({{0, 0}, {0.3, 0.01}}, 1, 1), glass.law(),
      [glass](const StatePoint&) { return glass.lambda; },
      [glass](const StatePoint& at, RandomStream& random) {
        const double share = random.uniform();
        return Jump{share * at.stress,
                    0.3 * (glass.goal - at.inelastic) + glass.noise * (2 * random.uniform() - 1)};
      });
}

MapLattice uncoupled(const std::shared_ptr<const EventMap>& map, const StatePoint& start,
                     std::uint64_t seed) {
  return {map,
          std::vector<StatePoint>(many, start),
          {side, side, 2, 1000},
          std::make_unique<NoCoupling>(many),
          RandomStream(seed, 0, Purpose::test)};
}

// Elements that know nothing of each other are walkers: their stress has the density k^2 tau exp(-k tau),
// with mean 2/k and variance 2/k^2, X_1 its own mean and variance; waiting sums used up are eq. 4.
TEST(MapLattice, UncoupledElementsFollowTheLawOfTheMap) {
  const StationaryGlass glass;
  MapLattice lattice = uncoupled(stationary_law_map(), {0.02, 2e-3}, 201);
  for (int i = 1; i <= 1000; ++i) lattice.strain_to(i * 2e-4);
  double mean = 0, square = 0, below = 0, inelastic = 0;
  for (std::size_t i = 0; i < many; ++i) {
    mean += lattice.at(i).stress / many;
    square += std::pow(lattice.at(i).stress, 2) / many;
    below += lattice.at(i).stress < 1 / glass.k() ? 1.0 / many : 0;
    inelastic += lattice.at(i).inelastic / many;
  }
  const double k = glass.k(), variance = 2 / (k * k), root = std::sqrt(static_cast<double>(many));
  EXPECT_NEAR(mean, 2 / k,
              4 * std::sqrt(variance) / root + 0.02 / k);  // eq. 4 in increments: lambda/2 times 2e-4
  EXPECT_NEAR(square - mean * mean, variance, 4 * 2.3 * variance / root);  // fourth moment 24/k^4
  EXPECT_NEAR(below, glass.below(1 / k), 4 * 0.45 / root + 0.01);
  EXPECT_NEAR(inelastic, glass.goal, 4 * std::sqrt(glass.inelastic_variance()) / root);
  EXPECT_NEAR(static_cast<double>(lattice.counts().events), glass.lambda * 0.2 * many,
              4 * std::sqrt(glass.lambda * 0.2 * many) + 0.01 * glass.lambda * 0.2 * many);
}

// And at every strain of the transient they are specimens of the map, with an elastic law that softens.
TEST(MapLattice, UncoupledElementsAreSpecimensOfTheMap) {
  const ElasticLaw law{1, 1, 5e-3, 0.2, 0.12, 0};
  const auto map = std::make_shared<LawMap>(
      equal_width_grid({{0, 0}, {0.1, 4e-3}}, 8, 25), law,
      [](const StatePoint& at) { return std::min(400.0, 300 * std::pow(at.stress / 0.05, 2)); },
      [](const StatePoint& at, RandomStream& random) {
        return Jump{-0.002 * std::log(random.uniform_positive()), 0.03 * (2e-3 - at.inelastic)};
      });
  const StatePoint start{0.01, 5e-4};
  MapLattice lattice = uncoupled(map, start, 202);
  std::vector<MapSpecimen> specimens;
  for (std::uint64_t i = 0; i < many; ++i)
    specimens.emplace_back(map, start, 2, RandomStream(203, i, Purpose::test));
  const auto compare = [&](double strain) {
    double mean[2] = {0, 0}, square[2] = {0, 0}, inelastic[2] = {0, 0}, energy = 0;
    for (std::size_t i = 0; i < many; ++i) {
      const StatePoint at[2] = {lattice.at(i), specimens[i].at()};
      for (int k = 0; k < 2; ++k) {
        mean[k] += at[k].stress / many;
        square[k] += at[k].stress * at[k].stress / many;
        inelastic[k] += at[k].inelastic / many;
      }
      energy += 2 * law.energy(at[0]);
    }
    const double variance = std::max(square[1] - mean[1] * mean[1], 1e-9);
    EXPECT_NEAR(mean[0], mean[1], 4 * std::sqrt(2 * variance / many)) << strain;
    EXPECT_NEAR(inelastic[0], inelastic[1], 0.03 * inelastic[1]) << strain;
    EXPECT_NEAR(lattice.state().stress.xy, mean[0], 1e-15);
    EXPECT_NEAR(lattice.state().energy, energy, 1e-12 * std::abs(energy));
  };
  constexpr double step = 2e-4;
  int k = 0;
  const auto go = [&](int to) {
    for (const int sense = to > k ? 1 : -1; k != to;) {
      k += sense;
      lattice.strain_to(k * step);
      for (MapSpecimen& one : specimens) one.strain_to(k * step);
    }
    compare(k * step);
  };
  go(150);
  go(400);
  go(350);  // unloads by the mirrored map
  go(-100);
}

/// Each element gets back half of the strain that its own event lost, and knows nothing of the others.
class HalfReturned final : public ElementCoupling {
 public:
  std::size_t elements() const override { return many; }
  void strain_of(const std::vector<double>& inelastic, std::vector<double>& strain) override {
    for (std::size_t i = 0; i < many; ++i) strain[i] = 0.5 * inelastic[i];
  }
};

// An event takes an element to zero stress and its surroundings strain it anew: it is exposed at the rate of
// where the event left it, none, not at that of the stress it came from, a few events for certain.
TEST(MapLattice, AnEventExposesItsOwnElementAtTheRateOfWhereItLeftIt) {
  const auto map = std::make_shared<LawMap>(
      equal_width_grid({{0, -1}, {0.05, 1}}, 1, 2), ElasticLaw{},
      [](const StatePoint& at) { return at.stress > 0.025 ? 500.0 : 0.0; },
      [](const StatePoint& at, RandomStream&) {
        return Jump{at.stress, 0};
      });
  // Half of the stress is left when elements have relaxed against each other.
  MapLattice lattice(map, std::vector<StatePoint>(many, {0.08, 0}), {side, side, 2, 1000},
                     std::make_unique<HalfReturned>(), RandomStream(205, 0, Purpose::test));
  lattice.strain_to(1e-4);
  const std::span<const std::int64_t> sites = lattice.last_sites();
  const std::set<std::int64_t> different(sites.begin(), sites.end());
  EXPECT_GT(sites.size(), 20U);
  EXPECT_EQ(sites.size(), different.size());
}

TEST(MapLattice, ItsPlasticStrainIsWhatIsNotElastic) {
  const auto map = weakening_map(0.3);
  MapLattice lattice = uncoupled(map, {0.01, 0}, 204);
  double drops = 0;
  for (int i = 1; i <= 600; ++i) {
    const rig::Response response = lattice.strain_to(i * 1e-4);
    drops += response.before->stress.xy - lattice.state().stress.xy;
    EXPECT_EQ(response.slips, static_cast<std::int64_t>(lattice.last_sites().size()));
  }
  double plastic = 0;
  const Group fields = lattice.fields();
  for (const double one : fields.doubles("plastic_shear")) plastic += one / many;
  EXPECT_GT(plastic, 0.005);
  EXPECT_NEAR(plastic, drops, 1e-12);  // G = 1
  EXPECT_NEAR(lattice.state().stress.xy, 0.01 + 0.06 - plastic, 1e-12);
}

TEST(MapLattice, RefusesWhatDoesNotFit) {
  const auto map = weakening_map(0);
  const RandomStream random(1, 0, Purpose::test);
  const std::vector<StatePoint> four(4);
  EXPECT_THROW(MapLattice(map, four, {3, 2, 1, 10}, std::make_unique<NoCoupling>(6), random), InputError);
  EXPECT_THROW(MapLattice(map, four, {2, 2, 1, 10}, std::make_unique<NoCoupling>(6), random), InputError);
  EXPECT_THROW(MapLattice(map, four, {2, 2, 0, 10}, std::make_unique<NoCoupling>(4), random), InputError);
  EXPECT_THROW(MapLattice(nullptr, four, {2, 2, 1, 10}, std::make_unique<NoCoupling>(4), random), InputError);
  EXPECT_THROW(MapLattice(map, four, {2, 2, 1, 10}, nullptr, random), InputError);
  MapLattice lattice(map, four, {2, 2, 1, 10}, std::make_unique<NoCoupling>(4), random);
  EXPECT_THROW(lattice.strain_to(0.01), InputError);
  MapLattice larger = uncoupled(map, {0, 0}, 1);
  EXPECT_THROW(lattice.restore(larger.snapshot()), InputError);
}

}  // namespace
}  // namespace vitrum::seem
