#include "compare/following_events.h"

#include <cmath>

namespace vitrum::compare {

namespace {

constexpr double same_strain = 1e-9;

/// The state in which the sample stood when it was tested; states.size() when there is none.
std::size_t state_of(const LocalYieldSurvey& survey, const History& history) {
  std::size_t found = history.states.size();
  for (std::size_t i = 0; i < history.states.size(); ++i) {
    if (history.leg[i] != survey.leg) continue;
    if (survey.leg > 0) {
      found = i;  // tests of a later leg were made at its end
    } else if (std::abs(history.states[i].strain - survey.strain) < same_strain) {
      return i;
    }
  }
  return found;
}

/// The first state behind `here` at which the leg or the sense of the loading has changed.
std::size_t turn_behind(const History& history, std::size_t here) {
  double sense = 0;
  std::size_t i = here + 1;
  for (; i < history.states.size() && history.leg[i] == history.leg[here + 1]; ++i) {
    const double step = history.states[i].strain - history.states[i - 1].strain;
    if (step * sense < 0) break;
    if (sense == 0) sense = step;
  }
  return i;
}

}  // namespace

double square_distance(const std::array<double, 2>& a, const std::array<double, 2>& b, const SampleCell& cell,
                       double strain) {
  double x = b[0] - a[0], y = b[1] - a[1];
  const double rows = std::round(y / cell.height);
  y -= rows * cell.height;
  if (cell.sheared) x -= rows * (cell.tilt + strain) * cell.height;
  x -= std::round(x / cell.width) * cell.width;
  return x * x + y * y;
}

std::vector<FollowingEvent> following_events(const TestedSample& sample) {
  const History& history = *sample.history;
  const std::size_t here = state_of(*sample.survey, history);
  if (here + 1 >= history.states.size()) return {};
  const std::size_t end = turn_behind(history, here);
  std::vector<FollowingEvent> out;
  for (const Event& event : history.events) {
    const auto state = static_cast<std::size_t>(event.state);
    if (state <= here || state >= end || event.participation == 0) continue;
    FollowingEvent found{{event.centre[0] + sample.cell.origin[0], event.centre[1] + sample.cell.origin[1]},
                         event.strain - sample.survey->strain};
    if (sample.cell.sheared) found.place[0] -= found.strain * found.place[1];
    out.push_back(found);
  }
  return out;
}

}  // namespace vitrum::compare
