// A lattice's life, interrupted anywhere, and what its record holds.
#include "study/lattice_sample.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "memory_sink.h"
#include "study/cost.h"
#include "study/ensemble.h"
#include "study/lattice_job.h"
#include "study/run.h"

namespace vitrum::study {
namespace {

using elastoplastic::Initial;
using rig::LegKind;

rig::Leg leg_of(LegKind kind, double strain) {
  rig::Leg leg;
  leg.kind = kind;
  leg.strain = strain;
  return leg;
}

// A quenched liquid under strain, unloaded, held at a stress, and left to creep.
Lattice every_kind_of_leg() {
  Lattice lattice;
  lattice.model.columns = 6;
  lattice.model.rows = 5;
  lattice.model.initial = Initial::liquid;
  rig::Leg stress = leg_of(LegKind::stress, 0), creep = leg_of(LegKind::creep, 0);
  stress.stress = 0.15;
  stress.most_strain = 0.2;
  creep.duration = 5;
  creep.most_strain = 0.2;
  lattice.program.legs = {leg_of(LegKind::shear, 0.15), leg_of(LegKind::unload, 0), stress, creep,
                          leg_of(LegKind::reload_backward, 0.05)};
  lattice.program.snapshots = {0.05, 0.1};
  lattice.program.leg_fields = true;
  lattice.program.sites = true;
  lattice.program.stops = {0, 0.05, 0.15};
  lattice.program.leg_stops = true;
  lattice.patches.tests.sizes = {1, 3};
  lattice.patches.tests.angles = {0, 90};
  return lattice;
}

Group finish(LatticeSample& sample) {
  while (!sample.finished()) sample.step();
  return to_group(sample.record());
}

Group uninterrupted(const Lattice& settings, std::uint64_t number) {
  LatticeSample sample(settings, 3, number);
  return finish(sample);
}

TEST(LatticeSample, GoesThroughTheLiquidAndEveryLeg) {
  LatticeSample sample(every_kind_of_leg(), 3, 0);
  double progress = 0;
  bool in_the_liquid = true;
  while (!sample.finished()) {
    if (sample.doing() != "parent liquid of lattices") in_the_liquid = false;
    EXPECT_EQ(in_the_liquid, sample.doing() == "parent liquid of lattices");
    sample.step();
    EXPECT_GE(sample.progress(), progress - 1e-12);
    EXPECT_LE(sample.progress(), 1 + 1e-12);
    progress = sample.progress();
  }
  EXPECT_NEAR(progress, 1, 1e-12);
  const SampleRecord record = sample.record();
  EXPECT_GT(record.measures.integer("liquid_events"), 0);
  const History& history = record.history;
  EXPECT_EQ(history.leg.front(), 0);
  EXPECT_EQ(history.leg.back(), 4);
  EXPECT_TRUE(std::is_sorted(history.leg.begin(), history.leg.end()));
  EXPECT_NEAR(history.states.back().time, 5, 1e-9);  // that of the creep
  ASSERT_EQ(record.fields.size(), 6U);               // two snapshots, and the ends of four legs
  for (std::size_t i = 0; i < 6; ++i)
    EXPECT_EQ(record.fields[i].leg, i < 2 ? 0 : static_cast<std::int64_t>(i) - 1);
  EXPECT_EQ(history.site_begin.size(), history.events.size() + 1);
}

TEST(LatticeSample, HoldsTheStressItWasBroughtTo) {
  LatticeSample sample(every_kind_of_leg(), 3, 1);
  finish(sample);
  const History history = sample.record().history;
  double lowest = 1e9, highest = -1e9;
  for (std::size_t i = 0; i < history.states.size(); ++i) {
    if (history.leg[i] != 3) continue;
    EXPECT_NEAR(history.states[i].stress.xy, 0.15, 1e-9);
    lowest = std::min(lowest, history.states[i].strain);
    highest = std::max(highest, history.states[i].strain);
  }
  EXPECT_GT(highest - lowest, 0);  // it crept
}

TEST(LatticeSample, KilledAnywhereGivesTheSameBits) {
  for (const Initial initial : {Initial::liquid, Initial::stressed, Initial::unstressed}) {
    Lattice settings = every_kind_of_leg();
    settings.model.initial = initial;
    const Group whole = uninterrupted(settings, 0);
    // Every step another object goes on.
    auto sample = std::make_unique<LatticeSample>(settings, 3, 0);
    while (!sample->finished()) {
      sample->step();
      auto next = std::make_unique<LatticeSample>(settings, 3, 0);
      next->resume(sample->checkpoint());
      sample = std::move(next);
    }
    EXPECT_EQ(to_group(sample->record()), whole);
  }
}

// The interactions that draw random numbers or keep pressures have more to remember.
TEST(LatticeSample, KilledAnywhereGivesTheSameBitsForEveryInteraction) {
  Lattice settings = every_kind_of_leg();
  settings.model.pressure_sensitivity = 0.2;
  settings.model.mean_pressure = 0.5;
  settings.model.pressure_deviation = 0.1;
  for (const auto& interaction : elastoplastic::interactions()) {
    settings.model.interaction = interaction.name;
    const Group whole = uninterrupted(settings, 2);
    auto sample = std::make_unique<LatticeSample>(settings, 3, 2);
    for (int steps = 0; !sample->finished(); ++steps) {
      sample->step();
      if (steps % 3 != 0) continue;
      auto next = std::make_unique<LatticeSample>(settings, 3, 2);
      next->resume(sample->checkpoint());
      sample = std::move(next);
    }
    EXPECT_EQ(to_group(sample->record()), whole) << interaction.name;
  }
}

TEST(LatticeSample, KeepsFieldsOfAsManySamplesAsAsked) {
  Lattice settings = every_kind_of_leg();
  settings.fields_of = 2;
  for (std::uint64_t sample = 0; sample < 3; ++sample) {
    const SampleRecord record = sample_record_from(uninterrupted(settings, sample));
    EXPECT_EQ(record.fields.size(), sample < 2 ? 6U : 0U);
    EXPECT_EQ(record.largest_event.has_group("fields"), sample < 2);
  }
}

// What is tested in between must be what a specimen brought to the same strain shows, and change nothing.
TEST(LatticeSample, TestsPatchesAtItsStops) {
  const Lattice settings = every_kind_of_leg();
  const SampleRecord record = sample_record_from(uninterrupted(settings, 1));
  ASSERT_EQ(record.surveys.size(), 7U);
  const std::int64_t legs[] = {0, 0, 0, 1, 2, 3, 4};
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(record.surveys[i].leg, legs[i]);
    EXPECT_EQ(record.surveys[i].tests.size(), 2U * (30 + 30 / 9));
  }
  EXPECT_EQ(record.surveys[0].strain, 0);
  EXPECT_NEAR(record.surveys[1].strain, 0.05, 1e-12);
  elastoplastic::LatticeSpecimen specimen(settings.model, 3, 1);
  elastoplastic::ParentLiquid liquid(specimen);
  while (!liquid.finished()) liquid.advance();
  const elastoplastic::PatchTests patches(settings.model, settings.patches.tests);
  EXPECT_EQ(record.surveys[0].tests, patches.survey(specimen, 0).tests);

