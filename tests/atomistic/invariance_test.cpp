// What a description of a sample may choose freely changes nothing but rounding.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "atomistic/minimiser.h"
#include "atomistic/pair_force_field.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

constexpr double rounding = 1e-12;

struct Result {
  Evaluation evaluation;
  std::vector<double> forces;
};

Result result_of(const Configuration& configuration) {
  PairForceField field(paper_glass());
  Result result;
  result.evaluation = field.evaluate(configuration, result.forces);
  return result;
}

using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix unity{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

Matrix full(const SymmetricTensor& s) {
  return {{{s.xx, s.xy, s.xz}, {s.xy, s.yy, s.yz}, {s.xz, s.yz, s.zz}}};
}

/// Energy, pairs, R stress R^T and R force of `one` are those of `other`, whose atom i was atom origin[i].
void expect_turned(const Result& one, const Result& other, const Matrix& rotation, int dimension,
                   const std::vector<std::size_t>& origin) {
  const double energy = std::abs(one.evaluation.energy);
  EXPECT_NEAR(one.evaluation.energy, other.evaluation.energy, rounding * energy);
  EXPECT_EQ(one.evaluation.pairs, other.evaluation.pairs);
  const Matrix s = full(one.evaluation.stress), t = full(other.evaluation.stress);
  const double size = std::abs(s[0][0]) + std::abs(s[1][1]) + std::abs(s[2][2]);
  for (std::size_t a = 0; a < 3; ++a)
    for (std::size_t b = 0; b < 3; ++b) {
      double turned = 0;
      for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) turned += rotation[a][i] * s[i][j] * rotation[b][j];
      EXPECT_NEAR(turned, t[a][b], rounding * size) << a << b;
    }
  const auto d = static_cast<std::size_t>(dimension);
  const double largest = largest_component(one.forces);
  double worst = 0;
  for (std::size_t i = 0; i < origin.size(); ++i)
    for (std::size_t a = 0; a < d; ++a) {
      double turned = 0;
      for (std::size_t k = 0; k < d; ++k) turned += rotation[a][k] * one.forces[d * origin[i] + k];
      worst = std::max(worst, std::abs(turned - other.forces[d * i + a]));
    }
  EXPECT_LT(worst, 1e-11 * largest);
}

std::vector<std::size_t> in_order(std::size_t atoms) {
  std::vector<std::size_t> out(atoms);
  for (std::size_t i = 0; i < atoms; ++i) out[i] = i;
  return out;
}

/// Not in equilibrium, in a rectangular cell with edges of different lengths.
Configuration upright(int dimension) {
  return dimension == 2 ? test::scattered({2, {1, -2, 0}, 12, 10, 1, 0, 0, 0}, 110, 0.75, 3)
                        : test::scattered({3, {1, -2, 3}, 5.5, 6, 7, 0, 0, 0}, 170, 0.75, 4);
}

Configuration oblique_sample(int dimension) {
  return dimension == 2 ? test::scattered({2, {1, -2, 0}, 12, 10, 1, 4.4, 0, 0}, 110, 0.75, 5)
                        : test::scattered({3, {1, -2, 3}, 5.5, 6, 7, 1.9, -2.2, 2.6}, 170, 0.75, 6);
}

/// R is a rotation that takes axes to axes.
Configuration turned(const Configuration& c, const Matrix& rotation) {
  const auto d = static_cast<std::size_t>(c.box.dimension);
  Configuration out = c;
  const auto turn = [&](const double* v, double* to, std::size_t n) {
    for (std::size_t a = 0; a < n; ++a) {
      to[a] = 0;
      for (std::size_t k = 0; k < n; ++k) to[a] += rotation[a][k] * v[k];
    }
  };
  for (std::size_t i = 0; i < c.positions.size(); i += d) turn(&c.positions[i], &out.positions[i], d);
  const double edges[3] = {c.box.lx, c.box.ly, c.box.lz};
  double there[3];
  turn(edges, there, 3);
  out.box.lx = std::abs(there[0]), out.box.ly = std::abs(there[1]), out.box.lz = std::abs(there[2]);
  turn(c.box.origin.data(), out.box.origin.data(), 3);
  return out;
}

class Invariance : public testing::TestWithParam<int> {};

