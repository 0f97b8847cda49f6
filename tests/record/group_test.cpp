#include "record/group.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace vitrum {
namespace {

std::string message_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(Group, GivesBackWhatWasPut) {
  Group group;
  group.put("temperatures", std::vector<double>{0.5, -0.0}, "eps", "of the liquid");
  group.put("slips", std::vector<std::int64_t>{1, 1LL << 62});
  group.put("density", 1.02435);
  group.put("atoms", std::int64_t{1000});
  group.put_shaped("map", {2, 3}, {1, 2, 3, 4, 5, 6});

  EXPECT_EQ(group.doubles("temperatures"), (std::vector<double>{0.5, -0.0}));
  EXPECT_EQ(group.arrays.at("temperatures").unit, "eps");
  EXPECT_EQ(group.arrays.at("temperatures").note, "of the liquid");
  EXPECT_EQ(group.integers("slips").back(), 1LL << 62);
  EXPECT_EQ(group.number("density"), 1.02435);
  EXPECT_EQ(group.integer("atoms"), 1000);
  EXPECT_TRUE(group.arrays.at("density").shape.empty());
  EXPECT_EQ(group.arrays.at("map").shape, (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(group.arrays.at("map").size(), 6u);
}

TEST(Group, ReadsPathsThroughGroups) {
  Group root;
  root.groups["history"].groups["events"].put("strain", std::vector<double>{0.1});
  root.groups["history"].texts["model"] = "glass";
  EXPECT_EQ(root.doubles("history/events/strain").front(), 0.1);
  EXPECT_EQ(root.text("history/model"), "glass");
  EXPECT_TRUE(root.group("history/events").has_array("strain"));
}

TEST(Group, NamesThePathOfWhatIsMissing) {
  Group root;
  root.groups["history"].put("strain", std::vector<double>{0.1, 0.2});
  EXPECT_EQ(message_of([&] { root.doubles("history/stress"); }), "the dataset \"history/stress\" is missing");
  EXPECT_EQ(message_of([&] { root.doubles("events/x"); }),
            "the group \"events\" is missing (looking for \"events/x\")");
  EXPECT_EQ(message_of([&] { root.group("fields"); }), "the group \"fields\" is missing");
  EXPECT_EQ(message_of([&] { root.text("model"); }), "the text \"model\" is missing");
  EXPECT_EQ(message_of([&] { root.integers("history/strain"); }),
            "the dataset \"history/strain\" does not hold whole numbers");
  EXPECT_EQ(message_of([&] { root.number("history/strain"); }),
            "the dataset \"history/strain\" should hold one number, but it holds 2");
}

TEST(Group, RefusesAShapeThatDoesNotFit) {
  Group group;
  EXPECT_THROW(group.put_shaped("map", {2, 2}, {1, 2, 3}), std::invalid_argument);
  EXPECT_THROW(group.put_shaped("map", {0, 3}, {1}), std::invalid_argument);
  EXPECT_THROW((Array{{1ul << 40, 1ul << 40}, std::vector<double>{}, "", ""}.size()), std::length_error);
}

}  // namespace
}  // namespace vitrum
