#include "compare/following_events.h"

#include <gtest/gtest.h>

namespace vitrum::compare {
namespace {

/// States at these strains, and an event before each of those in `events`, at (2, 5).
History history(const std::vector<std::pair<double, std::int64_t>>& states,
                const std::vector<std::int64_t>& events) {
  History out;
  out.increment = 0.1;
  for (const auto& [strain, leg] : states) {
    State state;
    state.strain = strain;
    out.states.push_back(state);
    out.leg.push_back(leg);
  }
  for (const std::int64_t state : events) {
    Event event;
    event.state = state;
    event.strain = out.states[static_cast<std::size_t>(state)].strain;
    event.participation = 7;
    event.centre = {2, 5, 0};
    out.events.push_back(event);
  }
  return out;
}

std::vector<double> strains(const History& path, double strain, std::int64_t leg) {
  const LocalYieldSurvey survey{strain, leg, {}};
  std::vector<double> out;
  for (const auto& event : following_events({&survey, &path, {10, 10}})) out.push_back(event.strain);
  return out;
}

using Strains = std::vector<double>;

TEST(FollowingEvents, AreThoseBehindTheTests) {
  const History path = history({{0, 0}, {0.25, 0}, {0.5, 0}, {0.75, 0}}, {1, 2, 3});
  EXPECT_EQ(strains(path, 0, 0), (Strains{0.25, 0.5, 0.75}));
  EXPECT_EQ(strains(path, 0.25, 0), (Strains{0.25, 0.5}));  // that at the tested strain came before
  EXPECT_TRUE(strains(path, 0.75, 0).empty());
  EXPECT_TRUE(strains(path, 0.3, 0).empty());  // no such state
  EXPECT_TRUE(strains(path, 0, 1).empty());    // no such leg
  EXPECT_TRUE(strains({}, 0, 0).empty());
}

TEST(FollowingEvents, MustBeKnownByTheirPlace) {
  History path = history({{0, 0}, {0.25, 0}, {0.5, 0}}, {1, 2});
  path.events[0].participation = 0;
  EXPECT_EQ(strains(path, 0, 0), Strains{0.5});
}

TEST(FollowingEvents, EndWithTheLeg) {
  const History path =
      history({{0, 0}, {0.5, 0}, {0.25, 1}, {0.125, 1}, {0.5, 2}, {0.75, 2}}, {1, 2, 3, 4, 5});
  EXPECT_EQ(strains(path, 0, 0), Strains{0.5});
  EXPECT_EQ(strains(path, 0.5, 0), (Strains{-0.25, -0.375}));  // the end of the first leg: the next one's
  EXPECT_EQ(strains(path, 0.125, 1), (Strains{0.375, 0.625}));
}

TEST(FollowingEvents, EndWhereTheLoadingTurns) {
  const History path = history({{0, 0}, {0.5, 0}, {1, 0}, {0.75, 0}, {0.25, 0}}, {1, 3, 4});
  EXPECT_EQ(strains(path, 0, 0), Strains{0.5});
  // On its way back the loading comes by the tested strain again: its first time counts.
  EXPECT_EQ(strains(history({{0, 0}, {0.5, 0}, {1, 0}, {0.5, 0}, {0, 0}}, {2, 4}), 0.5, 0), Strains{0.5});
}

TEST(FollowingEvents, AreBroughtBackToTheTestedConfiguration) {
  const History path = history({{0, 0}, {0.25, 0}, {0.5, 0}}, {2});
  const LocalYieldSurvey survey{0.25, 0, {}};
  const auto atoms = following_events({&survey, &path, {10, 10}});
  ASSERT_EQ(atoms.size(), 1u);
  EXPECT_EQ(atoms[0].place, (std::array{2 - 0.25 * 5, 5.0}));
  const auto elements = following_events({&survey, &path, {10, 10, false}});
  EXPECT_EQ(elements[0].place, (std::array{2.0, 5.0}));
}

TEST(FollowingEvents, AreCountedFromTheOriginOfTheCell) {
  const History path = history({{0, 0}, {0.25, 0}, {0.5, 0}}, {2});
  const LocalYieldSurvey survey{0.25, 0, {}};
  const auto atoms = following_events({&survey, &path, {10, 10, true, 0, {-4, -3}}});
  ASSERT_EQ(atoms.size(), 1u);
  // (2, 5) from the origin is (-2, 2): the shear about y = 0 has moved it by 0.25 * 2.
  EXPECT_EQ(atoms[0].place, (std::array{-2 - 0.25 * 2, 2.0}));
}

TEST(SquareDistance, GoesAcrossTheSidesOfAShearedCell) {
  const SampleCell cell{10, 8, true, 0.125};
  // One cell up lies (0.125 + 0.25) * 8 = 3 further to the right.
  EXPECT_DOUBLE_EQ(square_distance({1, 7.5}, {8.5, 0.5}, cell, 0.25), 0.5 * 0.5 + 1);
  EXPECT_DOUBLE_EQ(square_distance({8.5, 0.5}, {1, 7.5}, cell, 0.25), 0.5 * 0.5 + 1);
  EXPECT_DOUBLE_EQ(square_distance({0.5, 4}, {9.5, 4}, cell, 0.25), 1);
  // Elements stay under one another.
  EXPECT_DOUBLE_EQ(square_distance({1, 7.5}, {1.5, 0.5}, {10, 8, false, 0}, 0.25), 0.5 * 0.5 + 1);
}

}  // namespace
}  // namespace vitrum::compare
