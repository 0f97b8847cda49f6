#include "atomistic/elastic_moduli.h"

#include <gtest/gtest.h>

#include <cmath>

#include "atomistic/quench.h"
#include "atomistic/specimen.h"
#include "lammps_reference.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

/// Box and atoms after x -> (1 + gradient) x. The gradient is an upper triangle, so that the cell keeps its
/// form.
Configuration deformed(Configuration c, const Gradient& u) {
  const auto d = static_cast<std::size_t>(c.box.dimension);
  for (std::size_t i = 0; i < c.positions.size(); i += d)
    for (std::size_t a = 0; a < d; ++a)
      for (std::size_t b = a; b < d; ++b) c.positions[i + a] += u[a][b] * c.positions[i + b];
  Box& box = c.box;
  const Box old = box;
  const auto moved = [&](const Vector3& v) {
    Vector3 out = v;
    for (std::size_t a = 0; a < 3; ++a)
      for (std::size_t b = a; b < 3; ++b) out[a] += u[a][b] * v[b];
    return out;
  };
  box.origin = moved(old.origin);
  const Vector3 a = moved({old.lx, 0, 0}), b = moved({old.xy, old.ly, 0}),
                e = moved({old.xz, old.yz, old.lz});
  box.lx = a[0], box.xy = b[0], box.ly = b[1];
  if (d == 3) box.xz = e[0], box.yz = e[1], box.lz = e[2];
  return c;
}

Configuration glass_of_the_paper() {
  Configuration c = test::read_data("esl_1k_1.dat");
  PairForceField field(paper_glass());
  quench(field, c, 3e-12);
  return c;
}

Configuration glass_in_space() {
  Configuration c = test::scattered({3, {0, 0, 0}, 5.5, 5.5, 5.5, 0.7, -0.4, 0.3}, 150, 0.75, 11);
  PairForceField field(paper_glass());
  quench(field, c, 1e-11);
  return c;
}

/// Stress after a small deformation in which the atoms either follow it or find their equilibrium.
Evaluation strained(const Configuration& c, Gradient u, double h, bool relax) {
  for (auto& row : u)
    for (double& v : row) v *= h;
  Configuration there = deformed(c, u);
  PairForceField field(paper_glass());
  if (relax) quench(field, there, 1e-11);
  std::vector<double> forces;
  return field.evaluate(there, forces);
}

void expect_stress_rates_of_differences(const Configuration& c, double tolerance) {
  PairForceField field(paper_glass());
  const ElasticModuli moduli = elastic_moduli(field, c);
  ASSERT_TRUE(moduli.stable);
  const auto d = static_cast<std::size_t>(c.box.dimension);
  const double h = 2e-6;
  for (const bool relax : {false, true})
    for (std::size_t a = 0; a < d; ++a)
      for (std::size_t b = a; b < d; ++b) {
        Gradient u{};
        u[a][b] = 1;
        const SymmetricTensor rate = stress_rate(relax ? moduli.relaxed : moduli.affine, moduli.stress, u);
        const SymmetricTensor difference =
            (0.5 / h) * (strained(c, u, h, relax).stress - strained(c, u, -h, relax).stress);
        const SymmetricTensor error = rate - difference;
        for (const double e : {error.xx, error.yy, error.zz, error.yz, error.xz, error.xy})
          EXPECT_NEAR(e, 0, tolerance) << "gradient " << a << b << (relax ? " relaxed" : " affine");
      }
}

TEST(ElasticModuli, are_the_differences_of_the_relaxed_stress_in_two_dimensions) {
  expect_stress_rates_of_differences(glass_of_the_paper(), 2e-4);
}

TEST(ElasticModuli, are_the_differences_of_the_relaxed_stress_in_three_dimensions) {
  expect_stress_rates_of_differences(glass_in_space(), 2e-3);
}

