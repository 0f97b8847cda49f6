#include "rig/event_search.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <optional>

namespace vitrum::rig {
namespace {

struct Found {
  double stable = 0, beyond = 0;
  int stable_trials = 0, beyond_trials = 0;
};

using Stability = std::function<std::optional<double>(double strain)>;

/// The event is where strain, counted in the sense of the search, first exceeds `critical`.
Found search_for(double critical, double from, double to, double resolution, const Stability& stability) {
  EventSearch search(from, to, resolution);
  Found found{from, to, 0, 0};
  while (!search.finished() && found.stable_trials + found.beyond_trials < 200) {
    const double strain = search.next(stability(found.stable));
    EXPECT_GT((strain - found.stable) * (found.beyond - strain), 0);
    if ((critical - strain) * (to - from) > 0) {
      ++found.stable_trials;
      found.stable = strain;
      search.found_stable(strain);
    } else {
      ++found.beyond_trials;
      found.beyond = strain;
      search.found_beyond(strain);
    }
    EXPECT_EQ(search.beyond(), found.beyond);
  }
  EXPECT_TRUE(search.finished());
  return found;
}

void expect_located(const Found& found, double critical, double resolution) {
  EXPECT_LE(std::abs(found.beyond - found.stable), resolution);
  EXPECT_LE((critical - found.stable) * (critical - found.beyond), 0);
}

TEST(EventSearch, halves_without_a_hint) {
  const Found found = search_for(0.3721, 0.3, 0.4, 1e-7, [](double) { return std::optional<double>(); });
  expect_located(found, 0.3721, 1e-7);
  EXPECT_EQ(found.stable_trials + found.beyond_trials, 20);  // 2^20 > 1e6
}

// The squared eigenvalue of a saddle-node instability, with what follows the linear term.
TEST(EventSearch, steps_across_an_event_that_is_foreseen_once_or_twice) {
  for (const double sense : {1.0, -1.0})
    for (const double critical : {0.3301, 0.35, 0.3777, 0.3999}) {
      const auto stability = [&](double strain) -> std::optional<double> {
        const double left = critical - sense * strain;
        return 50 * left * (1 + 3 * left + 20 * left * left);
      };
      const Found found = search_for(sense * critical, sense * 0.3, sense * 0.4, 1e-9, stability);
      expect_located(found, sense * critical, 1e-9);
      EXPECT_LE(found.beyond_trials, 2) << critical;
      EXPECT_LE(found.stable_trials, 12) << critical;
    }
}

TEST(EventSearch, finds_events_that_hints_mislead_about) {
  const double critical = 0.3456789;
  const Stability wrong[] = {
      [](double) { return std::optional<double>(1.0); },                     // does not change
      [](double strain) { return std::optional<double>(1 + strain); },       // grows
      [](double strain) { return std::optional<double>(0.39 - strain); },    // of a later event
      [](double strain) { return std::optional<double>(0.3458 - strain); },  // of one a little later
      [](double strain) { return std::optional<double>(std::exp(-99 * strain)); },
      [](double strain) { return strain > 0.32 ? std::nullopt : std::optional<double>(0.33 - strain); },
  };
  for (const Stability& stability : wrong) {
    const Found found = search_for(critical, 0.3, 0.4, 1e-8, stability);
    expect_located(found, critical, 1e-8);
    EXPECT_LE(found.stable_trials + found.beyond_trials, 24 + 12);
  }
}

TEST(EventSearch, ends_where_numbers_end) {
  const Found found = search_for(0.3721, 0.3, 0.4, 1e-30, [](double) { return std::optional<double>(); });
  EXPECT_LE(found.beyond - found.stable, 1e-15);
}

}  // namespace
}  // namespace vitrum::rig
