#include "study/leg_curves.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include "compare/leg_path.h"

namespace vitrum::study {

namespace {

using compare::LegPath;
using compare::Line;
using rig::LegKind;

constexpr int points = 401;
constexpr int times_per_decade = 10;

using Records = std::vector<SampleRecord>;

/// What `line_of` makes of a leg's path, one line a sample; samples without that leg are left out.
template <class LineOf>
std::vector<Line> leg_lines(const Records& records, std::size_t leg, const LineOf& line_of) {
  std::vector<Line> lines;
  for (const SampleRecord& record : records) {
    const LegPath path = compare::leg_path(record.history, static_cast<std::int64_t>(leg));
    if (path.strain.size() > 1) lines.push_back(line_of(path));
  }
  return lines;
}

double common_beginning(const std::vector<Line>& lines) {
  double x = -std::numeric_limits<double>::infinity();
  for (const Line& line : lines) x = std::max(x, line.x.front());
  return x;
}

double common_end(const std::vector<Line>& lines) {
  double x = std::numeric_limits<double>::infinity();
  for (const Line& line : lines) x = std::min(x, line.x.back());
  return x;
}

void add(std::vector<LegCurve>& out, const std::string& model, const std::string& label,
         compare::MeanCurve curve) {
  if (curve.x.size() < 2) return;
  const auto same = std::count_if(out.begin(), out.end(), [&](const LegCurve& other) {
    return other.label == label || other.label.starts_with(label + " (");
  });
  out.push_back({model, same == 0 ? label : label + " (" + std::to_string(same + 1) + ")", std::move(curve)});
}

}  // namespace

std::vector<LegCurve> reload_curves(const std::string& model, const Records& records,
                                    const rig::Program& program) {
  std::vector<LegCurve> out;
  for (std::size_t leg = 1; leg < program.legs.size(); ++leg) {
    const LegKind kind = program.legs[leg].kind;
    const bool forward = kind == LegKind::reload_forward;
    if (!forward && kind != LegKind::reload_backward) continue;
    if (program.legs[leg - 1].kind != LegKind::unload) continue;
    const double sign = forward ? 1 : -1;
    const auto lines = leg_lines(records, leg, [&](const LegPath& path) {
      Line line;
      for (std::size_t i = 0; i < path.strain.size(); ++i)
        line.add(sign * (path.strain[i] - path.strain.front()), sign * path.stress[i]);
      return line;
    });
    if (lines.empty()) continue;
    add(out, model, forward ? "reloaded forward" : "reloaded backward",
        compare::mean_curve(lines, compare::even_points(0, common_end(lines), points)));
  }
  return out;
}

std::vector<LegCurve> stress_curves(const std::string& model, const Records& records,
                                    const rig::Program& program) {
  std::vector<LegCurve> out;
  for (std::size_t leg = 0; leg < program.legs.size(); ++leg) {
    if (program.legs[leg].kind != LegKind::stress) continue;
    const auto lines = leg_lines(records, leg, [&](const LegPath& path) {
      // Along the stress as it rises; where the leg lowers it, along its negative, and turned round below.
      const double sign = program.legs[leg].stress < path.stress.front() ? -1 : 1;
      Line line;
      for (std::size_t i = 0; i < path.strain.size(); ++i)
        line.add(sign * path.stress[i], path.strain[i] - path.strain.front());
      if (sign > 0) return line;
      std::reverse(line.x.begin(), line.x.end());
      std::reverse(line.y.begin(), line.y.end());
      for (double& x : line.x) x = -x;
      return line;
    });
    if (lines.empty()) continue;
    char label[64];
    std::snprintf(label, sizeof label, "to stress %.4g", program.legs[leg].stress);
    const double low = common_beginning(lines), high = common_end(lines);
    if (low < high)
      add(out, model, label, compare::mean_curve(lines, compare::even_points(low, high, points)));
  }
  return out;
}

std::vector<LegCurve> creep_curves(const std::string& model, const Records& records,
                                   const rig::Program& program) {
  std::vector<LegCurve> out;
  for (std::size_t leg = 0; leg < program.legs.size(); ++leg) {
    if (program.legs[leg].kind != LegKind::creep) continue;
    double stress = 0, first = std::numeric_limits<double>::infinity();
    const auto lines = leg_lines(records, leg, [&](const LegPath& path) {
      Line line;
      for (std::size_t i = 0; i < path.strain.size(); ++i)
        line.add(path.time[i] - path.time.front(), path.strain[i] - path.strain.front());
      const auto later = std::upper_bound(line.x.begin(), line.x.end(), 0.0);
      if (later != line.x.end()) first = std::min(first, *later);
      stress += path.stress.front();
      return line;
    });
    if (lines.empty() || !(first < common_end(lines))) continue;
    char label[96];
    std::snprintf(label, sizeof label, "stress %.3g, temperature %.3g",
                  stress / static_cast<double>(lines.size()), program.legs[leg].temperature);
    const auto times = compare::logarithmic_points(first, common_end(lines), times_per_decade);
    add(out, model, label, compare::mean_curve(lines, times));
  }
  return out;
}

}  // namespace vitrum::study
