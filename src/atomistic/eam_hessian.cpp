#include "atomistic/eam_hessian.h"

#include <algorithm>
#include <cmath>

namespace vitrum::atomistic {

namespace {

using Block = std::array<double, 9>;  // row by row

}  // namespace

void EamHessian::set(EamForceField& force_field, const Configuration& configuration) {
  std::vector<double> ignored, slope;
  force_field.evaluate(configuration, ignored);
  const EamPotential& potential = force_field.potential();
  const NeighbourList& list = force_field.list();
  const auto& rows = force_field.rows();
  embedding_curvature_.clear();
  for (std::size_t i = 0; i < configuration.atoms(); ++i) {
    const Derivatives f = potential.embedding(configuration.species[i], force_field.densities()[i]);
    slope.push_back(f.first);
    embedding_curvature_.push_back(f.second);
  }
  pairs_.clear();
  own_images_.clear();
  for (std::size_t i = 0; i < list.atoms(); ++i)
    for (int k = list.first()[i]; k < list.first()[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(list.neighbour()[static_cast<std::size_t>(k)]);
      const int a = list.species()[i], b = list.species()[j];
      Pair pair{list.atom()[i], list.atom()[j], {}, 0, 0, 0, 0};
      for (std::size_t c = 0; c < 3; ++c) pair.separation[c] = rows[j][c] - rows[i][c];
      const Vector3& s = pair.separation;
      const double square = s[0] * s[0] + s[1] * s[1] + s[2] * s[2], r = std::sqrt(square);
      if (r >= potential.reach(a, b)) continue;
      const Derivatives phi = potential.pair(a, b, r);
      const Derivatives at_first = potential.density(b, a).at(r), at_second = potential.density(a, b).at(r);
      const double slope_first = slope[static_cast<std::size_t>(pair.first)];
      const double slope_second = slope[static_cast<std::size_t>(pair.second)];
      pair.slope_over_r = (phi.first + slope_first * at_first.first + slope_second * at_second.first) / r;
      pair.curvature_along =
          (phi.second + slope_first * at_first.second + slope_second * at_second.second - pair.slope_over_r) /
          square;
      pair.density_first = at_first.first / r;
      pair.density_second = at_second.first / r;
      (pair.first == pair.second ? own_images_ : pairs_).push_back(pair);
    }
}

void EamHessian::multiply(std::span<const double> u, std::vector<double>& result) const {
  const auto coordinate = [](int atom) { return 3 * static_cast<std::size_t>(atom); };
  const auto along = [&](const Pair& p) {
    const std::size_t i = coordinate(p.first), j = coordinate(p.second);
    const Vector3& s = p.separation;
    return s[0] * (u[j] - u[i]) + s[1] * (u[j + 1] - u[i + 1]) + s[2] * (u[j + 2] - u[i + 2]);
  };
  // What the change of each atom's density makes of F'.
  std::vector<double> change(embedding_curvature_.size(), 0.0);
  for (const Pair& p : pairs_) {
    const double d = along(p);
    change[static_cast<std::size_t>(p.first)] += p.density_first * d;
    change[static_cast<std::size_t>(p.second)] += p.density_second * d;
  }
  for (std::size_t i = 0; i < change.size(); ++i) change[i] *= embedding_curvature_[i];
  result.assign(u.size(), 0.0);
  for (const Pair& p : pairs_) {
    const std::size_t i = coordinate(p.first), j = coordinate(p.second);
    const double pull = p.curvature_along * along(p) +
                        change[static_cast<std::size_t>(p.first)] * p.density_first +
                        change[static_cast<std::size_t>(p.second)] * p.density_second;
    for (std::size_t c = 0; c < 3; ++c) {
      const double force = pull * p.separation[c] + p.slope_over_r * (u[j + c] - u[i + c]);
      result[j + c] += force;
      result[i + c] -= force;
    }
  }
}

EamStrainDerivatives EamHessian::strain_derivatives() const {
  EamStrainDerivatives found;
  const std::size_t atoms = embedding_curvature_.size();
  for (auto& f : found.forces) f.assign(3 * atoms, 0.0);
  using Six = std::array<double, 6>;
  std::vector<Six> density(atoms, Six{});  // d rho_i / d eta
  const auto products = [](const Vector3& s) {
    return Six{s[0] * s[0], s[1] * s[1], s[2] * s[2], s[1] * s[2], s[0] * s[2], s[0] * s[1]};
  };
  const auto stretch = [&](const Pair& pair) {
    const Six rr = products(pair.separation);
    const auto i = static_cast<std::size_t>(pair.first), j = static_cast<std::size_t>(pair.second);
    for (std::size_t p = 0; p < 6; ++p) {
      for (std::size_t q = 0; q < 6; ++q) found.second[p][q] += pair.curvature_along * (rr[p] * rr[q]);
      density[i][p] += pair.density_first * rr[p];
      density[j][p] += pair.density_second * rr[p];
    }
  };
  for (const Pair& pair : pairs_) stretch(pair);
  for (const Pair& pair : own_images_) stretch(pair);
  for (std::size_t i = 0; i < atoms; ++i)
    for (std::size_t p = 0; p < 6; ++p)
      for (std::size_t q = 0; q < 6; ++q)
        found.second[p][q] += embedding_curvature_[i] * (density[i][p] * density[i][q]);
  for (const Pair& pair : pairs_) {
    const Six rr = products(pair.separation);
    const auto i = static_cast<std::size_t>(pair.first), j = static_cast<std::size_t>(pair.second);
    for (std::size_t p = 0; p < 6; ++p) {
      const double pull = pair.curvature_along * rr[p] +
                          embedding_curvature_[i] * density[i][p] * pair.density_first +
                          embedding_curvature_[j] * density[j][p] * pair.density_second;
      for (std::size_t c = 0; c < 3; ++c) {
        found.forces[p][3 * i + c] += pull * pair.separation[c];
        found.forces[p][3 * j + c] -= pull * pair.separation[c];
      }
    }
  }
  return found;
}

std::vector<std::vector<EamHessian::Gradient>> EamHessian::gradients() const {
  std::vector<std::vector<Gradient>> all(embedding_curvature_.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].push_back({static_cast<int>(i), {}});
  const auto add = [&](int at, int from, double sign, double density, const Vector3& s) {
    if (density == 0) return;
    auto& list = all[static_cast<std::size_t>(at)];
    Gradient outer{from, {}};
    for (std::size_t c = 0; c < 3; ++c) {
      outer.value[c] = sign * density * s[c];
      list[0].value[c] -= outer.value[c];
    }
    list.push_back(outer);
  };
  for (const Pair& p : pairs_) {
    add(p.first, p.second, 1, p.density_first, p.separation);
    add(p.second, p.first, -1, p.density_second, p.separation);
  }
  return all;
}

SparseSymmetric EamHessian::assemble() const {
  const std::size_t atoms = embedding_curvature_.size();
  const auto gradient = gradients();
  // Of each atom: its pairs, and whose densities it changes.
  std::vector<std::vector<const Pair*>> pairs_of(atoms);
  for (const Pair& p : pairs_)
    for (const int atom : {p.first, p.second}) pairs_of[static_cast<std::size_t>(atom)].push_back(&p);
  struct Change {
    std::size_t of;
    Vector3 gradient;
  };
  std::vector<std::vector<Change>> changes(atoms);
  for (std::size_t i = 0; i < atoms; ++i)
    for (const Gradient& g : gradient[i]) changes[static_cast<std::size_t>(g.atom)].push_back({i, g.value});

  SparseSymmetric matrix;
  std::vector<Block> block(atoms, Block{});  // of all atoms with the present one
  std::vector<bool> used(atoms, false);
  std::vector<std::size_t> rows;
  const auto use = [&](std::size_t b) -> Block& {
    if (!used[b]) used[b] = true, rows.push_back(b);
    return block[b];
  };
  for (std::size_t a = 0; a < atoms; ++a) {
    use(a);
    for (const Pair* p : pairs_of[a]) {
      const std::size_t b = static_cast<std::size_t>(p->first) == a ? static_cast<std::size_t>(p->second)
                                                                    : static_cast<std::size_t>(p->first);
      for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c) {
          const double k =
              p->curvature_along * p->separation[r] * p->separation[c] + (r == c ? p->slope_over_r : 0.0);
          block[a][3 * r + c] += k;
          if (b > a) use(b)[3 * r + c] -= k;
        }
    }
    for (const Change& own : changes[a])
      for (const Gradient& other : gradient[own.of]) {
        if (static_cast<std::size_t>(other.atom) < a) continue;
        Block& k = use(static_cast<std::size_t>(other.atom));
        for (std::size_t r = 0; r < 3; ++r)
          for (std::size_t c = 0; c < 3; ++c)
            k[3 * r + c] += embedding_curvature_[own.of] * other.value[r] * own.gradient[c];
      }
    std::sort(rows.begin(), rows.end());
    for (std::size_t c = 0; c < 3; ++c) {
      for (const std::size_t b : rows)
        for (std::size_t r = b == a ? c : 0; r < 3; ++r) {
          matrix.row.push_back(static_cast<int>(3 * b + r));
          matrix.value.push_back(block[b][3 * r + c]);
        }
      matrix.column_begin.push_back(static_cast<int>(matrix.row.size()));
    }
    for (const std::size_t b : rows) block[b] = Block{}, used[b] = false;
    rows.clear();
  }
  return matrix;
}

}  // namespace vitrum::atomistic
