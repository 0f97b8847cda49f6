// The stage of a study that makes local shear tests of its glasses.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "atomistic/configuration_record.h"
#include "atomistic/local_shear.h"
#include "base/error.h"
#include "memory_sink.h"
#include "small_glass_study.h"
#include "study/glass_former.h"
#include "study/glass_job.h"
#include "study/glass_probes.h"
#include "study/run.h"

namespace vitrum::study {
namespace {

Settings small_study() {
  Settings s = small_glass_study(200);
  s.glass.program.legs.push_back({rig::LegKind::unload, 0, 1});
  s.glass.program.stops = {0, 0.02};
  s.glass.program.leg_stops = true;
  s.glass.probes.radii = {3, 4};
  s.glass.probes.angles = {0, 90};
  s.glass.probes.spacing = 4;
  s.glass.probes.shear.increment = 1e-3;
  return s;
}

const Origin origin{"glass\n", "", "probes\n"};

Results results_of(const MemorySink& sink) {
  Results results;
  for (const auto& [name, record] : sink.records) add_records(records_of_task(record), results);
  return results;
}

TEST(LocalTests, CoverTheCellEvenly) {
  GlassProbes probes;
  probes.radii = {3, 5};
  probes.angles = {0, 45, 90};
  atomistic::Box box;
  box.lx = 11, box.ly = 7.6;
  box.origin = {-1, 2, 0};
  const auto tests = local_tests(probes, box);  // 2.5 apart: 4 columns of 2.75, 3 rows of 2.533
  ASSERT_EQ(tests.size(), 2u * 4 * 3 * 3);
  EXPECT_NEAR(tests[0].place[0], -1 + 1.375, 1e-14);
  EXPECT_NEAR(tests[0].place[1], 2 + 7.6 / 6, 1e-14);
  EXPECT_NEAR(tests.back().place[0], -1 + 11 - 1.375, 1e-14);
  EXPECT_NEAR(tests.back().place[1], 2 + 7.6 - 7.6 / 6, 1e-14);
  EXPECT_EQ(tests[1].angle, 45);
  EXPECT_EQ(tests[36].radius, 5);
  probes.places = {1, 2, 3, 4};
  const auto listed = local_tests(probes, box);
  ASSERT_EQ(listed.size(), 2u * 2 * 3);
  EXPECT_EQ(listed[3].place, (std::array<double, 2>{3, 4}));
}

TEST(LocalTests, EveryTestStandsInOneBatch) {
  Glass glass = small_study().glass;
  glass.atoms = 10000;
  glass.probes.radii = {5, 15, 30};
  glass.probes.spacing = 2.5;
  const atomistic::Box box = prepared_box(glass);
  const std::size_t all = local_tests(glass.probes, box).size();
  for (std::size_t state = 0; state < 3; ++state) {
    std::size_t next = 0;
    for (const TestBatch& batch : test_batches(glass, box)) {
      if (batch.state != state) continue;
      EXPECT_EQ(batch.first, next);
      next += batch.count;
      EXPECT_LT(batch.seconds, 61);
    }
    EXPECT_EQ(next, all);
  }
}

TEST(LocalTests, AreThoseOfTheGlassInEachState) {
  const Settings settings = small_study();
  MemorySink sink;
  CountingWatcher watcher;
  run(settings, origin, sink, watcher);
  const Results results = results_of(sink);
  ASSERT_EQ(results.glass.size(), 2u);
  const SampleRecord& record = results.glass[1];
  ASSERT_EQ(record.surveys.size(), 3u);
  EXPECT_EQ(record.surveys[0].strain, 0);
  EXPECT_NEAR(record.surveys[1].strain, 0.02, 1e-12);
  EXPECT_EQ(record.surveys[2].leg, 1);
  EXPECT_EQ(record.surveys[2].strain, record.history.states.back().strain);

  const Group& glass_record = sink.records.at("glass-001");
  const auto potentials = glass_former(settings.glass).potentials;
  for (std::size_t state = 0; state < 3; ++state) {
    const auto glass = atomistic::configuration_from(tested_state(glass_record, state));
    const auto expected = local_tests(settings.glass.probes, glass.box);
    const auto& tests = record.surveys[state].tests;
    ASSERT_EQ(tests.size(), expected.size());
    atomistic::LocalShear shear(glass, potentials, settings.glass.probes.shear);
    for (const std::size_t i : {std::size_t{0}, tests.size() / 2, tests.size() - 1})
      EXPECT_EQ(tests[i], shear.test(expected[i].place, expected[i].radius, expected[i].angle));
  }
}

TEST(LocalTests, StoppedAnywhereAndCalledAgainGiveTheSameRecords) {
  const Settings settings = small_study();
  MemorySink whole;
  CountingWatcher patient;
  run(settings, origin, whole, patient);
  Settings threads = settings;
  threads.study.threads = 2;
  // How often a run reports depends on its pace too: the last one is well before the end.
  for (const int stop_after : {3, patient.reports.load() / 3, patient.reports.load() * 2 / 3}) {
    MemorySink sink;
    CountingWatcher impatient(stop_after);
    EXPECT_THROW(run(settings, origin, sink, impatient), Stopped);
    CountingWatcher watcher;
    run(threads, origin, sink, watcher);
    EXPECT_EQ(sink.records, whole.records) << stop_after;
  }
}

// No atom lies in so small a disc.
TEST(LocalTests, ThatFailAreCountedAndToldAndDoNotEndTheStudy) {
  Settings settings = small_study();
  settings.glass.samples = 1;
  settings.glass.probes.radii = {1e-3, 3};
  MemorySink sink;
  CountingWatcher watcher;
  run(settings, origin, sink, watcher);
  Results results = results_of(sink);
  for (const LocalYieldSurvey& survey : results.glass.front().surveys) {
    EXPECT_EQ(survey.failed, 18);
    EXPECT_EQ(survey.tests.size(), 18U);
    EXPECT_NE(survey.failure.find("no atom within"), std::string::npos) << survey.failure;
  }
  analyse(settings, results);
  const auto told =
      std::find_if(results.remarks.begin(), results.remarks.end(), [](const std::string& remark) {
        return remark.find("54 of 108 local tests of the glass") != std::string::npos &&
               remark.find("no atom within") != std::string::npos;
      });
  EXPECT_NE(told, results.remarks.end());
}

TEST(LocalTests, OfOtherSettingsLeaveTheGlassesAsTheyAre) {
  Settings settings = small_study();
  settings.glass.samples = 1;
  MemorySink sink;
  CountingWatcher watcher;
  run(settings, origin, sink, watcher);
  Origin other = origin;
  other.probes = "other probes\n";
  EXPECT_THROW(run(settings, other, sink, watcher), InputError);  // results of two settings are not mixed
  std::erase_if(sink.records, [](const auto& one) { return one.first.find("local") != std::string::npos; });
  const Group glass = sink.records.at("glass-000");
  CountingWatcher later;
  run(settings, other, sink, later);
  EXPECT_EQ(sink.records.at("glass-000"), glass);
  EXPECT_EQ(later.planned.count("glass-000"), 0u) << "the glass was sheared again";
}

}  // namespace
}  // namespace vitrum::study