TEST_P(Invariance, under_rotations_by_quarter_turns) {
  const int d = GetParam();
  const Configuration c = upright(d);
  std::vector<Matrix> rotations{{{{0, -1, 0}, {1, 0, 0}, {0, 0, 1}}},
                                {{{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}}},
                                {{{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}}}};
  if (d == 3) {
    rotations.push_back({{{1, 0, 0}, {0, 0, -1}, {0, 1, 0}}});
    rotations.push_back({{{0, 0, 1}, {0, 1, 0}, {-1, 0, 0}}});
    rotations.push_back({{{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}});
  }
  const Result here = result_of(c);
  ASSERT_GT(largest_component(here.forces), 1);
  for (const Matrix& rotation : rotations)
    expect_turned(here, result_of(turned(c, rotation)), rotation, d, in_order(c.atoms()));
}

TEST_P(Invariance, under_translation_of_the_atoms_or_of_the_cell) {
  const int d = GetParam();
  const Configuration c = oblique_sample(d);
  const Result here = result_of(c);
  Configuration moved = c;
  for (std::size_t k = 0; k < c.positions.size(); ++k)
    moved.positions[k] += std::array{7.3, -3.1, 2.7}[k % static_cast<std::size_t>(d)];
  expect_turned(here, result_of(moved), unity, d, in_order(c.atoms()));
  Configuration elsewhere = c;
  elsewhere.box.origin = {-2.2, 5.5, -0.7};
  expect_turned(here, result_of(elsewhere), unity, d, in_order(c.atoms()));
}

TEST_P(Invariance, under_other_images_of_every_atom) {
  const int d = GetParam();
  const Configuration c = oblique_sample(d);
  Configuration imaged = c;
  for (std::size_t i = 0; i < c.atoms(); ++i) {
    const int n = static_cast<int>(i);
    const Vector3 t = lattice_vector(c.box, {n % 3 - 1, n % 5 - 2, d == 3 ? n % 2 : 0});
    for (std::size_t k = 0; k < static_cast<std::size_t>(d); ++k)
      imaged.positions[static_cast<std::size_t>(d) * i + k] += t[k];
  }
  expect_turned(result_of(c), result_of(imaged), unity, d, in_order(c.atoms()));
}

TEST_P(Invariance, under_relabelling) {
  const int d = GetParam();
  const Configuration c = oblique_sample(d);
  std::vector<std::size_t> origin = in_order(c.atoms());
  std::shuffle(origin.begin(), origin.end(), std::mt19937(8));
  Configuration renamed = c;
  for (std::size_t i = 0; i < origin.size(); ++i) {
    renamed.species[i] = c.species[origin[i]];
    for (std::size_t k = 0; k < static_cast<std::size_t>(d); ++k)
      renamed.positions[static_cast<std::size_t>(d) * i + k] =
          c.positions[static_cast<std::size_t>(d) * origin[i] + k];
  }
  expect_turned(result_of(c), result_of(renamed), unity, d, origin);
}

TEST_P(Invariance, under_flips_of_the_cell) {
  const int d = GetParam();
  Configuration c = oblique_sample(d);
  for (const double tilt : {0.5, 0.4999, 0.31, -0.5}) {
    c.box.xy = tilt * c.box.lx;
    const Result here = result_of(c);
    for (const int n : {-2, -1, 1, 2}) {
      Configuration flipped = c;
      flipped.box.xy += n * c.box.lx;
      expect_turned(here, result_of(flipped), unity, d, in_order(c.atoms()));
      if (d == 2) continue;
      flipped = c;
      flipped.box.xz += n * c.box.lx;
      expect_turned(here, result_of(flipped), unity, d, in_order(c.atoms()));
      flipped = c;  // c takes a whole b with it
      flipped.box.yz += n * c.box.ly;
      flipped.box.xz += n * c.box.xy;
      expect_turned(here, result_of(flipped), unity, d, in_order(c.atoms()));
    }
  }
}

TEST_P(Invariance, leaves_no_net_force) {
  for (const Configuration& c : {upright(GetParam()), oblique_sample(GetParam())}) {
    const Result here = result_of(c);
    const auto d = static_cast<std::size_t>(GetParam());
    for (std::size_t k = 0; k < d; ++k) {
      double sum = 0, size = 0;
      for (std::size_t i = k; i < here.forces.size(); i += d)
        sum += here.forces[i], size += std::abs(here.forces[i]);
      EXPECT_NEAR(sum, 0, rounding * size);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(dimensions, Invariance, testing::Values(2, 3));

}  // namespace
}  // namespace vitrum::atomistic
