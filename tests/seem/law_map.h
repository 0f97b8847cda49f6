// Stochastic maps whose law is given, not harvested.
#pragma once

#include <cmath>
#include <functional>
#include <memory>

#include "seem/event_map.h"

namespace vitrum::seem {

/// Rates at the centres of fine bins, jumps where they happen.
class LawMap final : public EventMap {
 public:
  using Rate = std::function<double(const StatePoint&)>;
  using Draw = std::function<Jump(const StatePoint&, RandomStream&)>;
  LawMap(const StateGrid& grid, const ElasticLaw& law, const Rate& rate, Draw draw)
      : EventMap(grid, law, Loading::tangent), draw_(std::move(draw)) {
    for (std::size_t i = 0; i < grid.bins(); ++i) {
      rates_[i] = rate(grid.centre(i));
      known_[i] = true;
    }
  }
  Jump draw(std::size_t, const StatePoint& before, RandomStream& random) const override {
    return draw_(before, random);
  }
  void visit_jumps(std::size_t, const StatePoint&, const VisitJump&) const override {}

 private:
  Draw draw_;
};

/// A glass whose strength falls with X_1: events at the rate 100 exp((tau - tau_y)/0.04 tau_0), tau_y =
/// tau_0 (1 - weakening X_1/X_s), of exponential drops of mean 0.05 tau_0, which bring X_1 5 % nearer to X_s.
/// Without weakening the same events happen, and X_1 says nothing. tau_0/G = 0.05.
inline std::shared_ptr<const EventMap> weakening_map(double weakening) {
  constexpr double strength = 0.05, goal = 1e-3;
  const ElasticLaw law;
  const StateGrid grid = equal_width_grid({{-2 * strength, 0}, {2 * strength, goal}}, 20, 400);
  const auto rate = [=](const StatePoint& at) {
    const double yield = strength * (1 - weakening * at.inelastic / goal);
    return std::min(900.0, 100 * std::exp((at.stress - yield) / (0.04 * strength)));
  };
  const auto draw = [=](const StatePoint& at, RandomStream& random) {
    return Jump{-0.05 * strength * std::log(random.uniform_positive()), 0.05 * (goal - at.inelastic)};
  };
  return std::make_shared<LawMap>(grid, law, rate, draw);
}

}  // namespace vitrum::seem
