#include "math/krylov_space.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <array>
#include <cmath>

namespace vitrum {

namespace {

constexpr std::size_t lanes = 8, block = 512;
/// What is left of a product is rounding when it is this small, relative to the elements of T.
constexpr double rounding = 3e-7;

/// sum term(i): several sums side by side, which become vector instructions, and in double precision from
/// block to block.
template <typename Term>
double sum_over(std::size_t n, Term&& term) {
  double sum = 0;
  std::size_t i = 0;
  while (i + lanes <= n) {
    std::array<float, lanes> parts{};
    for (const std::size_t end = std::min(n, i + block); i + lanes <= end; i += lanes)
      for (std::size_t k = 0; k < lanes; ++k) parts[k] += term(i + k);
    for (const float part : parts) sum += part;
  }
  for (; i < n; ++i) sum += term(i);
  return sum;
}

double dot(const std::vector<float>& a, const std::vector<float>& b) {
  const float *x = a.data(), *y = b.data();
  return sum_over(a.size(), [=](std::size_t i) { return x[i] * y[i]; });
}

}  // namespace

void KrylovSpace::begin(const std::vector<float>& b) {
  diagonal_.clear();
  beside_.clear();
  eigenvalues_.clear();
  eigenvectors_.clear();
  scale_ = 0;
  float largest = 0;
  for (const float v : b) largest = std::max(largest, std::abs(v));
  exhausted_ = !(largest > 0);
  if (basis_.empty()) basis_.resize(1);
  basis_[0] = b;
  length_ = 0;
  if (exhausted_) return;
  for (float& v : basis_[0]) v /= largest;  // squares of large numbers would overflow
  const double length = std::sqrt(dot(basis_[0], basis_[0]));
  for (float& v : basis_[0]) v = static_cast<float>(v / length);
  length_ = length * largest;
}

void KrylovSpace::extend(int dimension, const Product& product) {
  if (exhausted_) return;
  const std::size_t n = basis_[0].size();
  product_.resize(n);
  while (this->dimension() < dimension && !exhausted_) {
    const std::size_t j = diagonal_.size();
    if (basis_.size() <= j + 1) basis_.resize(j + 2);
    basis_[j + 1].resize(n);
    product(basis_[j].data(), product_.data());
    diagonal_.push_back(dot(product_, basis_[j]));
    const auto along = static_cast<float>(diagonal_.back());
    const auto back = j > 0 ? static_cast<float>(beside_.back()) : 0.0F;
    const float *here = basis_[j].data(), *before = basis_[j > 0 ? j - 1 : 0].data(), *w = product_.data();
    float* next = basis_[j + 1].data();
    const double square = sum_over(n, [=](std::size_t i) {
      next[i] = w[i] - along * here[i] - back * before[i];
      return next[i] * next[i];
    });
    beside_.push_back(std::sqrt(square));
    scale_ = std::max({scale_, std::abs(diagonal_.back()), beside_.back()});
    exhausted_ = !(beside_.back() > rounding * scale_);
    const auto share = exhausted_ ? 0.0F : static_cast<float>(1 / beside_.back());
    for (std::size_t i = 0; i < n; ++i) next[i] *= share;
  }
  decompose();
}

void KrylovSpace::decompose() {
  const auto m = static_cast<Eigen::Index>(diagonal_.size());
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
  solver.computeFromTridiagonal(Eigen::Map<const Eigen::VectorXd>(diagonal_.data(), m),
                                Eigen::Map<const Eigen::VectorXd>(beside_.data(), m - 1));
  eigenvalues_.assign(solver.eigenvalues().begin(), solver.eigenvalues().end());
  eigenvectors_.assign(solver.eigenvectors().data(), solver.eigenvectors().data() + m * m);
}

/// f(Lambda) Q^T e_1.
std::vector<double> KrylovSpace::times_first(const Function& f) const {
  const std::size_t m = eigenvalues_.size();
  std::vector<double> result(m);
  for (std::size_t i = 0; i < m; ++i) result[i] = f(eigenvalues_[i]) * eigenvectors_[m * i];
  return result;
}

void KrylovSpace::apply(const Function& f, std::vector<float>& result) const {
  result.assign(basis_[0].size(), 0.0F);
  const std::size_t m = eigenvalues_.size();
  const std::vector<double> spectral = times_first(f);
  for (std::size_t j = 0; j < m; ++j) {
    double weight = 0;
    for (std::size_t i = 0; i < m; ++i) weight += eigenvectors_[m * i + j] * spectral[i];
    const auto share = static_cast<float>(length_ * weight);
    const float* v = basis_[j].data();
    for (std::size_t i = 0; i < result.size(); ++i) result[i] += share * v[i];
  }
}

double KrylovSpace::leading_error(const Function& g) const {
  if (exhausted_) return 0;
  const std::size_t m = eigenvalues_.size();
  const std::vector<double> spectral = times_first(g);
  double last = 0;
  for (std::size_t i = 0; i < m; ++i) last += eigenvectors_[m * i + m - 1] * spectral[i];
  return length_ * beside_.back() * std::abs(last);
}

}  // namespace vitrum