TEST(ElasticModuli, give_the_curvature_of_the_energy_in_simple_shear) {
  const Configuration c = glass_of_the_paper();
  PairForceField field(paper_glass());
  const ElasticModuli moduli = elastic_moduli(field, c);
  const double h = 2e-5;
  Gradient u{};
  u[0][1] = 1;
  std::vector<double> forces;
  const double middle = field.evaluate(c, forces).energy;
  for (const bool relax : {false, true}) {
    const double curvature =
        (strained(c, u, h, relax).energy - 2 * middle + strained(c, u, -h, relax).energy) / (h * h);
    EXPECT_NEAR(simple_shear_modulus(relax ? moduli.relaxed : moduli.affine, moduli.stress),
                curvature / c.box.volume(), 0.02);
  }
}

TEST(ElasticModuli, give_the_change_of_pressure_with_volume) {
  for (const Configuration& c : {glass_of_the_paper(), glass_in_space()}) {
    PairForceField field(paper_glass());
    const ElasticModuli moduli = elastic_moduli(field, c);
    const int d = c.box.dimension;
    Gradient u{};
    for (std::size_t a = 0; a < static_cast<std::size_t>(d); ++a) u[a][a] = 1;
    const double h = 2e-6;
    const double rise =
        pressure(strained(c, u, h, true).stress, d) - pressure(strained(c, u, -h, true).stress, d);
    const double volumes = (std::pow(1 + h, d) - std::pow(1 - h, d));
    EXPECT_NEAR(bulk_modulus(moduli.relaxed, moduli.stress, d), -rise / volumes, 1e-3);
  }
}

TEST(ElasticModuli, are_the_tangent_of_an_elastic_branch) {
  AtomisticSpecimen specimen(test::read_data("esl_1k_1.dat"), paper_glass());
  const double h = 1e-5;
  PairForceField field(paper_glass());
  for (int k = 1; k <= 20; ++k) {
    specimen.strain_to((3 * k - 2) * h);
    const double before = specimen.state().stress.xy;
    specimen.strain_to((3 * k - 1) * h);
    const ElasticModuli moduli = elastic_moduli(field, specimen.configuration());
    specimen.strain_to(3 * k * h);
    const double slope = (specimen.state().stress.xy - before) / (2 * h);
    EXPECT_NEAR(simple_shear_modulus(moduli.relaxed, moduli.stress), slope, 2e-4) << k;
  }
}

/// One species whose bonds reach the nearest neighbours only.
PairPotentials nearest_neighbours() {
  PairPotentials potentials(1);
  potentials.set(0, 0, LennardJones(1, 1, 1.25, 1.45));
  return potentials;
}

// Every atom of a triangular lattice is a centre of symmetry: no non-affine motion, and C1111 = 3 C1122 =
// 3 C1212 = 3 sqrt(3)/4 k with k = U'' - U'/r.
TEST(ElasticModuli, of_a_triangular_lattice_are_those_of_its_springs) {
  for (const double a : {std::pow(2.0, 1.0 / 6), 1.1}) {
    Configuration c;
    c.box = {2, {0, 0, 0}, 6 * a, 6 * std::sqrt(3.0) / 2 * a, 1, 3 * a, 0, 0};
    for (int row = 0; row < 6; ++row)
      for (int column = 0; column < 6; ++column) {
        c.positions.insert(c.positions.end(), {(column + 0.5 * row) * a, row * std::sqrt(3.0) / 2 * a});
        c.species.push_back(0);
      }
    const PairEnergy u = nearest_neighbours().between(0, 0).at(a);
    const double k = u.second - u.first / a;
    PairForceField field(nearest_neighbours());
    const ElasticModuli moduli = elastic_moduli(field, c);
    ASSERT_TRUE(moduli.stable);
    for (const ElasticTensor& t : {moduli.affine, moduli.relaxed}) {
      EXPECT_NEAR(t(0, 0, 0, 0), 3 * std::sqrt(3.0) / 4 * k, 1e-11 * k);
      EXPECT_NEAR(t(1, 1, 1, 1), 3 * std::sqrt(3.0) / 4 * k, 1e-11 * k);
      EXPECT_NEAR(t(0, 0, 1, 1), std::sqrt(3.0) / 4 * k, 1e-11 * k);
      EXPECT_NEAR(t(0, 1, 1, 0), std::sqrt(3.0) / 4 * k, 1e-11 * k);
      EXPECT_NEAR(t(0, 0, 0, 1), 0, 1e-11 * k);
    }
    // p = -sum of r U' / (2 area), three bonds for each atom.
    const double p = -3 * a * u.first / (2 * std::sqrt(3.0) / 2 * a * a);
    EXPECT_NEAR(pressure(moduli.stress, 2), p, 1e-11 * k);
    EXPECT_NEAR(mean_shear_modulus(moduli.relaxed, moduli.stress, 2), std::sqrt(3.0) / 4 * k - p, 1e-11 * k);
  }
}

