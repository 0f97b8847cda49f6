#include "compare/parabola_optimum.h"

#include <Eigen/Core>
#include <Eigen/LU>
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/error.h"
#include "base/random.h"
#include "compare/spread.h"

namespace vitrum::compare {
namespace {

using Eigen::Index;

struct Parabola {
  Eigen::Vector3d coefficients;
  Eigen::Matrix3d covariance;  ///< with the errors as given
  double chi_square = 0;

  double at(double x) const { return coefficients.dot(Eigen::Vector3d(1, x, x * x)); }
  double slope(double x) const { return coefficients[1] + 2 * x * coefficients[2]; }
  double minimum() const { return -coefficients[1] / (2 * coefficients[2]); }
};

Parabola fit(const Eigen::VectorXd& x, const Eigen::VectorXd& y, const Eigen::VectorXd& error) {
  Eigen::MatrixXd basis(x.size(), 3);
  basis << Eigen::VectorXd::Ones(x.size()), x, x.array().square().matrix();
  const Eigen::VectorXd weight = error.array().square().inverse();
  Parabola parabola;
  parabola.covariance = (basis.transpose() * weight.asDiagonal() * basis).inverse();
  parabola.coefficients = parabola.covariance * (basis.transpose() * weight.cwiseProduct(y));
  parabola.chi_square = (weight.array() * (y - basis * parabola.coefficients).array().square()).sum();
  return parabola;
}

// Points near enough to the least one, as arrays.
struct Used {
  Eigen::VectorXd x, y, error;
  std::vector<const BestAlong*> points;
  bool errors_known = true;
};

Used used_of(const std::vector<BestAlong>& best, double within) {
  std::vector<const BestAlong*> order;
  for (const BestAlong& point : best) order.push_back(&point);
  std::stable_sort(order.begin(), order.end(),
                   [](auto* a, auto* b) { return a->stat.value < b->stat.value; });
  Used used;
  for (const BestAlong* point : order)
    if (used.points.size() < 4 || point->stat.value <= order[0]->stat.value + within)
      used.points.push_back(point);
  const auto n = static_cast<Index>(used.points.size());
  used.x.resize(n);
  used.y.resize(n);
  used.error.resize(n);
  for (Index i = 0; i < n; ++i) {
    const BestAlong& point = *used.points[static_cast<std::size_t>(i)];
    used.x[i] = point.first;
    used.y[i] = point.stat.value;
    used.error[i] = point.stat.error;
    used.errors_known = used.errors_known && std::isfinite(point.stat.error) && point.stat.error > 0;
  }
  if (!used.errors_known) used.error.setOnes();  // weights are then equal, and the scatter tells the errors
  return used;
}

void bootstrap_minima(const Used& used, const Parabola& parabola, double scale, int draws, std::uint64_t seed,
                      ParabolaOptimum& result) {
  RandomStream random(seed, 0, Purpose::bootstrap);
  const Index n = used.x.size();
  Eigen::VectorXd fitted(n), residual(n), y(n);
  for (Index i = 0; i < n; ++i) {
    fitted[i] = parabola.at(used.x[i]);
    residual[i] = (used.y[i] - fitted[i]) / used.error[i];
  }
  residual.array() -= residual.mean();
  residual *= scale / std::sqrt(std::max(1e-300, residual.squaredNorm() / static_cast<double>(n)));
  std::vector<double> minima;
  for (int draw = 0; draw < draws; ++draw) {
    for (Index i = 0; i < n; ++i)
      y[i] = fitted[i] +
             used.error[i] * residual[static_cast<Index>(random.next() % static_cast<std::uint64_t>(n))];
    const Parabola again = fit(used.x, y, used.error);
    if (again.coefficients[2] > 0) minima.push_back(again.minimum());
  }
  result.without_minimum = draws > 0 ? 1 - static_cast<double>(minima.size()) / draws : 0;
  if (minima.size() >= 10) result.first_by_bootstrap = middle_half_width(minima);
}

}  // namespace

ParabolaOptimum parabola_optimum(const std::vector<BestAlong>& best, double within, int bootstrap,
                                 std::uint64_t seed) {
  if (best.size() < 4)
    throw InputError(
        "a parabola with an error needs at least four values of the first parameter, but there are " +
        std::to_string(best.size()));
  for (const BestAlong& point : best)
    if (point.others.size() != best.front().others.size())
      throw InputError("the points of a parabola do not all have the same parameters");
  const Used used = used_of(best, within);
  const double middle = used.x.mean();  // about it sums do not cancel
  Used centred = used;
  centred.x.array() -= middle;
  if (centred.x.norm() == 0) throw InputError("all points of the parabola are at one value");
  const Parabola parabola = fit(centred.x, centred.y, centred.error);
  const auto [a, b, c] =
      std::array{parabola.coefficients[0], parabola.coefficients[1], parabola.coefficients[2]};
  if (!(c > 0))
    throw InputError(
        "L_stat has no minimum along the first parameter: the parabola through its " +
        std::to_string(used.points.size()) +
        " best values opens downwards; widen its range, or lower the noise with more realizations");
  const auto freedom = static_cast<double>(used.x.size() - 3);
  const double birge = std::sqrt(used.errors_known ? std::max(1.0, parabola.chi_square / freedom)
                                                   : parabola.chi_square / freedom);
  ParabolaOptimum result;
  const double x = parabola.minimum();
  const Eigen::Vector3d slope(0, -1 / (2 * c), b / (2 * c * c));
  const double x_error = birge * std::sqrt(slope.dot(parabola.covariance * slope));
  result.first = {middle + x, x_error};
  result.stat.value = parabola.at(x);
  const Eigen::Vector3d there(1, x, x * x);
  result.stat.error = birge * std::sqrt(there.dot(parabola.covariance * there));
  result.a = a - b * middle + c * middle * middle;
  result.b = b - 2 * c * middle;
  result.c = c;
  result.chi_square = parabola.chi_square;
  result.used = used.points.size();
  result.inside = x >= centred.x.minCoeff() && x <= centred.x.maxCoeff();
  bootstrap_minima(centred, parabola, birge, bootstrap, seed, result);
  for (std::size_t i = 0; i < best.front().others.size(); ++i) {
    Eigen::VectorXd other(used.x.size());
    for (Index k = 0; k < other.size(); ++k) other[k] = used.points[static_cast<std::size_t>(k)]->others[i];
    const Parabola path = fit(centred.x, other, Eigen::VectorXd::Ones(other.size()));
    const double scatter = path.chi_square / freedom * there.dot(path.covariance * there);
    const double carried = path.slope(x) * x_error;
    result.others.push_back({path.at(x), std::sqrt(scatter + carried * carried)});
  }
  return result;
}

}  // namespace vitrum::compare
