#include "record/history.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "record/leg_number.h"

namespace vitrum {
namespace {

/// Every number differs, so that no two columns can be mixed up unnoticed.
History three_states() {
  History history;
  history.increment = 1e-4;
  for (int i = 0; i < 3; ++i) {
    const double x = i;
    history.states.push_back({x * 1e-4, {10 + x, 20 + x, 30 + x, 40 + x, 50 + x, 60 + x}, -2.3 - x});
    history.leg.push_back(i / 2);
  }
  history.events.push_back({1, 0.5e-4, 0.7, 0.3, 1e-3, 12, 5, 0, -2.1, -2.2, 31, {4, 5, 6}, 12});
  history.events.push_back({2, 2e-4, 0.9, 0.8, 2e-3, 1, 2, 0, -3.1, -3.2, 32, {7, 8, 9}, 13});
  return history;
}

/// As under stress and in creep, with the elements that slipped.
History crept() {
  History history = three_states();
  history.states[2].time = 12.5;
  history.events[1].strain_jump = 0.25;
  history.sites = {3, 4, 3, 9};
  history.site_begin = {0, 1, 4};
  return history;
}

std::string message_of(const Group& group) {
  try {
    history_from(group);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(HistoryGroup, ComesBackEqual) {
  const History history = three_states();
  EXPECT_EQ(history_from(to_group(history)), history);
  EXPECT_EQ(history_from(to_group(History{})), History{});
}

TEST(HistoryGroup, HasOneNamedColumnForEachQuantity) {
  const Group group = to_group(three_states());
  EXPECT_EQ(group.doubles("states/stress_xy"), (std::vector<double>{60, 61, 62}));
  EXPECT_EQ(group.doubles("states/stress_yy"), (std::vector<double>{20, 21, 22}));
  EXPECT_EQ(group.doubles("events/dissipated"), (std::vector<double>{1e-3, 2e-3}));
  EXPECT_EQ(group.doubles("events/centre_y"), (std::vector<double>{5, 8}));
  EXPECT_EQ(group.doubles("events/direction"), (std::vector<double>{12, 13}));
  EXPECT_EQ(group.integers("states/leg"), (std::vector<std::int64_t>{0, 0, 1}));
}

TEST(HistoryGroup, HoldsTimeJumpsAndSitesWhereThereAreAny) {
  const Group plain = to_group(three_states()), group = to_group(crept());
  for (const char* name : {"strain_jump", "sites", "site_begin"}) {
    EXPECT_FALSE(plain.group("events").has_array(name)) << name;
    EXPECT_TRUE(group.group("events").has_array(name)) << name;
  }
  EXPECT_FALSE(plain.group("states").has_array("time"));
  EXPECT_EQ(group.doubles("states/time"), (std::vector<double>{0, 0, 12.5}));
  EXPECT_EQ(history_from(group), crept());
}

TEST(HistoryGroup, RefusesSitesThatDoNotBelongToTheEvents) {
  for (const std::vector<std::int64_t>& begin :
       {std::vector<std::int64_t>{0, 4}, {0, 3, 1}, {1, 2, 4}, {0, 1, 3}, {0, 1, 2, 4}}) {
    Group group = to_group(crept());
    group.groups["events"].put("site_begin", begin);
    EXPECT_NE(message_of(group).find("does not divide \"events/sites\" among the events"), std::string::npos);
  }
}

TEST(HistoryGroup, MissesNoDatasetSilently) {
  const Group whole = to_group(three_states());
  for (const std::string part : {"states", "events"})
    for (const auto& [name, array] : whole.group(part).arrays) {
      Group group = whole;
      group.groups[part].arrays.erase(name);
      EXPECT_EQ(message_of(group), "the dataset \"" + part + "/" + name + "\" is missing");
    }
  Group group = whole;
  group.arrays.erase("increment");
  EXPECT_EQ(message_of(group), "the dataset \"increment\" is missing");
}

TEST(HistoryGroup, ReadsRecordsOfEarlierVersions) {
  Group group = to_group(three_states());
  for (const char* name :
       {"energy_before", "energy_after", "participation", "centre_x", "centre_y", "centre_z", "direction"})
    group.groups["events"].arrays.erase(name);
  const History history = history_from(group);
  ASSERT_EQ(history.events.size(), 2U);
  EXPECT_EQ(history.events[1].participation, 0);
  // The energy of the state after the event, and the heat.
  EXPECT_EQ(history.events[1].energy_after, -4.3);
  EXPECT_NEAR(history.events[1].energy_drop(), 2e-3, 1e-14);
}

TEST(HistoryGroup, RefusesColumnsOfUnequalLength) {
  const Group whole = to_group(three_states());
  for (const std::string part : {"states", "events"})
    for (const auto& [name, array] : whole.group(part).arrays) {
      Group group = whole;
      if (std::holds_alternative<std::vector<double>>(array.values))
        group.groups[part].put(name, std::vector<double>(7));
      else
        group.groups[part].put(name, std::vector<std::int64_t>(7));
      EXPECT_NE(message_of(group).find("values where there should be"), std::string::npos) << name;
    }
}

TEST(HistoryGroup, RefusesAnEventOutsideTheStates) {
  Group group = to_group(three_states());
  group.groups["events"].put("state", std::vector<std::int64_t>{1, 3});
  EXPECT_EQ(message_of(group), "the dataset \"events/state\" points to state 3, but there are only 3 states");
}

// Whoever goes through all legs up to the last one would not come to an end.
TEST(HistoryGroup, RefusesNumbersThatAreNotThoseOfLegs) {
  Group group = to_group(three_states());
  using Legs = std::vector<std::int64_t>;
  for (const Legs& legs : {Legs{-1, 0, 1}, Legs{0, 1, most_legs}, Legs{0, 1, INT64_MAX}}) {
    group.groups["states"].put("leg", legs);
    EXPECT_NE(message_of(group).find("is not that of a leg"), std::string::npos);
  }
  group.groups["states"].put("leg", Legs{0, 2, 1});
  EXPECT_EQ(message_of(group), "the dataset \"states/leg\" falls, but legs follow each other");
}

}  // namespace
}  // namespace vitrum
