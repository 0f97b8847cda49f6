#include <algorithm>
#include <cmath>

#include "compare/spread.h"
#include "study/figure_series.h"
#include "study/seem2024/state_space.h"
#include "study/verdicts.h"

namespace vitrum::study::seem2024 {
namespace {

constexpr std::int64_t least_events = 3;  // of a bin whose mean change is drawn

/// Line segments as one path, broken between them.
FigureSeries nullcline(const std::string& label, const Units& units, Stroke stroke,
                       const std::vector<seem::NullSegment>& segments) {
  std::vector<seem::StatePoint> points;
  for (const seem::NullSegment& segment : segments) {
    points.insert(points.end(), segment.begin(), segment.end());
    points.push_back({unknown, unknown});
  }
  FigureSeries out = path_of(label, "theory", units, points);
  out.stroke = stroke;
  return out;
}

/// The drift of each bin as an arrow whose length is a bin's at most.
FigureSeries arrows(const seem::MeanFlow& flow, const Units& units, double least_exposure) {
  const seem::StateGrid& grid = flow.grid;
  const double wide = (grid.inelastic_edges().back() - grid.inelastic_edges().front()) /
                      static_cast<double>(grid.columns()),
               high = (grid.stress_edges().back() - grid.stress_edges().front()) /
                      static_cast<double>(grid.rows());
  std::vector<double> sizes;
  const auto size = [&](const seem::BinFlow& bin) {
    return std::hypot(bin.inelastic_drift.value / wide, bin.stress_drift.value / high);
  };
  const auto is_known = [&](const seem::BinFlow& bin) { return bin.exposure > least_exposure; };
  for (const seem::BinFlow& bin : flow.bins)
    if (is_known(bin)) sizes.push_back(size(bin));
  if (sizes.empty()) return path_of("mean flow", "flow", units, {});
  // A few bins with one large event would leave no length to the others.
  const double longest = compare::quantile_of(sizes, 0.9);
  std::vector<seem::StatePoint> points;
  for (std::size_t i = 0; i < flow.bins.size() && longest > 0; ++i) {
    const seem::BinFlow& bin = flow.bins[i];
    if (!is_known(bin) || size(bin) == 0) continue;
    // Of small drifts the direction is what matters: lengths go as the root.
    const double length = 0.9 * std::sqrt(std::min(1.0, size(bin) / longest)) / size(bin);
    const double right = length * bin.inelastic_drift.value, up = length * bin.stress_drift.value;
    const seem::StatePoint tail = grid.centre(i), head{tail.stress + up, tail.inelastic + right};
    const auto barb = [&](double side) {
      return seem::StatePoint{head.stress - 0.3 * up + side * 0.2 * right * high / wide,
                              head.inelastic - 0.3 * right - side * 0.2 * up * wide / high};
    };
    for (const seem::StatePoint& point : {tail, head, barb(1), head, barb(-1)}) points.push_back(point);
    points.push_back({unknown, unknown});
  }
  return path_of("mean flow", "flow", units, points);
}

/// Event rate of all bins whose centre is on one side of a limit.
struct Halves {
  Estimate low, high;
};

/// Rates below and above the mean stress of what was exposed (or the mean X_1 of each row of equal stress).
Halves rates_along(const seem::MeanFlow& flow, bool stress) {
  const auto position = [&](std::size_t bin) {
    const std::size_t rows = flow.grid.rows();
    return static_cast<double>(stress ? bin % rows : bin / rows);
  };
  double exposure[2]{0, 0}, events[2]{0, 0};
  const std::size_t rows = flow.grid.rows();
  const std::size_t groups = stress ? 1 : rows;
  for (std::size_t group = 0; group < groups; ++group) {
    double all = 0, sum = 0;
    for (std::size_t i = 0; i < flow.bins.size(); ++i)
      if (stress || i % rows == group) {
        all += flow.bins[i].exposure;
        sum += flow.bins[i].exposure * position(i);
      }
    if (all == 0) continue;
    for (std::size_t i = 0; i < flow.bins.size(); ++i)
      if (stress || i % rows == group) {
        const int side = position(i) > sum / all ? 1 : 0;
        exposure[side] += flow.bins[i].exposure;
        events[side] += static_cast<double>(flow.bins[i].events);
      }
  }
  const auto rate = [&](int side) {
    return exposure[side] > 0
               ? Estimate{events[side] / exposure[side], std::sqrt(events[side]) / exposure[side]}
               : Estimate{unknown, unknown};
  };
  return {rate(0), rate(1)};
}

PaperClaim attractor_claim(const Harvested& harvested, const Units& units) {
  const std::string statement =
      "The mean flow has an attractor, where ageing and rejuvenation balance and the drops balance the "
      "loading.";
  if (!harvested.attractor)
    return {statement, "a fixed point of the drift whose eigenvalues are both negative",
            harvested.without_attractor, Verdict::fails};
  const seem::AttractorEstimate& found = *harvested.attractor;
  if (found.draws == 0)
    return claim_unknown(statement, "found at X_1 = " + in_words(found.inelastic.value) +
                                        ", but of one specimen nobody knows whether by chance");
  const double share = static_cast<double>(found.found) / static_cast<double>(found.draws);
  const Estimate stress{units.stress_factor * found.stress.value, units.stress_factor * found.stress.error};
  return {
      statement,
      "a fixed point of the drift whose eigenvalues are both negative, in 95 % of the draws of specimens; "
      "partly in half of them",
      "at X_1 = " + in_words(found.inelastic) + ", τ = " + in_words(stress) + "; in " +
          in_percent({share, 0}) + " of the draws",
      share >= 0.95  ? Verdict::holds
      : share >= 0.5 ? Verdict::partly
                     : Verdict::fails};
}

}  // namespace

PaperFigure figure_2(const Harvested& harvested) {
  const Units units = units_of(harvested);
  const seem::MeanFlow& flow = harvested.flow;
  const auto of_bins = [&](const std::string& label, const auto& value) {
    return map_of(flow.grid, units, label, [&](std::size_t bin) { return value(flow.bins[bin]); });
  };
  PaperFigure out;
  out.number = "Fig. 2";
  out.title = "Event rate, mean changes and mean flow";

  FigurePanel rate = state_panel("2a", "Events per unit strain", units);
  rate.map = of_bins("lambda / (events per unit strain)",
                     [](const seem::BinFlow& bin) { return bin.exposure > 0 ? bin.rate.value : unknown; });
  FigurePanel inelastic = state_panel("2b", "Mean change of the inelastic energy in an event", units);
  inelastic.map = of_bins("Delta X_1" + units.energy, [](const seem::BinFlow& bin) {
    return bin.events >= least_events ? bin.inelastic.value : unknown;
  });
  FigurePanel drop = state_panel("2c", "Mean stress drop of an event", units);
  drop.map = of_bins("Delta tau" + units.stress, [&](const seem::BinFlow& bin) {
    return bin.events >= least_events ? units.stress_factor * bin.stress_drop.value : unknown;
  });
  FigurePanel mean = state_panel("2d", "Mean flow and its nullclines", units);
  mean.series = {arrows(flow, units, 0),
                 nullcline("dτ/dγ = 0", units, Stroke::solid, harvested.stress_nullcline),
                 nullcline("d X_1/dγ = 0", units, Stroke::dashed, harvested.inelastic_nullcline)};
  if (harvested.attractor) {
    FigureSeries point = series("attractor", "glass", Mark::points);
    add_point(point, harvested.attractor->inelastic.value,
              {units.stress_factor * harvested.attractor->stress.value,
               units.stress_factor * harvested.attractor->stress.error});
    mean.series.push_back(point);
  }
  out.panels = {rate, inelastic, drop, mean};

  const Halves by_stress = rates_along(flow, true), by_energy = rates_along(flow, false);
  out.claims = {
      claim_larger("Events become more frequent at high stress.", "rate above the mean stress",
                   by_stress.high, "below", by_stress.low),
      claim_larger("Events become more frequent at large inelastic energy.",
                   "rate above the mean X_1 of the same stress", by_energy.high, "below", by_energy.low),
      attractor_claim(harvested, units)};
  return out;
}

}  // namespace vitrum::study::seem2024
