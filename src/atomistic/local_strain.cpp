#include "atomistic/local_strain.h"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "atomistic/neighbour_list.h"

namespace vitrum::atomistic {

namespace {

using Eigen::Matrix3d;
using Eigen::Vector3d;

/// Sums over the neighbours of one atom.
struct Fit {
  Matrix3d after_before = Matrix3d::Zero(), before_before = Matrix3d::Zero();
  double after_after = 0;
  int neighbours = 0;

  void add(const Vector3d& before, const Vector3d& after) {
    after_before += after * before.transpose();
    before_before += before * before.transpose();
    after_after += after.squaredNorm();
    ++neighbours;
  }
};

Vector3d row(const std::vector<double>& numbers, std::size_t index, std::size_t d) {
  return {numbers[d * index], numbers[d * index + 1], d == 3 ? numbers[d * index + 2] : 0.0};
}

std::vector<Fit> fits(const Configuration& before, const std::vector<double>& displacement, double reach) {
  const auto d = static_cast<std::size_t>(before.box.dimension);
  const std::size_t stride = row_length(before.box.dimension);
  NeighbourList list(reach, 0.01 * reach);
  list.build(before);
  std::vector<double> rows;
  list.gather(before, rows);
  std::vector<Fit> out(before.atoms());
  for (std::size_t i = 0; i < list.atoms(); ++i)
    for (int k = list.first()[i]; k < list.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list.neighbour()[static_cast<std::size_t>(k)]);
      Vector3d r = Vector3d::Zero();
      for (std::size_t c = 0; c < d; ++c)
        r[static_cast<Eigen::Index>(c)] = rows[stride * j + c] - rows[stride * i + c];
      if (r.squaredNorm() > reach * reach) continue;
      const auto a = static_cast<std::size_t>(list.atom()[i]), b = static_cast<std::size_t>(list.atom()[j]);
      const Vector3d after = r + row(displacement, b, d) - row(displacement, a, d);
      // Seen from the other end both vectors turn round, which changes no product.
      out[a].add(r, after);
      out[b].add(r, after);
    }
  return out;
}

}  // namespace

LocalStrain local_strain(const Configuration& before, const std::vector<double>& displacement, double reach) {
  LocalStrain out;
  out.strain.resize(before.atoms());
  out.d2min.assign(before.atoms(), 0.0);
  const std::vector<Fit> all = fits(before, displacement, reach);
  for (std::size_t i = 0; i < all.size(); ++i) {
    Fit fit = all[i];
    if (before.box.dimension == 2) fit.before_before(2, 2) = fit.after_before(2, 2) = 1;
    const Eigen::FullPivLU<Matrix3d> lu(fit.before_before);
    if (!lu.isInvertible()) continue;
    const Matrix3d j = fit.after_before * lu.inverse();
    const Matrix3d e = 0.5 * (j.transpose() * j - Matrix3d::Identity());
    out.strain[i] = {e(0, 0), e(1, 1), e(2, 2), e(1, 2), e(0, 2), e(0, 1)};
    double explained = (j * fit.after_before.transpose()).trace();
    if (before.box.dimension == 2) explained -= 1;
    out.d2min[i] = std::max(0.0, fit.after_after - explained) / fit.neighbours;
  }
  return out;
}

double shear_size(const SymmetricTensor& e, int dimension) {
  const double half = 0.5 * (e.xx - e.yy);
  if (dimension == 2) return std::sqrt(half * half + e.xy * e.xy);
  const double mean = (e.xx + e.yy + e.zz) / 3;
  const double normal = std::pow(e.xx - mean, 2) + std::pow(e.yy - mean, 2) + std::pow(e.zz - mean, 2);
  return std::sqrt(0.5 * normal + e.xy * e.xy + e.xz * e.xz + e.yz * e.yz);
}

}  // namespace vitrum::atomistic
