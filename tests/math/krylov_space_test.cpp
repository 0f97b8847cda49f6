#include "math/krylov_space.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>

#include "math/phi_functions.h"

namespace vitrum {
namespace {

// A chain of masses between springs of uneven strength, one of them negative: symmetric, one unstable mode.
Eigen::MatrixXd spring_chain(int n) {
  Eigen::MatrixXd a = Eigen::MatrixXd::Zero(n, n);
  for (int i = 0; i + 1 < n; ++i) {
    const double k = i == n / 2 ? -0.3 : 1.5 + std::sin(2.0 * i);
    a(i, i) -= k, a(i + 1, i + 1) -= k;
    a(i, i + 1) += k, a(i + 1, i) += k;
  }
  return a;
}

KrylovSpace::Product product_of(const Eigen::MatrixXd& a) {
  return [&a](const float* x, float* y) {
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      double sum = 0;
      for (Eigen::Index j = 0; j < a.cols(); ++j) sum += a(i, j) * x[j];
      y[i] = static_cast<float>(sum);
    }
  };
}

std::vector<float> waves(int n) {
  std::vector<float> b;
  for (int i = 0; i < n; ++i) b.push_back(static_cast<float>(std::cos(0.4 * i * i)));
  return b;
}

/// f(A) b from all eigenvectors of A.
Eigen::VectorXd exact(const Eigen::MatrixXd& a, const std::vector<float>& b,
                      const std::function<double(double)>& f) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(a);
  const Eigen::VectorXd start = Eigen::Map<const Eigen::VectorXf>(b.data(), a.rows()).cast<double>();
  Eigen::VectorXd weights = solver.eigenvectors().transpose() * start;
  for (Eigen::Index i = 0; i < weights.size(); ++i) weights[i] *= f(solver.eigenvalues()[i]);
  return solver.eigenvectors() * weights;
}

double difference(const std::vector<float>& a, const Eigen::VectorXd& b) {
  return (Eigen::Map<const Eigen::VectorXf>(a.data(), b.size()).cast<double>() - b).norm();
}

TEST(KrylovSpace, gives_functions_of_the_matrix_with_the_error_it_expects) {
  constexpr int n = 150;
  const Eigen::MatrixXd a = spring_chain(n);
  const std::vector<float> b = waves(n);
  KrylovSpace space;
  std::vector<float> result;
  for (const double h : {0.1, 1.0, 5.0, 20.0}) {
    space.begin(b);
    const auto f = [h](double z) { return h * phi(1, h * z); };
    double error = 1e9;
    for (int m = 4; error > 1e-3 * h; m += 4) {
      ASSERT_LT(m, n) << h;
      space.extend(m, product_of(a));
      error = space.leading_error([h](double z) { return h * h * phi(2, h * z); });
    }
    space.apply(f, result);
    const double found = difference(result, exact(a, b, f));
    EXPECT_LT(found, 4 * error + 1e-5 * h) << h;
    EXPECT_GT(found, error / 50) << h;
  }
}

TEST(KrylovSpace, finds_the_unstable_mode) {
  const Eigen::MatrixXd a = spring_chain(100);
  KrylovSpace space;
  space.begin(waves(100));
  space.extend(60, product_of(a));
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(a);
  ASSERT_GT(solver.eigenvalues()[99], 0.1);
  EXPECT_NEAR(space.eigenvalues().back(), solver.eigenvalues()[99], 1e-5);
}

TEST(KrylovSpace, solves_what_it_has_exhausted) {
  // Two different eigenvalues: two dimensions hold everything.
  const auto product = [](const float* x, float* y) {
    for (int i = 0; i < 6; ++i) y[i] = (i % 2 == 0 ? -2.0F : -5.0F) * x[i];
  };
  const std::vector<float> b{1, 2, 3, 4, 5, 6};
  KrylovSpace space;
  space.begin(b);
  space.extend(6, product);
  EXPECT_TRUE(space.exhausted());
  EXPECT_EQ(space.leading_error([](double) { return 1; }), 0);
  std::vector<float> result;
  space.apply([](double z) { return -1 / z; }, result);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(result[i], b[i] / (i % 2 == 0 ? 2 : 5), 1e-6);
}

TEST(KrylovSpace, holds_vectors_of_any_length) {
  const Eigen::MatrixXd a = spring_chain(40);
  std::vector<float> result, scaled;
  KrylovSpace space;
  const auto apply = [&](const std::vector<float>& b, std::vector<float>& to) {
    space.begin(b);
    space.extend(20, product_of(a));
    space.apply([](double z) { return phi(1, z); }, to);
  };
  apply(waves(40), result);
  for (const float size : {1e30F, 1e-30F}) {
    std::vector<float> b = waves(40);
    for (float& v : b) v *= size;
    apply(b, scaled);
    for (std::size_t i = 0; i < 40; ++i) EXPECT_NEAR(scaled[i] / size, result[i], 1e-5);
  }
}

TEST(KrylovSpace, of_nothing_is_empty) {
  KrylovSpace space;
  space.begin(std::vector<float>(5, 0.0F));
  space.extend(3, [](const float*, float*) { FAIL(); });
  EXPECT_EQ(space.dimension(), 0);
  EXPECT_TRUE(space.exhausted());
  std::vector<float> result;
  space.apply([](double) { return 1; }, result);
  EXPECT_EQ(result, std::vector<float>(5, 0.0F));
}

}  // namespace
}  // namespace vitrum
