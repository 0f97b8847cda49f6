#include "study/castellanos2021/stress_strain.h"

#include <algorithm>
#include <cmath>

#include "compare/uniform_curve.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr std::size_t trace_points = 1500;
constexpr int mean_points = 401;

/// The stress of every so many increments: drawn, a curve has no more points than the page has pixels.
FigureSeries trace_of(const compare::UniformCurve& curve, const std::string& model) {
  FigureSeries out = series("one " + model, model, Mark::line);
  const std::size_t every = std::max<std::size_t>(1, curve.stress.size() / trace_points);
  for (std::size_t k = 0; k < curve.stress.size(); k += every) {
    out.x.push_back(curve.strain(k));
    out.y.push_back(curve.stress[k]);
  }
  return out;
}

/// The curve at so few points that those of an ensemble fit into memory.
compare::Line line_of(const compare::UniformCurve& curve, const std::vector<double>& strains) {
  compare::Line out;
  for (const double strain : strains) {
    const double place = std::max(0.0, (strain - curve.origin) / curve.step);
    const auto low = std::min(static_cast<std::size_t>(place), curve.stress.size() - 1);
    const std::size_t high = std::min(low + 1, curve.stress.size() - 1);
    const double share = std::min(1.0, place - static_cast<double>(low));
    out.add(strain, curve.stress[low] + share * (curve.stress[high] - curve.stress[low]));
  }
  return out;
}

}  // namespace

FirstLeg first_leg(const std::vector<SampleRecord>& records, const std::string& model) {
  FirstLeg out;
  std::vector<const History*> sheared;
  double begin = 0, end = 0;
  for (const SampleRecord& record : records) {
    if (!compare::has_uniform_curve(record.history)) continue;
    const compare::UniformCurve curve = compare::uniform_curve(record.history);
    if (curve.step < 0) continue;
    const double last = curve.strain(curve.stress.size() - 1);
    if (sheared.empty()) out.trace = trace_of(curve, model);
    begin = sheared.empty() ? curve.origin : std::max(begin, curve.origin);
    end = sheared.empty() ? last : std::min(end, last);
    sheared.push_back(&record.history);
  }
  if (sheared.empty() || !(end > begin)) return out;
  out.samples = sheared.size();
  const auto strains = compare::even_points(begin, end, mean_points);
  std::vector<compare::Line> lines;
  for (const History* history : sheared) lines.push_back(line_of(compare::uniform_curve(*history), strains));
  out.mean = compare::mean_curve(lines, strains);
  return out;
}

}  // namespace vitrum::study::castellanos2021
