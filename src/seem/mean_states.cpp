#include "seem/mean_states.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

#include "base/error.h"

namespace vitrum::seem {
namespace {

/// Both sums over specimens of one variable.
Estimate mean_with_error(double sum, double n, double deviation) {
  return {sum / n, n > 1 ? deviation / std::sqrt(n) : std::numeric_limits<double>::quiet_NaN()};
}

/// Sums over strain; root mean squares at the end.
struct DiscrepancySums {
  double mean = 0, variance = 0, error = 0, deviation = 0;

  void add(const Estimate& model, double model_deviation, const Estimate& reference,
           double reference_deviation) {
    const double difference = model.value - reference.value;
    mean += difference * difference;
    variance += reference_deviation * reference_deviation;
    error += model.error * model.error + reference.error * reference.error;
    deviation += std::pow(std::log(model_deviation / reference_deviation), 2);
  }
  Discrepancy::Component over(double n) const {
    return {std::sqrt(mean / n), std::sqrt(mean / variance), std::sqrt(mean / error),
            std::sqrt(deviation / n)};
  }
};

bool spreads(const StateMoments& at) {
  return at.specimens > 1 && at.stress_deviation > 0 && at.inelastic_deviation > 0;
}

}  // namespace

std::vector<StatePoint> states_at(const Trajectory& trajectory, const std::vector<double>& strains) {
  std::vector<StatePoint> states;
  auto path = trajectory.paths.begin();
  const auto refuse = [&](double strain) {
    std::ostringstream message;
    message << "a trajectory that goes forward from a strain of "
            << (trajectory.strain.empty() ? 0 : trajectory.strain.front()) << " to "
            << (trajectory.strain.empty() ? 0 : trajectory.strain.back()) << " says nothing of " << strain
            << "; compare at strains that all specimens were loaded to";
    throw InputError(message.str());
  };
  for (const double strain : strains) {
    // Strains of grids carry the rounding of their points.
    const double room = 1e-9 * std::max(1.0, std::abs(strain));
    const auto goes_on = [&](const ElasticPath& next) {
      return next.increment > 0 && next.begin <= strain + room * 1e-3;
    };
    if (path == trajectory.paths.end() || path->increment <= 0 || path->begin > strain + room) refuse(strain);
    while (path + 1 != trajectory.paths.end() && goes_on(*(path + 1))) ++path;
    const double share = (strain - path->begin) / path->increment;
    if (strain > path->begin + path->increment + room) refuse(strain);
    const double within = std::clamp(share, 0.0, 1.0);
    states.push_back({std::lerp(path->from.stress, path->to.stress, within),
                      std::lerp(path->from.inelastic, path->to.inelastic, within)});
  }
  return states;
}

std::vector<StateMoments> moments_of(const std::vector<std::vector<StatePoint>>& curves,
                                     const std::vector<double>& strains) {
  const auto misses = [&](const auto& curve) { return curve.size() != strains.size(); };
  if (curves.empty() || std::any_of(curves.begin(), curves.end(), misses))
    throw InputError("means in the state space need one specimen at least, and a state at each strain");
  std::vector<StateMoments> moments;
  const auto n = static_cast<double>(curves.size());
  for (std::size_t k = 0; k < strains.size(); ++k) {
    double stress = 0, inelastic = 0, ss = 0, xx = 0, sx = 0;
    for (const auto& curve : curves) stress += curve[k].stress, inelastic += curve[k].inelastic;
    for (const auto& curve : curves) {
      const double s = curve[k].stress - stress / n, x = curve[k].inelastic - inelastic / n;
      ss += s * s, xx += x * x, sx += s * x;
    }
    StateMoments at;
    at.strain = strains[k];
    at.specimens = static_cast<std::int64_t>(curves.size());
    at.stress_deviation = n > 1 ? std::sqrt(ss / (n - 1)) : 0;
    at.inelastic_deviation = n > 1 ? std::sqrt(xx / (n - 1)) : 0;
    at.stress = mean_with_error(stress, n, at.stress_deviation);
    at.inelastic = mean_with_error(inelastic, n, at.inelastic_deviation);
    at.correlation = ss > 0 && xx > 0 ? sx / std::sqrt(ss * xx) : 0;
    moments.push_back(at);
  }
  return moments;
}

Discrepancy discrepancy(const std::vector<StateMoments>& model, const std::vector<StateMoments>& reference) {
  const auto at_one_strain = [](const StateMoments& a, const StateMoments& b) {
    return std::abs(a.strain - b.strain) <= 1e-9;
  };
  if (!std::equal(model.begin(), model.end(), reference.begin(), reference.end(), at_one_strain))
    throw InputError("a model and its reference are compared at the same strains");
  DiscrepancySums stress, inelastic;
  Discrepancy found;
  for (std::size_t k = 0; k < model.size(); ++k) {
    const StateMoments &a = model[k], &b = reference[k];
    // Where all begin alike there is nothing to compare.
    if (!spreads(a) || !spreads(b)) continue;
    stress.add(a.stress, a.stress_deviation, b.stress, b.stress_deviation);
    inelastic.add(a.inelastic, a.inelastic_deviation, b.inelastic, b.inelastic_deviation);
    ++found.strains;
  }
  if (found.strains == 0)
    throw InputError("a model is compared with two specimens or more, which differ at some strain");
  found.stress = stress.over(static_cast<double>(found.strains));
  found.inelastic = inelastic.over(static_cast<double>(found.strains));
  return found;
}

}  // namespace vitrum::seem