// C11 = 2 C12 = 2 C44 = 2 k / a, a the edge of the cubic cell.
TEST(ElasticModuli, of_a_cubic_crystal_are_those_of_its_springs) {
  const double bond = std::pow(2.0, 1.0 / 6), a = std::sqrt(2.0) * bond;
  Configuration c;
  c.box = {3, {0, 0, 0}, 3 * a, 3 * a, 3 * a, 0, 0, 0};
  for (int x = 0; x < 6; ++x)
    for (int y = 0; y < 6; ++y)
      for (int z = 0; z < 6; ++z) {
        if ((x + y + z) % 2 != 0) continue;
        c.positions.insert(c.positions.end(), {x * a / 2, y * a / 2, z * a / 2});
        c.species.push_back(0);
      }
  const double k = nearest_neighbours().between(0, 0).at(bond).second;
  PairForceField field(nearest_neighbours());
  const ElasticModuli moduli = elastic_moduli(field, c);
  const ElasticTensor& t = moduli.relaxed;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t j = (i + 1) % 3;
    EXPECT_NEAR(t(i, i, i, i), 2 * k / a, 1e-10 * k);
    EXPECT_NEAR(t(i, i, j, j), k / a, 1e-10 * k);
    EXPECT_NEAR(t(i, j, i, j), k / a, 1e-10 * k);
  }
  EXPECT_NEAR(bulk_modulus(t, moduli.stress, 3), 4 * k / a / 3, 1e-10 * k);
  EXPECT_NEAR(mean_shear_modulus(t, moduli.stress, 3), (k / a + 3 * k / a) / 5, 1e-10 * k);
}

TEST(ElasticModuli, turn_with_the_sample) {
  const Configuration c = glass_of_the_paper();
  ASSERT_EQ(c.box.lx, c.box.ly);
  Configuration turned = c;
  for (std::size_t i = 0; i < c.positions.size(); i += 2) {
    turned.positions[i] = -c.positions[i + 1];
    turned.positions[i + 1] = c.positions[i];
  }
  PairForceField field(paper_glass());
  const ElasticModuli one = elastic_moduli(field, c), other = elastic_moduli(field, turned);
  for (std::size_t p = 0; p < 2; ++p)
    for (std::size_t q = 0; q < 2; ++q) {
      EXPECT_NEAR(one.relaxed(p, p, q, q), other.relaxed(1 - p, 1 - p, 1 - q, 1 - q), 1e-9);
      EXPECT_NEAR(one.relaxed(p, p, 0, 1), -other.relaxed(1 - p, 1 - p, 0, 1), 1e-9);
    }
  EXPECT_NEAR(one.relaxed(0, 1, 0, 1), other.relaxed(0, 1, 0, 1), 1e-9);
}

TEST(ElasticModuli, say_that_a_saddle_is_not_stable) {
  // A chain of three atoms in a row, far stretched, bends away.
  Configuration c;
  c.box = {2, {0, 0, 0}, 3.9, 20, 1, 0, 0, 0};
  c.positions = {0, 0, 1.3, 0, 2.6, 0};
  c.species = {0, 0, 0};
  PairForceField field(nearest_neighbours());
  const ElasticModuli moduli = elastic_moduli(field, c);
  EXPECT_FALSE(moduli.stable);
  EXPECT_LT(moduli.largest_force, 1e-12);
}

}  // namespace
}  // namespace vitrum::atomistic
