#include "study/harvested_legs.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>
#include <sstream>
#include <utility>

#include "base/error.h"
#include "base/parallel.h"
#include "compare/leg_path.h"
#include "rig/drive.h"
#include "seem/map_specimen.h"

namespace vitrum::study {
namespace {

constexpr int points_of_leg = 101;
// Probability of an event in an increment. MapWalker::step refuses 0.1; the last increment to zero stress may
// be a few times longer than the others.
constexpr double most_likely = 0.02;

/// Stress against the way gone in the leg; its sign is that of the leg, so that a reload rises.
compare::Line line_of_leg(const History& history, std::int64_t leg, double sign) {
  const compare::LegPath path = compare::leg_path(history, leg);
  compare::Line out;
  double way = 0;
  for (std::size_t i = 0; i < path.strain.size(); ++i) {
    if (i > 0) way += std::abs(path.strain[i] - path.strain[i - 1]);
    out.add(way, sign * path.stress[i]);
  }
  return out;
}

std::vector<compare::Line> lines_of_leg(const std::vector<const History*>& histories, std::int64_t leg,
                                        double sign) {
  std::vector<compare::Line> out;
  for (const History* history : histories)
    if (compare::Line line = line_of_leg(*history, leg, sign); line.x.size() > 1)
      out.push_back(std::move(line));
  return out;
}

double shortest(const std::vector<compare::Line>& lines) {
  double out = std::numeric_limits<double>::infinity();
  for (const compare::Line& line : lines) out = std::min(out, line.x.back());
  return out;
}

std::string leg_word(rig::LegKind kind) {
  switch (kind) {
    case rig::LegKind::unload:
      return "unloaded";
    case rig::LegKind::reload_forward:
      return "reloaded forward";
    case rig::LegKind::reload_backward:
      return "reloaded backward";
    case rig::LegKind::cycle:
      return "cycled";
    default:
      return "sheared";
  }
}

/// The last external strain of a leg; NaN without that leg.
double end_of_leg(const History& history, std::int64_t leg) {
  double end = std::numeric_limits<double>::quiet_NaN();
  for (std::size_t i = 0; i < history.leg.size(); ++i)
    if (history.leg[i] == leg) end = history.states[i].strain;
  return end;
}

/// What is compared leg by leg must have gone the same way: unloading begins where the first leg ends.
void require_same_first_leg(const std::vector<rig::Leg>& legs, const std::vector<LoadingRecord>& records,
                            double increment) {
  if (legs.empty() || legs.front().kind != rig::LegKind::shear) return;
  for (const LoadingRecord& record : records) {
    const double end = end_of_leg(record.history, 0);
    if (!(std::abs(end - legs.front().strain) > increment)) continue;  // also where there is no leg
    std::ostringstream message;
    message << "its specimens were sheared to " << end << " in their first leg, the program says "
            << legs.front().strain << "; give harvest.leg as the records have it";
    throw InputError(message.str());
  }
}

double least_increment(const std::vector<LoadingRecord>& records) {
  double least = std::numeric_limits<double>::infinity();
  for (const LoadingRecord& record : records)
    if (record.history.increment > 0) least = std::min(least, record.history.increment);
  return std::isfinite(least) ? least : 1e-4;
}

/// One that eq. 4 allows, of which `increment` is a multiple.
double increment_of(double increment, const seem::EventMap& map) {
  const double parts = std::ceil(increment * map.largest_rate() / most_likely);
  return increment / std::max(1.0, parts);
}

std::vector<History> walked_histories(const rig::Program& program,
                                      const std::shared_ptr<const seem::EventMap>& map,
                                      const std::vector<seem::StatePoint>& starts,
                                      const LegSettings& settings) {
  std::vector<History> out(static_cast<std::size_t>(settings.specimens));
  std::atomic<std::size_t> begun = 0;
  parallel_for(out.size(), settings.threads, [&](std::size_t i) {
    tell(settings.hear, static_cast<double>(begun++) / static_cast<double>(out.size()));
    seem::MapSpecimen specimen(map, starts[i % starts.size()], 1,
                               RandomStream(settings.seed, i, Purpose::state_space_legs));
    rig::Drive drive(specimen, program);
    try {
      while (!drive.finished()) drive.advance();
      out[i] = drive.history();
    } catch (const seem::TooManyEvents&) {
      // An event while the rig looked for zero stress made it look farther than one increment may reach: this
      // specimen is left out.
    }
  });
  const auto lost = std::erase_if(out, [](const History& history) { return history.states.empty(); });
  if (2 * static_cast<std::int64_t>(lost) > settings.specimens)
    throw PhysicsError(
        "more than half of its specimens have events at any small stress, and never rest at zero");
  return out;
}

void compare_means(LegComparison& leg) {
  double squares = 0, relative = 0, largest = 0, known = 0;
  for (std::size_t i = 0; i < leg.measured.x.size() && i < leg.walked.x.size(); ++i) {
    const double difference = leg.measured.value[i] - leg.walked.value[i];
    const double error = std::hypot(leg.measured.error[i], leg.walked.error[i]);
    largest = std::max(largest, std::abs(leg.measured.value[i]));
    if (!(error > 0)) continue;  // at the very beginning of a leg all are alike
    squares += difference * difference / (error * error);
    relative += difference * difference;
    known += 1;
  }
  leg.z = std::sqrt(squares / known);
  leg.relative = std::sqrt(relative / known) / largest;
}

}  // namespace

std::vector<LegComparison> compared_legs(const std::vector<rig::Leg>& legs,
                                         const std::vector<LoadingRecord>& records,
                                         const std::shared_ptr<const seem::EventMap>& map,
                                         const std::vector<seem::StatePoint>& starts,
                                         const LegSettings& settings) {
  const double increment = least_increment(records);
  require_same_first_leg(legs, records, increment);
  rig::Program program;
  program.increment = increment_of(increment, *map);
  program.legs = legs;
  const std::vector<History> walked = walked_histories(program, map, starts, settings);
  std::vector<const History*> measured_histories, walked_pointers;
  for (const LoadingRecord& record : records) measured_histories.push_back(&record.history);
  for (const History& history : walked) walked_pointers.push_back(&history);
  std::vector<LegComparison> out;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    LegComparison leg;
    leg.label = leg_word(legs[i].kind);
    leg.reversed = legs[i].kind == rig::LegKind::reload_backward;
    const double sign = leg.reversed ? -1 : 1;
    const auto number = static_cast<std::int64_t>(i);
    const auto measured = lines_of_leg(measured_histories, number, sign);
    const auto map_lines = lines_of_leg(walked_pointers, number, sign);
    const double end = std::min(shortest(measured), shortest(map_lines));
    if (!(end > 0) || std::isinf(end)) continue;
    const std::vector<double> at = compare::even_points(0, end, points_of_leg);
    leg.walked = compare::mean_curve(map_lines, at);
    leg.lost = settings.specimens - static_cast<std::int64_t>(walked.size());
    if (!measured.empty()) leg.measured = compare::mean_curve(measured, at);
    if (measured.size() > 1) compare_means(leg);
    out.push_back(std::move(leg));
  }
  return out;
}

}  // namespace vitrum::study
