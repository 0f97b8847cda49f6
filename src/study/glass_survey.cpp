#include "study/glass_survey.h"

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "base/error.h"
#include "base/parallel.h"
#include "study/disc_shear.h"
#include "study/glass_former.h"
#include "study/glass_probes.h"

namespace vitrum::study {

namespace {

constexpr std::size_t tests_in_a_row = 16;  // by one object, which takes a while to make

void add_row(const LocalYieldSurvey& more, LocalYieldSurvey& all) {
  all.tests.insert(all.tests.end(), more.tests.begin(), more.tests.end());
  if (all.failed == 0) all.failure = more.failure;
  all.failed += more.failed;
}

}  // namespace

LocalYieldSurvey survey_of(const Glass& settings, const atomistic::Configuration& glass, double strain,
                           int threads, Watcher& watcher) {
  require_room(settings, glass.box);
  const GlassFormer former = glass_former(settings);
  const std::vector<LocalTest> tests = local_tests(settings.probes, glass.box);
  std::vector<LocalYieldSurvey> rows((tests.size() + tests_in_a_row - 1) / tests_in_a_row);
  std::mutex counting;
  std::size_t done = 0;
  watcher.plan({{"glass", static_cast<double>(tests.size())}});
  parallel_for(rows.size(), threads, [&](std::size_t row) {
    DiscShear shear(glass, former, settings.probes.shear);
    const std::size_t end = std::min(tests.size(), (row + 1) * tests_in_a_row);
    for (std::size_t i = row * tests_in_a_row; i < end; ++i) {
      if (watcher.stop_requested()) throw Stopped();
      try {
        rows[row].tests.push_back(shear.test(tests[i]));
      } catch (const std::runtime_error& error) {
        // One disc among thousands that finds no equilibrium must not end the survey.
        if (rows[row].failed++ == 0) rows[row].failure = error.what();
      }
      const std::lock_guard lock(counting);
      watcher.progress("glass", static_cast<double>(++done) / static_cast<double>(tests.size()),
                       "local shear tests");
    }
  });
  LocalYieldSurvey out;
  out.strain = strain;
  for (const LocalYieldSurvey& row : rows) add_row(row, out);
  return out;
}

}  // namespace vitrum::study
