#include "study/trial_job.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/error.h"
#include "group_bits.h"
#include "small_calibration.h"
#include "study/trial_record.h"
#include "study/variants.h"
#include "synthetic_reference.h"

namespace vitrum::study {
namespace {

std::shared_ptr<TrialPlan> plan_of(const Calibration& calibration, double give_up) {
  const auto reference = synthetic_reference(small_lattice(), 3, calibration, small_radius);
  auto plan = std::make_shared<TrialPlan>();
  plan->yardstick = compare::yardstick_of(reference, 10, 0);
  for (const auto& sample : compare::calibration_samples(reference, plan->yardstick))
    plan->reference += sample;
  plan->seed = 5;
  plan->give_up = give_up;
  return plan;
}

class TrialJobs : public testing::Test {
 protected:
  std::unique_ptr<Job> job(int samples, const elastoplastic::LatticeSettings& model = small_lattice()) {
    return trial_job(trial_lattice(model, calibration, plan->yardstick), calibration, samples, plan);
  }
  Group all_of(int samples, const elastoplastic::LatticeSettings& model = small_lattice()) {
    const auto one = job(samples, model);
    while (!one->finished()) one->advance();
    return one->result();
  }

  Calibration calibration = small_calibration();
  std::shared_ptr<TrialPlan> plan = plan_of(calibration, std::numeric_limits<double>::infinity());
};

TEST_F(TrialJobs, MeasureTheStationaryStateAndItsPatches) {
  const auto samples = trial_samples(all_of(3));
  ASSERT_EQ(samples.size(), 3U);
  for (const auto& sample : samples) {
    EXPECT_NEAR(sample.window, calibration.strain - calibration.from, 1e-9);
    // A stress for every increment of the window, its first one too.
    EXPECT_NEAR(sample.macroscale[0].number, sample.window / 1e-4, 1.5);
    EXPECT_GT(sample.macroscale[1].number, 0);
    for (const auto& angle : sample.stationary)  // floor(36 / 4) patches in each state
      EXPECT_EQ(angle[0].number, 9 * calibration.tested_states);
    EXPECT_EQ(sample.quenched_stress.number, 0);
  }
}

// Without any disorder all lattices would do the same: that of variant H is the stress of the quenched
// liquid.
TEST_F(TrialJobs, LatticesOfEqualElementsComeFromALiquid) {
  using elastoplastic::Initial;
  for (const std::string& letter : variant_names()) {
    if (letter == "own") continue;
    const Lattice lattice =
        trial_lattice(under_rules_of(letter, small_lattice()), calibration, plan->yardstick);
    EXPECT_EQ(lattice.model.initial, letter == "H" ? Initial::liquid : Initial::unstressed) << letter;
  }
  elastoplastic::LatticeSettings uniform = under_rules_of("H", small_lattice());
  uniform.threshold = 0.4;
  uniform.amplitude = 0.01;
  uniform.temperature = 0.2;
  calibration.from = 0;
  const auto samples = trial_samples(all_of(2, uniform));
  ASSERT_EQ(samples.size(), 2U);
  EXPECT_NE(samples[0].macroscale[0].sum, samples[1].macroscale[0].sum);
}

TEST_F(TrialJobs, MeasureTheQuenchedStateOnly) {
  plan->quenched = true;
  const auto one = trial_job(quenched_lattice(small_lattice(), plan->yardstick), calibration, 2, plan);
  while (!one->finished()) one->advance();
  for (const auto& sample : trial_samples(one->result())) {
    EXPECT_EQ(sample.macroscale[0].number, 0);
    EXPECT_EQ(sample.stationary[0][0].number, 0);
    EXPECT_EQ(sample.quenched_stress.number, 18);
    EXPECT_EQ(sample.quenched_tau[1].number, 9);
    EXPECT_GT(sample.quenched_stress.mean(), 0);
  }
}

TEST_F(TrialJobs, RecordsComeBackAsTheyWere) {
  const Group record = all_of(3);
  EXPECT_TRUE(
      same_bits(to_group(trial_samples(record)), to_group(trial_samples(to_group(trial_samples(record))))));
  Group damaged = record;
  damaged.put("local_tau_i_forward", std::vector<double>{1, 2});
  EXPECT_THROW(trial_samples(damaged), InputError);
  EXPECT_TRUE(trial_samples(to_group(std::vector<compare::CalibrationSample>{})).empty());
}

// A reference of local tests alone has no densities, one of curves alone no tests.
TEST_F(TrialJobs, MeasureWhatTheReferenceKnows) {
  const compare::Yardstick all = plan->yardstick;
  plan->yardstick.edges = {};
  const auto tested = trial_samples(all_of(2));
  ASSERT_EQ(tested.size(), 2U);
  EXPECT_TRUE(tested[0].counts[0].empty());
  EXPECT_EQ(tested[0].stationary[0][0].number, 9 * calibration.tested_states);
  plan->yardstick = all;
  plan->yardstick.stationary_tests = false;
  EXPECT_EQ(trial_samples(all_of(2))[0].stationary[0][0].number, 0);
  plan->yardstick.radius = 0;
  EXPECT_GT(trial_samples(all_of(2))[1].counts[0].size(), 0U);
}

TEST_F(TrialJobs, GoOnFromEveryCheckpointToTheSameBits) {
  const Group whole = all_of(4);
  for (int killed_after = 0; killed_after <= 4; ++killed_after) {
    const auto first = job(4);
    for (int i = 0; i < killed_after; ++i) first->advance();
    const auto second = job(4);
    second->resume(first->checkpoint());
    while (!second->finished()) second->advance();
    EXPECT_TRUE(same_bits(second->result(), whole)) << killed_after;
  }
}

TEST_F(TrialJobs, ShareTheirRandomNumbers) {
  const auto few = trial_samples(all_of(2)), many = trial_samples(all_of(4));
  EXPECT_TRUE(same_bits(to_group(few), to_group({many[0], many[1]})));
  // Another parameter that plays a part in the first slip only: the same glass up to there.
  elastoplastic::LatticeSettings other = small_lattice();
  other.amplitude_exponent = 2.2;
  const auto near = trial_samples(all_of(2, other));
  EXPECT_NE(near[0].macroscale[1].sum, few[0].macroscale[1].sum);
  plan->seed = 6;
  EXPECT_FALSE(same_bits(to_group(trial_samples(all_of(2))), to_group(few)));
}

TEST_F(TrialJobs, AreGivenUpAfterEightHopelessLattices) {
  plan->give_up = 0;
  EXPECT_EQ(all_of(12).integer("lattices"), 8);
  EXPECT_EQ(trial_samples(all_of(12)).size(), 8U);
  EXPECT_EQ(all_of(5).integer("lattices"), 5);
  plan->give_up = 1.01;  // an error is at most 1 in each density, and this one is near the truth
  EXPECT_EQ(all_of(12).integer("lattices"), 12);
}

TEST_F(TrialJobs, LeaveOutLatticesThatCannotBeSheared) {
  elastoplastic::LatticeSettings endless = small_lattice();
  endless.threshold_scale = 1e-3;
  endless.amplitude_exponent = 1e-3;  // every slip turns the stress of its element around
  const Group record = all_of(9, endless);
  EXPECT_TRUE(trial_samples(record).empty());
  EXPECT_EQ(record.integer("lattices"), 3);  // given up, whatever the limit
}

}  // namespace
}  // namespace vitrum::study
