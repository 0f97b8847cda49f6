// Studies that grow, in the folder of their results.
#include <gtest/gtest.h>

#include <set>

#include "memory_sink.h"
#include "study/run.h"

namespace vitrum::study {
namespace {

Settings study_of_lattices(int samples) {
  Settings out;
  out.glass.samples = 0;
  out.lattice.samples = samples;
  out.lattice.model.columns = out.lattice.model.rows = 8;
  out.lattice.program.legs = {{rig::LegKind::shear, 0.02, 1}};
  out.lattice.patches.samples = 2;
  out.lattice.patches.tests.sizes = {2};
  out.lattice.program.stops = {0.02};  // where they are tested
  return out;
}

/// The numbers of the lattices in the sink, each as often as it is there.
std::multiset<std::int64_t> samples_in(const MemorySink& sink) {
  std::multiset<std::int64_t> out;
  for (const auto& [name, record] : sink.records)
    for (const SampleRecord& one : records_of_task(record)) out.insert(one.sample);
  return out;
}

TEST(ExtendedStudy, HasEachOfItsLatticesOnce) {
  MemorySink sink;
  CountingWatcher watcher;
  std::multiset<std::int64_t> wanted;
  for (const int samples : {3, 40, 41}) {
    run(study_of_lattices(samples), {"glass\n", "lattice\n"}, sink, watcher);
    while (static_cast<int>(wanted.size()) < samples) wanted.insert(static_cast<std::int64_t>(wanted.size()));
    EXPECT_EQ(samples_in(sink), wanted) << samples;
  }
}

// As after a change in how many lattices a task does.
TEST(ExtendedStudy, TakesNoOtherLatticesForItsOwn) {
  MemorySink sink;
  CountingWatcher watcher;
  const Settings settings = study_of_lattices(40);
  const Origin origin{"glass\n", "lattice\n"};
  run(settings, origin, sink, watcher);
  const auto before = sink.records;
  ASSERT_GE(before.size(), 2U);
  run_tasks({lattice_task(settings, origin, 1, 2)}, sink, watcher, 1, 60);
  std::swap(sink.records.at("lattice-000"), sink.records.at("lattice-001"));
  run(settings, origin, sink, watcher);
  EXPECT_EQ(samples_in(sink).size(), 40U);
  for (const auto& [name, record] : before)
    EXPECT_EQ(sink.records.at(name).group("0").integer("sample"), record.group("0").integer("sample"))
        << name;
}

TEST(ExtendedStudy, CountsALatticeThatIsInTwoFilesOnce) {
  MemorySink sink;
  CountingWatcher watcher;
  run(study_of_lattices(3), {"glass\n", "lattice\n"}, sink, watcher);
  Results results;
  for (int times = 0; times < 2; ++times)
    for (const auto& [name, record] : sink.records) add_records(records_of_task(record), results);
  EXPECT_EQ(results.lattice.size(), 3U);
}

}  // namespace
}  // namespace vitrum::study
