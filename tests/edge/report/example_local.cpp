#include "example_local.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/random.h"
#include "study/local_yield.h"
#include "study/tables.h"

namespace vitrum::report::example {
namespace {

constexpr double radian = std::numbers::pi / 180;

double resolved(const SymmetricTensor& stress, double angle) {
  const double twice = 2 * angle * radian;
  return 0.5 * (stress.yy - stress.xx) * std::sin(twice) + stress.xy * std::cos(twice);
}

/// The patch at a place, sheared along one direction; `weakness` from 0 to 1.
LocalYield test_of(RandomStream& random, LocalYield test, double weakness, bool loaded) {
  test.tau_i = resolved(test.stress, test.angle);
  const double backward = 0.5 - 0.5 * std::cos(2 * test.angle * radian);
  const double mean = 2.2 / test.radius * (loaded ? 0.35 + 1.3 * backward : 0.8);
  const double chance = -0.5 * std::log(random.uniform_positive() * random.uniform_positive());
  test.tau_c = test.tau_i + mean * chance * (1 - 0.9 * weakness);
  test.tau_f = test.tau_c - (0.02 + 0.05 * std::max(test.tau_c, 0.0)) * (0.5 + random.uniform());
  test.critical_strain = test.distance() / 13.2;
  test.energy_drop = 0.1;
  test.found = random.uniform() > 0.002;
  return test;
}

double weakness_at(const std::array<double, 2>& place, const std::vector<compare::FollowingEvent>& events,
                   const compare::SampleCell& cell, double strain) {
  double weakness = 0;
  for (std::size_t n = 0; n < std::min<std::size_t>(events.size(), 12); ++n) {
    const double away = compare::square_distance(place, events[n].place, cell, strain);
    const double reach = 0.003 * cell.width * cell.width;
    weakness = std::max(weakness, (1 - 0.06 * static_cast<double>(n)) * std::exp(-away / reach));
  }
  return weakness;
}

LocalYieldSurvey survey_of(RandomStream& random, const study::SampleRecord& record, double strain) {
  const compare::SampleCell cell = study::sample_cell(record);
  const bool glass = record.model == "glass", loaded = strain > 0;
  const int places = glass ? 10 : 15;
  LocalYieldSurvey survey{strain, 0, {}};
  const auto events = compare::following_events({&survey, &record.history, cell});
  for (int row = 0; row < places; ++row)
    for (int column = 0; column < places; ++column) {
      LocalYield test;
      test.place = {(column + 0.5) * cell.width / places, (row + 0.5) * cell.height / places};
      const double weakness = weakness_at(test.place, events, cell, strain);
      for (const int size : {1, 2, 3}) {
        test.elements = glass ? 0 : size;
        test.radius = glass ? 5.0 * size : size * 6.6 / std::sqrt(std::numbers::pi);
        const double spread = 0.6 / std::sqrt(test.radius);
        test.stress = {};
        test.stress.xx = spread * random.normal();
        test.stress.yy = -test.stress.xx;
        test.stress.xy = (loaded ? 0.5 : 0) + spread * random.normal();
        for (int direction = 0; direction < 8; ++direction) {
          test.angle = 22.5 * direction;
          survey.tests.push_back(test_of(random, test, weakness / size, loaded));
        }
      }
    }
  return survey;
}

}  // namespace

void add_surveys(study::SampleRecord& record) {
  RandomStream random(record.model == "glass" ? 3 : 4, static_cast<std::uint64_t>(record.sample),
                      Purpose::test);
  for (const double strain : {0.0, tested_strain})
    record.surveys.push_back(survey_of(random, record, strain));
}

void add_local_yield(study::Results& results) {
  rig::Program program;
  program.legs = {{rig::LegKind::shear, 1}};
  for (auto& state : study::local_yield("glass", results.glass, program))
    results.local.push_back(std::move(state));
  for (auto& state : study::local_yield("lattice", results.lattice, program))
    results.local.push_back(std::move(state));
  results.tables.push_back(study::local_yield_table(results.local));
}

}  // namespace vitrum::report::example
