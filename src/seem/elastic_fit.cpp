#include "seem/elastic_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <sstream>

#include "base/error.h"
#include "math/leave_one_out.h"
#include "seem/elastic_coefficients.h"

namespace vitrum::seem {
namespace {

constexpr std::size_t most_parts = 64, pieces_of_one = 20;

/// What is left out together: samples, groups of them, or pieces of the only one.
std::vector<Part> parts_of(const std::vector<std::vector<QuietStretch>>& samples) {
  std::vector<Part> parts;
  if (samples.size() == 1) {
    const std::size_t stretches = samples[0].size(), pieces = std::min(pieces_of_one, stretches);
    for (std::size_t i = 0; i < pieces; ++i)
      parts.emplace_back(samples[0].begin() + static_cast<std::ptrdiff_t>(i * stretches / pieces),
                         samples[0].begin() + static_cast<std::ptrdiff_t>((i + 1) * stretches / pieces));
    return parts;
  }
  parts.resize(std::min(most_parts, samples.size()));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    Part& part = parts[i % parts.size()];
    part.insert(part.end(), samples[i].begin(), samples[i].end());
  }
  return parts;
}

Eigen::VectorXd vector_of(const ElasticCoefficients& c) {
  return Eigen::Vector4d(c.modulus, c.slope, c.a, c.b);
}

ElasticCoefficients first_guess(const ElasticFitSettings& settings) {
  ElasticCoefficients c;
  c.modulus = settings.modulus.value_or(1);
  c.slope = settings.softening ? c.modulus / *settings.softening : 0;
  if (settings.tau_a) c.a = std::pow(*settings.tau_a, -2);
  if (settings.tau_b) c.b = std::pow(*settings.tau_b, -4);
  return c;
}

/// Starts from the slope of all that is small: X_1 is wanted with a modulus of the right size.
ElasticCoefficients better_guess(const std::vector<Part>& parts, const ElasticFitSettings& settings) {
  ElasticCoefficients guess = first_guess(settings);
  if (settings.modulus) return guess;
  double strain = 0, stress = 0;
  for (const Part& part : parts)
    for (const QuietStretch& stretch : part)
      if (ends_below(stretch, settings.small_strain))
        strain += stretch.increment, stress += stretch.to.stress - stretch.from.stress;
  if (!(strain > 0) || !(stress > 0)) {
    std::ostringstream message;
    message << "G_0 cannot be told: " << (strain > 0 ? "the stress does not rise in" : "there is")
            << (strain > 0 ? " the" : " no") << " loading without events below a strain of "
            << settings.small_strain
            << "; take smaller increments or more samples, load from rest, or give G_0 (paper 2, table I)";
    throw InputError(message.str());
  }
  guess.modulus = stress / strain;
  if (settings.softening) guess.slope = guess.modulus / *settings.softening;
  return guess;
}

struct Doubt {
  const char *name, *coefficient, *missing;
  double value, error;
};

void refuse_what_is_not_told(const ElasticCoefficients& c, const Eigen::MatrixXd& covariance,
                             const ElasticFitSettings& settings, std::size_t samples) {
  const auto error = [&](Eigen::Index k) { return std::sqrt(covariance(k, k)); };
  std::ostringstream message;
  if (!settings.softening && samples < static_cast<std::size_t>(settings.least_samples))
    message << "\n- u_A: it is the fall of the modulus from sample to sample, which wants "
            << settings.least_samples << " samples or more, not " << samples
            << "; take more, best of different cooling rates, or give u_A";
  std::vector<Doubt> doubts;
  if (!settings.modulus)
    doubts.push_back({"G_0", "G_0", "samples or smaller increments", c.modulus, error(0)});
  if (!settings.softening && message.str().empty())
    doubts.push_back({"u_A", "G_0/u_A", "samples of more different X_1", c.slope, error(1)});
  if (!settings.tau_a)
    doubts.push_back(
        {"tau_A", "1/tau_A^2", "loading without events at high stress, or a larger sample", c.a, error(2)});
  if (!settings.tau_b)
    doubts.push_back(
        {"tau_B", "1/tau_B^4", "loading without events at high stress, or a larger sample", c.b, error(3)});
  for (const Doubt& d : doubts)
    if (!(d.value > settings.significance * d.error))
      message << "\n- " << d.name << ": " << d.coefficient << " is " << d.value << " +- " << d.error
              << ", not " << settings.significance << " standard errors above zero; take " << d.missing
              << ", or give " << d.name << " (a very large one leaves its term out)";
  if (!message.str().empty())
    throw InputError("the elastic law (paper 2, eq. 7) cannot be told from " + std::to_string(samples) +
                     (samples == 1 ? " sample:" : " samples:") + message.str());
}

/// d (G_0, u_A, tau_A, tau_B) / d (G_0, s, a, b); rows of given parameters are zero.
Eigen::Matrix4d derivatives(const ElasticCoefficients& c, const ElasticLaw& law,
                            const ElasticFitSettings& settings) {
  Eigen::Matrix4d d = Eigen::Matrix4d::Zero();
  if (!settings.modulus) d(0, 0) = 1;
  if (!settings.softening) {
    d(1, 0) = 1 / c.slope;
    d(1, 1) = -law.softening / c.slope;
  }
  if (!settings.tau_a) d(2, 2) = -0.5 * law.tau_a / c.a;
  if (!settings.tau_b) d(3, 3) = -0.25 * law.tau_b / c.b;
  return d;
}

void put_errors(const Eigen::Matrix4d& covariance, ElasticFit& fit) {
  const auto error = [&](Eigen::Index k) { return std::sqrt(covariance(k, k)); };
  fit.modulus = {fit.law.modulus, error(0)};
  fit.softening = {fit.law.softening, error(1)};
  fit.tau_a = {fit.law.tau_a, error(2)};
  fit.tau_b = {fit.law.tau_b, error(3)};
  for (Eigen::Index i = 0; i < 4; ++i)
    for (Eigen::Index j = 0; j < 4; ++j) {
      const double both = error(i) * error(j);
      fit.correlation[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] =
          i == j ? 1 : (both > 0 ? covariance(i, j) / both : 0);
    }
}

}  // namespace