  Lattice untested = settings;
  untested.program.stops.clear();
  untested.program.leg_stops = false;
  const auto plain = sample_record_from(uninterrupted(untested, 1)).history.events;
  ASSERT_EQ(record.history.events.size(), plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    Event event = record.history.events[i];
    event.state = plain[i].state;  // there is one more state at each stop
    EXPECT_TRUE(event == plain[i]) << "event " << i;
  }
}

TEST(LatticeSample, TestsAsManySamplesAsAsked) {
  Lattice settings = every_kind_of_leg();
  settings.patches.samples = 2;
  for (std::uint64_t sample = 1; sample < 3; ++sample)
    EXPECT_EQ(sample_record_from(uninterrupted(settings, sample)).surveys.empty(), sample == 2);
}

TEST(LatticeSample, TheLargestEventIsTheOneThatDissipatedMost) {
  const SampleRecord record = sample_record_from(uninterrupted(every_kind_of_leg(), 0));
  const auto& events = record.history.events;
  const auto largest = std::max_element(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return a.dissipated < b.dissipated;
  });
  EXPECT_EQ(record.largest_event.integer("event"), largest - events.begin());
  double slips = 0;
  for (const double n : record.largest_event.doubles("fields/slips")) slips += n;
  EXPECT_EQ(slips, static_cast<double>(largest->slips));
}

TEST(LatticeJob, StoppedAnywhereGivesTheSameRecordsWhateverTheBatch) {
  Lattice settings = every_kind_of_leg();
  settings.model.columns = settings.model.rows = 12;
  const auto begin = [&settings](const Group&) { return lattice_job(settings, 3, 0, 3); };
  const std::vector<Task> tasks{{"lattice-000", "settings", 1, begin}};
  MemorySink whole_sink, sink;
  CountingWatcher patient;
  run_tasks(tasks, whole_sink, patient, 1, 1e9);
  for (int stops = 0; sink.records.empty(); ++stops) {
    ASSERT_LT(stops, 1000);
    CountingWatcher impatient(1);
    try {
      run_tasks(tasks, sink, impatient, 1, 1e9);
    } catch (const Stopped&) {
    }
  }
  EXPECT_EQ(sink.records.at("lattice-000"), whole_sink.records.at("lattice-000"));
  for (std::uint64_t sample = 0; sample < 3; ++sample)
    EXPECT_EQ(whole_sink.records.at("lattice-000").group(std::to_string(sample)),
              uninterrupted(settings, sample));
}

TEST(SampleRecord, OfAnEarlierProgramHasFieldsOfTheFirstLegOnly) {
  Group record = uninterrupted(every_kind_of_leg(), 0);
  for (auto& [name, snapshot] : record.groups.at("snapshots").groups) snapshot.arrays.erase("leg");
  for (const FieldSnapshot& snapshot : sample_record_from(record).fields) EXPECT_EQ(snapshot.leg, 0);
}

}  // namespace
}  // namespace vitrum::study
