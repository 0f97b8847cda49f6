#include "seem/event_library.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "known_map.h"
#include "laws.h"

namespace vitrum::seem {
namespace {

EventLibrary harvest(const KnownGlass& glass, int samples, const StateGrid& grid) {
  EventLibrary library(grid);
  for (int i = 0; i < samples; ++i) {
    const History history =
        glass.sample({0, 5e-4}, 0.5, 1e-3, RandomStream(1, static_cast<std::uint64_t>(i), Purpose::test));
    library.add(trajectory_of(history, 1, glass.law));
  }
  return library;
}

StateGrid linear_grid(const KnownGlass& glass, std::size_t columns, std::size_t rows) {
  return equal_width_grid({{0, 0}, {1.6 * glass.yield_stress, 2 * glass.stationary_inelastic}}, columns,
                          rows);
}

TEST(EventLibrary, CountsStrainVisitsAndEventsByBin) {
  const ElasticLaw law = table_one();
  ExactSpecimen specimen(law, 1, {0, 0.01}, 0.01);
  specimen.load(0.01);
  specimen.jump({0.1 * gigapascal, 0.011});
  specimen.record();
  specimen.load(0.01);
  specimen.record();
  specimen.load(-0.004);
  specimen.jump({0.01 * gigapascal, 0.001});  // unloading is not harvested
  specimen.record();
  EventLibrary library(StateGrid({0, 0.02, 0.04}, {0, 10 * gigapascal}));
  library.add(trajectory_of(specimen.history, 1, law));
  EXPECT_EQ(library.events(), 1);
  EXPECT_NEAR(library[0].exposure, 0.01, 1e-14);
  EXPECT_NEAR(library[1].exposure, 0.01, 1e-14);
  EXPECT_NEAR(library[0].rate(), 100, 1e-9);
  EXPECT_EQ(library[0].visits, 1);
  EXPECT_EQ(library[1].visits, 3);
  EXPECT_NEAR(library[0].jumps.at(0).inelastic, 0.011, 1e-13);
  EXPECT_TRUE(library[1].jumps.empty());
  EXPECT_EQ(library.visited(), 2u);
  EXPECT_EQ(library.beyond(), 0);
}

TEST(EventLibrary, TellsWhatLayBeyondItsBins) {
  const ElasticLaw law = table_one();
  ExactSpecimen specimen(law, 1, {0, 0.01}, 0.01);
  for (int i = 0; i < 4; ++i) {
    specimen.load(0.01);
    specimen.record();
  }
  EventLibrary library(StateGrid({0, 0.02}, {0, law.stress_at(0.03, 0.01) * 1.001}));
  library.add(trajectory_of(specimen.history, 1, law));
  EXPECT_NEAR(library.exposure(), 0.04, 1e-14);
  EXPECT_NEAR(library.beyond(), 0.25, 1e-12);
}

TEST(EventLibrary, IsTheSameInOnePieceAndInParts) {
  const KnownGlass glass;
  const StateGrid grid = linear_grid(glass, 5, 5);
  EventLibrary parts(grid);
  for (int i = 0; i < 3; ++i) {
    EventLibrary part(grid);
    part.add(trajectory_of(
        glass.sample({0, 5e-4}, 0.1, 1e-3, RandomStream(1, static_cast<std::uint64_t>(i), Purpose::test)), 1,
        glass.law));
    parts.add(part);
  }
  EventLibrary whole(grid);
  for (int i = 0; i < 3; ++i)
    whole.add(trajectory_of(
        glass.sample({0, 5e-4}, 0.1, 1e-3, RandomStream(1, static_cast<std::uint64_t>(i), Purpose::test)), 1,
        glass.law));
  EXPECT_EQ(parts.events(), whole.events());
  for (std::size_t i = 0; i < grid.bins(); ++i) {
    EXPECT_EQ(parts[i].jumps, whole[i].jumps);
    EXPECT_NEAR(parts[i].exposure, whole[i].exposure, 1e-12);
  }
  EXPECT_THROW(parts.add(EventLibrary(linear_grid(glass, 5, 6))), InputError);
}

TEST(EventLibrary, SurvivesItsRecord) {
  const EventLibrary library = harvest(KnownGlass{}, 2, linear_grid({}, 6, 7));
  EXPECT_EQ(event_library_from(to_group(library)), library);
  Group broken = to_group(library);
  broken.arrays.at("begin") = Array{{1}, std::vector<std::int64_t>{0}, "", ""};
  EXPECT_THROW(event_library_from(broken), InputError);
}

// A law that is known in closed form is recovered bin by bin, within errors that are those of counting.
TEST(EventLibrary, RecoversAKnownLaw) {
  const KnownGlass glass;
  const EventLibrary library = harvest(glass, 40, linear_grid(glass, 8, 40));
  double rates = 0, jumps = 0;
  int bins = 0;
  for (std::size_t i = 0; i < library.grid().bins(); ++i) {
    const BinRecord& bin = library[i];
    if (bin.jumps.size() < 30) continue;
    const StatePoint centre = library.grid().centre(i);
    const auto count = static_cast<double>(bin.jumps.size());
    // Within a bin of this width the rate varies by a tenth; its mean over the bin differs from that at the
    // centre by less than a thousandth.
    rates += std::pow((bin.rate() - glass.rate(centre)) / (glass.rate(centre) / std::sqrt(count)), 2);
    double drops = 0;
    for (const Jump& jump : bin.jumps) drops += jump.stress_drop;
    jumps += std::pow((drops / count - glass.mean_drop()) / (glass.mean_drop() / std::sqrt(count)), 2);
    ++bins;
  }
  ASSERT_GT(bins, 40);
  // chi^2 per degree of freedom, its standard deviation sqrt(2/bins): four of them.
  EXPECT_NEAR(rates / bins, 1, 4 * std::sqrt(2.0 / bins));
  EXPECT_NEAR(jumps / bins, 1, 4 * std::sqrt(2.0 / bins));
}

}  // namespace
}  // namespace vitrum::seem
