#include "math/markov_chains.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "math/chain_convergence.h"

namespace vitrum {
namespace {

using Eigen::Index;

// Mean and covariance of what a chain has seen (Welford 1962).
class Spread {
 public:
  explicit Spread(Index d) : mean_(Eigen::VectorXd::Zero(d)), sum_(Eigen::MatrixXd::Zero(d, d)) {}
  void add(const Eigen::VectorXd& x) {
    number_ += 1;
    const Eigen::VectorXd before = x - mean_;
    mean_ += before / number_;
    sum_ += before * (x - mean_).transpose();
  }
  Eigen::MatrixXd steps() const {
    const auto d = static_cast<double>(mean_.size());
    Eigen::MatrixXd covariance = 2.38 * 2.38 / d * sum_ / std::max(1.0, number_ - 1);
    covariance.diagonal().array() += 1e-10;
    return covariance.llt().matrixL();
  }

 private:
  double number_ = 0;
  Eigen::VectorXd mean_;
  Eigen::MatrixXd sum_;
};

}  // namespace

MarkovChains adaptive_metropolis(const LogDensity& density, const std::vector<std::vector<double>>& starts,
                                 int length, std::uint64_t seed, Purpose purpose) {
  if (starts.size() < 2 || length < 100)
    throw InputError("Markov chains can be compared only when there are two or more, of 100 steps or more");
  MarkovChains result;
  for (std::size_t c = 0; c < starts.size(); ++c) {
    RandomStream random(seed, c, purpose);
    const auto d = static_cast<Index>(starts[c].size());
    Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(starts[c].data(), d);
    double height = density(starts[c]);
    if (!std::isfinite(height))
      throw InputError("a Markov chain was to start where the density is zero or not a number");
    Spread spread(d);
    Eigen::MatrixXd step = 0.05 * Eigen::MatrixXd::Identity(d, d);
    result.chain.emplace_back();
    int recent = 0;
    for (int k = 0; k < 2 * length; ++k) {
      Eigen::VectorXd normal(d);
      for (Index i = 0; i < d; ++i) normal[i] = random.normal();
      const double dice = std::log(random.uniform_positive());
      const Eigen::VectorXd next = x + step * normal;
      if (next.minCoeff() >= 0 && next.maxCoeff() <= 1) {
        const double there = density({next.begin(), next.end()});
        if (dice < there - height) {
          x = next;
          height = there;
          ++recent;
          if (k >= length) result.accepted += 1;
        }
      }
      if (k >= length) {
        result.chain.back().emplace_back(x.begin(), x.end());
        continue;
      }
      // The first half of burn-in finds the place and a scale, the second one the shape.
      if (k >= length / 2) spread.add(x);
      if ((k + 1) % 50 != 0) continue;
      if (k < length / 2 || k < length / 2 + 200) {
        step *= recent < 10 ? 0.6 : recent > 20 ? 1.5 : 1;
      } else {
        step = spread.steps();
      }
      recent = 0;
    }
  }
  result.accepted /= static_cast<double>(starts.size()) * length;
  for (std::size_t i = 0; i < starts.front().size(); ++i) {
    std::vector<std::vector<double>> series;
    for (const auto& chain : result.chain) {
      series.emplace_back();
      for (const auto& sample : chain) series.back().push_back(sample[i]);
    }
    result.r_hat.push_back(split_r_hat(series));
    result.samples.push_back(effective_samples(series));
  }
  return result;
}

}  // namespace vitrum
