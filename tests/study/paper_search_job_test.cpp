#include "study/paper_search_job.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "group_bits.h"
#include "memory_sink.h"
#include "small_calibration.h"
#include "study/reference_scatter.h"
#include "synthetic_reference.h"

namespace vitrum::study {
namespace {

/// Two lattices of 5 x 5 elements to a strain of 0.15: some eighty trials take a second.
Settings least_study() {
  Settings out = small_calibration_study();
  out.lattice.model.columns = out.lattice.model.rows = 5;
  out.calibrate.samples = 2;
  out.calibrate.strain = 0.15;
  out.calibrate.from = 0.05;
  out.calibrate.tested_states = 1;
  return out;
}

class PaperSearchJobs : public testing::Test {
 protected:
  Measured known(int glasses) {
    return measured(synthetic_reference(settings.lattice.model, glasses, settings.calibrate, small_radius),
                    settings.reference.bins, settings.reference.radius);
  }
  std::unique_ptr<Job> job() { return paper_search_job(settings.lattice.model, 2, rounds); }

  Settings settings = least_study();
  MemorySink sink;
  CountingWatcher watcher;
  Measured reference = known(3);
  Rounds rounds{settings, reference, sink, watcher};
};

TEST_F(PaperSearchJobs, GoOnFromACheckpointToTheSameBits) {
  const auto whole = job();
  Group half;
  for (int i = 0; !whole->finished(); ++i) {
    whole->advance();
    if (i == 60) half = whole->checkpoint();
  }
  const auto again = job();
  again->resume(half);
  while (!again->finished()) again->advance();
  EXPECT_TRUE(same_bits(again->result(), whole->result()));

  const FoundAlong found = paper_optimum_from(whole->result(), settings.lattice.model, 2);
  EXPECT_EQ(found.optimum.first, 2);
  ASSERT_EQ(found.resampled.size(), 100U);
  // The least of each resample is at most what the best trial has there, and where its own neighbours are.
  const Group record = whole->result();
  const std::vector<double>&stat = record.doubles("stat"), &resampled = record.doubles("resampled");
  const auto best = std::find(stat.begin(), stat.end(), found.optimum.best_stat.stat) - stat.begin();
  bool moved = false;
  for (std::size_t i = 0; i < found.resampled.size(); ++i) {
    EXPECT_LE(found.resampled[i].stat, resampled[static_cast<std::size_t>(best) * 100 + i]);
    moved = moved || found.resampled[i].at != found.optimum.best_stat.at;
  }
  EXPECT_TRUE(moved);

  Group earlier = record;  // of a version that did not draw resamples
  earlier.arrays.erase("resampled");
  EXPECT_TRUE(paper_optimum_from(earlier, settings.lattice.model, 2).resampled.empty());
  for (const char* column : {"resampled", "stat"}) {
    Group damaged = record;
    damaged.put(column, std::vector<double>{1, 2, 3});
    EXPECT_THROW(paper_optimum_from(damaged, settings.lattice.model, 2), InputError) << column;
  }
}

TEST_F(PaperSearchJobs, KnowNothingOfOtherGlassesFromOne) {
  EXPECT_TRUE(ResampledReference(known(1), 1).errors_of(known(1).samples.front()).empty());
}

// Glasses that are all the same: every resample is the reference.
TEST_F(PaperSearchJobs, ResamplesOfEqualGlassesAreTheReference) {
  Measured equal = known(1);
  equal.samples.assign(4, equal.samples.front());
  compare::CalibrationSample sum = sum_of(equal.samples);
  const compare::CalibrationSample other = known(2).samples.back();
  const double stat = compare::plain_errors(equal.yardstick, sum, other).stat;
  const std::vector<double> errors = ResampledReference(equal, 1).errors_of(other);
  ASSERT_EQ(errors.size(), 100U);
  for (const double error : errors) EXPECT_NEAR(error, stat, 1e-12);
}

}  // namespace
}  // namespace vitrum::study
