#include "study/calibrate.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "group_bits.h"
#include "memory_sink.h"
#include "small_calibration.h"
#include "synthetic_reference.h"

namespace vitrum::study {
namespace {

/// Of a lattice that is one of those sought.
const compare::Reference& small_reference() {
  static const compare::Reference reference =
      synthetic_reference(small_lattice(), 6, small_calibration(), small_radius);
  return reference;
}

Settings with_everything() {
  Settings out = small_calibration_study();
  out.calibrate.temperatures = {0.15, 0.25, 0.4};
  out.calibrate.slip_systems = {8};
  out.calibrate.sizes = {5};
  return out;
}

bool same_records(const std::map<std::string, Group>& a, const std::map<std::string, Group>& b) {
  if (a.size() != b.size()) return false;
  for (const auto& [name, record] : a)
    if (b.count(name) == 0 || !same_bits(record, b.at(name))) return false;
  return true;
}

/// Everything that a calibration which nobody disturbed leaves in its sink.
const std::map<std::string, Group>& undisturbed() {
  static const std::map<std::string, Group> records = [] {
    MemorySink sink;
    CountingWatcher watcher;
    calibrate(with_everything(), small_reference(), sink, watcher);
    EXPECT_FALSE(watcher.out_of_range);
    EXPECT_GT(watcher.planned.at("c-l6_6"), 0);
    EXPECT_TRUE(sink.checkpoints.empty());
    return sink.records;
  }();
  return records;
}

TEST(Calibrate, LeavesItsTrialsAndItsOutcomesInTheSink) {
  std::map<std::string, int> kinds;
  CalibrationResults found;
  for (const auto& [name, record] : undisturbed()) {
    EXPECT_TRUE(belongs_to_calibration(name)) << name;
    ++kinds[name.substr(0, name.find('-'))];
    if (holds_calibration(name)) add_calibration(name, record, found);
  }
  EXPECT_GE(kinds["trial"], 36);
  EXPECT_LE(kinds["trial"], 40);
  EXPECT_EQ(kinds["best"], 1);
  EXPECT_EQ(kinds["quench"], 3);
  EXPECT_EQ(kinds["systems"], 9);
  EXPECT_EQ(kinds["size"], 1);
  EXPECT_EQ(kinds["calibration"], 1);
  EXPECT_EQ(kinds["calibrated"], 3);
  EXPECT_FALSE(belongs_to_calibration("lattice-000"));
  EXPECT_FALSE(holds_calibration("trial-c-l6_6-0000"));

  ASSERT_EQ(found.models.size(), 1U);
  const CalibratedModel& model = found.models.front();
  EXPECT_EQ(model.trials, kinds["trial"]);
  EXPECT_EQ(model.names,
            (std::vector<std::string>{"threshold_shape", "threshold_scale", "amplitude_exponent"}));
  ASSERT_EQ(model.optimum.size(), 3U);
  EXPECT_EQ(model.lattice.threshold_shape, model.optimum[0].value);
  EXPECT_EQ(model.lattice.threshold_scale, model.optimum[1].value);
  for (const compare::Estimate& one : model.optimum) EXPECT_GT(one.error, 0);
  EXPECT_EQ(model.correlation.size(), 9U);
  EXPECT_TRUE(model.errors.macro && model.errors.forward && model.errors.backward);
  EXPECT_NEAR(
      model.errors.stat.value,
      (model.errors.macro->value + (model.errors.forward->value + model.errors.backward->value) / 2) / 2,
      1e-12);
  EXPECT_EQ(model.profile.first.size(), 41U);
  EXPECT_EQ(model.profile.forward.size(), 41U);
  EXPECT_EQ(model.profile.backward.size(), 41U);
  ASSERT_TRUE(found.temperature);
  EXPECT_EQ(found.temperature->mismatch.size(), 3U);
  ASSERT_EQ(found.scales.size(), 1U);
  EXPECT_EQ(found.scales[0].slip_systems, 8);
  ASSERT_EQ(found.sizes.size(), 1U);
  EXPECT_NEAR(found.sizes[0].width, 33, 1e-9);
  EXPECT_GT(found.sizes[0].deviation.value, 0);
}

// Refuses to be written to: whatever is written was done again.
class ReadOnlySink : public MemorySink {
 public:
  void finish(const std::string& task, const Group&) override { ADD_FAILURE() << task << " was done again"; }
};

TEST(Calibrate, DoesNoTrialTwice) {
  ReadOnlySink sink;
  sink.records = undisturbed();
  CountingWatcher watcher;
  const CalibrationResults found = calibrate(with_everything(), small_reference(), sink, watcher);
  EXPECT_EQ(found.models.size(), 1U);
  EXPECT_TRUE(found.temperature.has_value());
  EXPECT_EQ(found.scales.size(), 1U);
  EXPECT_EQ(found.sizes.size(), 1U);
}

// With the outcomes gone, they are made from the trials again.
TEST(Calibrate, FindsTheSameFromItsTrials) {
  MemorySink sink;
  for (const auto& [name, record] : undisturbed())
    if (!holds_calibration(name)) sink.records[name] = record;
  CountingWatcher watcher;
  calibrate(with_everything(), small_reference(), sink, watcher);
  EXPECT_TRUE(same_records(sink.records, undisturbed()));
}

TEST(Calibrate, GoesOnWhereItWasStoppedToTheSameBits) {
  MemorySink sink;
  int stops = 0;
  for (const int after : {1, 100, 37, 150, 3, 211}) try {
      CountingWatcher watcher(after);
      calibrate(with_everything(), small_reference(), sink, watcher);
    } catch (const Stopped&) {
      ++stops;
    }
  EXPECT_GE(stops, 4);
  CountingWatcher watcher;
  calibrate(with_everything(), small_reference(), sink, watcher);
  EXPECT_TRUE(same_records(sink.records, undisturbed()));
}

TEST(Calibrate, DoesNotDependOnTheNumberOfThreads) {
  Settings settings = with_everything();
  settings.study.threads = 3;
  MemorySink sink;
  CountingWatcher watcher;
  calibrate(settings, small_reference(), sink, watcher);
  EXPECT_TRUE(same_records(sink.records, undisturbed()));
}

TEST(Calibrate, RefusesTrialsOfOtherSettings) {
  MemorySink sink;
  sink.records = undisturbed();
  CountingWatcher watcher;
  Settings longer = with_everything();
  longer.calibrate.strain = 0.35;
  EXPECT_THROW(calibrate(longer, small_reference(), sink, watcher), InputError);
  Settings stiffer = with_everything();
  stiffer.lattice.model.bulk_modulus = 70;
  EXPECT_THROW(calibrate(stiffer, small_reference(), sink, watcher), InputError);
  compare::Reference other = small_reference();
  other.samples.pop_back();
  EXPECT_THROW(calibrate(with_everything(), other, sink, watcher), InputError);
}

// In the same folder: as if it had been asked for at once, and no trial done again.
TEST(Calibrate, GoesOnWhenMoreIsAskedFor) {
  class Counting : public MemorySink {
   public:
    void finish(const std::string& task, const Group& record) override {
      trials_again += records.count(task) > 0 && task.starts_with("trial-");
      MemorySink::finish(task, record);
    }
    int trials_again = 0;
  };
  Settings more = with_everything();
  more.calibrate.trials = 53;  // its last batch is no whole one either
  more.calibrate.final_samples = 30;
  more.calibrate.temperatures = {0.1, 0.15, 0.25, 0.4};
  more.calibrate.slip_systems = {8, 16};
  more.calibrate.sizes = {5, 4};
  more.calibrate.variants = {"C", "E"};
  more.calibrate.element_lengths = {6.6, 8.8};
  more.compare.bootstrap = 30;
  Counting sink;
  sink.records = undisturbed();
  MemorySink at_once;
  CountingWatcher watcher;
  const CalibrationResults found = calibrate(more, small_reference(), sink, watcher);
  calibrate(more, small_reference(), at_once, watcher);
  EXPECT_EQ(found.models.size(), 3U);
  EXPECT_EQ(found.scales.size(), 2U);
  EXPECT_EQ(sink.trials_again, 0);
  EXPECT_TRUE(same_records(sink.records, at_once.records));
}

// Another lattice, and what follows from it, is not what was found before.
TEST(Calibrate, RefusesToReplaceWhatIsOfOtherSettings) {
  MemorySink sink;
  for (const auto& [name, record] : undisturbed())
    if (!name.starts_with("trial-")) sink.records[name] = record;
  CountingWatcher watcher;
  Settings slower = with_everything();
  slower.calibrate.from = 0.15;
  try {
    calibrate(slower, small_reference(), sink, watcher);
    FAIL() << "results of different settings were mixed";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("now:   calibrate.from = 0.15"), std::string::npos)
        << error.what();
    EXPECT_EQ(std::string(error.what()).find("threshold_shape"), std::string::npos) << error.what();
  }
}

TEST(Calibrate, SetsTheLatticeOfTheStudy) {
  CalibrationResults found;
  for (const auto& [name, record] : undisturbed())
    if (holds_calibration(name)) add_calibration(name, record, found);
  Settings settings = with_everything();
  settings.lattice.model.initial = elastoplastic::Initial::liquid;
  found.temperature->best = compare::Estimate{0.31, 0.01};
  const Settings out = with_calibrated_lattice(settings, found);
  EXPECT_EQ(out.lattice.model.threshold_shape, found.models[0].optimum[0].value);
  EXPECT_EQ(out.lattice.model.initial, elastoplastic::Initial::liquid);
  EXPECT_EQ(out.lattice.model.temperature, 0.31);
  EXPECT_EQ(out.lattice.model.columns, 6);
  settings.lattice.model.element_length = 4.4;  // no model was calibrated at this length
  EXPECT_EQ(with_calibrated_lattice(settings, found).lattice.model.threshold_shape,
            settings.lattice.model.threshold_shape);
}

TEST(Calibrate, OrdersModelsAsTheSettingsNameThem) {
  Settings settings = small_calibration_study();
  settings.calibrate.variants = {"C", "F", "A"};
  settings.calibrate.element_lengths = {6.6, 4.4};
  CalibrationResults found;
  for (const auto& [variant, length] : std::vector<std::pair<std::string, double>>{
           {"A", 6.6}, {"C", 4.4}, {"C", 6.6}, {"F", 6.6}, {"D", 6.6}}) {
    CalibratedModel model;
    model.variant = variant;
    model.element_length = length;
    found.models.push_back(model);
  }
  keep_asked_for(settings, found);
  std::string order;
  for (const CalibratedModel& model : found.models)
    order += model.variant + (model.element_length == 4.4 ? "4 " : "6 ");
  EXPECT_EQ(order, "C6 C4 F6 A6 ");
  EXPECT_EQ(calibrated_lines(settings),
            (std::vector<std::string>{"lattice.threshold_shape", "lattice.threshold_scale",
                                      "lattice.amplitude_exponent"}));
}

}  // namespace
}  // namespace vitrum::study
