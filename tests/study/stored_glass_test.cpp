// Glasses that are read instead of prepared.
#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/configuration_record.h"
#include "base/error.h"
#include "memory_sink.h"
#include "small_glass_study.h"
#include "study/run.h"

namespace vitrum::study {
namespace {

Settings glass_study() { return small_glass_study(100); }

std::vector<Group> records_of(const Settings& settings, const Origin& origin, MemorySink& sink,
                              const StoredGlasses& stored = {}) {
  CountingWatcher watcher;
  run(settings, origin, sink, watcher, stored);
  std::vector<Group> out;
  for (int i = 0; i < settings.glass.samples; ++i)
    out.push_back(*sink.finished("glass-00" + std::to_string(i)));
  return out;
}

TEST(StoredGlass, goes_the_way_of_the_glass_that_was_stored) {
  MemorySink prepared_sink, read_sink;
  const auto prepared = records_of(glass_study(), {"a\n", "", ""}, prepared_sink);
  StoredGlasses stored;
  for (const Group& record : prepared) stored.push_back(atomistic::configuration_from(record.group("glass")));
  EXPECT_EQ(stored[0].atoms(), 100U);
  EXPECT_NE(stored[0].positions, stored[1].positions);

  Settings settings = glass_study();
  settings.glass.from = {"somewhere"};
  const auto read = records_of(settings, {"a\n", "", ""}, read_sink, stored);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(read[i].group("history"), prepared[i].group("history"));
    EXPECT_EQ(read[i].group("glass"), prepared[i].group("glass"));
    EXPECT_NEAR(read[i].group("measures").number("glass_energy"),
                prepared[i].group("measures").number("glass_energy"), 1e-12);
    EXPECT_FALSE(read[i].group("measures").has_group("liquid"));
  }
}

TEST(StoredGlass, is_part_of_what_a_record_was_made_from) {
  MemorySink first_sink;
  const auto prepared = records_of(glass_study(), {"a\n", "", ""}, first_sink);
  StoredGlasses stored{atomistic::configuration_from(prepared[0].group("glass"))};
  Settings settings = glass_study();
  settings.glass.from = {"somewhere"};
  EXPECT_THROW(records_of(settings, {"a\n", "", ""}, first_sink, stored),
               InputError);  // two samples, one glass
  settings.glass.samples = 1;
  MemorySink sink;
  records_of(settings, {"a\n", "", ""}, sink, stored);
  EXPECT_NO_THROW(records_of(settings, {"a\n", "", ""}, sink, stored));
  stored[0].positions[17] += 1e-15 + 1e-15 * std::abs(stored[0].positions[17]);
  EXPECT_THROW(records_of(settings, {"a\n", "", ""}, sink, stored), InputError);
}

TEST(StoredGlass, keeps_every_bit_of_a_configuration) {
  atomistic::Configuration c;
  c.box = {3, {-1, 0.1, 2}, 3, 4, 5, 0.3, -0.2, 1.0 / 3};
  c.species = {1, 0};
  c.positions = {0.1, 1.0 / 3, -7, 2, 1e-300, 5};
  const atomistic::Configuration back = atomistic::configuration_from(atomistic::to_group(c));
  EXPECT_EQ(back.box, c.box);
  EXPECT_EQ(back.species, c.species);
  EXPECT_EQ(back.positions, c.positions);
  EXPECT_EQ(atomistic::checksum(back), atomistic::checksum(c));
  atomistic::Configuration other = c;
  other.box.yz = -other.box.yz;
  EXPECT_NE(atomistic::checksum(other), atomistic::checksum(c));
  Group broken = atomistic::to_group(c);
  broken.arrays.erase("edges");
  EXPECT_THROW(atomistic::configuration_from(broken), InputError);
  broken = atomistic::to_group(c);
  broken.put("species", std::vector<std::int64_t>{1});
  EXPECT_THROW(atomistic::configuration_from(broken), InputError);
}

}  // namespace
}  // namespace vitrum::study
