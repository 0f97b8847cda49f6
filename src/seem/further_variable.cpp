#include "seem/further_variable.h"

#include <Eigen/Dense>
#include <array>
#include <cmath>

#include "base/error.h"
#include "seem/newton_steps.h"

namespace vitrum::seem {
namespace {

constexpr Eigen::Index plain_terms = 6, all_terms = 10;
constexpr double least_events = 30;

/// Values in units in which they are of order one.
struct Standard {
  std::array<double, 3> mean{}, deviation{1, 1, 1};

  static std::array<double, 3> values(const StatePoint& at, double variable) {
    return {at.stress, at.inelastic, variable};
  }
  /// 1 and the products of tau and X_1, then those with the variable.
  Eigen::VectorXd terms(const StatePoint& at, double variable, Eigen::Index count) const {
    std::array<double, 3> v = values(at, variable);
    for (std::size_t k = 0; k < 3; ++k) v[k] = (v[k] - mean[k]) / deviation[k];
    const auto [s, x, z] = v;
    Eigen::VectorXd all(all_terms);
    all << 1, s, x, s * s, s * x, x * x, z, s * z, x * z, z * z;
    return all.head(count);
  }
};

Standard standard_of(const std::vector<MarkedSample>& samples) {
  Standard found;
  std::array<double, 3> sum{}, squares{};
  double n = 0;
  for (const MarkedSample& sample : samples)
    for (const MarkedEvent& event : sample.events) {
      const auto v = Standard::values(event.before, event.variable);
      for (std::size_t k = 0; k < 3; ++k) sum[k] += v[k];
      ++n;
    }
  for (std::size_t k = 0; k < 3; ++k) found.mean[k] = n > 0 ? sum[k] / n : 0;
  for (const MarkedSample& sample : samples)
    for (const MarkedEvent& event : sample.events) {
      const auto v = Standard::values(event.before, event.variable);
      for (std::size_t k = 0; k < 3; ++k) squares[k] += std::pow(v[k] - found.mean[k], 2);
    }
  for (std::size_t k = 0; k < 3; ++k)
    if (squares[k] > 0) found.deviation[k] = std::sqrt(squares[k] / n);
  return found;
}

/// Samples whose number is, or is not, `part` modulo `parts`.
struct Selection {
  const std::vector<MarkedSample>& samples;
  std::size_t part, parts;

