#include "study/repeat.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace vitrum::study {
namespace {

Group record_of(const char* model, std::int64_t sample) {
  Group out;
  out.texts["model"] = model;
  out.put("sample", sample);
  out.groups["history"].groups["states"].put("leg", std::vector<std::int64_t>{0});
  return out;
}

std::string why_not(const Group& record, const Settings& settings) {
  try {
    repetition_of(record, settings);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Repetition, AsksForNoMoreThanLeadsToTheRecord) {
  Settings settings;
  settings.glass.samples = 50;
  settings.lattice.samples = 100;
  const Settings of_glass = repetition_of(record_of("glass", 3), settings).settings;
  EXPECT_EQ(of_glass.glass.samples, 4);
  EXPECT_EQ(of_glass.lattice.samples, 0);
  Group batch;
  for (int i = 0; i < 3; ++i) batch.groups[std::to_string(i)] = record_of("lattice", 64 + i);
  const Settings of_lattices = repetition_of(batch, settings).settings;
  EXPECT_EQ(of_lattices.glass.samples, 0);
  EXPECT_EQ(of_lattices.lattice.samples, 67) << "the last batch may have been a part of one";
}

TEST(Repetition, SaysWhatARecordLacks) {
  Settings settings;
  settings.glass.from = {"results/gone"};
  EXPECT_NE(why_not(record_of("glass", 0), settings).find("glass that was read"), std::string::npos);
  settings.glass.from.clear();
  settings.glass.potential = "gone.eam.fs";
  EXPECT_NE(why_not(record_of("glass", 0), settings).find("tables of the potential"), std::string::npos);
  EXPECT_EQ(why_not(record_of("lattice", 0), settings), "") << "lattices need no potential";
  settings.calibrate.search = Search::paper;
  EXPECT_NE(why_not(record_of("lattice", 0), settings).find("calibration"), std::string::npos);
  EXPECT_NE(why_not(record_of("elements", 0), settings).find("harvested"), std::string::npos);
  EXPECT_NE(why_not({}, settings).find("no record"), std::string::npos);
}

}  // namespace
}  // namespace vitrum::study
