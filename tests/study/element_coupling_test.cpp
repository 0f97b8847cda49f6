#include "study/element_coupling.h"

#include <gtest/gtest.h>

#include <cmath>

#include "elastoplastic/kernel.h"
#include "law_map.h"
#include "rig/drive.h"
#include "seem/map_lattice.h"

namespace vitrum::study {
namespace {

using seem::LocalStrains;
using seem::MapLattice;
using seem::StatePoint;

/// Gamma as a matrix, from the tabulated kernel.
std::vector<std::vector<double>> dense_coupling(int columns, int rows, double bulk_to_shear) {
  const std::size_t count = columns * rows;
  std::vector<std::vector<double>> out(count, std::vector<double>(count));
  for (std::size_t from = 0; from < count; ++from) {
    for (const auto& entry : elastoplastic::kernel(columns, rows, 1, bulk_to_shear, 0)) {
      const int row = static_cast<int>(from) / columns + entry.dy + rows,
                column = static_cast<int>(from) % columns + entry.dx + columns;
      out[row % rows * columns + column % columns][from] += entry.sxy;
    }
    out[from][from] += 1;
  }
  return out;
}

/// A x = b by Gauss and Jordan with pivots.
std::vector<double> solved(std::vector<std::vector<double>> a, std::vector<double> b) {
  for (std::size_t k = 0; k < b.size(); ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k; i < b.size(); ++i)
      if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
    std::swap(a[k], a[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = 0; i < b.size(); ++i) {
      if (i == k) continue;
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < b.size(); ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = 0; k < b.size(); ++k) b[k] /= a[k][k];
  return b;
}

TEST(ElementCoupling, SolvesElementsOfUnequalStiffness) {
  constexpr int columns = 5, rows = 4;
  constexpr std::size_t count = columns * rows;
  RandomStream random(1, 0, Purpose::test);
  std::vector<double> moduli, drops, strains(count, 0.0);
  for (std::size_t i = 0; i < count; ++i) {
    moduli.push_back(0.2 + 1.6 * random.uniform());
    drops.push_back(random.uniform() < 0.2 ? 0.01 * random.uniform() : 0);
  }
  LocalStrains coupled(elastic_coupling(columns, rows, 4));
  coupled.solve(2e-3, moduli, drops, strains);

  const auto gamma = dense_coupling(columns, rows, 4);
  const double modulus = 0.5 * (*std::min_element(moduli.begin(), moduli.end()) +
                                *std::max_element(moduli.begin(), moduli.end()));
  std::vector<std::vector<double>> a(count, std::vector<double>(count));
  std::vector<double> b(count, 2e-3);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t k = 0; k < count; ++k) {
      a[i][k] = (i == k ? 1 : 0) - gamma[i][k] * (1 - moduli[k] / modulus);
      b[i] += gamma[i][k] * drops[k] / modulus;
    }
  const std::vector<double> expected = solved(a, b);
  for (std::size_t i = 0; i < count; ++i) EXPECT_NEAR(strains[i], expected[i], 1e-9);
}

/// A lattice in the map, its elements at random stresses about 0.
MapLattice lattice_of(const std::shared_ptr<const seem::EventMap>& map, int side, std::uint64_t sample,
                      double inelastic_start = 0) {
  RandomStream random(300, sample, Purpose::test);
  std::vector<StatePoint> starts;
  for (int i = 0; i < side * side; ++i) starts.push_back({0.002 * random.normal(), inelastic_start});
  const auto length = static_cast<std::size_t>(side);
  return {map,
          starts,
          {length, length, 1, 1000},
          elastic_coupling(side, side, 4),
          RandomStream(301, sample, Purpose::test)};
}

// In a linear law stresses follow from plastic strains alone: tau = tau(0) + G (gamma + Gamma p - p), in each
// element and, as the mean of Gamma p is zero, in the mean.
TEST(ElementCoupling, StressesAreThoseOfThePlasticStrain) {
  constexpr int side = 8;
  MapLattice lattice = lattice_of(seem::weakening_map(0.3), side, 0);
  const std::vector<double> before = lattice.fields().doubles("stress_xy");
  std::int64_t events = 0;
  for (int i = 1; i <= 1000; ++i) events += lattice.strain_to(i * 1e-4).slips;
  EXPECT_GT(events, 500);
  const Group fields = lattice.fields();
  const std::vector<double>&stress = fields.doubles("stress_xy"), &plastic = fields.doubles("plastic_shear");
  const auto gamma = dense_coupling(side, side, 4);
  const auto count = static_cast<double>(stress.size());
  double mean_before = 0, mean = 0, mean_plastic = 0, mean_strain = 0;
  for (std::size_t i = 0; i < stress.size(); ++i) {
    double expected = before[i] + 0.1 - plastic[i];
    for (std::size_t k = 0; k < stress.size(); ++k) expected += gamma[i][k] * plastic[k];
    EXPECT_NEAR(stress[i], expected, 1e-10);
    mean_before += before[i] / count;
    mean += stress[i] / count;
    mean_plastic += plastic[i] / count;
    mean_strain += lattice.strains()[i] / count;
  }
  EXPECT_NEAR(mean, mean_before + 0.1 - mean_plastic, 1e-12);
  EXPECT_NEAR(lattice.state().stress.xy, mean, 1e-14);
  EXPECT_NEAR(mean_strain, 0.1, 1e-14);
  EXPECT_GT(*std::max_element(plastic.begin(), plastic.end()), 0.02);
}

/// Variance of the means of lines over the variance of elements, times the elements of a line: 1 where
/// elements know nothing of each other. The larger one of rows and columns.
double banding(const std::vector<double>& plastic, int side) {
  double mean = 0, variance = 0, best = 0;
  for (const double one : plastic) mean += one / static_cast<double>(plastic.size());
  for (const double one : plastic) variance += std::pow(one - mean, 2) / static_cast<double>(plastic.size());
  for (const bool rows : {true, false}) {
    double lines = 0;
    for (int i = 0; i < side; ++i) {
      double line = 0;
      for (int k = 0; k < side; ++k) line += plastic[rows ? i * side + k : k * side + i] / side;
      lines += std::pow(line - mean, 2) / side;
    }
    best = std::max(best, lines * side / variance);
  }
  return best;
}

struct Unevenness {
  double deviation = 0, error = 0;  // of the plastic strain over elements, over its mean
  double band = 0, band_error = 0;
};

Unevenness unevenness_of(double weakening) {
  constexpr int side = 16, samples = 8;
  Unevenness out;
  double square = 0, band_square = 0;
  for (std::uint64_t sample = 0; sample < samples; ++sample) {
    MapLattice lattice = lattice_of(seem::weakening_map(weakening), side, sample);
    for (int i = 1; i <= 1500; ++i) lattice.strain_to(i * 1e-4);
    const std::vector<double> plastic = lattice.fields().doubles("plastic_shear");
    double mean = 0, variance = 0;
    for (const double one : plastic) mean += one / (side * side);
    for (const double one : plastic) variance += std::pow(one - mean, 2) / (side * side);
    const double deviation = std::sqrt(variance) / mean, band = banding(plastic, side);
    out.deviation += deviation / samples;
    square += deviation * deviation / samples;
    out.band += band / samples;
    band_square += band * band / samples;
  }
  out.error = std::sqrt((square - out.deviation * out.deviation) / (samples - 1));
  out.band_error = std::sqrt((band_square - out.band * out.band) / (samples - 1));
  return out;
}

TEST(ElementCoupling, ElementsThatWeakenLocaliseAndOthersDoNot) {
  const Unevenness strong = unevenness_of(0.5), none = unevenness_of(0);
  EXPECT_GT(strong.deviation - none.deviation, 5 * std::hypot(strong.error, none.error));
  EXPECT_GT(strong.band - none.band, 5 * std::hypot(strong.band_error, none.band_error));
}

rig::Program short_program() {
  rig::Program program;
  program.legs.resize(2);
  program.legs[0].strain = 0.08;
  program.legs[1].kind = rig::LegKind::unload;
  program.snapshots = {0.02};
  return program;
}

TEST(ElementCoupling, GoesOnFromACheckpointToTheSameBits) {
  const auto map = seem::weakening_map(0.3);
  MapLattice first = lattice_of(map, 6, 0);
  rig::Drive whole(first, short_program());
  for (int i = 0; i < 666; ++i) whole.advance();
  const Group checkpoint = whole.checkpoint();
  while (!whole.finished()) whole.advance();
  MapLattice second = lattice_of(map, 6, 0);
  rig::Drive rest(second, short_program());
  rest.resume(checkpoint);
  while (!rest.finished()) rest.advance();
  EXPECT_EQ(rest.history(), whole.history());
  EXPECT_EQ(second.fields(), first.fields());
  ASSERT_EQ(rest.snapshots().size(), whole.snapshots().size());
  for (std::size_t i = 0; i < rest.snapshots().size(); ++i)
    EXPECT_EQ(rest.snapshots()[i].fields, whole.snapshots()[i].fields) << i;
  EXPECT_GT(first.counts().events, 0);
  EXPECT_NEAR(whole.history().states.back().stress.xy, 0, 1e-6);
  MapLattice again = lattice_of(map, 6, 0), other = lattice_of(map, 6, 1);
  rig::Drive repeated(again, short_program()), different(other, short_program());
  while (!repeated.finished()) repeated.advance();
  while (!different.finished()) different.advance();
  EXPECT_EQ(repeated.history(), whole.history());
  EXPECT_NE(different.history(), whole.history());
}

}  // namespace
}  // namespace vitrum::study