  template <typename Visit>
  void others(Visit&& visit) const {
    for (std::size_t i = 0; i < samples.size(); ++i)
      if (i % parts != part) visit(samples[i]);
  }
};

[[noreturn]] void refuse_too_few() {
  throw InputError(
      "rates of events beside a further variable cannot be fitted: too few events, or none in a part of the "
      "states; harvest more samples");
}

Eigen::VectorXd fit_rate(const Selection& selection, const Standard& standard, Eigen::Index count) {
  Eigen::VectorXd seen = Eigen::VectorXd::Zero(count);
  double events = 0, strain = 0;
  selection.others([&](const MarkedSample& sample) {
    for (const MarkedEvent& event : sample.events)
      seen += standard.terms(event.before, event.variable, count), ++events;
    for (const MarkedPath& path : sample.paths) strain += path.strain;
  });
  if (events < least_events) refuse_too_few();
  Eigen::VectorXd start = Eigen::VectorXd::Zero(count);
  start[0] = std::log(events / strain);
  const auto found = settled(start, [&](const Eigen::VectorXd& now) {
    Eigen::VectorXd expected = Eigen::VectorXd::Zero(count);
    Eigen::MatrixXd information = Eigen::MatrixXd::Zero(count, count);
    selection.others([&](const MarkedSample& sample) {
      for (const MarkedPath& path : sample.paths) {
        const Eigen::VectorXd terms = standard.terms(path.at, path.variable, count);
        const double mean = path.strain * std::exp(now.dot(terms));
        expected += mean * terms;
        information += mean * terms * terms.transpose();
      }
    });
    return Eigen::VectorXd(information.completeOrthogonalDecomposition().solve(seen - expected));
  });
  if (!found) refuse_too_few();
  return *found;
}

double likelihood(const MarkedSample& sample, const Standard& standard, const Eigen::VectorXd& coefficients) {
  double sum = 0;
  for (const MarkedEvent& event : sample.events)
    sum += coefficients.dot(standard.terms(event.before, event.variable, coefficients.size()));
  for (const MarkedPath& path : sample.paths)
    sum -=
        path.strain * std::exp(coefficients.dot(standard.terms(path.at, path.variable, coefficients.size())));
  return sum;
}

/// What is predicted of a jump; nothing of a drop without a logarithm.
using Quantity = double (*)(const Jump&);
double log_drop(const Jump& jump) { return jump.stress_drop > 0 ? std::log(jump.stress_drop) : std::nan(""); }
double inelastic_change(const Jump& jump) { return jump.inelastic; }

Eigen::VectorXd fit_quantity(const Selection& selection, const Standard& standard, Eigen::Index count,
                             Quantity quantity) {
  Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(count, count);
  Eigen::VectorXd right = Eigen::VectorXd::Zero(count);
  selection.others([&](const MarkedSample& sample) {
    for (const MarkedEvent& event : sample.events) {
      const double value = quantity(event.jump);
      if (std::isnan(value)) continue;
      const Eigen::VectorXd terms = standard.terms(event.before, event.variable, count);
      normal += terms * terms.transpose();
      right += value * terms;
    }
  });
  return normal.completeOrthogonalDecomposition().solve(right);
}

double square_error(const MarkedSample& sample, const Standard& standard, const Eigen::VectorXd& coefficients,
                    Quantity quantity) {
  double sum = 0;
  for (const MarkedEvent& event : sample.events) {
    const double value = quantity(event.jump);
    if (std::isnan(value)) continue;
    sum += std::pow(
        value - coefficients.dot(standard.terms(event.before, event.variable, coefficients.size())), 2);
  }
  return sum;
}

/// A ratio of two sums over samples, with its error by their scatter about it.
Estimate ratio_of_sums(const std::vector<double>& above, const std::vector<double>& below) {
  double a = 0, b = 0, squares = 0;
  const auto n = static_cast<double>(above.size());
  for (const double x : above) a += x;
  for (const double x : below) b += x;
  for (std::size_t i = 0; i < above.size(); ++i) squares += std::pow(above[i] - a / b * below[i], 2);
  return {a / b, std::sqrt(squares * n / (n - 1)) / b};
}

/// 1 - error with / error without, from samples in the order of parts.
struct GainSums {
  std::vector<double> gain, whole;
  Estimate ratio() const { return ratio_of_sums(gain, whole); }
};

void add_quantity(const Selection& selection, const Standard& standard, Quantity quantity, GainSums& sums) {
  const Eigen::VectorXd plain = fit_quantity(selection, standard, plain_terms, quantity);
  const Eigen::VectorXd full = fit_quantity(selection, standard, all_terms, quantity);
  for (std::size_t i = selection.part; i < selection.samples.size(); i += selection.parts) {
    const double without = square_error(selection.samples[i], standard, plain, quantity);
    sums.gain.push_back(without - square_error(selection.samples[i], standard, full, quantity));
    sums.whole.push_back(without);
  }
}

void add_rate(const Selection& selection, const Standard& standard, GainSums& sums) {
  const Eigen::VectorXd plain = fit_rate(selection, standard, plain_terms);
  const Eigen::VectorXd full = fit_rate(selection, standard, all_terms);
  for (std::size_t i = selection.part; i < selection.samples.size(); i += selection.parts) {
    const MarkedSample& sample = selection.samples[i];
    double strain = 0;
    for (const MarkedPath& path : sample.paths) strain += path.strain;
    sums.gain.push_back(likelihood(sample, standard, full) - likelihood(sample, standard, plain));
    sums.whole.push_back(strain);
  }
}

}  // namespace

MarkedSample marked(const Trajectory& trajectory, const std::function<double(double strain)>& variable,
                    double longest) {
  MarkedSample sample;
  double end = 0, begin = 0;
  for (const ElasticPath& path : trajectory.paths) {
    if (path.increment <= 0) continue;
    const bool goes_on =
        !sample.paths.empty() && path.begin == end && path.begin + path.increment - begin <= longest;
    if (!goes_on) sample.paths.push_back({}), begin = path.begin;
    MarkedPath& last = sample.paths.back();
    // Means over the strain.
    const double strain = last.strain + path.increment, share = path.increment / strain;
    last.at.stress += share * (0.5 * (path.from.stress + path.to.stress) - last.at.stress);
    last.at.inelastic += share * (0.5 * (path.from.inelastic + path.to.inelastic) - last.at.inelastic);
    last.strain = strain;
    end = path.begin + path.increment;
    last.variable = variable(0.5 * (begin + end));
  }
  for (const PlasticEvent& event : trajectory.events)
    if (event.forward) sample.events.push_back({event.before, variable(event.strain), event.jump});
  return sample;
}

VariableGain variable_gain(const std::vector<MarkedSample>& samples, int parts, const HearShare& hear) {
  if (samples.size() < 2 || parts < 2)
    throw InputError(
        "what a further variable tells is judged by samples left out: two samples and two parts at least");
  const Standard standard = standard_of(samples);
  GainSums rate, drop, inelastic;
  const std::size_t count = std::min(static_cast<std::size_t>(parts), samples.size());
  for (std::size_t part = 0; part < count; ++part) {
    tell(hear, static_cast<double>(part) / static_cast<double>(count));
    const Selection selection{samples, part, count};
    add_rate(selection, standard, rate);
    add_quantity(selection, standard, log_drop, drop);
    add_quantity(selection, standard, inelastic_change, inelastic);
  }
  return {rate.ratio(), drop.ratio(), inelastic.ratio()};
}

}  // namespace vitrum::seem
