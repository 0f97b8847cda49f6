// Regression by Gaussian processes: a smooth function from noisy values at scattered points, with its error.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace vitrum {

/// Values of a function at points. All points have as many coordinates, best all of order one.
struct Observations {
  std::vector<std::vector<double>> at;
  std::vector<double> value;
  std::vector<double> noise;  ///< variance of each value that is known beforehand; empty: none
};

/// How alike the function is at two places, with r^2 = sum over i of (difference / length_i)^2.
enum class Likeness {
  squared_exponential,  ///< exp(-r^2/2)
  matern,               ///< of order 5/2: (1 + s + s^2/3) exp(-s), s = sqrt(5) r
};

/// What the function does on the whole; coefficients are free, their uncertainty is part of every prediction.
enum class Trend { constant, linear, quadratic };

/// What kind of function it is: value = trend + field + noise.
struct ProcessParameters {
  std::vector<double> length;  ///< over which the field changes, for each coordinate
  double variance = 1;         ///< of the field
  double nugget = 0;           ///< variance of noise that each value has beside what is known of it
};

/// A normal distribution of several numbers.
struct JointNormal {
  std::vector<double> mean;
  std::vector<double> covariance;  ///< row after row
};

/// Universal kriging (Rasmussen and Williams 2006, eqs. 2.41 and 2.42): the trend's coefficients have a flat
/// prior. Immutable; copies share what they know.
class GaussianProcess {
 public:
  struct Kind {
    Likeness likeness = Likeness::matern;
    Trend trend = Trend::constant;
  };

  /// @throws InputError when the observations do not fit together, or are not more than the trend's
  /// coefficients; PhysicsError when their covariance is not positive definite.
  GaussianProcess(const Observations& observations, const Kind& kind, const ProcessParameters& parameters);

  /// With the parameters that make the restricted likelihood (Patterson and Thompson 1971) of the
  /// observations largest. Logarithms of lengths have a wide normal prior (1.2 about half the spread of the
  /// points), those of both variances a wider one (3), which decide only where the observations do not.
  /// @param start where the search begins, as from fewer observations; nullptr: at several places
  static GaussianProcess fit(const Observations& observations, const Kind& kind,
                             const ProcessParameters* start = nullptr);

  const ProcessParameters& parameters() const;
  /// Of the observations, the trend integrated out, up to no constant.
  double restricted_log_likelihood() const;

  struct Prediction {
    double mean = 0;
    double variance = 0;  ///< of the function itself, without noise
  };
  Prediction at(const std::vector<double>& point) const;
  double mean(const std::vector<double>& point) const;  ///< of `at`, at the n-th part of its cost
  JointNormal joint(const std::vector<std::vector<double>>& points) const;

  /// For each observation, how far it is from what all the others say, in units of the deviation that they
  /// expect, its noise included (Rasmussen and Williams, eqs. 5.10 to 5.12): standard normal when all is
  /// well.
  std::vector<double> leave_one_out() const;

  struct State;

 private:
  explicit GaussianProcess(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace vitrum