ElasticFit fit_elastic_law(const std::vector<std::vector<QuietStretch>>& samples,
                           const ElasticFitSettings& settings) {
  if (samples.empty()) throw InputError("an elastic law is fitted to samples, but there is none");
  const std::vector<Part> parts = parts_of(samples);
  const ElasticCoefficients found =
      solve_coefficients(parts, parts.size(), better_guess(parts, settings), settings);
  const Eigen::MatrixXd covariance = leave_one_out(parts.size(), [&](std::size_t left_out) {
    tell(settings.hear, static_cast<double>(left_out) / static_cast<double>(parts.size()));
    return vector_of(solve_coefficients(parts, left_out, found, settings));
  });
  refuse_what_is_not_told(found, covariance, settings, samples.size());
  ElasticFit fit;
  fit.law = law_of(found, settings);
  const Eigen::Matrix4d d = derivatives(found, fit.law, settings);
  Eigen::Matrix4d spread = d * covariance * d.transpose();
  // Given parameters have no error, also where the others' is not known (0 times NaN is NaN).
  const std::array<bool, 4> given{settings.modulus.has_value(), settings.softening.has_value(),
                                  settings.tau_a.has_value(), settings.tau_b.has_value()};
  for (Eigen::Index k = 0; k < 4; ++k)
    if (given[static_cast<std::size_t>(k)]) spread.row(k).setZero(), spread.col(k).setZero();
  put_errors(spread, fit);
  fit.moduli = modulus_points(samples, found, settings);
  fit.compliance = compliance_points(parts, found, settings);
  fit.parts = parts.size();
  fit.pieces = samples.size() == 1;
  return fit;
}

}  // namespace vitrum::seem
